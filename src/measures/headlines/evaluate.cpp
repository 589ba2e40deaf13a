#include "measures/headlines/evaluate.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "measures/headlines/windows.hpp"

namespace tumen {

namespace {

/// What the days of a window come to.
struct Tally {
    double sum = 0;
    double first = 0;
    double last = 0;
    double least = std::numeric_limits<double>::infinity();
    double most = -std::numeric_limits<double>::infinity();
    std::size_t days = 0;

    void add(double value) {
        if (days++ == 0) first = value;
        last = value;
        sum += value;
        least = std::min(least, value);
        most = std::max(most, value);
    }

    double of(StatisticKind kind) const {
        if (days == 0) return no_number;
        switch (kind) {
            case StatisticKind::mean:
                return sum / static_cast<double>(days);
            case StatisticKind::sum:
                return sum;
            case StatisticKind::first:
                return first;
            case StatisticKind::last:
                return last;
            case StatisticKind::max:
                return most;
            default:
                return least;
        }
    }
};

/// Works through the nodes of a statistic in their order. NaN is "no value" and spreads.
class Evaluation {
  public:
    Evaluation(const Statistic& statistic, const Trajectory& scenario,
               std::span<const Trajectory* const> against)
        : nodes_(statistic.nodes), scenario_(scenario), against_(against) {}

    double value() const { return value_of(nodes_.size() - 1, scenario_); }

  private:
    double value_of(std::size_t at, const Trajectory& on) const {
        const StatisticNode& node = nodes_[at];
        switch (node.kind) {
            case StatisticKind::number:
                return node.number;
            case StatisticKind::residents:
                return on.residents;
            case StatisticKind::households:
                return on.households;
            case StatisticKind::negate:
                return -value_of(node.left, on);
            case StatisticKind::base:
                return node.run < against_.size() ? value_of(node.left, *against_[node.run])
                                                  : no_number;
            case StatisticKind::log:
                return logarithm(value_of(node.left, on));
            case StatisticKind::add:
            case StatisticKind::subtract:
            case StatisticKind::multiply:
            case StatisticKind::divide:
            case StatisticKind::ratio:
                return combined(node.kind, value_of(node.left, on), value_of(node.right, on));
            default:
                return over_window(node, on);
        }
    }

    static double logarithm(double value) { return value > 0 ? std::log(value) : no_number; }

    static double combined(StatisticKind kind, double left, double right) {
        switch (kind) {
            case StatisticKind::add:
                return left + right;
            case StatisticKind::subtract:
                return left - right;
            case StatisticKind::multiply:
                return left * right;
            default:
                return right == 0 ? no_number : left / right;
        }
    }

    double over_window(const StatisticNode& node, const Trajectory& on) const {
        Tally tally;
        for (const DaySpan& span : days_of(node.window, on, scenario_)) {
            for (std::int32_t day = span.first; day <= span.last; ++day) {
                double value = 0;
                for (const std::size_t row : node.observables)
                    value += on.days[static_cast<std::size_t>(day)].value(row);
                tally.add(value);
            }
        }
        return tally.of(node.kind);
    }

    std::span<const StatisticNode> nodes_;
    const Trajectory& scenario_;
    std::span<const Trajectory* const> against_;
};

class LastDayRead {
  public:
    LastDayRead(const Statistic& statistic, const Trajectory& scenario,
                std::span<const Trajectory* const> against)
        : nodes_(statistic.nodes), scenario_(scenario), against_(against) {}

    std::int32_t last() const { return last_of(nodes_.size() - 1, scenario_); }

  private:
    std::int32_t last_of(std::size_t at, const Trajectory& on) const {
        const StatisticNode& node = nodes_[at];
        switch (node.kind) {
            case StatisticKind::number:
            case StatisticKind::residents:
            case StatisticKind::households:
                return -1;
            case StatisticKind::negate:
            case StatisticKind::log:
                return last_of(node.left, on);
            case StatisticKind::base:
                return node.run < against_.size() ? last_of(node.left, *against_[node.run]) : -1;
            case StatisticKind::add:
            case StatisticKind::subtract:
            case StatisticKind::multiply:
            case StatisticKind::divide:
            case StatisticKind::ratio:
                return std::max(last_of(node.left, on), last_of(node.right, on));
            default: {
                const auto spans = days_of(node.window, on, scenario_);
                return spans.empty() ? -1 : spans.back().last;  // in order, apart
            }
        }
    }

    std::span<const StatisticNode> nodes_;
    const Trajectory& scenario_;
    std::span<const Trajectory* const> against_;
};

}  // namespace

std::int32_t last_day_read(const Statistic& statistic, const Trajectory& scenario,
                           std::span<const Trajectory* const> against) {
    return LastDayRead(statistic, scenario, against).last();
}

std::optional<double> evaluate(const Statistic& statistic, const Trajectory& scenario,
                               std::span<const Trajectory* const> against) {
    const double value = Evaluation(statistic, scenario, against).value();
    if (!std::isfinite(value)) return std::nullopt;
    return value;
}

}  // namespace tumen

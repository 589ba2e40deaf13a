#include "patterns/patterns.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tumen {

namespace {

constexpr double no_value = std::numeric_limits<double>::quiet_NaN();
constexpr std::int32_t days_before = 30;  // the calm that `before` without a number means
constexpr double level = 0.95;

struct Days {
    std::int32_t first;
    std::int32_t last;
};

/// The days of a window where `campaign` lies in a run of `days` days.
Days days_of(const Window& window, CampaignWindow campaign, std::int32_t days) {
    const bool cut = window.extent == Window::Extent::cut;
    const std::int32_t after = campaign.last + 1;
    switch (window.part) {
        case WindowPart::all:
            break;
        case WindowPart::before:
            return {campaign.first - (cut ? window.to : days_before), campaign.first - 1};
        case WindowPart::during:
            if (!cut) return {campaign.first, campaign.last};
            return {campaign.first + window.from, campaign.first + window.to};
        case WindowPart::after:
            if (!cut) return {after, days - 1};
            return {after + window.from, after + window.to};
    }
    return {0, days - 1};
}

/// Works through the nodes of a statistic in their order. NaN is "no value" and spreads.
class Evaluation {
  public:
    Evaluation(const Statistic& statistic, const Trajectory& scenario, const Trajectory* against)
        : nodes_(statistic.nodes), scenario_(scenario), against_(against) {}

    double value() const { return value_of(nodes_.size() - 1, &scenario_); }

  private:
    double value_of(std::size_t at, const Trajectory* on) const {
        const StatisticNode& node = nodes_[at];
        switch (node.kind) {
            case StatisticKind::number:
                return node.number;
            case StatisticKind::negate:
                return -value_of(node.left, on);
            case StatisticKind::base:
                return against_ == nullptr ? no_value : value_of(node.left, against_);
            case StatisticKind::log:
                return logarithm(value_of(node.left, on));
            case StatisticKind::add:
            case StatisticKind::subtract:
            case StatisticKind::multiply:
            case StatisticKind::divide:
            case StatisticKind::ratio:
                return combined(node.kind, value_of(node.left, on), value_of(node.right, on));
            default:
                return over_window(node, *on);
        }
    }

    static double logarithm(double value) { return value > 0 ? std::log(value) : no_value; }

    static double combined(StatisticKind kind, double left, double right) {
        switch (kind) {
            case StatisticKind::add:
                return left + right;
            case StatisticKind::subtract:
                return left - right;
            case StatisticKind::multiply:
                return left * right;
            default:
                return right == 0 ? no_value : left / right;
        }
    }

    Days window_on(const Window& window, const Trajectory& on) const {
        const auto days = static_cast<std::int32_t>(on.days.size());
        const Trajectory& dated = on.campaign == Campaign::none ? scenario_ : on;
        Days found = {0, days - 1};
        if (dated.campaign == Campaign::drive) found = days_of(window, dated.window, days);
        return {std::max(found.first, 0), std::min(found.last, days - 1)};
    }

    double over_window(const StatisticNode& node, const Trajectory& on) const {
        const Days days = window_on(node.window, on);
        if (days.last < days.first) return no_value;
        double sum = 0;
        double least = std::numeric_limits<double>::infinity();
        double most = -least;
        double first = 0;
        double last = 0;
        for (std::int32_t day = days.first; day <= days.last; ++day) {
            last = 0;
            for (const std::size_t row : node.observables) {
                last += on.days[static_cast<std::size_t>(day)].value(row);
            }
            if (day == days.first) first = last;
            sum += last;
            least = std::min(least, last);
            most = std::max(most, last);
        }
        switch (node.kind) {
            case StatisticKind::mean:
                return sum / (days.last - days.first + 1);
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

    std::span<const StatisticNode> nodes_;
    const Trajectory& scenario_;
    const Trajectory* against_;
};

Verdict verdict_by_share(const Interval& share) {
    if (share.low > 0.5) return Verdict::shown;
    return share.high < 0.5 ? Verdict::not_shown : Verdict::mixed;
}

Verdict verdict_by_mean(const std::optional<Interval>& mean, double low, double high) {
    if (!mean) return Verdict::mixed;
    if (mean->low >= low && mean->high <= high) return Verdict::shown;
    return mean->high < low || mean->low > high ? Verdict::not_shown : Verdict::mixed;
}

}  // namespace

std::optional<double> evaluate(const Statistic& statistic, const Trajectory& scenario,
                               const Trajectory* against) {
    const double value = Evaluation(statistic, scenario, against).value();
    if (!std::isfinite(value)) return std::nullopt;
    return value;
}

Answer shows(const PatternTest& test, double value) {
    bool shown = false;
    switch (test.expectation) {
        case Expectation::none:
            break;
        case Expectation::band:
            shown = test.low <= value && value <= test.high;
            break;
        case Expectation::positive:
            shown = value > 0;
            break;
        case Expectation::negative:
            shown = value < 0;
            break;
    }
    return shown ? Answer::yes : Answer::no;
}

JudgedBy judged_by(const Pattern& pattern) {
    const bool acceptance = pattern.id.starts_with('K');
    return acceptance && pattern.test.expectation == Expectation::band ? JudgedBy::mean
                                                                       : JudgedBy::share;
}

std::string_view name_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::shown:
            return "shown";
        case Verdict::mixed:
            return "mixed";
        case Verdict::not_shown:
            return "not shown";
        case Verdict::no_value:
            return "no value";
    }
    return "";
}

PatternResult judge(const Pattern& pattern, std::span<const double> values,
                    std::size_t without_value) {
    PatternResult result;
    result.pattern = &pattern;
    result.replicates = values.size();
    result.without_value = without_value;
    if (values.empty()) return result;
    for (const double value : values) {
        if (shows(pattern.test, value) == Answer::yes) ++result.showing;
    }
    result.share = static_cast<double>(result.showing) / static_cast<double>(values.size());
    result.share_interval = proportion_interval(result.showing, values.size(), level);
    result.mean = mean(values);
    result.mean_interval = mean_interval(values, level);
    result.verdict =
        judged_by(pattern) == JudgedBy::mean
            ? verdict_by_mean(result.mean_interval, pattern.test.low, pattern.test.high)
            : verdict_by_share(result.share_interval);
    return result;
}

}  // namespace tumen

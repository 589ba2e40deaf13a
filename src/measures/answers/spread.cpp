#include "measures/answers/spread.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

#include "measures/numbers/confidence.hpp"
#include "measures/numbers/statistics.hpp"

namespace tumen {

namespace {

constexpr double low_tail = (1 - range_level) / 2;
constexpr std::uint32_t range_resamples = 400;
constexpr std::size_t fewest_of_a_choice = 8;  // of a choice of rules

/// Of two values between which a quantile lies: infinite where the upper one is and counts.
double between(double below, double above, double part) {
    if (part == 0 || below == above) return below;
    return below + part * (above - below);
}

double at(std::span<const double> sorted_values, double p) {
    const double place = p * static_cast<double>(sorted_values.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted_values.size() - 1);
    return between(sorted_values[below], sorted_values[above], place - static_cast<double>(below));
}

/// The values of each draw together.
using Clusters = std::vector<std::vector<double>>;

Clusters clusters_of(const PlayValues& values, const DrawsOfPlays& draws) {
    std::map<std::uint32_t, std::vector<double>> by_draw;
    for (const auto& [replicate, value] : values) {
        if (std::isnan(value)) continue;
        const auto found = draws.find(replicate);
        by_draw[found == draws.end() ? replicate : found->second].push_back(value);
    }
    Clusters clusters;
    for (auto& [draw, of_draw] : by_draw)
        clusters.push_back(std::move(of_draw));
    return clusters;
}

double half_width(const std::optional<Interval>& interval) {
    if (!interval) return std::numeric_limits<double>::infinity();
    return (interval->high - interval->low) / 2;
}

/// Resamples of whole draws, of which none is put in order: the values are, once, and each stands
/// in a resample as often as its draw was drawn.
class Resamples {
  public:
    explicit Resamples(const Clusters& clusters) : times_(clusters.size()) {
        for (std::size_t i = 0; i < clusters.size(); ++i) {
            sizes_.push_back(clusters[i].size());
            for (const double value : clusters[i])
                values_.push_back({value, static_cast<std::uint32_t>(i)});
        }
        std::sort(values_.begin(), values_.end(),
                  [](const Value& one, const Value& other) { return one.value < other.value; });
    }

    void draw(std::span<const std::uint32_t> drawn) {
        std::fill(times_.begin(), times_.end(), 0);
        size_ = 0;
        for (const std::uint32_t i : drawn) {
            ++times_[i];
            size_ += sizes_[i];
        }
    }

    double at(double p) const {
        const double place = p * static_cast<double>(size_ - 1);
        const auto below = static_cast<std::size_t>(place);
        const std::size_t above = std::min(below + 1, size_ - 1);
        return between(value(below), value(above), place - static_cast<double>(below));
    }

  private:
    struct Value {
        double value;
        std::uint32_t cluster;
    };

    /// The one at that place, looked for from the nearer end.
    double value(std::size_t place) const {
        if (place >= size_ / 2) {
            std::size_t left = size_;
            for (auto one = values_.rbegin(); one != values_.rend(); ++one) {
                left -= times_[one->cluster];
                if (left <= place) return one->value;
            }
        }
        std::size_t seen = 0;
        for (const Value& one : values_) {
            seen += times_[one.cluster];
            if (seen > place) return one.value;
        }
        return std::numeric_limits<double>::quiet_NaN();  // of no values
    }

    std::vector<Value> values_;  // in order
    std::vector<std::size_t> sizes_;
    std::vector<std::size_t> times_;  // by cluster
    std::size_t size_ = 0;
};

/// The larger of the errors of both ends, by resampling whole draws.
double error_of_ends(const Clusters& clusters) {
    Resamples resample(clusters);
    const auto ends = [&](std::span<const std::uint32_t> drawn) {
        resample.draw(drawn);
        return std::vector<double>{resample.at(low_tail), resample.at(1 - low_tail)};
    };
    const auto intervals =
        bootstrap_intervals(clusters.size(), ends, confidence_level, range_resamples);
    if (intervals.size() != 2) return std::numeric_limits<double>::infinity();
    return std::max(half_width(intervals[0]), half_width(intervals[1]));
}

/// What luck alone does: pairs of plays of one draw, those whose mean lies in the middle half of
/// all plays, so that it is luck about the middle. A difference of two has twice the variance of
/// one.
void find_luck(const Clusters& clusters, std::span<const double> sorted_values, Spread& spread) {
    const Interval half{at(sorted_values, 0.25), at(sorted_values, 0.75)};
    std::vector<double> sizes;
    for (const std::vector<double>& twins : clusters) {
        for (std::size_t i = 1; i < twins.size(); ++i) {
            const double centre = (twins[i - 1] + twins[i]) / 2;
            if (!(centre >= half.low && centre <= half.high)) continue;
            const bool alike = twins[i] == twins[i - 1];  // also where both are beyond every number
            sizes.push_back(alike ? 0 : std::abs(twins[i] - twins[i - 1]) / std::sqrt(2.0));
        }
    }
    constexpr std::size_t fewest_near = 4;
    spread.twins = sizes.size();
    if (sizes.size() < fewest_near) return;
    std::sort(sizes.begin(), sizes.end());
    const double reach = at(sizes, range_level);
    spread.is_luck_endless = std::isinf(reach);
    if (spread.is_luck_endless) return;
    spread.luck = Interval{std::max(spread.middle - reach, spread.all.low),
                           std::min(spread.middle + reach, spread.all.high)};
}

bool is_share(std::string_view unit) {
    return unit == "share" || unit == "1" || unit == "probability";
}

double residents_of(const Plan& plan) {
    double residents = 0;
    for (const CityPlan& city : plan.cities)
        residents += city.residents;
    return residents;
}

}  // namespace

DrawsOfPlays draws_of_plays(const Experiment& experiment) {
    std::map<std::pair<std::vector<std::pair<std::string, double>>,
                       std::vector<std::pair<std::string, std::string>>>,
             std::uint32_t>
        first;
    DrawsOfPlays draws;
    for (const ReplicateDraw& draw : experiment.draws) {
        const auto entry = first.try_emplace({draw.values, draw.rules}, draw.replicate).first;
        draws[draw.replicate] = entry->second;
    }
    return draws;
}

namespace {

/// All but the error, with the clusters that it would be found from.
Spread spread_in(const PlayValues& values, const DrawsOfPlays& draws, double smallest,
                 Clusters& clusters) {
    Spread spread;
    std::vector<double> all;
    for (const auto& [replicate, value] : values) {
        if (std::isnan(value)) {
            ++spread.without;
            continue;
        }
        all.push_back(value);
        if (value > 0) ++spread.above;
        if (value < 0) ++spread.below;
        if (std::abs(value) < smallest || value == 0) ++spread.small;
    }
    spread.plays = all.size();
    if (all.empty()) return spread;
    std::sort(all.begin(), all.end());
    spread.middle = at(all, 0.5);
    spread.all = {at(all, low_tail), at(all, 1 - low_tail)};
    clusters = clusters_of(values, draws);
    spread.draws = clusters.size();
    find_luck(clusters, all, spread);
    return spread;
}

}  // namespace

Spread spread_of(const PlayValues& values, const DrawsOfPlays& draws, double smallest) {
    Clusters clusters;
    Spread spread = spread_in(values, draws, smallest, clusters);
    if (spread.plays > 0) spread.error = error_of_ends(clusters);
    return spread;
}

Spread spread_without_error(const PlayValues& values, const DrawsOfPlays& draws) {
    Clusters clusters;
    return spread_in(values, draws, 0, clusters);
}

PlayValues play_values(const HeadlineTable& table, std::string_view id) {
    PlayValues values;
    const auto& all = table.headlines();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].id != id) continue;
        for (const auto& [replicate, row] : table.rows())
            values[replicate] = row[i];
    }
    return values;
}

double smallest_that_matters(const Headline& headline, const Plan& plan) {
    constexpr double per = 100000;  // residents
    return is_share(headline.unit) ? headline.smallest
                                   : headline.smallest * residents_of(plan) / per;
}

double at_most(std::size_t trials) {
    return 1 - std::pow(1 - confidence_level, 1 / static_cast<double>(trials));
}

std::string in_plays(std::size_t plays) {
    if (plays < 2) return "in the only play";
    if (plays < plays_of_a_range)
        return fmt::format("in {} plays, which are too few for a range", plays);
    return "in 90 of 100 plays";
}

double at_least(std::size_t successes, std::size_t trials) {
    if (successes == 0) return 0;
    const double chance = 1 - confidence_level;
    // The share at which so many or more have the chance of the error, found by halving.
    const auto tail = [&](double share) {
        double sum = 0;
        double log_choose = 0;  // of n over n, downwards from all
        const double n = static_cast<double>(trials);
        for (std::size_t k = trials; k >= successes; --k) {
            const double failures = n - static_cast<double>(k);
            sum += std::exp(log_choose + static_cast<double>(k) * std::log(share) +
                            failures * std::log1p(-share));
            log_choose += std::log(static_cast<double>(k)) - std::log(failures + 1);
            if (k == 0) break;
        }
        return sum;
    };
    double low = 0;
    double high = 1;
    constexpr int halvings = 50;
    for (int i = 0; i < halvings; ++i) {
        const double centre = (low + high) / 2;
        (tail(centre) < chance ? low : high) = centre;
    }
    return low;
}

std::optional<PlayRatio> play_ratio(const HeadlineTable& table) {
    PlayRatio ratio;
    const bool phones = !play_values(table, "handed_in").empty();
    ratio.official = phones ? "handed_in" : "signed";
    ratio.changed = "stopped_by_campaign";
    const PlayValues official = play_values(table, ratio.official);
    const PlayValues changed = play_values(table, ratio.changed);
    if (official.empty() || changed.empty()) return std::nullopt;
    for (const Headline& one : table.headlines()) {
        if (one.id == ratio.changed) ratio.fewest = smallest_that_matters(one, table.plan());
    }
    for (const auto& [replicate, counted] : official) {
        const double stopped = changed.at(replicate);
        double value = counted / stopped;
        if (stopped < ratio.fewest) {
            ++ratio.endless;
            value = counted > 0 ? std::numeric_limits<double>::infinity()
                                : std::numeric_limits<double>::quiet_NaN();
        }
        ratio.values[replicate] = value;
    }
    return ratio;
}

std::vector<std::string> rules_against(const PlayValues& values, const Experiment& experiment,
                                       double sign) {
    struct Seen {
        std::size_t with = 0;
        std::size_t all = 0;
    };
    std::map<std::string, Seen> counts;
    for (const ReplicateDraw& draw : experiment.draws) {
        const auto found = values.find(draw.replicate);
        if (found == values.end() || std::isnan(found->second)) continue;
        for (const auto& [name, choice] : draw.rules) {
            Seen& count = counts[fmt::format("{}={}", name, choice)];
            ++count.all;
            if (found->second * sign > 0) ++count.with;
        }
    }
    std::vector<std::string> against;
    for (const auto& [choice, count] : counts) {
        if (count.all >= fewest_of_a_choice && 2 * count.with <= count.all)
            against.push_back(choice);
    }
    return against;
}

}  // namespace tumen

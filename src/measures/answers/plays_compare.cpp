#include "measures/answers/plays_compare.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "measures/answers/number_told.hpp"
#include "measures/numbers/words.hpp"

namespace tumen {

namespace {

constexpr std::size_t fewest_draws = 8;  // from which a sign may be told
constexpr double nearly_all = 0.9;       // of the plays, for a difference to be small
constexpr double even = 0.5;

/// What is left of a difference where both values cancel out is rounding.
double less(double other, double base) {
    const double difference = other - base;
    const double rounding = 1e-13 * std::max(std::abs(other), std::abs(base));
    return std::abs(difference) < rounding ? 0 : difference;
}

PlaysSign sign_of(const Spread& spread) {
    if (spread.above == 0 && spread.below == 0) return PlaysSign::same;
    if (static_cast<double>(spread.small) >= nearly_all * static_cast<double>(spread.plays))
        return PlaysSign::small;
    if (spread.draws < fewest_draws) return PlaysSign::too_few;
    const std::size_t most = std::max(spread.above, spread.below);
    // Twins are no plays of their own: what is told must hold of so many draws.
    const auto of_draws = static_cast<std::size_t>(
        std::floor(static_cast<double>(most) * static_cast<double>(spread.draws) /
                   static_cast<double>(spread.plays)));
    if (at_least(of_draws, spread.draws) <= even) return PlaysSign::open;
    return spread.above > spread.below ? PlaysSign::higher : PlaysSign::lower;
}

std::string rules_text(const PlayValues& values, const Experiment& experiment, double sign) {
    const bool drawn = !experiment.draws.empty() && !experiment.draws.front().rules.empty();
    if (!drawn) return {};
    std::string text;
    for (const std::string& rule : rules_against(values, experiment, sign))
        text += (text.empty() ? " but " : ", ") + rule;
    return ", under every rule" + text;
}

std::string size_text(double size, std::string_view unit) {
    const bool shares = unit == "share" || unit == "probability";
    if (shares) return fmt::format("{:.3g} percentage points", 100 * size);
    return number_text(size, unit) + (unit == "1" || unit == "CNY" ? "" : " " + std::string(unit));
}

std::string told_of(const PlaysDifference& one, const PlayValues& values,
                    const Experiment& experiment, double smallest) {
    const Spread& spread = one.difference;
    switch (one.sign) {
        case PlaysSign::same:
            if (never_seen(one)) return none_seen_text(spread);
            return "the same in " + plays_text(spread.plays, spread.plays);
        case PlaysSign::small:
            return fmt::format("too small to matter (under {}) in {}",
                               size_text(smallest, one.headline.unit),
                               plays_text(spread.small, spread.plays));
        case PlaysSign::too_few:
            return "too few plays to tell";
        case PlaysSign::open:
            return fmt::format("cannot be told: higher in {}, lower in {}",
                               plays_text(spread.above, spread.plays),
                               plays_text(spread.below, spread.plays));
        case PlaysSign::higher:
            return "higher in " + plays_text(spread.above, spread.plays) +
                   rules_text(values, experiment, 1);
        case PlaysSign::lower:
            break;
    }
    return "lower in " + plays_text(spread.below, spread.plays) +
           rules_text(values, experiment, -1);
}

}  // namespace

std::string_view name_of(PlaysSign sign) {
    static constexpr std::array<std::string_view, 6> names = {
        "same", "too small to matter", "higher", "lower", "cannot be told", "too few plays"};
    return names[static_cast<std::size_t>(sign)];
}

std::vector<PlaysDifference> plays_differences(const Experiment& experiment, const Pairing& pairing,
                                               const std::optional<SecondReading>& second) {
    const DrawsOfPlays draws = draws_of_plays(experiment);
    const Plan& plan = pairing.plan();
    std::vector<PlaysDifference> list;
    for (const PairedColumn& column : pairing.columns()) {
        PlayValues base;
        PlayValues other;
        PlayValues difference;
        for (std::size_t i = 0; i < column.replicates.size(); ++i) {
            const std::uint32_t replicate = column.replicates[i];
            base[replicate] = column.base[i];
            other[replicate] = column.other[i];
            const bool both = std::isfinite(column.base[i]) && std::isfinite(column.other[i]);
            difference[replicate] = both ? less(column.other[i], column.base[i])
                                         : std::numeric_limits<double>::quiet_NaN();
        }
        const double smallest = smallest_that_matters(column.headline, plan);
        PlaysDifference one{column.headline, spread_of(base, draws), spread_of(other, draws),
                            spread_of(difference, draws, smallest)};
        if (one.difference.plays == 0) continue;
        one.sign = sign_of(one.difference);
        one.told = told_of(one, difference, experiment, smallest);
        if (second) one.second = second_spread(difference, *second);
        one.values = std::move(difference);
        list.push_back(std::move(one));
    }
    return list;
}

bool never_seen(const PlaysDifference& difference) {
    const auto none = [](const Spread& spread) { return spread.above == 0 && spread.below == 0; };
    return none(difference.base) && none(difference.other);
}

const PlaysDifference* told_first(const std::vector<PlaysDifference>& differences) {
    if (differences.empty()) return nullptr;
    const auto chosen = std::find_if(differences.begin(), differences.end(), [](const auto& one) {
        return one.headline.side == Side::changed;
    });
    return chosen == differences.end() ? &differences.front() : &*chosen;
}

std::string compared_sentence(const std::vector<PlaysDifference>& differences,
                              const std::string& base, const std::string& other) {
    const PlaysDifference* chosen = told_first(differences);
    if (chosen == nullptr) return {};
    const Spread& spread = chosen->difference;
    const std::string& unit = chosen->headline.unit;
    if (chosen->sign == PlaysSign::same || spread.plays < 2) {
        return fmt::format("{}, {} less {}: {}.", chosen->headline.label, other, base,
                           chosen->told);
    }
    return fmt::format("{}, {} less {}: {} {}; {}.", chosen->headline.label, other, base,
                       range_text(spread.all, unit), in_plays(spread.plays), chosen->told);
}

}  // namespace tumen

#include "measures/answers/second_reading.hpp"

#include <fmt/format.h>

#include <cmath>
#include <vector>

#include "measures/answers/number_told.hpp"
#include "measures/numbers/effective_size.hpp"
#include "measures/numbers/words.hpp"

namespace tumen {

namespace {

/// How many equal families the plays are worth; plays of one family share luck's part alone.
double worth_of(const std::map<std::uint32_t, double>& by_family) {
    double all = 0;
    for (const auto& [family, weight] : by_family)
        all += weight;
    std::vector<double> weights;
    weights.reserve(by_family.size());
    for (const auto& [family, weight] : by_family)
        weights.push_back(weight / all);
    return effective_size(weights);
}

}  // namespace

std::optional<SecondSpread> second_spread(const PlayValues& values, const SecondReading& reading) {
    std::vector<double> told;
    std::vector<double> weights;
    std::map<std::uint32_t, double> by_family;
    double all = 0;
    SecondSpread spread;
    for (const auto& [replicate, value] : values) {
        const auto weight = reading.weights.find(replicate);
        if (std::isnan(value) || weight == reading.weights.end()) continue;
        told.push_back(value);
        weights.push_back(weight->second);
        all += weight->second;
        by_family[reading.families.at(replicate)] += weight->second;
        spread.above += value > 0 ? weight->second : 0;
        spread.below += value < 0 ? weight->second : 0;
    }
    const auto range = weighted_range(told, weights);
    if (!range) return std::nullopt;
    spread.plays = told.size();
    spread.range = *range;
    spread.above /= all;
    spread.below /= all;
    spread.effective = worth_of(by_family);
    spread.is_told = reading.refusal.empty() && spread.effective >= fewest_in_second;
    return spread;
}

std::string second_text(const SecondSpread& spread, const SecondReading& reading,
                        std::string_view unit) {
    const std::string by = "By the second reading of the reports, " + reading.how;
    if (!reading.refusal.empty())
        return fmt::format("{}, there are too few draws to tell: {}.", by, reading.refusal);
    if (!spread.is_told) {
        return fmt::format(
            "{}, these {} plays are too few to tell: worth {:.0f} of equal weight, below {:.0f}.",
            by, spread.plays, spread.effective, fewest_in_second);
    }
    const std::string middle = std::isinf(spread.range.middle)
                                   ? "beyond every number"
                                   : number_text(spread.range.middle, unit);
    return fmt::format("{}: {}, middle {} (these {} plays are worth {:.0f} of equal weight in it).",
                       by, range_text({spread.range.low, spread.range.high}, unit), middle,
                       spread.plays, spread.effective);
}

}  // namespace tumen

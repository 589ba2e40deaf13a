#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "measures/numbers/statistics.hpp"
#include "scenario/evidence/ledger.hpp"

/// Whether the model shows what was reported: a verdict over replicates on the values of a
/// pattern's statistic.
namespace tumen {

/// Whether one value is what the pattern expects. Of a pattern with a test.
bool shows(const PatternTest& test, double value);

/// The band, or the half line of the sign.
Interval expected_interval(const PatternTest& test);

/// By share: shown where the 95 % interval of the share lies above one half, not shown where it
/// lies below, else mixed. By mean: shown where the 95 % interval of the mean lies in the band, not
/// shown where it lies outside, else mixed; one replicate alone is mixed.
enum class Verdict : std::uint8_t { shown, mixed, not_shown, no_value };
std::string_view name_of(Verdict verdict);

/// A pattern over replicates.
struct PatternResult {
    const Pattern* pattern = nullptr;
    std::size_t replicates = 0;     // with a value
    std::size_t without_value = 0;  // played, but the statistic had none
    std::size_t showing = 0;
    double share = 0;                       // of those with a value
    Interval share_interval;                // 95 %, Wilson's
    double mean = 0;                        // of the statistic
    std::optional<Interval> mean_interval;  // 95 %
    std::optional<double> old_mean = {};    // of the statistic that it had before, if any
    Verdict verdict = Verdict::no_value;
};

/// `values` of the replicates that have one.
PatternResult judge(const Pattern& pattern, std::span<const double> values,
                    std::size_t without_value);

/// Whether so many replicates leave every share mixed, even that of what all of them show.
bool leaves_every_share_mixed(std::size_t replicates);

}  // namespace tumen

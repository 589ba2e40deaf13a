#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "measures/statistics.hpp"
#include "measures/trajectory.hpp"
#include "scenario/ledger.hpp"
#include "scenario/statistic.hpp"

/// Whether the model shows what was reported: a pattern's statistic on the trajectory of each
/// replicate, and a verdict over replicates.
namespace tumen {

/// The statistic's value; nothing where there is none (0 of 0, a window without days, the logarithm
/// of what is not positive). `against` is what base(...) is read on: the same replicate of another
/// scenario, or null where the statistic has no base.
///
/// Without a campaign, before, during and after are the whole run; inside base(...) they are the
/// days that they are in `scenario`, so that the same days are compared.
std::optional<double> evaluate(const Statistic& statistic, const Trajectory& scenario,
                               const Trajectory* against = nullptr);

/// Whether one value is what the pattern expects. Of a pattern with a test.
Answer shows(const PatternTest& test, double value);

/// Bands of the acceptance list (ids K...) are judged by the mean over replicates, since they were
/// reported of many months and places; all else by the share of replicates that show it.
enum class JudgedBy : std::uint8_t { share, mean };
JudgedBy judged_by(const Pattern& pattern);

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
    Verdict verdict = Verdict::no_value;
};

/// `values` of the replicates that have one.
PatternResult judge(const Pattern& pattern, std::span<const double> values,
                    std::size_t without_value);

}  // namespace tumen

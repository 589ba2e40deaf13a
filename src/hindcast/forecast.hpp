#pragma once
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/hash.hpp"
#include "hindcast/rivals.hpp"
#include "hindcast/scores.hpp"
#include "hindcast/target_book.hpp"
#include "hindcast/targets.hpp"
#include "measures/numbers/confidence.hpp"

/// A forecast of what will be told, from plays that are weighed by what had been told. Later
/// observations are no argument of anything here.
namespace tumen {

/// A target that was told by the cut-off.
struct KnownReport {
    TargetQuestion question;
    double observed = 0;
};

/// The targets of a file on both sides of a date, of those that are asked.
struct SplitTargets {
    std::vector<KnownReport> known;
    std::vector<TargetQuestion> later;
    std::vector<std::size_t> known_places;  // in the list of what is asked: columns of the plays
    std::vector<std::size_t> later_places;
};
SplitTargets split_at(const Targets& targets, const std::vector<std::size_t>& asked, Date cutoff);

struct TargetForecast {
    TargetQuestion question;
    Mixture forecast;                      // of what is told, on the scale
    Mixture prior;                         // the same without any report
    std::optional<Component> persistence;  // nothing without an earlier report of the series
    std::optional<Component> trend;
    double without_value = 0;  // weight of the draws in which the statistic has no value
};

struct Forecast {
    Date cutoff;
    std::vector<TargetForecast> targets;
    std::size_t draws = 0;
    std::size_t reports = 0;  // by which they were weighed
    double effective = 0;
    double largest = 0;  // weight
    double pareto = 0;   // not a number for few draws
};

/// Logarithm of the likelihood of the known reports where a play came to `values`. The reports of a
/// series share an unknown error, normal with the series' bias; n reports of a voice count as n to
/// the voice power.
double log_likelihood(const Targets& targets, const SplitTargets& split,
                      const TargetValues& values);

/// From plays by number of the draw.
Forecast forecast_from(const Targets& targets, const SplitTargets& split, Date cutoff,
                       const std::map<std::uint32_t, TargetValues>& plays);

/// What a forecast says, in the values of the targets: 5, 25, 50, 75 and 95 %.
std::vector<double> quantiles_of(const Mixture& mixture, ReportScale scale);
inline constexpr double forecast_quantiles[] = {range_low, 0.25, 0.5, 0.75, range_high};

/// The forecast as TOML, the same for the same questions, plays and earlier reports whatever was
/// told later, and the hash of that text.
std::string write_forecast(const Targets& targets, const Forecast& forecast,
                           const std::string& values);
inline Hash forecast_hash(const std::string& text) {
    return hash_of(text);
}

}  // namespace tumen

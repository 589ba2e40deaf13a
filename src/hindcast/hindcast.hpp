#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "belief/prior/prior.hpp"
#include "experiment/results.hpp"
#include "hindcast/forecast.hpp"
#include "hindcast/known_by.hpp"

/// Forecasts of several dates: what is played for each, and what is taken from the plays.
namespace tumen {

struct HindcastSettings {
    std::uint64_t seed = 1;
    std::uint32_t draws = 128;
    double size = 0.25;  // of the scenario's cities
};

/// A forecast that is to be made.
struct CutOff {
    Date date;
    Hindsight hindsight = Hindsight::kept;
    KnownScenario known;
    std::vector<std::string> told_later;          // values of which a source is dated later
    std::map<std::uint32_t, TargetValues> plays;  // by draw
};

/// The scenario with cities of that part of their residents.
Scenario with_cities_of_size(Scenario scenario, double size);

CutOff cut_off(const Scenario& scenario, Date date, Hindsight hindsight, const Priors& priors);

/// Forecasts that are played together, one point each: those of the same draws, so that what they
/// have in common until the first of their dates is played once.
using CutsPlayedTogether = std::vector<CutOff*>;
std::vector<CutsPlayedTogether> played_together(std::vector<CutOff>& cuts);

/// Which draws of the prior have not been played for all of them.
std::vector<std::uint32_t> to_play(const CutsPlayedTogether& cuts,
                                   const HindcastSettings& settings);

/// Each replicate with its draw of values and rival rules. Values that the scenario names are held,
/// but for those that are widened. A draw for which nothing wider can be played stays as it is.
Expected<Experiment, Diagnostic> experiment_of(const CutsPlayedTogether& cuts,
                                               const HindcastSettings& settings,
                                               const Priors& priors,
                                               const std::vector<std::uint32_t>& numbers);

/// Which draws of the prior stay as they are, since nothing wider that can be played is found: none
/// where nothing is widened.
Expected<std::vector<std::uint32_t>, Diagnostic> not_widened(CutOff& cut,
                                                             const HindcastSettings& settings,
                                                             const Priors& priors);

/// Of all that a play's values depend on, beside the number of its draw.
Hash play_key(const CutOff& cut, const HindcastSettings& settings, const Priors& priors,
              const Targets& targets, const std::vector<std::size_t>& asked,
              std::string_view fingerprint);

}  // namespace tumen

#pragma once
#include <optional>

#include "belief/reweighed.hpp"
#include "experiment/results.hpp"
#include "measures/answers/second_reading.hpp"

/// What plays with draws of the belief count where reports are read the second way
/// (evidence/likelihood.toml).
namespace tumen {

/// From which draw of the prior each play takes its values, near ones included; nothing where plays
/// draw from no belief that is at hand.
std::optional<DrawsOfPlays> candidates_of(const Experiment& experiment);

/// Nothing where plays draw from something else, where the belief keeps no weights or is by that
/// reading already, or where the evidence states no second reading.
std::optional<SecondReading> second_reading(const Experiment& experiment);

/// The belief as it would be by that reading. One of too few draws is an error, and so is one where
/// the evidence states no second reading.
Expected<Belief, Diagnostic> by_second_reading(const Belief& belief);

}  // namespace tumen

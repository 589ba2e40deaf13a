#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "experiment/design_points.hpp"
#include "scenario/evidence/ledger.hpp"
#include "scenario/scenario.hpp"

/// Which parameters a sweep, a sensitivity analysis or a calibration varies: those that a user
/// names, or those that the evidence leaves open. Messages speak of options as the command line
/// spells them.
namespace tumen {

/// Whether a range may have a number of levels, which only a grid looks at.
enum class Levels : std::uint8_t { refused, allowed };

/// What was said beside the parameters to vary.
struct VaryRules {
    BeyondEvidence beyond_evidence = BeyondEvidence::refused;
    std::vector<std::string> set = {};  // "fee_base=0.3": what holds at all points
    Levels levels = Levels::refused;
};

/// What read_factor() makes of each text. An error where a name comes twice or is also set, and
/// where a range goes beyond the evidence without leave.
Expected<std::vector<Factor>, Diagnostic> read_factors(const std::vector<std::string>& texts,
                                                       const VaryRules& rules);

/// The same by another reading of each text.
using FactorReading = Expected<Factor, Diagnostic> (*)(std::string_view);
Expected<std::vector<Factor>, Diagnostic> read_factors(const std::vector<std::string>& texts,
                                                       const VaryRules& rules,
                                                       FactorReading reading);

/// Whether "name=..." of the factor is among what is set.
bool is_set(const Factor& factor, const std::vector<std::string>& set);

/// A parameter that is varied where none is named is also set.
Diagnostic set_and_chosen(const Factor& factor);

/// Whether a scenario can be played with it at either end of its range: a share of a sum cannot be
/// moved without the others.
bool can_move_alone(const Factor& factor, const MakeScenario& make);

/// The least known parameters, and those passed over, as they cannot move alone: shares must sum to
/// 1, for one, so that a scenario with one of them at an end of its range cannot be played. An
/// error where one of these is also set: what holds at all points would be replaced at each.
struct OpenFactors {
    std::vector<Factor> factors;
    std::vector<std::string> left_out;
};
Expected<OpenFactors, Diagnostic> open_factors(std::size_t most, const MakeScenario& make,
                                               const std::vector<std::string>& set);

}  // namespace tumen

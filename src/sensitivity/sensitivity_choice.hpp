#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "experiment/design_points.hpp"
#include "sensitivity/sensitivity.hpp"

/// From what is asked for to the design of a sensitivity analysis, with what is usual where nothing
/// is said. Messages speak of options as the command line spells them.
namespace tumen {

inline constexpr std::uint32_t most_samples = 1U << 20U;
inline constexpr std::size_t usual_width = 12;  // parameters, where none is named

/// "morris" or "sobol".
Expected<SensitivityMethod, Diagnostic> read_sensitivity_method(std::string_view name);

struct SensitivityAsked {
    SensitivityMethod method = SensitivityMethod::morris;
    std::vector<Factor> factors;
    std::optional<std::uint32_t> samples = {};  // trajectories (20), or base rows (128)
    std::string headline = {};                  // id; empty for the usual one
    std::string how = {};                       // how factors were chosen where nobody named them
};

/// An error for a headline that the plan has not, no factors, and too many points.
Expected<Design, Diagnostic> sensitivity_design(SensitivityAsked asked, const Scenario& scenario);

/// Which numbers of base rows would fill the ranges more evenly, as a sentence; empty where the
/// design's own does.
std::string evenness_advice(const Design& design);

/// Every point of a design of any method.
Expected<Points, Diagnostics> points_of(const Design& design, std::uint64_t seed,
                                        const MakeScenario& make);

}  // namespace tumen

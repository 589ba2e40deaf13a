#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "experiment/design_points.hpp"

/// From what is asked for to the design of a sweep, with what is usual where nothing is said.
/// Messages speak of options as the command line spells them.
namespace tumen {

inline constexpr std::uint32_t most_sweep_points = 100'000;

struct SweepAsked {
    std::vector<Factor> factors;
    std::optional<std::string> method = {};    // a grid for one factor or with levels, else Sobol's
    std::optional<std::uint32_t> points = {};  // of a grid of one factor, or of another method
};

/// A grid whose factors have their levels, a Latin hypercube or Sobol's points. An error for a
/// method that there is not, levels outside a grid, and too many points.
Expected<Design, Diagnostic> sweep_design(SweepAsked asked);

}  // namespace tumen

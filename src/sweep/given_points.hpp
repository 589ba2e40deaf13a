#pragma once
#include <string>
#include <string_view>

#include "experiment/design_points.hpp"
#include "scenario/text/files.hpp"
#include "sweep/factor_choice.hpp"

/// Points that somebody else chose: a table with a column for each parameter, rule or date, and a
/// row for each point, as other programs write their designs.
namespace tumen {

/// The method of their design.
inline constexpr std::string_view given_method = "given";

/// What varies by that name; an error for an unknown one. Of a date no range is known yet.
Expected<Factor, Diagnostic> any_factor(std::string_view name);

struct GivenPoints {
    Design design;    // of given_method; a factor's range is from its lowest to its highest value
    DesignRows rows;  // in the parameters' units
};

/// Reads values separated by commas, the names of what varies in the first line: numbers in the
/// parameter's unit, or quantities ("30 %"), rivals ("fixed"), dates. An error, at its line, for a
/// name that there is not, comes twice or is also set, for what is no value, and for too few or too
/// many points. Whether the model can be played at a point is found out when it is made.
Expected<GivenPoints, Diagnostic> read_given_points(const ScenarioText& table,
                                                    const std::vector<std::string>& set);

}  // namespace tumen

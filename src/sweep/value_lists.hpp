#pragma once
#include <string>
#include <vector>

#include "sweep/factor_choice.hpp"
#include "sweep/given_points.hpp"

/// Values that somebody names for a parameter, instead of a range: --vary "fee_base=20 %,25 %,40
/// %".
namespace tumen {

/// Whether one of the texts holds a list.
bool has_list(const std::vector<std::string>& texts);

/// Every combination of the values of lists, in their order, and of the levels of ranges (5 where
/// none are said), the last parameter fastest. A comma always separates: 15,000 is no number here.
/// Errors are those of read_factors(), and of values that the quantity cannot have.
Expected<GivenPoints, Diagnostic> listed_points(const std::vector<std::string>& texts,
                                                const VaryRules& rules);

}  // namespace tumen

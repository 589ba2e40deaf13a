#pragma once
#include <string>
#include <vector>

#include "sweep/factor_choice.hpp"
#include "sweep/given_points.hpp"

/// Values that somebody names, instead of a range of a parameter: --vary "fee_base=20 %,25 %,40 %",
/// --vary rules.trust=updated,fixed, --vary hand_in_drive.from=2020-10-01,2020-11-01.
namespace tumen {

/// Whether one of the texts holds a list, or what is always named: a rival rule, a date.
bool has_list(const std::vector<std::string>& texts);

/// Every combination of the values of lists, in their order, and of the levels of ranges (5 where
/// none are said), the last one fastest. A rule alone has all its rivals; dates may be a range with
/// levels or a step ("2020-10-01..2020-12-01:14 days"). A comma always separates: 15,000 is no
/// number here. Errors are those of read_factors(), and of values that there cannot be.
Expected<GivenPoints, Diagnostic> listed_points(const std::vector<std::string>& texts,
                                                const VaryRules& rules);

}  // namespace tumen

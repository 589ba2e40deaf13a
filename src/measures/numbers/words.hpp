#pragma once
#include <string>
#include <string_view>

#include "measures/numbers/statistics.hpp"

/// Numbers as people read them, rounded to what a run can tell.
namespace tumen {

/// "1,234" for counts, "12.3 %" for shares, "0.41" for plain numbers, "15,000 CNY".
std::string number_text(double value, std::string_view unit);

/// "1,100 to 1,400"
std::string interval_text(const Interval& interval, std::string_view unit);

/// What one number is more than another: "+1,234", "-2.3 pp" (percentage points) between shares,
/// "-15,000 CNY".
std::string difference_text(double value, std::string_view unit);

/// "-12 to +4.8 pp"
std::string difference_interval_text(const Interval& interval, std::string_view unit);

}  // namespace tumen

#include "app/cli/tables/cell_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "measures/numbers/words.hpp"

namespace tumen::app {

std::string number_cell(double value, std::string_view unit, Number how) {
    switch (how) {
        case Number::difference:
            return difference_text(value, unit);
        case Number::three_digits:
            return fmt::format("{:.3g}", value);
        case Number::two_decimals:
            return fmt::format("{:.2f}", value);
        case Number::as_is:
            break;
    }
    return number_text(value, unit);
}

std::string interval_cell(const Interval& interval, std::string_view unit, Number how) {
    switch (how) {
        case Number::difference:
            return difference_interval_text(interval, unit);
        case Number::three_digits:
        case Number::two_decimals:
            return number_cell(interval.low, unit, how) + " to " +
                   number_cell(interval.high, unit, how);
        case Number::as_is:
            break;
    }
    return interval_text(interval, unit);
}

std::string list_cell(const std::vector<std::string>& list) {
    return fmt::to_string(fmt::join(list, "; "));
}

}  // namespace tumen::app

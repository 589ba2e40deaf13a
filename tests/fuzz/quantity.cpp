#include "scenario/text/quantity.hpp"

#include <cmath>

#include "fuzz/input.hpp"

/// Numbers with units, read where each unit is expected.
namespace tumen::fuzz {
namespace {

constexpr auto last_unit = static_cast<int>(Unit::log_odds);

void read(std::string_view input, Unit unit) {
    const auto value = read_quantity(input, unit);
    if (!value) return require_shown(value.error());
    require(std::isfinite(*value));
    // What is shown to people can be typed in again. Left out are numbers so large that they have
    // no percentage, and so small that they have fewer than twelve digits.
    constexpr double largest = 1e300;
    constexpr double smallest = 1e-300;
    const double size = std::fabs(*value);
    if (size > largest || (size < smallest && size > 0)) return;
    const auto again = read_quantity(quantity_text(*value, unit), unit);
    require(static_cast<bool>(again));
    require(std::fabs(*again - *value) <= 1e-11 * size);
}

}  // namespace
}  // namespace tumen::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string input = tumen::fuzz::text_of(data, size);
    for (int unit = 0; unit <= tumen::fuzz::last_unit; ++unit)
        tumen::fuzz::read(input, static_cast<tumen::Unit>(unit));
    return 0;
}

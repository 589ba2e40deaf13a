#include "measures/answers/stopping.hpp"

#include <cmath>

#include "fuzz/input.hpp"

/// What --until takes: how well a headline is to be known.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto rule = tumen::read_stopping_rule(tumen::fuzz::text_of(data, size));
    if (!rule) {
        tumen::fuzz::require_shown(rule.error());
        return 0;
    }
    tumen::fuzz::require(std::isfinite(rule->half_width) && rule->half_width > 0);
    for (const char c : tumen::goal_text(*rule, "phones"))
        tumen::fuzz::require(static_cast<unsigned char>(c) >= 0x20);
    const auto headline = tumen::headline_of_rule(*rule, tumen::all_headlines());
    if (!headline) tumen::fuzz::require_shown(headline.error());
    return 0;
}

#include "design/design.hpp"

#include <cmath>

#include "fuzz/input.hpp"
#include "sweep/design_choice.hpp"
#include "sweep/value_lists.hpp"

/// What --vary takes: a parameter, a range, a number of levels, a list, a rule, dates.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using tumen::fuzz::require;
    const std::string text = tumen::fuzz::text_of(data, size);
    if (tumen::has_list({text})) {
        const auto given = tumen::listed_points({text}, {});
        if (!given) tumen::fuzz::require_shown(given.error());
        if (given)
            require(given->rows.size() >= 2 && given->rows.size() <= tumen::most_sweep_points);
    }
    const auto factor = tumen::read_factor(text);
    if (!factor) {
        tumen::fuzz::require_shown(factor.error());
        return 0;
    }
    require(std::isfinite(factor->low) && std::isfinite(factor->high));
    require(factor->low < factor->high);
    require(factor->levels == 0 || factor->levels >= 2);
    for (const double part : {0.0, 0.25, 0.5, 1.0}) {
        const double value = tumen::value_at(*factor, part);
        require(std::isfinite(value));
        require(value >= factor->low && value <= factor->high);
    }
    return 0;
}

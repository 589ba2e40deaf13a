#pragma once
#include <string>

#include "app/cli/terminal/columns.hpp"
#include "app/cli/terminal/json.hpp"
#include "app/cli/terminal/terminal.hpp"
#include "measures/answers/spread.hpp"
#include "store/reader.hpp"

namespace tumen::app {

/// Where a run's files lie.
struct Places {
    std::string results;
    std::string report;
};

enum class Format : std::uint8_t { text, json };

/// What a run came to, on stdout: the answer in three sentences beside the official picture, and
/// where the files lie; or the same and all headlines as JSON.
void print_summary(ResultReader& results, const Places& places, Format format, Terminal& terminal);

/// What a number spreads over plays, by name; what is not finite is null.
Json spread_json(const Spread& spread);

}  // namespace tumen::app

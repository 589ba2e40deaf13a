#pragma once
#include <nlohmann/json.hpp>

#include "app/cli/terminal/terminal.hpp"

namespace tumen::app {

using Json = nlohmann::ordered_json;

/// To stdout, with a line end. Numbers keep all their digits; what is not finite becomes null.
inline void print_json(const Json& json, Terminal& terminal) {
    terminal.exact(json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

}  // namespace tumen::app

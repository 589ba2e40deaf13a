#pragma once
#include <nlohmann/json.hpp>
#include <string>

#include "app/cli/terminal/terminal.hpp"

namespace tumen::app {

using Json = nlohmann::ordered_json;

/// Two spaces a level. Numbers keep all their digits; what is not finite becomes null.
std::string json_text(const Json& json);

/// To stdout, with a line end.
void print_json(const Json& json, Terminal& terminal);

}  // namespace tumen::app

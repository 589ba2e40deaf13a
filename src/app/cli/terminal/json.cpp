#include "app/cli/terminal/json.hpp"

namespace tumen::app {

std::string json_text(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

void print_json(const Json& json, Terminal& terminal) {
    terminal.exact(json_text(json) + "\n");
}

}  // namespace tumen::app

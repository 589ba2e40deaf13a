#pragma once
#include <string>
#include <string_view>

namespace tumen {

/// A commented file to start from.
std::string new_scenario_text(std::string_view name);

}  // namespace tumen

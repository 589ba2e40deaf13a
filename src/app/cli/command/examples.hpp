#pragma once
#include <string>
#include <string_view>

namespace tumen::app {

/// What can be typed to see a command at work, a line each, as its --help shows it; empty for a
/// command without any.
std::string examples_of(std::string_view command);

}  // namespace tumen::app

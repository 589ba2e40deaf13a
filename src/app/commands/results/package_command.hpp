#pragma once
#include "app/cli/command/command.hpp"

namespace tumen::app {

extern const Command package_command;

}  // namespace tumen::app

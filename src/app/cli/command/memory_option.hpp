#pragma once
#include "app/cli/command/command.hpp"

namespace tumen::app {

/// Of the commands that play.
inline constexpr Option memory_option = {
    "--memory", "SIZE", "Play only as many at once as fit into 4GB or 500MB; changes speed only",
    OptionKind::value};

}  // namespace tumen::app

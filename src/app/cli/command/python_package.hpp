#pragma once
#include <string>
#include <vector>

#include "app/cli/command/command.hpp"

namespace tumen::app {

/// Hands over to the Python package, which writes what needs libraries of Python's: `python3 -m
/// tumen WORDS`, by TUMEN_PYTHON where that names another interpreter. Does not come back but with
/// an exit code where there is no interpreter; where there is no package, Python says so. The
/// folder one stands in is no place to take the package from.
[[noreturn]] void hand_over_to_python(std::vector<std::string> words);

}  // namespace tumen::app

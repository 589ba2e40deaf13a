#pragma once
#include <string_view>

#include "base/diagnostic.hpp"

namespace tumen {

/// What was meant by the name of a variable (scenario/variable.hpp) that there is not.
Diagnostic unknown_variable(std::string_view name);

}  // namespace tumen

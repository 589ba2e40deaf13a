#pragma once
#include "rules/parameters.hpp"

namespace tumen::testing {

/// Every parameter at the evidence ledger's value: tests keep no second copy of the numbers.
Parameters starting_parameters();

}  // namespace tumen::testing

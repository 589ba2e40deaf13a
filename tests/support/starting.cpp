#include "support/starting.hpp"

#include "scenario/evidence/ledger.hpp"

namespace tumen::testing {

Parameters starting_parameters() {
    return starting_values();
}

}  // namespace tumen::testing

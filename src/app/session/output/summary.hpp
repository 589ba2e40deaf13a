#pragma once
#include <memory>

#include "app/cli/terminal/columns.hpp"
#include "app/cli/terminal/json.hpp"
#include "app/session/output/teller.hpp"
#include "measures/answers/second_reading.hpp"

namespace tumen::app {

/// What a run came to, on stdout: the answer in three sentences beside the official picture, and
/// where the files lie; or the same and all headlines as JSON.
std::unique_ptr<Teller> summary_teller();

}  // namespace tumen::app

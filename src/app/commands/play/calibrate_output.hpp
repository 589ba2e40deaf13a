#pragma once
#include "app/cli/terminal/json.hpp"
#include "app/session/output/summary.hpp"
#include "calibration/posterior_draws.hpp"
#include "store/reader.hpp"

namespace tumen::app {

/// What a stored calibration came to, as tables or as JSON.
void print_calibration(ResultReader& results, const Places& places, Format format,
                       Terminal& terminal);

/// "Generation 2: 431 proposals, 200 kept (46 %), within distance 1.9"
std::string generation_text(const AbcProgress& progress, const AbcSettings& settings);

/// A stored calibration with places; what cannot be read ends the command.
StoredCalibration stored_calibration(ResultReader& results);

}  // namespace tumen::app

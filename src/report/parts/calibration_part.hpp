#pragma once
#include <nlohmann/json.hpp>

#include "calibration/calibrate.hpp"

namespace tumen {

/// What a calibration came to, for the page and for `tumen calibrate --json`: numbers with all
/// their digits, texts as they are shown. `history` with places.
nlohmann::ordered_json calibration_json(const Calibration& calibration,
                                        const std::vector<Generation>& history);

}  // namespace tumen

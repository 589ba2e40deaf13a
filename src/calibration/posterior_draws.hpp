#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "calibration/calibrate.hpp"
#include "calibration/posterior.hpp"
#include "calibration/source.hpp"
#include "experiment/draws.hpp"

/// Experiments whose replicates draw their parameters from a stored calibration. Messages speak of
/// options as the command line spells them.
namespace tumen {

/// What a calibration stored, with places.
struct StoredCalibration {
    Calibration calibration;
    std::vector<Generation> history;
};
Expected<StoredCalibration, Diagnostic> read_calibration(CalibrationSource& source);

/// A posterior that is finished, and whose it is.
struct StoredPosterior {
    Posterior posterior;
    Design design;  // names calibration and particles, so that no other is taken for the same
};
/// `name` is what messages call the source.
Expected<StoredPosterior, Diagnostic> read_posterior(CalibrationSource& source,
                                                     const std::string& name);

/// Where a value of `set` ("fee_base=0.3") would be replaced by the draw: what to say of it.
std::optional<Diagnostic> set_and_drawn(const Posterior& posterior,
                                        const std::vector<std::string>& set);

/// Draws of the posterior's parameters, keyed by seed and number.
DrawSource posterior_source(StoredPosterior stored, std::uint64_t seed);

}  // namespace tumen

#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "calibration/calibrate.hpp"
#include "calibration/posterior.hpp"
#include "calibration/source.hpp"

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

/// The parameters of each of `replicates` become a draw, the same for all points; they may be more
/// than the experiment has so far. What cannot be played is said: shares that must sum, bounds that
/// must agree with what a scenario has.
std::optional<Diagnostic> draw_parameters(Experiment& experiment, const StoredPosterior& stored,
                                          const std::vector<std::uint32_t>& replicates);

}  // namespace tumen

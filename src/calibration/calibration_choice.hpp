#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "patterns/pattern_choice.hpp"

/// What a calibration is fitted to, chosen from what is asked for.
namespace tumen {

/// What a calibration is fitted to, and what it plays.
struct CalibrationChoice {
    std::vector<const Pattern*> fitted;
    std::vector<const Pattern*> held_out;  // everything else that the points can show
    std::vector<Point> points;             // by the names of runs, the scenario asked for first
    std::shared_ptr<const OwnPatterns> own = {};  // where patterns come from a file
};

/// `patterns`: "own" for those about the scenario, "city" for those about all scenarios of its
/// cities, "all", or ids with commas. A scenario of the user's own stands in as in a check.
Expected<CalibrationChoice, Diagnostic> choose_calibration(Scenario scenario,
                                                           const std::string& patterns,
                                                           const LoadScenario& load);

/// The same with the patterns of a file of one's own: those of role calibrate are fitted to.
Expected<CalibrationChoice, Diagnostic> choose_own_calibration(
    Scenario scenario, std::shared_ptr<const OwnPatterns> own, const LoadScenario& load);

/// What one voice alone reported is held out instead of fitted to. Says so where nothing is left,
/// or where nothing was.
std::optional<Diagnostic> leave_out_voice(CalibrationChoice& choice, std::string_view voice);

}  // namespace tumen

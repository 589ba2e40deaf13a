#pragma once
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <vector>

#include "calibration/source.hpp"
#include "experiment/extent.hpp"
#include "measures/answers/compare.hpp"
#include "measures/headlines/headlines.hpp"
#include "measures/headlines/yardstick.hpp"
#include "patterns/pattern_book.hpp"
#include "report/parts/answer_book.hpp"
#include "report/parts/request.hpp"
#include "report/rows/row_json.hpp"
#include "report/series/fans.hpp"
#include "sweep/sweep.hpp"

/// Inside the report: what its parts are made from, and the parts, in the order of the page.
namespace tumen {

inline constexpr double per_hundred = 100;

/// What one pass over the replicates gathers.
struct GatheredPlays {
    GatheredPlays(const Experiment& experiment, std::uint32_t point, const OlderResults* older);

    const Experiment& played;  // as whoever hands the replicates over has it
    std::uint32_t point;
    bool with_patterns;
    std::shared_ptr<AnswerBook> answer;
    const HeadlineTable& headlines() const { return answer->headlines(); }
    Fans fans;
    PatternBook patterns;
    std::vector<std::vector<double>> adults;  // by city, then replicate
    std::vector<std::pair<std::uint32_t, Hash>> hashes;
    std::size_t failed = 0;
    std::optional<PairingBook> pairings;  // where the experiment compares scenarios
};

/// ... and what is read once they are all there.
struct Gathered : GatheredPlays {
    const Experiment& experiment;  // as it is stored
    const Scenario& scenario;
    Json sweep;                           // where it is a sweep: its part of the data
    std::vector<std::string> sweep_told;  // ... and what is said of it
    std::string stopped;  // why no more replicates were played, where that was found out
    Extent extent = {};   // of all points
    const OlderResults* older = nullptr;  // where an older model played
    std::vector<std::string> notes = {};  // why these are not what this program plays
};

/// What the report opens with: for each row the range of the plays.
Json first_part(const Gathered& gathered, const Experiment& experiment);
Json scenario_part(const Gathered& gathered, std::uint32_t point);
Json cities_part(const Gathered& gathered);
Json events_part(const Scenario& scenario);
Json estimates_part(const Gathered& gathered, Side side);
Json ratio_part(const Gathered& gathered);
Json observables_part(const Plan& plan);
Json figures_part(const Plan& plan);
Json series_part(const Gathered& gathered);
Json enough_part(const Gathered& gathered);
Json differences_part(const Gathered& gathered);
Json patterns_part(const Gathered& gathered);
/// What a design varies, and between what.
Json factors_part(const Design& design);
/// What is drawn and listed of a sweep: of a large one some points that stand for all. `told` gets
/// what is said of the whole. Reads the replicates of all points.
Expected<Json, Diagnostic> sweep_part(ResultSource& results, std::vector<std::string>& told);
/// Null where the experiment is not one of sensitivity. Reads the replicates of all points.
Expected<Json, Diagnostic> sensitivity_part(ResultSource& results);
/// Null where no differences were judged over draws. Reads the replicates of all points.
Expected<Json, Diagnostic> conclusions_part(ResultSource& results);
/// Null where the experiment is not a calibration.
Expected<Json, Diagnostic> calibration_part(CalibrationSource& results);
/// Null where parameters are those of the scenario.
Json drawn_from_part(const Experiment& experiment, std::uint32_t point);
Json provenance_part(const Gathered& gathered, const ReportRequest& request);

}  // namespace tumen

#include "report/parts/calibration_part.hpp"

#include <algorithm>
#include <cmath>

#include "calibration/failure_fields.hpp"
#include "experiment/draw_fields.hpp"
#include "report/parts/parts.hpp"

namespace tumen {

namespace {

constexpr std::size_t most_drawn = 300;  // places of the pair plot

Json finite(double value) {
    return std::isfinite(value) ? Json(value) : Json();
}

/// Draws of equal weight: the values with which the posterior was simulated afresh.
Json drawn_part(const std::vector<Generation>& history) {
    Json list = Json::array();
    if (!is_finished(history)) return list;
    for (const Particle& particle : history.back().particles) {
        if (list.size() < most_drawn) list.push_back(particle.values);
    }
    return list;
}

Json correlations_part(const CalibrationSummary& summary) {
    Json rows = Json::array();
    for (const auto& row : summary.correlations) {
        Json& cells = rows.emplace_back(Json::array());
        for (const double cell : row)
            cells.push_back(finite(cell));
    }
    return rows;
}

template <Face face>
Json whole(const Calibration& calibration, const std::vector<Generation>& history) {
    const AbcSettings& settings = calibration.settings;
    const CalibrationSummary summary = summarise(settings, history);
    Json parameters = Json::array();
    for (const ParameterPosterior& one : summary.parameters)
        parameters.push_back(row_json<face>(one));
    Json patterns = Json::array();
    for (const PatternFit& fit : summary.patterns)
        patterns.push_back(row_json<face>(fit));
    Json generations = Json::array();
    for (const Generation& generation : history)
        generations.push_back(row_json<face>(generation));
    Json failures = Json::array();
    for (const FailedProposal& one : failed_proposals(settings, history))
        failures.push_back(row_json<face>(one));
    return {{"finished", is_finished(history)},
            {"why", summary.why},
            {"particles", summary.particles},
            {"effective_size", summary.effective_size},
            {"is_posterior", summary.particles > 0 && summary.no_posterior.empty()},
            {"replicates", calibration.replicates},
            {"parameters", std::move(parameters)},
            {"correlations", correlations_part(summary)},
            {"patterns", std::move(patterns)},
            {"generations", std::move(generations)},
            {"drawn", drawn_part(history)},
            {"failures", std::move(failures)},
            {"warnings", summary.warnings}};
}

}  // namespace

Json calibration_json(const Calibration& calibration, const std::vector<Generation>& history) {
    return whole<Face::command_line>(calibration, history);
}

Expected<Json, Diagnostic> calibration_part(CalibrationSource& results) {
    if (results.experiment().kind != ExperimentKind::calibrate) return Json();
    const auto calibration = calibration_of(results.experiment());
    if (!calibration) return calibration.error();
    auto history = results.generations();
    if (!history) return history.error();
    find_places(calibration->settings, *history);
    return whole<Face::page>(*calibration, *history);
}

namespace {

/// What a draw replaces in a point: values, and rivals of rules.
std::vector<Named<DrawnValue>> settings_of(const Point& point, const ReplicateDraw& draw) {
    const auto is_held = [&](const std::string& name) {
        return std::find(point.held.begin(), point.held.end(), name) != point.held.end();
    };
    std::vector<Named<DrawnValue>> settings;
    for (const auto& [name, value] : draw.values) {
        if (!is_held(name)) settings.emplace_back(name, value);
    }
    for (const auto& [name, choice] : draw.rules) {
        if (!is_held("rules." + name)) settings.emplace_back("rules." + name, choice);
    }
    return settings;
}

std::string source_of(const Experiment& experiment) {
    if (experiment.design->method == "prior") return "the prior";
    if (experiment.design->method == "belief") return "the belief";
    const std::string calibration = option_of(*experiment.design, "calibration");
    return calibration.empty() ? experiment.name : calibration;
}

}  // namespace

/// Where values, and perhaps rules, were drawn: from what, and what each replicate was played with.
Json drawn_from_part(const Experiment& experiment, std::uint32_t point) {
    if (experiment.draws.empty() || !experiment.design) return nullptr;
    Json names = Json::array();
    Json draws = Json::array();
    for (const ReplicateDraw& draw : experiment.draws) {
        DrawnReplicate row{draw.replicate, {}};
        const bool is_first = names.empty();
        for (auto& [name, value] : settings_of(experiment.points[point], draw)) {
            if (is_first) names.push_back(row_json<Face::page>(DrawnParameter{name}));
            row.values.push_back(std::move(value));
        }
        draws.push_back(row_json<Face::page>(row));
    }
    return {{"calibration", source_of(experiment)},
            {"parameters", std::move(names)},
            {"draws", std::move(draws)}};
}

}  // namespace tumen

#include "report/report.hpp"

#include <fmt/format.h>

#include <cmath>

#include "base/text.hpp"
#include "report/page.hpp"
#include "report/parts/parts.hpp"
#include "report/parts/played_part.hpp"
#include "report/texts.hpp"
#include "sensitivity/sensitivity.hpp"

namespace tumen {

namespace {

Json model_card_part() {
    Json list = Json::array();
    for (const CardEntry& entry : model_card()) {
        list.push_back({{"heading", entry.heading}, {"text", entry.text}});
    }
    return list;
}

Json limits_part() {
    Json list = Json::array();
    for (const std::string_view limit : limits_of_reports())
        list.push_back(limit);
    return list;
}

/// "Tumen 0.1.0, commit 4f2a...: a simulation with synthetic people. Model 5d2e..., scenario
/// hyesan-handin (hash ...), seed 1, replicates: asked for 64, there 64, failed 0; played
/// 2024-05-01."
std::string citation(const Gathered& gathered, const ReportRequest& request) {
    const Provenance& provenance = request.provenance;
    const std::string scenario_hash_text = gathered.older == nullptr
                                               ? hex(scenario_hash(gathered.scenario))
                                               : gathered.older->hashes[0];
    const std::string commit =
        provenance.build.commit.empty() ? "" : fmt::format(", commit {}", provenance.build.commit);
    const bool beside = points_asked(gathered.experiment) < gathered.experiment.points.size();
    return fmt::format(
        "Tumen {}{}: a simulation with synthetic people. Model {}, scenario {} (hash {}), seed {}, "
        "replicates: asked for {}, there {}, failed {}{}; played {}.",
        provenance.build.version, commit,
        request.older != nullptr ? "version 1" : request.fingerprint, gathered.scenario.name,
        scenario_hash_text, provenance.seed, gathered.extent.asked_for, gathered.extent.there,
        gathered.extent.failed, beside ? " (those without the campaign among them)" : "",
        provenance.created.substr(0, 10));
}

/// Whether patterns can be read on other points than the one reported about.
bool needs_all_points(ExperimentKind kind) {
    return kind == ExperimentKind::check || kind == ExperimentKind::compare ||
           kind == ExperimentKind::calibrate;
}

Expected<Gathered, Diagnostic> gather(CalibrationSource& results, const ReportRequest& request,
                                      GatheredPlays plays) {
    const Experiment& experiment = results.experiment();
    const Scenario& scenario = experiment.points[request.point].scenario;
    Gathered gathered{std::move(plays),
                      experiment,
                      scenario,
                      {},
                      {},
                      results.stopped(),
                      extent_of(results, request.failures),
                      request.older,
                      results.notes()};
    if (experiment.kind == ExperimentKind::sweep && experiment.design) {
        auto swept = sweep_part(results, gathered.sweep_told);
        if (!swept) return swept.error();
        gathered.sweep = *std::move(swept);
    }
    const bool of_many = !gathered.sweep.is_null() || sensitivity_method(experiment).has_value();
    if (gathered.hashes.empty() && !of_many) {
        return Diagnostic{"there is nothing to report",
                          fmt::format("no replicate of {} is done", scenario.name),
                          "play some with `tumen run --resume`",
                          {},
                          0,
                          0,
                          {}};
    }
    return gathered;
}

Json extent_part(const Gathered& gathered) {
    return {{"asked_for", gathered.extent.asked_for},
            {"there", gathered.extent.there},
            {"failed", gathered.extent.failed}};
}

/// Of many points none is the scenario: what is told of one of them would mislead.
enum class About : std::uint8_t { one_scenario, many_points };

Json answer_part(const Gathered& gathered, const Json& sensitivity, const Json& conclusions) {
    if (!conclusions.is_null()) return Json::array({conclusions["sentence"]});
    if (!gathered.sweep.is_null()) return gathered.sweep_told;
    if (!sensitivity.is_null() && !sensitivity["headlines"].empty())
        return sensitivity["headlines"][0]["sentences"];
    return gathered.answer->told(gathered.experiment);
}

/// Parts that are read from more than the replicates of one point.
struct WholeParts {
    Json sensitivity;
    Json calibration;
    Json conclusions;
    Json drawn_from;
    Json first;
    Json played;
};

Json data_of(const Gathered& gathered, WholeParts whole, About about,
             const ReportRequest& request) {
    const Scenario& scenario = gathered.scenario;
    const auto of_one = [&](Json part) {
        return about == About::one_scenario ? std::move(part) : Json::array();
    };
    // Plays at the starting values stand among those of draws there.
    Json patterns = whole.conclusions.is_null() ? patterns_part(gathered) : Json();
    return {{"format", 1},
            {"scenario", scenario_part(gathered, request.point)},
            {"cities", cities_part(gathered)},
            {"replicates", gathered.hashes.size()},
            {"extent", extent_part(gathered)},
            {"notes", gathered.notes},
            {"events", events_part(scenario)},
            {"answer", answer_part(gathered, whole.sensitivity, whole.conclusions)},
            {"official", of_one(estimates_part(gathered, Side::official))},
            {"changed", of_one(estimates_part(gathered, Side::changed))},
            {"told", of_one(estimates_part(gathered, Side::told))},
            {"other", of_one(estimates_part(gathered, Side::other))},
            {"ratio", about == About::one_scenario ? ratio_part(gathered) : Json()},
            {"limits", limits_part()},
            {"observables", of_one(observables_part(scenario.plan))},
            {"figures", of_one(figures_part(scenario.plan))},
            {"series", of_one(series_part(gathered))},
            {"enough", of_one(enough_part(gathered))},
            {"stopped", gathered.stopped.empty() ? Json() : Json(gathered.stopped)},
            {"sweep", gathered.sweep},
            {"differences", differences_part(gathered)},
            {"conclusions", std::move(whole.conclusions)},
            {"patterns", std::move(patterns)},
            {"sensitivity", std::move(whole.sensitivity)},
            {"calibration", std::move(whole.calibration)},
            {"drawn_from", std::move(whole.drawn_from)},
            {"first", std::move(whole.first)},
            {"provenance", provenance_part(gathered, request)},
            {"played", std::move(whole.played)},
            {"model_card", model_card_part()},
            {"cite", citation(gathered, request)}};
}

}  // namespace

/// (What is reported is said of this model: an older one had other days.)
GatheredPlays::GatheredPlays(const Experiment& experiment, std::uint32_t which,
                             const OlderResults* older)
    : played(experiment),
      point(which),
      with_patterns(experiment.days == Days::kept && older == nullptr),
      answer(std::make_shared<AnswerBook>(
          experiment, which,
          experiment.kind == ExperimentKind::run && !experiment.draws.empty() && with_patterns
              ? Doubted::yes
              : Doubted::no)),
      fans(experiment.points[which].scenario.plan),
      patterns(experiment,
               experiment.days == Days::kept ? points_by_name(experiment) : ScenarioPoints(),
               testable_patterns()),
      adults(experiment.points[which].scenario.plan.cities.size()) {
    if (experiment.kind == ExperimentKind::compare) pairings.emplace(experiment, which);
}

ReportPlays::ReportPlays(const Experiment& experiment, std::uint32_t point,
                         const OlderResults* older)
    : gathered_(std::make_unique<GatheredPlays>(experiment, point, older)) {}
ReportPlays::~ReportPlays() = default;
ReportPlays::ReportPlays(ReportPlays&& other) noexcept = default;

bool ReportPlays::wants(ReplicateKey key) const {
    const Experiment& experiment = gathered_->played;
    return key.point == gathered_->point ||
           experiment.points[gathered_->point].yardstick == key.point ||
           needs_all_points(experiment.kind);
}

void ReportPlays::add(const ReplicateResult& result) {
    if (!wants(key_of(result))) return;
    GatheredPlays& gathered = *gathered_;
    if (gathered.with_patterns) gathered.patterns.add(result);
    if (gathered.pairings) gathered.pairings->add(result);
    gathered.answer->add(result);
    if (result.point != gathered.point) return;
    if (result.outcome == Outcome::failed) {
        ++gathered.failed;
        return;
    }
    if (gathered.played.days == Days::kept) gathered.fans.add(result);
    gathered.hashes.emplace_back(result.replicate, result.state_hash);
    for (std::size_t city = 0; city < gathered.adults.size(); ++city)
        gathered.adults[city].push_back(static_cast<double>(result.adults[city]));
}

std::shared_ptr<const AnswerBook> ReportPlays::answer() const {
    return gathered_->answer;
}

GatheredPlays ReportPlays::take() && {
    return std::move(*gathered_);
}

Expected<ReportPlays, Diagnostic> read_plays(
    CalibrationSource& results, const ReportRequest& request,
    const std::function<void(const ReplicateResult&)>& hear) {
    ReportPlays plays(results.experiment(), request.point, request.older);
    for (const ReplicateKey key : results.replicates()) {
        if (!plays.wants(key)) continue;
        const auto result = results.read(key);
        if (!result) return result.error();
        if (hear) hear(*result);
        plays.add(*result);
    }
    return plays;
}

Expected<std::string, Diagnostic> report_json(CalibrationSource& results,
                                              const ReportRequest& request, ReportPlays plays) {
    auto gathered = gather(results, request, std::move(plays).take());
    if (!gathered) return gathered.error();
    auto sensitivity = sensitivity_part(results);
    if (!sensitivity) return sensitivity.error();
    auto calibration = calibration_part(results);
    if (!calibration) return calibration.error();
    const Experiment& experiment = results.experiment();
    auto conclusions = conclusions_part(results);
    if (!conclusions) return conclusions.error();
    const bool many = (experiment.design && experiment.draws.empty()) || !conclusions->is_null();
    WholeParts whole{*std::move(sensitivity),
                     *std::move(calibration),
                     *std::move(conclusions),
                     drawn_from_part(experiment, request.point),
                     many ? Json() : first_part(*gathered, experiment),
                     played_part(results, request.older)};
    return data_of(*gathered, std::move(whole), many ? About::many_points : About::one_scenario,
                   request)
        .dump(-1, ' ', false, Json::error_handler_t::replace);
}

Expected<std::string, Diagnostic> report_page(CalibrationSource& results,
                                              const ReportRequest& request, ReportPlays plays) {
    auto json = report_json(results, request, std::move(plays));
    if (!json) return json.error();
    return render_page(*json);
}

Expected<std::string, Diagnostic> report_json(CalibrationSource& results,
                                              const ReportRequest& request) {
    auto plays = read_plays(results, request);
    if (!plays) return plays.error();
    return report_json(results, request, *std::move(plays));
}

Expected<std::string, Diagnostic> report_page(CalibrationSource& results,
                                              const ReportRequest& request) {
    auto plays = read_plays(results, request);
    if (!plays) return plays.error();
    return report_page(results, request, *std::move(plays));
}

}  // namespace tumen

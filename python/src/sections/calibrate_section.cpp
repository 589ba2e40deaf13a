#include <pybind11/functional.h>
#include <pybind11/stl.h>

#include <cmath>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "belief/belief_draws.hpp"
#include "belief/without_voice.hpp"
#include "build.hpp"
#include "calibration/calibrate.hpp"
#include "calibration/failure_fields.hpp"
#include "calibration/calibration_choice.hpp"
#include "calibration/posterior_draws.hpp"
#include "calibration/prior_choice.hpp"
#include "errors.hpp"
#include "experiment/ensemble/pool.hpp"
#include "experiment/failure.hpp"
#include "measures/headlines/yardstick.hpp"
#include "patterns/pattern_choice.hpp"
#include "results.hpp"
#include "rows.hpp"
#include "scenario/fingerprint/fingerprint.hpp"
#include "sections/sections.hpp"
#include "store/reader.hpp"
#include "store/store.hpp"
#include "sweep/factor_choice.hpp"
#include "watched.hpp"

namespace py = pybind11;

namespace tumen::python {

namespace {

/// Points and design of a calibration of a scenario, what `load` gives for the others that its
/// patterns need.
using Chosen = std::pair<std::vector<std::pair<std::string, Scenario>>, Design>;

Chosen choose(const Scenario& scenario, const std::string& patterns,
              const std::vector<std::string>& vary, const std::vector<std::string>& set,
              bool beyond_evidence, const LoadScenario& load, CalibrationAsked asked) {
    CalibrationChoice choice =
        value_or_raise(choose_calibration(scenario, patterns, load), ErrorKind::argument);
    const VaryRules rules{beyond_evidence ? BeyondEvidence::listed : BeyondEvidence::refused, set};
    asked.priors = value_or_raise(choose_priors(vary, rules, choice.fitted), ErrorKind::argument);
    asked.fitted = std::move(choice.fitted);
    asked.held_out = std::move(choice.held_out);
    Chosen chosen;
    for (Point& point : choice.points)
        chosen.first.emplace_back(point.name, std::move(point.scenario));
    chosen.second = calibration_design(asked);
    return chosen;
}

/// Kept sets of values in place of replicates.
Progress as_progress(const AbcProgress& now, const AbcSettings& settings) {
    Progress progress;
    progress.replicates = std::size_t{settings.particles} * settings.generations;
    progress.done = std::min(std::size_t{now.generation} * settings.particles + now.accepted,
                             progress.replicates);
    progress.cities = progress.replicates;
    progress.cities_played = progress.done;
    return progress;
}

/// All generations, and then the scenarios with draws from the posterior.
void sample(Experiment experiment, const Calibration& calibration, ResultStore& store,
            const EnsembleOptions& watched) {
    const AbcSettings& settings = calibration.settings;
    auto history = value_or_raise(store.generations(settings), ErrorKind::results);
    if (const std::string problem = restore(settings, history); !problem.empty())
        raise(ErrorKind::results, diagnostic("this calibration cannot be continued", problem));
    AbcOptions options;
    options.chunk = 8 * watched.threads;
    options.stop = [&] { return *watched.stop == StopRequest::stop; };
    options.progress = [&](const AbcProgress& now) {
        watched.progress(as_progress(now, settings));
    };
    Pool pool(watched.threads);
    const PatternSimulator simulator(experiment, calibration, options.stop);
    const AbcEnd end = value_or_raise(
        run_abc(settings, history, simulator, store.calibration(settings), pool, options),
        ErrorKind::results);
    if (end == AbcEnd::none) return;
    if (end == AbcEnd::no_posterior) {
        raise(ErrorKind::results, diagnostic("too few proposals could be played",
                                             history.back().particles.front().reason));
    }
    experiment.draws =
        draws_from(posterior_values(settings, history), experiment.seed, experiment.replicates);
    if (const auto problem = store.add(experiment.draws)) raise(ErrorKind::results, *problem);
    value_or_raise(play_experiment(experiment, store.done(), watched, store), ErrorKind::results);
}

/// Results of what is in the file then, and whether it was interrupted.
py::tuple calibrate(const Experiment& experiment, std::size_t threads, const py::object& progress,
                    const std::string& path, bool replace) {
    const Calibration calibration = value_or_raise(calibration_of(experiment), ErrorKind::argument);
    auto store = value_or_raise(
        replace ? ResultStore::create(path, experiment, this_build(), Overwrite::replace)
                : ResultStore::resume_or_create(path, experiment, this_build()),
        ErrorKind::results);
    EnsembleOptions options;
    options.threads = threads;
    const Ended ended = watch(progress, options, [&](const EnsembleOptions& watched) {
        sample(experiment, calibration, *store, watched);
    });
    const auto problem = ended == Ended::by_interrupt ? store->close_unfinished() : store->close();
    if (problem) raise(ErrorKind::results, *problem);
    const std::string where = store->where();
    store.reset();
    auto reader = value_or_raise(ResultReader::open(where), ErrorKind::results);
    std::vector<Provenance> provenance = reader->provenance();
    return py::make_tuple(
        std::make_shared<Results>(std::move(reader), std::move(provenance), where),
        ended == Ended::by_interrupt);
}

StoredCalibration stored_by(Results& results) {
    return results.with_source([](CalibrationSource& source) {
        return value_or_raise(read_calibration(source), ErrorKind::results);
    });
}

void draw(Experiment& experiment, const DrawSource& source, RivalDraws rivals) {
    if (const auto problem = take_draws(experiment, source, rivals, experiment.replicates))
        raise(ErrorKind::scenario, *problem);
    add_yardsticks(experiment);
}

/// The experiment with the parameters of its replicates drawn from a calibration.
Experiment drawn(Experiment experiment, Results& calibration, const std::vector<std::string>& set) {
    StoredPosterior stored = calibration.with_source([&](CalibrationSource& source) {
        const std::string name = calibration.path().empty() ? "memory" : calibration.path();
        return value_or_raise(read_posterior(source, name), ErrorKind::results);
    });
    if (const auto problem = set_and_drawn(stored.posterior, set))
        raise(ErrorKind::argument, *problem);
    draw(experiment, posterior_source(std::move(stored), experiment.seed), RivalDraws::drawn);
    return experiment;
}

/// The experiment with values, and perhaps rival rules, of its replicates drawn from "prior" or
/// "belief", which is to hold; of the belief a voice can be left out.
Experiment drawn_from_source(Experiment experiment, const std::string& values, bool rivals,
                             const std::optional<std::string>& without) {
    const RivalDraws drawn_rivals = rivals ? RivalDraws::drawn : RivalDraws::left;
    if (values == "belief") {
        const Belief belief =
            without ? value_or_raise(without_voice(ledger_belief(), *without), ErrorKind::argument)
                    : ledger_belief();
        draw(experiment, belief_source(belief), drawn_rivals);
    } else {
        draw(experiment, prior_source(ledger_priors(), experiment.seed), drawn_rivals);
    }
    return experiment;
}

py::dict calibration(Results& results) {
    const StoredCalibration stored = stored_by(results);
    const CalibrationSummary summary = summarise(stored.calibration.settings, stored.history);
    const Posterior posterior = posterior_values(stored.calibration.settings, stored.history);
    py::list parameters;
    for (const ParameterPosterior& one : summary.parameters)
        parameters.append(row_dict(one));
    py::list patterns;
    for (const PatternFit& one : summary.patterns)
        patterns.append(row_dict(one));
    py::list failures;
    for (const FailedProposal& one :
         failed_proposals(stored.calibration.settings, stored.history))
        failures.append(row_dict(one));
    py::dict result;
    result["failures"] = failures;
    result["end"] = summary.why;
    result["effective_size"] = summary.effective_size;
    result["parameters"] = parameters;
    result["correlations"] = summary.correlations;
    result["patterns"] = patterns;
    result["warnings"] = summary.warnings;
    result["names"] = posterior.names;
    result["values"] = posterior.values;
    result["weights"] = posterior.weights;
    return result;
}

}  // namespace

void bind_calibrate(py::module_& module) {
    module.def(
        "choose_calibration",
        [](const Scenario& scenario, const std::string& patterns,
           const std::vector<std::string>& vary, const std::vector<std::string>& set,
           bool beyond_evidence, const LoadScenario& load, std::uint32_t particles,
           std::uint32_t generations, std::uint32_t predictive, std::uint32_t replicates) {
            return choose(scenario, patterns, vary, set, beyond_evidence, load,
                          {{}, {}, {}, particles, generations, predictive, replicates});
        },
        py::kw_only(), py::arg("scenario"), py::arg("patterns"), py::arg("vary"), py::arg("set"),
        py::arg("beyond_evidence"), py::arg("load"), py::arg("particles"), py::arg("generations"),
        py::arg("predictive"), py::arg("replicates"));
    module.def("drawn_from_source", drawn_from_source, py::arg("experiment"), py::arg("values"),
               py::arg("rivals"), py::arg("without"));
    module.def("usual_values", [] { return usual_values(model_fingerprint()); });
    module.def("drawn_from", drawn, py::arg("experiment"), py::arg("calibration"), py::arg("set"));
    module.def("calibrate", calibrate, py::arg("experiment"), py::arg("threads"),
               py::arg("progress"), py::arg("path"), py::arg("replace"));
    module.def("calibration", calibration, py::arg("results"));
}

}  // namespace tumen::python

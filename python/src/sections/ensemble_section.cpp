#include "experiment/ensemble/ensemble.hpp"

#include <pybind11/stl.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "build.hpp"
#include "errors.hpp"
#include "experiment/ensemble/pool.hpp"
#include "experiment/failure.hpp"
#include "results.hpp"
#include "sections/sections.hpp"
#include "store/reader.hpp"
#include "store/rows/experiment_rows.hpp"
#include "store/rows/provenance_rows.hpp"
#include "store/store.hpp"
#include "watched.hpp"

namespace py = pybind11;

namespace tumen::python {

namespace {

ExperimentKind kind_of(const std::string& name) {
    for (const ExperimentKind kind :
         {ExperimentKind::run, ExperimentKind::compare, ExperimentKind::sweep,
          ExperimentKind::sensitivity, ExperimentKind::calibrate, ExperimentKind::check}) {
        if (name_of(kind) == name) return kind;
    }
    throw py::value_error("no kind of experiment is called " + name);
}

Experiment experiment_of(const std::string& kind, const std::string& name,
                         const std::string& command, std::uint64_t seed,
                         std::vector<std::uint32_t> replicates, std::vector<NamedPoint> points,
                         const std::optional<Design>& design) {
    Experiment experiment;
    experiment.kind = kind_of(kind);
    experiment.name = name;
    experiment.command = command;
    experiment.seed = seed;
    experiment.replicates = std::move(replicates);
    experiment.design = design;
    if (experiment.kind == ExperimentKind::sweep || experiment.kind == ExperimentKind::sensitivity)
        experiment.days = Days::left_out;  // many points: only what they come to
    for (auto& [point, scenario, values] : points)
        experiment.points.push_back({point, std::move(scenario), std::move(values)});
    return experiment;
}

/// What came of playing, for Python.
struct Played {
    Summary summary;
    Ended ended = Ended::by_itself;
};

Played play_into(const Experiment& experiment, const DoneSet& done, std::size_t threads,
                 ResultSink& sink, const py::object& progress) {
    EnsembleOptions options;
    options.threads = threads;
    Played played;
    played.ended = watch(progress, options, [&](const EnsembleOptions& watched) {
        played.summary =
            value_or_raise(play_experiment(experiment, done, watched, sink), ErrorKind::results);
    });
    return played;
}

Provenance provenance_of(const Experiment& experiment) {
    return {this_build(), experiment.seed, experiment.command,
            parameter_hash(experiment.points.front().scenario.plan), today()};
}

py::tuple answer(std::shared_ptr<Results> results, const Played& played) {
    py::dict summary;
    summary["done"] = played.summary.done;
    summary["failed"] = played.summary.failed;
    summary["skipped"] = played.summary.skipped;
    summary["left"] = played.summary.left;
    summary["seconds"] = played.summary.seconds;
    summary["interrupted"] = played.ended == Ended::by_interrupt;
    return py::make_tuple(std::move(results), summary);
}

py::tuple play_in_memory(const Experiment& experiment, std::size_t threads,
                         const py::object& progress) {
    auto memory = std::make_unique<ResultsInMemory>(experiment);
    const Played played = play_into(memory->experiment(), {}, threads, *memory, progress);
    memory->close();
    return answer(std::make_shared<Results>(std::move(memory),
                                            std::vector{provenance_of(experiment)}, std::string()),
                  played);
}

std::unique_ptr<ResultStore> open_store(const Experiment& experiment, const std::string& path,
                                        bool replace) {
    return value_or_raise(
        replace ? ResultStore::create(path, experiment, this_build(), Overwrite::replace)
                : ResultStore::resume_or_create(path, experiment, this_build()),
        ErrorKind::results);
}

py::tuple play_into_file(const Experiment& experiment, std::size_t threads,
                         const py::object& progress, const std::string& path, bool replace) {
    std::unique_ptr<ResultStore> store = open_store(experiment, path, replace);
    const Played played = play_into(experiment, store->done(), threads, *store, progress);
    const auto problem = played.summary.left == 0 ? store->close() : store->close_unfinished();
    if (problem) raise(ErrorKind::results, *problem);
    const std::string where = store->where();
    store.reset();
    auto reader = value_or_raise(ResultReader::open(where), ErrorKind::results);
    std::vector<Provenance> provenance = reader->provenance();
    return answer(std::make_shared<Results>(std::move(reader), std::move(provenance), where),
                  played);
}

}  // namespace

void bind_ensemble(py::module_& module) {
    py::class_<Experiment>(module, "Experiment")
        .def(py::init(&experiment_of), py::kw_only(), py::arg("kind"), py::arg("name"),
             py::arg("command"), py::arg("seed"), py::arg("replicates"), py::arg("points"),
             py::arg("design"));
    module.def("play", play_in_memory, py::arg("experiment"), py::arg("threads"),
               py::arg("progress"));
    module.def("play_into_file", play_into_file, py::arg("experiment"), py::arg("threads"),
               py::arg("progress"), py::arg("path"), py::arg("replace"));
    module.def("available_threads", available_threads);
    module.attr("version") = built::version;
    module.attr("commit") = built::commit;
}

}  // namespace tumen::python

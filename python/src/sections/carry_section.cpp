#include "carry.hpp"

#include <pybind11/stl.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "build.hpp"
#include "errors.hpp"
#include "experiment/failure.hpp"
#include "measures/answers/verify.hpp"
#include "results.hpp"
#include "store/rows/experiment_rows.hpp"
#include "store/store.hpp"

namespace py = pybind11;

namespace tumen::python {

namespace {

void save(Results& results, const std::string& path) {
    const py::gil_scoped_release released;
    if (results.experiment().kind == ExperimentKind::calibrate) {
        raise(ErrorKind::results,
              diagnostic("a calibration is not written again",
                         "its generations are in the results file that it made",
                         "give calibrate() a file with out=, and copy that", results.path()));
    }
    auto store = value_or_raise(
        ResultStore::create(path, results.experiment(), this_build(), Overwrite::refuse),
        ErrorKind::results);
    results.each([&](const ReplicateResult& result) { store->accept(result); });
    if (const auto problem = store->close()) raise(ErrorKind::results, *problem);
}

using Parts = std::vector<std::shared_ptr<Results>>;

/// Each part must hold some replicates of this experiment.
void check_parts(const Parts& parts, const Experiment& whole) {
    for (const auto& part : parts) {
        Experiment theirs = part->experiment();
        theirs.replicates = whole.replicates;
        theirs.draws = whole.draws;
        const auto differences = experiment_differences(whole, theirs);
        if (!differences.empty()) {
            raise(ErrorKind::results,
                  diagnostic("the parts are of different experiments", differences.front(),
                             "gather what one call was divided into", part->path()));
        }
    }
}

/// All that the parts hold of an experiment, or of that of the first one, in memory.
std::shared_ptr<Results> gather(const Parts& parts, const std::optional<Experiment>& experiment) {
    const py::gil_scoped_release released;
    if (parts.empty()) {
        raise(ErrorKind::results, diagnostic("there is nothing to gather", "",
                                             "give the results of one call or more", ""));
    }
    auto memory =
        std::make_unique<ResultsInMemory>(experiment ? *experiment : parts.front()->experiment());
    check_parts(parts, memory->experiment());
    for (const auto& part : parts)
        part->each([&](const ReplicateResult& result) { memory->accept(result); });
    memory->close();
    return std::make_shared<Results>(std::move(memory), parts.front()->provenance(), std::string());
}

}  // namespace

void bind_carry(py::module_& module) {
    module.def("save_results", save, py::arg("results"), py::arg("path"));
    module.def("gather_results", gather, py::arg("parts"), py::arg("experiment"));
}

}  // namespace tumen::python

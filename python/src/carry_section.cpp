#include "carry.hpp"

#include <pybind11/stl.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "build.hpp"
#include "errors.hpp"
#include "results.hpp"
#include "store/experiment_rows.hpp"
#include "store/store.hpp"
#include "study/failure.hpp"
#include "study/verify.hpp"

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

/// The experiment of which each part holds some replicates.
Experiment whole_of(const Parts& parts) {
    Experiment whole = parts.front()->experiment();
    std::set<std::uint32_t> replicates;
    for (const auto& part : parts) {
        Experiment theirs = part->experiment();
        replicates.insert(theirs.replicates.begin(), theirs.replicates.end());
        theirs.replicates = whole.replicates;
        const auto differences = experiment_differences(whole, theirs);
        if (!differences.empty()) {
            raise(ErrorKind::results,
                  diagnostic("the parts are of different experiments", differences.front(),
                             "gather what one call was divided into", part->path()));
        }
    }
    whole.replicates.assign(replicates.begin(), replicates.end());
    return whole;
}

/// All that the parts hold, in memory.
std::shared_ptr<Results> gather(const Parts& parts) {
    const py::gil_scoped_release released;
    if (parts.empty()) {
        raise(ErrorKind::results, diagnostic("there is nothing to gather", "",
                                             "give the results of one call or more", ""));
    }
    auto memory = std::make_unique<ResultsInMemory>(whole_of(parts));
    for (const auto& part : parts)
        part->each([&](const ReplicateResult& result) { memory->accept(result); });
    memory->close();
    return std::make_shared<Results>(std::move(memory), parts.front()->provenance(), std::string());
}

}  // namespace

void bind_carry(py::module_& module) {
    module.def("save_results", save, py::arg("results"), py::arg("path"));
    module.def("gather_results", gather, py::arg("parts"));
}

}  // namespace tumen::python

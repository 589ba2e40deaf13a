#include <pybind11/stl.h>

#include <memory>
#include <utility>

#include "errors.hpp"
#include "experiment/provenance_fields.hpp"
#include "experiment/replicate_fields.hpp"
#include "report/report.hpp"
#include "results.hpp"
#include "rows.hpp"
#include "scenario/fingerprint/fingerprint.hpp"
#include "sections/sections.hpp"
#include "store/reader.hpp"
#include "store/rows/experiment_rows.hpp"

namespace py = pybind11;

namespace tumen::python {

namespace {

std::shared_ptr<Results> open(const std::string& path) {
    const py::gil_scoped_release released;
    auto reader = value_or_raise(ResultReader::open(path), ErrorKind::results);
    std::vector<Provenance> provenance = reader->provenance();
    return std::make_shared<Results>(std::move(reader), std::move(provenance), path);
}

std::shared_ptr<Table> daily(Results& results, bool total) {
    const py::gil_scoped_release released;
    const Cities cities = total ? Cities::together : Cities::apart;
    return std::const_pointer_cast<Table>(results.daily(cities));
}

py::list stored_provenance(const Results& results) {
    py::list list;
    for (const Provenance& one : results.provenance())
        list.append(row_dict(ProvenanceRow{one, {}}));
    return list;
}

/// One entry a replicate: who it is, whether it is done, and the proof of it.
py::list replicates_of(Results& results) {
    std::vector<ReplicateResult> heads;
    {
        const py::gil_scoped_release released;
        results.each([&](const ReplicateResult& result) {
            ReplicateResult head = result;
            head.cities.clear();
            heads.push_back(std::move(head));
        });
    }
    py::list list;
    for (const ReplicateResult& head : heads)
        list.append(row_dict(replicate_row(results.experiment().points.name(head.point), head)));
    return list;
}

std::size_t failures_of(CalibrationSource& source) {
    std::size_t failed = 0;
    for (const ReplicateKey key : source.replicates()) {
        const auto result = value_or_raise(source.read(key), ErrorKind::results);
        failed += result.outcome == Outcome::failed ? 1 : 0;
    }
    return failed;
}

std::string page(Results& results, std::uint32_t point, bool as_json) {
    const py::gil_scoped_release released;
    return results.with_source([&](CalibrationSource& source) {
        ReportRequest request{point, results.provenance().front(), model_fingerprint()};
        if (const auto* stored = dynamic_cast<const ResultReader*>(&source)) {
            request.fingerprint = stored->fingerprint();
            request.failures = stored->failures();
            request.older = stored->older();
        } else {
            request.failures = failures_of(source);
        }
        return value_or_raise(as_json ? report_json(source, request) : report_page(source, request),
                              ErrorKind::results);
    });
}

std::vector<std::string> point_names(const Results& results) {
    const Points& points = results.experiment().points;
    std::vector<std::string> names;
    names.reserve(points.size());
    for (std::size_t i = 0; i < points.size(); ++i)
        names.push_back(points.name(i));
    return names;
}

py::list point_values(const Results& results) {
    py::list list;
    const Points& points = results.experiment().points;
    for (std::size_t i = 0; i < points.size(); ++i)
        list.append(py::make_tuple(points.name(i), points.values(i)));
    return list;
}

Scenario scenario_of(const Results& results, std::size_t point) {
    if (point >= results.experiment().points.size()) throw py::index_error("there is no such point");
    return results.experiment().points.at(point).scenario;
}

std::pair<std::shared_ptr<Table>, std::optional<std::size_t>> daily_part(Results& results,
                                                                         std::size_t first,
                                                                         std::size_t rows) {
    const py::gil_scoped_release released;
    Results::Part part = results.daily_part(first, rows);
    return {std::const_pointer_cast<Table>(part.table), part.next};
}

}  // namespace

void bind_results(py::module_& module) {
    py::class_<Results, std::shared_ptr<Results>>(module, "Results")
        .def_property_readonly("path", &Results::path)
        .def_property_readonly("notes", &Results::notes)
        .def_property_readonly("kind",
                               [](const Results& one) { return name_of(one.experiment().kind); })
        .def_property_readonly("name", [](const Results& one) { return one.experiment().name; })
        .def_property_readonly("seed", [](const Results& one) { return one.experiment().seed; })
        .def_property_readonly("planned",
                               [](const Results& one) { return one.experiment().replicates; })
        .def_property_readonly("point_names", point_names)
        .def_property_readonly("point_values", point_values)
        .def("scenario", scenario_of, py::arg("point"))
        .def_property_readonly("has_draws",
                               [](const Results& one) { return !one.experiment().draws.empty(); })
        .def_property_readonly("design", [](const Results& one) { return one.experiment().design; })
        .def_property_readonly("provenance", stored_provenance)
        .def("replicates", replicates_of)
        .def("daily", daily, py::arg("total"))
        .def("daily_part", daily_part, py::arg("first"), py::arg("rows"))
        .def("page", page, py::arg("point"), py::arg("as_json"));
    module.def("open_results", open, py::arg("path"));
}

}  // namespace tumen::python

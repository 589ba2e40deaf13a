#include <pybind11/stl.h>

#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "errors.hpp"
#include "scenario/scenario.hpp"
#include "sections.hpp"
#include "study/design_points.hpp"
#include "study/files.hpp"
#include "study/openness.hpp"
#include "study/sensitivity.hpp"

namespace py = pybind11;

namespace tumen::python {

namespace {

using Values = std::vector<std::pair<std::string, double>>;

Factor factor(const std::string& text) {
    return value_or_raise(read_factor(text), ErrorKind::argument);
}

/// Further values for a scenario that was read already: its whole text is read again with them.
MakeScenario further(const Scenario& base, bool beyond_evidence) {
    return [text = write_scenario(base), name = base.name,
            beyond_evidence](const std::vector<std::string>& overrides) {
        ReadOptions options{overrides,
                            beyond_evidence ? BeyondEvidence::listed : BeyondEvidence::refused};
        return read_scenario({name, name, text, Place::folder}, FolderFiles(""), options);
    };
}

DesignRows rows_of(const Design& design, std::uint64_t seed) {
    const bool analysed = design.method == "morris" || design.method == "saltelli";
    return analysed ? sensitivity_parts(design, seed) : parts_of(design, seed);
}

std::vector<std::tuple<std::string, Scenario, Values>> points(const Design& design,
                                                              std::uint64_t seed,
                                                              const Scenario& base,
                                                              bool beyond_evidence) {
    const py::gil_scoped_release released;
    auto made = value_or_raise(make_points(design, values_at(design.factors, rows_of(design, seed)),
                                           further(base, beyond_evidence)),
                               ErrorKind::scenario);
    std::vector<std::tuple<std::string, Scenario, Values>> list;
    for (Point& point : made)
        list.emplace_back(point.name, std::move(point.scenario), point.values);
    return list;
}

/// Whether the scenario can be played with the parameter at both ends of its range, all else as it
/// is.
bool can_move_alone(const Scenario& base, const Factor& factor) {
    const MakeScenario make = further(base, false);
    for (const double end : {factor.low, factor.high}) {
        py::object text = py::repr(py::float_(end));
        if (!make({factor.name + "=" + text.cast<std::string>()})) return false;
    }
    return true;
}

}  // namespace

void bind_design(py::module_& module) {
    py::class_<Factor>(module, "Factor")
        .def_readonly("name", &Factor::name)
        .def_readonly("low", &Factor::low)
        .def_readonly("high", &Factor::high)
        .def_readwrite("levels", &Factor::levels)
        .def_property_readonly("scale",
                               [](const Factor& one) {
                                   return one.scale == Scale::logarithmic ? "logarithmic"
                                                                          : "linear";
                               })
        .def_property_readonly("unit", [](const Factor& one) { return unit_name(one); })
        .def_property_readonly("beyond_evidence",
                               [](const Factor& one) { return one.evidence == Evidence::beyond; });
    py::class_<Design>(module, "Design")
        .def(py::init([](std::string method, std::uint32_t samples, std::vector<Factor> factors,
                         std::vector<std::pair<std::string, std::string>> options) {
                 return Design{std::move(method), samples, std::move(factors), std::move(options)};
             }),
             py::kw_only(), py::arg("method"), py::arg("samples"), py::arg("factors"),
             py::arg("options"))
        .def_readonly("method", &Design::method)
        .def_readonly("samples", &Design::samples)
        .def_readonly("factors", &Design::factors)
        .def_readonly("options", &Design::options)
        .def("points", points, py::arg("seed"), py::arg("base"), py::arg("beyond_evidence"));
    module.def("read_factor", factor, py::arg("text"));
    module.def("by_openness", [] {
        std::vector<std::string> names;
        for (const ParameterRef ref : by_openness())
            names.push_back(name_of(ref));
        return names;
    });
    module.def("can_move_alone", can_move_alone, py::arg("base"), py::arg("factor"));
}

}  // namespace tumen::python

#include <pybind11/stl.h>

#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "errors.hpp"
#include "experiment/design_points.hpp"
#include "experiment/files.hpp"
#include "measures/stopping.hpp"
#include "scenario/scenario.hpp"
#include "sections.hpp"
#include "sensitivity/sensitivity_choice.hpp"
#include "sweep/design_choice.hpp"
#include "sweep/factor_choice.hpp"

namespace py = pybind11;

namespace tumen::python {

namespace {

using Values = std::vector<std::pair<std::string, double>>;

BeyondEvidence beyond(bool allowed) {
    return allowed ? BeyondEvidence::listed : BeyondEvidence::refused;
}

std::vector<Factor> factors(const std::vector<std::string>& texts,
                            const std::vector<std::string>& set, bool beyond_evidence,
                            bool levels) {
    const VaryRules rules{beyond(beyond_evidence), set, levels ? Levels::allowed : Levels::refused};
    return value_or_raise(read_factors(texts, rules), ErrorKind::argument);
}

/// Further values for a scenario that was read already: its whole text is read again with them.
MakeScenario further(const Scenario& base, bool beyond_evidence) {
    return [text = write_scenario(base), name = base.name,
            beyond_evidence](const std::vector<std::string>& overrides) {
        const ReadOptions options{overrides, beyond(beyond_evidence)};
        return read_scenario({name, name, text, Place::folder}, FolderFiles(""), options);
    };
}

std::vector<std::tuple<std::string, Scenario, Values>> points(const Design& design,
                                                              std::uint64_t seed,
                                                              const Scenario& base,
                                                              bool beyond_evidence) {
    const py::gil_scoped_release released;
    auto made = value_or_raise(points_of(design, seed, further(base, beyond_evidence)),
                               ErrorKind::scenario);
    std::vector<std::tuple<std::string, Scenario, Values>> list;
    for (Point& point : made)
        list.emplace_back(point.name, std::move(point.scenario), point.values);
    return list;
}

std::vector<Factor> widest(std::size_t most, const Scenario& base,
                           const std::vector<std::string>& set, bool beyond_evidence) {
    const py::gil_scoped_release released;
    return value_or_raise(open_factors(most, further(base, beyond_evidence), set),
                          ErrorKind::argument)
        .factors;
}

std::optional<std::string> checked_headline(const Scenario& scenario,
                                            const std::optional<std::string>& id) {
    if (!id || id->empty()) return std::nullopt;
    return value_or_raise(known_headline(scenario, *id), ErrorKind::argument);
}

Design design_of_sweep(const Scenario& scenario, std::vector<Factor> varied,
                       const std::optional<std::string>& method,
                       const std::optional<std::uint32_t>& points,
                       const std::optional<std::string>& headline) {
    Design design =
        value_or_raise(sweep_design({std::move(varied), method, points}), ErrorKind::argument);
    if (const auto id = checked_headline(scenario, headline))
        design.options.emplace_back("headline", *id);
    return design;
}

Design design_of_sensitivity(const Scenario& scenario, const std::string& method,
                             std::vector<Factor> varied,
                             const std::optional<std::uint32_t>& samples,
                             const std::optional<std::string>& headline) {
    SensitivityAsked asked{value_or_raise(read_sensitivity_method(method), ErrorKind::argument),
                           std::move(varied), samples, headline.value_or("")};
    return value_or_raise(sensitivity_design(std::move(asked), scenario), ErrorKind::argument);
}

}  // namespace

void bind_design(py::module_& module) {
    py::class_<Factor>(module, "Factor")
        .def_readonly("name", &Factor::name)
        .def_readonly("low", &Factor::low)
        .def_readonly("high", &Factor::high)
        .def_readonly("levels", &Factor::levels)
        .def_property_readonly("scale",
                               [](const Factor& one) {
                                   return one.scale == Scale::logarithmic ? "logarithmic"
                                                                          : "linear";
                               })
        .def_property_readonly("unit", [](const Factor& one) { return unit_name(one); })
        .def_property_readonly("beyond_evidence",
                               [](const Factor& one) { return one.evidence == Evidence::beyond; });
    py::class_<Design>(module, "Design")
        .def_readonly("method", &Design::method)
        .def_readonly("samples", &Design::samples)
        .def_readonly("factors", &Design::factors)
        .def_readonly("options", &Design::options)
        .def("points", points, py::arg("seed"), py::arg("base"), py::arg("beyond_evidence"));
    module.def("read_factors", factors, py::kw_only(), py::arg("texts"), py::arg("set"),
               py::arg("beyond_evidence"), py::arg("levels"));
    module.def("widest_factors", widest, py::arg("most"), py::arg("base"), py::arg("set"),
               py::arg("beyond_evidence"));
    module.def("sweep_design", design_of_sweep, py::kw_only(), py::arg("scenario"),
               py::arg("factors"), py::arg("method"), py::arg("points"), py::arg("headline"));
    module.def("sensitivity_design", design_of_sensitivity, py::kw_only(), py::arg("scenario"),
               py::arg("method"), py::arg("factors"), py::arg("samples"), py::arg("headline"));
    module.attr("most_sweep_points") = most_sweep_points;
    module.attr("most_samples") = most_samples;
    module.attr("usual_width") = usual_width;
}

}  // namespace tumen::python

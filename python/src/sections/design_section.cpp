#include <pybind11/stl.h>

#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "errors.hpp"
#include "experiment/design_points.hpp"
#include "experiment/disk_files.hpp"
#include "measures/answers/stopping.hpp"
#include "scenario/scenario.hpp"
#include "scenario/variable.hpp"
#include "sections/sections.hpp"
#include "sensitivity/what_matters.hpp"
#include "watched.hpp"
#include "sensitivity/sensitivity_choice.hpp"
#include "sweep/design_choice.hpp"
#include "sweep/factor_choice.hpp"
#include "sweep/given_points.hpp"
#include "sweep/value_lists.hpp"

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

using PlainPoints = std::vector<std::tuple<std::string, Scenario, Values>>;

PlainPoints plain(Expected<Points, Diagnostics> made) {
    PlainPoints list;
    const Points points = value_or_raise(std::move(made), ErrorKind::scenario);
    for (std::size_t i = 0; i < points.size(); ++i) {
        Point point = points.at(i);
        list.emplace_back(std::move(point.name), std::move(point.scenario),
                          std::move(point.values));
    }
    return list;
}

PlainPoints points(const Design& design, std::uint64_t seed, const Scenario& base,
                   bool beyond_evidence) {
    const py::gil_scoped_release released;
    return plain(points_of(design, seed, further(base, beyond_evidence)));
}

std::vector<Factor> widest(std::size_t most, const Scenario& base,
                           const std::vector<std::string>& set, bool beyond_evidence) {
    const py::gil_scoped_release released;
    return value_or_raise(open_factors(most, further(base, beyond_evidence), set),
                          ErrorKind::argument)
        .factors;
}

/// Plays draws of everything that is not held and takes what moves the headlines; how it was found.
std::pair<std::vector<Factor>, std::string> what_matters(
    std::size_t most, const Scenario& base, const std::vector<std::string>& set,
    bool beyond_evidence, std::uint64_t seed, std::size_t threads, const py::object& progress) {
    const Experiment experiment =
        value_or_raise(what_matters_experiment(base, seed), ErrorKind::scenario);
    WhatMattersBook book(experiment);
    EnsembleOptions options;
    options.threads = threads;
    const Ended ended = watch(progress, options, [&](const EnsembleOptions& watched) {
        value_or_raise(play_experiment(experiment, {}, watched, book), ErrorKind::results);
    });
    if (ended == Ended::by_interrupt) {
        PyErr_SetNone(PyExc_KeyboardInterrupt);
        throw py::error_already_set();
    }
    const py::gil_scoped_release released;
    ChosenFactors chosen = value_or_raise(
        choose_factors(book.results(usual_headline(base.plan), most), most,
                       further(base, beyond_evidence), set),
        ErrorKind::argument);
    return {std::move(chosen.factors), std::move(chosen.how)};
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

/// The design and its points, from a table of them.
std::pair<Design, PlainPoints> given(const Scenario& base, const std::string& table,
                                     const std::string& file, const std::vector<std::string>& set,
                                     const std::optional<std::string>& headline,
                                     bool beyond_evidence) {
    const py::gil_scoped_release released;
    auto read = value_or_raise(read_given_points({"points", file, table, Place::folder}, set),
                               ErrorKind::argument);
    if (const auto id = checked_headline(base, headline))
        read.design.options.emplace_back("headline", *id);
    auto made = plain(make_points(read.design, read.rows, further(base, beyond_evidence)));
    return {std::move(read.design), std::move(made)};
}

/// The same from lists of values, rules and dates.
std::pair<Design, PlainPoints> listed(const Scenario& base, const std::vector<std::string>& texts,
                                      const std::vector<std::string>& set,
                                      const std::optional<std::string>& headline,
                                      bool beyond_evidence) {
    const py::gil_scoped_release released;
    const VaryRules rules{beyond(beyond_evidence), set, Levels::allowed};
    auto read = value_or_raise(listed_points(texts, rules), ErrorKind::argument);
    if (const auto id = checked_headline(base, headline))
        read.design.options.emplace_back("headline", *id);
    auto made = plain(make_points(read.design, read.rows, further(base, beyond_evidence)));
    return {std::move(read.design), std::move(made)};
}

Design design_of_sensitivity(const Scenario& scenario, const std::string& method,
                             std::vector<Factor> varied,
                             const std::optional<std::uint32_t>& samples,
                             const std::optional<std::string>& headline, const std::string& how) {
    SensitivityAsked asked{value_or_raise(read_sensitivity_method(method), ErrorKind::argument),
                           std::move(varied), samples, headline.value_or(""), how};
    return value_or_raise(sensitivity_design(std::move(asked), scenario), ErrorKind::argument);
}

}  // namespace

py::object value_shown(const std::string& name, double value) {
    if (rule_named(name)) return py::str(variable_text(name, value));
    if (!event_date_named(name)) return py::float_(value);
    constexpr int ordinal_of_1970 = 719163;
    return py::module_::import("datetime").attr("date").attr("fromordinal")(
        static_cast<int>(value) + ordinal_of_1970);
}

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
    module.def("what_matters", what_matters, py::kw_only(), py::arg("most"), py::arg("base"),
               py::arg("set"), py::arg("beyond_evidence"), py::arg("seed"), py::arg("threads"),
               py::arg("progress"));
    module.def("sweep_design", design_of_sweep, py::kw_only(), py::arg("scenario"),
               py::arg("factors"), py::arg("method"), py::arg("points"), py::arg("headline"));
    module.def("given_design", given, py::kw_only(), py::arg("scenario"), py::arg("table"),
               py::arg("file"), py::arg("set"), py::arg("headline"), py::arg("beyond_evidence"));
    module.def("has_list", has_list, py::arg("texts"));
    module.def("listed_design", listed, py::kw_only(), py::arg("scenario"), py::arg("texts"),
               py::arg("set"), py::arg("headline"), py::arg("beyond_evidence"));
    module.def("value_shown", value_shown, py::arg("name"), py::arg("value"));
    module.def("sensitivity_design", design_of_sensitivity, py::kw_only(), py::arg("scenario"),
               py::arg("method"), py::arg("factors"), py::arg("samples"), py::arg("headline"),
               py::arg("how"));
    module.attr("most_sweep_points") = most_sweep_points;
    module.attr("most_samples") = most_samples;
    module.attr("usual_width") = usual_width;
}

}  // namespace tumen::python

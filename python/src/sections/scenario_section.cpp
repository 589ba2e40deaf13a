#include <pybind11/stl.h>

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "base/hash.hpp"
#include "errors.hpp"
#include "experiment/disk_files.hpp"
#include "experiment/draws.hpp"
#include "experiment/failure.hpp"
#include "model/event_kinds.hpp"
#include "scenario/explain/explain.hpp"
#include "scenario/own_headline.hpp"
#include "scenario/scenario.hpp"
#include "scenario/text/quantity.hpp"
#include "sections/sections.hpp"

namespace py = pybind11;

namespace tumen::python {

namespace {

/// First day, last day (from 0, both included) and value of a stretch of a schedule.
using Stretch = std::tuple<std::int32_t, std::int32_t, double>;

ReadOptions options_of(std::vector<std::string> overrides, bool beyond_evidence) {
    return {std::move(overrides),
            beyond_evidence ? BeyondEvidence::listed : BeyondEvidence::refused};
}

Scenario load(const std::string& argument, std::vector<std::string> overrides,
              bool beyond_evidence) {
    return value_or_raise(
        load_scenario(argument, options_of(std::move(overrides), beyond_evidence)),
        ErrorKind::scenario);
}

Scenario from_text(const std::string& text, const std::string& name,
                   std::vector<std::string> overrides, bool beyond_evidence) {
    return value_or_raise(read_scenario({name, name, text, Place::folder}, FolderFiles(""),
                                        options_of(std::move(overrides), beyond_evidence)),
                          ErrorKind::scenario);
}

ParameterRef parameter_of(const std::string& name) {
    const auto ref = find_parameter(name);
    if (!ref) throw py::key_error(name);
    return *ref;
}

void replace_schedules(Scenario& scenario, ParameterRef parameter,
                       const std::vector<Stretch>& stretches) {
    std::vector<Schedule>& schedules = scenario.plan.schedules;
    std::erase_if(schedules, [&](const Schedule& one) { return one.parameter == parameter; });
    for (const auto& [first, last, value] : stretches)
        schedules.push_back({parameter, first, last, value});
}

/// Of schedules that are new, and of those that were there.
std::vector<Origin> origins_of(const std::vector<Schedule>& schedules, const Scenario& before,
                               ParameterRef parameter, const std::string& flag) {
    std::vector<Origin> origins;
    for (const Schedule& schedule : schedules) {
        Origin origin{OriginKind::flag, {}, 0, flag};
        for (std::size_t i = 0; i < before.plan.schedules.size(); ++i) {
            const Schedule& old = before.plan.schedules[i];
            if (schedule.parameter != parameter && old.parameter == schedule.parameter &&
                old.first == schedule.first && old.scope == schedule.scope)
                origin = tumen::origins_of(before, EventKind::schedule)[i];
        }
        origins.push_back(std::move(origin));
    }
    return origins;
}

/// The scenario with other stretches for one parameter. The reader judges the result as it judges a
/// file, so that nothing enters by this door that no file could say.
Scenario with_schedule(const Scenario& scenario, const std::string& name,
                       const std::vector<Stretch>& stretches, bool beyond_evidence) {
    const ParameterRef parameter = parameter_of(name);
    Scenario changed = scenario;
    replace_schedules(changed, parameter, stretches);
    const Scenario read =
        from_text(write_scenario(changed), "schedule of " + name, {}, beyond_evidence);
    changed.plan.schedules = read.plan.schedules;
    changed.beyond_evidence = read.beyond_evidence;
    tumen::origins_of(changed, EventKind::schedule) =
        origins_of(read.plan.schedules, scenario, parameter, "schedule of " + name);
    return changed;
}

py::list cities_of(const Scenario& scenario) {
    py::list list;
    for (const CityPlan& city : scenario.plan.cities)
        list.append(py::make_tuple(city.name, city.label, city.residents));
    return list;
}

/// Kind, first and last day of everything that a figure marks.
py::list events_of(const Plan& plan) {
    py::list list;
    each_event(plan, [&](EventKind kind, std::size_t, const auto& event) {
        if (kind == EventKind::schedule) return;
        const EventDays days = event_days(event);
        list.append(py::make_tuple(words_of(kind), days.first, days.last));
    });
    return list;
}

/// The scenario with one more headline of its own; empty texts mean the usual ones.
Scenario with_headline(Scenario scenario, const std::string& statistic, const std::string& id,
                       const std::string& label, const std::string& unit) {
    OwnHeadline headline = value_or_raise(own_headline(statistic), ErrorKind::argument);
    if (!id.empty()) headline.id = id;
    if (!label.empty()) headline.label = label;
    headline.unit = unit;
    const bool taken = std::any_of(scenario.headlines.begin(), scenario.headlines.end(),
                                   [&](const OwnHeadline& one) { return one.id == headline.id; });
    if (taken || !is_headline_id(headline.id)) {
        raise(ErrorKind::argument,
              diagnostic("no headline can be called " + headline.id,
                         taken ? "another one of the scenario is"
                               : "ids have small letters, digits and underscores, and no usual "
                                 "headline has them",
                         "give another id"));
    }
    scenario.headlines.push_back(std::move(headline));
    return scenario;
}

py::list explained(const Scenario& scenario) {
    py::list list;
    for (const ExplainRow& row : explain(scenario))
        list.append(py::make_tuple(row.name, row.value, row.unit, row.origin, row.schedules));
    return list;
}

}  // namespace

void bind_scenario(py::module_& module) {
    py::class_<Scenario>(module, "Scenario")
        .def_readonly("name", &Scenario::name)
        .def_readonly("title", &Scenario::title)
        .def_readonly("question", &Scenario::question)
        .def_readonly("extends", &Scenario::extends)
        .def_readonly("beyond_evidence", &Scenario::beyond_evidence)
        .def_property_readonly("start", [](const Scenario& one) { return iso(one.start); })
        .def_property_readonly("days", [](const Scenario& one) { return one.plan.days; })
        .def_property_readonly("cities", cities_of)
        .def_property_readonly("events", [](const Scenario& one) { return events_of(one.plan); })
        .def_property_readonly("toml", write_scenario)
        .def_property_readonly("named", named_by)
        .def("naming", naming, py::arg("names"))
        .def_property_readonly("hash", [](const Scenario& one) { return hex(scenario_hash(one)); })
        .def("explain", explained)
        .def("with_schedule", with_schedule, py::arg("parameter"), py::arg("stretches"),
             py::arg("beyond_evidence"))
        .def("with_headline", with_headline, py::arg("statistic"), py::arg("id"), py::arg("label"),
             py::arg("unit"));
    module.def("load_scenario", load, py::arg("argument"), py::arg("overrides"),
               py::arg("beyond_evidence"));
    module.def("read_scenario", from_text, py::arg("text"), py::arg("name"), py::arg("overrides"),
               py::arg("beyond_evidence"));
    module.def(
        "read_quantity",
        [](const std::string& parameter, const std::string& text) {
            return value_or_raise(read_quantity(text, row_of(parameter_of(parameter)).unit),
                                  ErrorKind::argument);
        },
        py::arg("parameter"), py::arg("text"));
    module.def("embedded_scenarios", [] {
        std::vector<std::string> names;
        for (const EmbeddedScenario& one : embedded_scenarios())
            names.emplace_back(one.name);
        return names;
    });
}

}  // namespace tumen::python

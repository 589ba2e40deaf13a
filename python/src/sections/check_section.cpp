#include <pybind11/functional.h>
#include <pybind11/stl.h>

#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "errors.hpp"
#include "patterns/check.hpp"
#include "patterns/conclusion_fields.hpp"
#include "patterns/pattern_choice.hpp"
#include "results.hpp"
#include "rows.hpp"
#include "sections/sections.hpp"

namespace py = pybind11;

namespace tumen::python {

namespace {

/// Name and points of each choice of rules in a check.
py::list settings(const Results& results) {
    py::list list;
    for (const Check::Setting& setting : settings_of(results.experiment())) {
        const std::map<std::string, std::uint32_t> points(setting.points.begin(),
                                                          setting.points.end());
        list.append(py::make_tuple(setting.rules.name, points));
    }
    return list;
}

/// Every conclusion that the points can show, under each choice of rules.
py::list judged_conclusions(Results& results) {
    std::vector<Check::Setting> all = settings_of(results.experiment());
    std::vector<MeasurementBook> books;
    for (const Check::Setting& setting : all)
        books.emplace_back(results.experiment(), setting.points, measurements_of(conclusions()));
    {
        const py::gil_scoped_release released;
        results.each([&](const ReplicateResult& result) {
            for (MeasurementBook& book : books)
                book.add(result);
        });
    }
    py::list list;
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t c = 0; c < conclusions().size(); ++c) {
            if (!books[i].is_played(c)) continue;
            const ConclusionResult result = conclude(books[i].values(c));
            list.append(row_dict(ConclusionUnderRules{all[i].rules.name, conclusions()[c], result}));
        }
    }
    return list;
}

/// Points of a check: each scenario, under the default rules and, where asked, every rival rule.
std::vector<std::pair<std::string, Scenario>> check_points(
    const std::vector<NamedScenario>& scenarios, bool rivals) {
    std::vector<RuleSetting> rules = rule_settings();
    if (!rivals) rules.resize(1);
    const Check check = make_check({}, scenarios, rules);
    std::vector<std::pair<std::string, Scenario>> points;
    for (const Point& point : check.experiment.points)
        points.emplace_back(point.name, point.scenario);
    return points;
}

/// Name, ids of patterns, and scenarios by the names that patterns know.
std::tuple<std::string, std::vector<std::string>, std::vector<NamedScenario>> as_tuple(
    CheckChoice choice) {
    std::vector<std::string> ids;
    for (const Pattern* pattern : choice.patterns)
        ids.emplace_back(pattern->id);
    return {std::move(choice.name), std::move(ids), std::move(choice.scenarios)};
}

}  // namespace

void bind_check(py::module_& module) {
    module.def("check_points", check_points, py::arg("scenarios"), py::arg("rivals"));
    module.def("check_settings", settings, py::arg("results"));
    module.def("judge_conclusions", judged_conclusions, py::arg("results"));
    module.def(
        "is_checked", [](const std::string& name) { return is_checked(name); },
        py::arg("name"));
    module.def(
        "choose_check",
        [](const std::string& name, bool rivals, const LoadScenario& load) {
            const Rivals which = rivals ? Rivals::played : Rivals::left_out;
            return as_tuple(value_or_raise(choose_check(name, which, load), ErrorKind::argument));
        },
        py::arg("name"), py::arg("rivals"), py::arg("load"));
    module.def(
        "choose_own_check",
        [](const Scenario& scenario) {
            return as_tuple(value_or_raise(choose_own_check(scenario), ErrorKind::argument));
        },
        py::arg("scenario"));
}

}  // namespace tumen::python

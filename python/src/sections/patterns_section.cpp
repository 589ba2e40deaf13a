#include <fmt/format.h>
#include <pybind11/stl.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "errors.hpp"
#include "belief/verdict_fields.hpp"
#include "results.hpp"
#include "rows.hpp"
#include "sections/sections.hpp"

namespace py = pybind11;

namespace tumen::python {

namespace {

std::vector<const Pattern*> chosen(const std::optional<std::vector<std::string>>& ids) {
    std::vector<const Pattern*> patterns = testable_patterns();
    if (!ids) return patterns;
    std::erase_if(patterns, [&](const Pattern* pattern) {
        return std::find(ids->begin(), ids->end(), pattern->id) == ids->end();
    });
    return patterns;
}

/// Patterns judged on the points that stand for their scenarios; all that the points can show where
/// no ids are given. `rules` is the choice of rules that the points are played under.
py::list judged(Results& results, const std::map<std::string, std::uint32_t>& points,
                const std::optional<std::vector<std::string>>& ids, const std::string& rules) {
    const ScenarioPoints places(points.begin(), points.end());
    PatternBook book(results.experiment(), places, chosen(ids));
    {
        const py::gil_scoped_release released;
        results.each([&](const ReplicateResult& result) { book.add(result); });
    }
    py::list list;
    for (const PatternResult& result : book.results()) {
        list.append(row_dict(VerdictRow{rules, result}));
    }
    return list;
}

/// A statistic of one's own on each replicate of a point: replicate and value, NaN for none.
std::map<std::uint32_t, double> measured(Results& results, const std::string& text,
                                         std::uint32_t point, std::optional<std::uint32_t> base) {
    const auto parsed = parse_statistic(text);
    if (!parsed) {
        Diagnostic problem = parsed.error();
        problem.problem = fmt::format("'{}': {}, at {}", printable(text, 80), problem.problem,
                                      problem.column);
        raise(ErrorKind::argument, std::move(problem));
    }
    const Statistic& statistic = *parsed;
    results.require_days();
    const py::gil_scoped_release released;
    const Experiment& experiment = results.experiment();
    std::map<std::uint32_t, Trajectory> played;
    std::map<std::uint32_t, Trajectory> against;
    results.each([&](const ReplicateResult& result) {
        if (result.outcome == Outcome::failed) return;
        const Plan& plan = experiment.points[result.point].scenario.plan;
        if (result.point == point)
            played.emplace(result.replicate, trajectory_of(plan, result.cities));
        if (base && result.point == *base)
            against.emplace(result.replicate, trajectory_of(plan, result.cities));
    });
    std::map<std::uint32_t, double> values;
    for (const auto& [replicate, trajectory] : played) {
        const auto other = against.find(replicate);
        std::vector<const Trajectory*> beside;
        if (other != against.end()) beside.push_back(&other->second);
        values[replicate] = evaluate(statistic, trajectory, beside).value_or(std::nan(""));
    }
    return values;
}

Expectation expectation_of(const std::string& name) {
    if (name == "positive") return Expectation::positive;
    return name == "negative" ? Expectation::negative : Expectation::band;
}

/// A verdict on values of one's own, by the share of replicates that show it.
py::dict judge_values(const std::vector<double>& values, std::size_t without_value,
                      const std::string& expectation, double low, double high) {
    Pattern pattern{};
    pattern.id = "own";
    pattern.test.expectation = expectation_of(expectation);
    pattern.test.low = low;
    pattern.test.high = high;
    return row_dict(judge(pattern, values, without_value));
}

}  // namespace

void bind_patterns(py::module_& module) {
    module.def("judge_patterns", judged, py::arg("results"), py::arg("points"), py::arg("ids"),
               py::arg("rules"));
    module.def("measure", measured, py::arg("results"), py::arg("statistic"), py::arg("point"),
               py::arg("base"));
    module.def("judge", judge_values, py::arg("values"), py::arg("without_value"),
               py::arg("expectation"), py::arg("low"), py::arg("high"));
}

}  // namespace tumen::python

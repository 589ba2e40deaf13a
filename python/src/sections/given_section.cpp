#include <pybind11/stl.h>

#include <array>
#include <cmath>
#include <optional>
#include <vector>

#include "belief/information/given_draws.hpp"
#include "errors.hpp"
#include "measures/numbers/weighted.hpp"
#include "results.hpp"
#include "sections/sections.hpp"

namespace py = pybind11;

namespace tumen::python {

namespace {

/// Statistic and the ends of its band.
py::tuple heard_as(const std::string& text) {
    const Heard heard = value_or_raise(read_heard(text), ErrorKind::argument);
    return py::make_tuple(heard.statistic, heard.band.low, heard.band.high);
}

std::vector<const ReplicateDraw*> draws_of(const Experiment& experiment,
                                           const std::vector<std::uint32_t>& replicates) {
    std::vector<const ReplicateDraw*> draws;
    for (const std::uint32_t replicate : replicates)
        draws.push_back(draw_of(experiment, replicate));
    return draws;
}

py::dict value_row(const ValueGiven& one) {
    py::dict row;
    row["name"] = one.name;
    row["unit"] = one.unit;
    row["shift"] = one.shift;
    row["before_low"] = one.before.low;
    row["before"] = one.before.middle;
    row["before_high"] = one.before.high;
    row["given_low"] = one.after.low;
    row["given"] = one.after.middle;
    row["given_high"] = one.after.high;
    return row;
}

py::dict rule_row(const RuleGiven& one) {
    py::dict row;
    row["rule"] = one.rule;
    row["choice"] = one.choice;
    row["before"] = one.before;
    row["given"] = one.after;
    row["error"] = one.error;
    return row;
}

/// `values`: by what was heard, one a replicate of `replicates`, NaN where it has none.
py::dict given(Results& results, const std::vector<std::string>& texts,
               const std::vector<std::uint32_t>& replicates,
               const std::vector<std::vector<double>>& values) {
    std::vector<Heard> heard;
    std::vector<std::vector<std::optional<double>>> columns;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        heard.push_back(value_or_raise(read_heard(texts[i]), ErrorKind::argument));
        auto& column = columns.emplace_back();
        for (const double value : values[i])
            column.push_back(std::isnan(value) ? std::nullopt : std::optional(value));
    }
    const Hearing hearing = hear(heard, columns);
    py::dict told;
    told["weights"] = hearing.weights;
    told["effective"] = hearing.effective;
    told["inside"] = hearing.inside;
    told["fewest"] = fewest_told;
    py::list moved;
    py::list rules;
    if (hearing.effective >= fewest_told) {
        const auto draws = draws_of(results.experiment(), replicates);
        for (const ValueGiven& one : values_given(draws, hearing))
            moved.append(value_row(one));
        for (const RuleGiven& one : rules_given(draws, hearing))
            rules.append(rule_row(one));
    }
    told["values"] = moved;
    told["rules"] = rules;
    return told;
}

/// 5, 50 and 95 % of weighted values, None where none has weight.
std::optional<std::array<double, 3>> range_of(const std::vector<double>& values,
                                              const std::vector<double>& weights) {
    const auto range = weighted_range(values, weights);
    if (!range) return std::nullopt;
    return std::array<double, 3>{range->low, range->middle, range->high};
}

}  // namespace

void bind_given(py::module_& module) {
    module.def("heard", heard_as, py::arg("text"));
    module.def("given", given, py::arg("results"), py::arg("heard"), py::arg("replicates"),
               py::arg("values"));
    module.def("weighted_range", range_of, py::arg("values"), py::arg("weights"));
}

}  // namespace tumen::python

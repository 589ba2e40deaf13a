#include <pybind11/stl.h>

#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include "belief/information/given_fields.hpp"
#include "errors.hpp"
#include "results.hpp"
#include "rows.hpp"
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
    draws.reserve(replicates.size());
    for (const std::uint32_t replicate : replicates)
        draws.push_back(draw_of(experiment, replicate));
    return draws;
}

/// `values`: by what was heard, one a replicate of `replicates`, NaN where it has none.
py::dict given_row(Results& results, const std::vector<std::string>& texts,
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
            moved.append(row_dict(one));
        for (const RuleGiven& one : rules_given(draws, hearing))
            rules.append(row_dict(one));
    }
    told["values"] = moved;
    told["rules"] = rules;
    return told;
}

/// A row of a headline, None where no replicate with weight has a value.
py::object headline_row(std::string id, std::string label, std::string unit,
                        const std::vector<double>& values, const std::vector<double>& weights) {
    const auto row =
        headline_given(std::move(id), std::move(label), std::move(unit), values, weights);
    if (!row) return py::none();
    return row_dict(*row);
}

}  // namespace

void bind_given(py::module_& module) {
    module.def("heard", heard_as, py::arg("text"));
    module.def("given", given_row, py::arg("results"), py::arg("heard"), py::arg("replicates"),
               py::arg("values"));
    module.def("headline_given", headline_row, py::arg("id"), py::arg("label"), py::arg("unit"),
               py::arg("values"), py::arg("weights"));
}

}  // namespace tumen::python

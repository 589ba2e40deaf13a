#include <pybind11/stl.h>

#include <cmath>
#include <optional>
#include <string>

#include "errors.hpp"
#include "results.hpp"
#include "sections.hpp"
#include "sensitivity/sensitivity.hpp"
#include "sensitivity/sensitivity_words.hpp"

namespace py = pybind11;

namespace tumen::python {

namespace {

void enter(py::dict& row, const std::string& name, const std::optional<Estimated>& one) {
    const bool ranged = one && one->interval;
    row[py::str(name)] = one ? one->value : std::nan("");
    row[py::str(name + "_low")] = ranged ? one->interval->low : std::nan("");
    row[py::str(name + "_high")] = ranged ? one->interval->high : std::nan("");
}

/// One parameter, or the dummy, for one headline.
py::dict row_of(const HeadlineSensitivity& headline, const FactorSensitivity& factor,
                SensitivityMethod method) {
    py::dict row;
    row["headline"] = headline.headline.id;
    row["parameter"] = factor.name;
    row["unit"] = headline.headline.unit;
    row["best_rank"] = factor.best;
    row["worst_rank"] = factor.worst;
    row["from_luck"] = name_of(factor.standing);
    const auto& screening = factor.screening;
    const auto& index = factor.index;
    if (method == SensitivityMethod::morris) {
        enter(row, "mu_star", screening ? std::optional(screening->size) : std::nullopt);
        enter(row, "mu", screening ? std::optional(screening->mean) : std::nullopt);
        enter(row, "sigma", screening ? std::optional(screening->spread) : std::nullopt);
    } else {
        enter(row, "total", index ? std::optional(index->total) : std::nullopt);
        enter(row, "first", index ? std::optional(index->first) : std::nullopt);
    }
    return row;
}

py::list growth_of(const HeadlineSensitivity& headline) {
    py::list list;
    for (const Growth& one : headline.growth) {
        for (std::size_t i = 0; i < one.strengths.size(); ++i) {
            py::dict row;
            row["headline"] = headline.headline.id;
            row["samples"] = one.samples;
            row["parameter"] = headline.factors[i].name;
            enter(row, "strength", one.strengths[i]);
            list.append(row);
        }
    }
    return list;
}

py::dict as_dict(const Sensitivity& found) {
    py::list rows;
    py::list growth;
    py::dict sentences;
    for (const HeadlineSensitivity& one : found.headlines) {
        for (const FactorSensitivity& factor : one.factors)
            rows.append(row_of(one, factor, found.method));
        if (one.dummy) rows.append(row_of(one, *one.dummy, found.method));
        growth += growth_of(one);
        sentences[py::str(std::string(one.headline.id))] = sentences_of(one, found.method);
    }
    py::dict result;
    result["method"] = name_of(found.method);
    result["headline"] = found.headline;
    result["rows"] = rows;
    result["growth"] = growth;
    result["sentences"] = sentences;
    result["warnings"] = warnings_of(found);
    return result;
}

}  // namespace

void bind_sensitivity(py::module_& module) {
    module.def(
        "sensitivity",
        [](Results& results) {
            const auto analyse = [](CalibrationSource& source) {
                return value_or_raise(sensitivity_of(source), ErrorKind::results);
            };
            std::optional<Sensitivity> found;
            {
                const py::gil_scoped_release released;
                found = results.with_source(analyse);
            }
            return as_dict(*found);
        },
        py::arg("results"));
}

}  // namespace tumen::python

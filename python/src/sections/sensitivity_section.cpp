#include <pybind11/stl.h>

#include <optional>
#include <string>

#include "errors.hpp"
#include "results.hpp"
#include "rows.hpp"
#include "sections/sections.hpp"
#include "sensitivity/factor_fields.hpp"

namespace py = pybind11;

namespace tumen::python {

namespace {

/// One parameter, or the dummy, for one headline.
py::dict row_of(const HeadlineSensitivity& headline, const FactorSensitivity& factor,
                SensitivityMethod method) {
    return method == SensitivityMethod::morris ? row_dict(ScreenedRow{headline, factor})
                                               : row_dict(IndexedRow{headline, factor});
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

#include <pybind11/stl.h>

#include <string>

#include "errors.hpp"
#include "results.hpp"
#include "rows.hpp"
#include "sections.hpp"
#include "sweep/estimate_fields.hpp"

namespace py = pybind11;

namespace tumen::python {

namespace {

/// With a column for each parameter that the sweep varies.
py::dict row_of(const SweepBook& book, const SweptPoint& swept, std::size_t headline) {
    py::dict row =
        row_dict(EstimateRow{swept.point, book.headlines()[headline], swept.estimates[headline]});
    for (const auto& [name, value] : book.experiment().points.values(swept.point))
        row[py::str(name)] = value_shown(name, value);
    return row;
}

py::dict swept(Results& results) {
    SweepBook book(results.experiment());
    std::vector<SweptPoint> points;
    {
        const py::gil_scoped_release released;
        const auto problem = results.with_source([&](CalibrationSource& source) {
            return read_sweep(source, book,
                              [&](const SweptPoint& point) { points.push_back(point); });
        });
        if (problem) raise(ErrorKind::results, *problem);
    }
    py::list rows;
    for (const SweptPoint& point : points) {
        for (std::size_t headline = 0; headline < book.headlines().size(); ++headline)
            rows.append(row_of(book, point, headline));
    }
    py::dict result;
    result["rows"] = rows;
    result["headline"] = book.headlines()[book.chosen()].id;
    result["sentences"] = sweep_sentences(book);
    return result;
}

}  // namespace

void bind_sweep(py::module_& module) {
    module.def("swept", swept, py::arg("results"));
}

}  // namespace tumen::python

#include <pybind11/stl.h>

#include <cmath>
#include <string>

#include "errors.hpp"
#include "results.hpp"
#include "sections.hpp"
#include "sweep/sweep.hpp"

namespace py = pybind11;

namespace tumen::python {

namespace {

py::dict row_of(const SweepBook& book, const SweptPoint& swept, std::size_t headline) {
    const Headline& what = book.headlines()[headline];
    const PointEstimate& estimate = swept.estimates[headline];
    py::dict row;
    row["point"] = swept.point;
    for (const auto& [name, value] : book.experiment().points.values(swept.point))
        row[py::str(name)] = value_shown(name, value);
    row["headline"] = what.id;
    row["unit"] = what.unit;
    row["n"] = estimate.n;
    row["mean"] = estimate.n > 0 ? estimate.mean : std::nan("");
    row["low"] = estimate.interval ? estimate.interval->low : std::nan("");
    row["high"] = estimate.interval ? estimate.interval->high : std::nan("");
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

#include <pybind11/stl.h>

#include <string>

#include "errors.hpp"
#include "results.hpp"
#include "rows.hpp"
#include "sections/sections.hpp"
#include "sweep/design_fields.hpp"

namespace py = pybind11;

namespace tumen::python {

namespace {

/// What a design varies; nothing where there is none.
py::list varied(const Results& results) {
    py::list rows;
    if (const auto& design = results.experiment().design) {
        for (const Factor& factor : design->factors)
            rows.append(row_dict(factor));
    }
    return rows;
}

/// The points of a design, played or not.
py::list point_rows(const Results& results) {
    py::list rows;
    const Points& points = results.experiment().points;
    for (std::size_t place = 0; place < points.size(); ++place) {
        SweptPoint point;
        point.point = static_cast<std::uint32_t>(place);
        rows.append(row_dict(PointRow{points, point}));
    }
    return rows;
}

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
    module.def("varied", varied, py::arg("results"));
    module.def("point_rows", point_rows, py::arg("results"));
    module.def("swept", swept, py::arg("results"));
}

}  // namespace tumen::python

#include <pybind11/stl.h>

#include <cmath>
#include <vector>

#include "errors.hpp"
#include "measures/answers/plays_answer.hpp"
#include "measures/headlines/headlines.hpp"
#include "measures/headlines/yardstick.hpp"
#include "results.hpp"
#include "sections.hpp"

namespace py = pybind11;

namespace tumen::python {

namespace {

std::vector<HeadlineTable> tables_of(Results& results) {
    const py::gil_scoped_release released;
    std::vector<HeadlineBook> books;
    for (std::uint32_t point = 0; point < results.experiment().points.size(); ++point)
        books.emplace_back(results.experiment(), point);
    results.each([&](const ReplicateResult& result) {
        for (HeadlineBook& book : books)
            book.add(result);
    });
    std::vector<HeadlineTable> tables;
    for (const HeadlineBook& book : books)
        tables.push_back(book.table());
    return tables;
}

py::dict summary_row(const std::string& point, const HeadlineSummary& one) {
    py::dict row;
    row["scenario"] = point;
    row["id"] = one.headline.id;
    row["label"] = one.headline.label;
    row["unit"] = one.headline.unit;
    row["side"] = name_of(one.headline.side);
    row["n"] = one.n;
    row["mean"] = one.mean;
    row["mean_low"] = one.of_mean ? one.of_mean->low : std::nan("");
    row["mean_high"] = one.of_mean ? one.of_mean->high : std::nan("");
    row["median"] = one.median;
    row["q05"] = one.range.low;
    row["q95"] = one.range.high;
    return row;
}

py::dict ratio_of(const HeadlineTable& table) {
    py::dict row;
    const auto ratio = picture_ratio(table);
    if (!ratio) return row;
    row["label"] = ratio->label;
    row["unit"] = ratio->unit;
    row["value"] = ratio->value;
    row["low"] = ratio->interval ? py::object(py::float_(ratio->interval->low)) : py::none();
    row["high"] = ratio->interval ? py::object(py::float_(ratio->interval->high)) : py::none();
    return row;
}

/// By scenario: rows of the summary, sentences of the answer, ratio, and each replicate's values.
py::list headlines_of(Results& results) {
    const std::vector<HeadlineTable> tables = tables_of(results);
    py::list list;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const Point& point = results.experiment().points[i];
        py::list rows;
        std::vector<std::string> answer;
        if (tables[i].replicates() > 0) {
            for (const HeadlineSummary& one : summarise(tables[i]))
                rows.append(summary_row(point.name, one));
            answer = answer_told(results.experiment(), static_cast<std::uint32_t>(i), tables[i]);
        }
        std::vector<std::string> ids;
        for (const Headline& one : tables[i].headlines())
            ids.emplace_back(one.id);
        py::dict entry;
        entry["scenario"] = point.name;
        entry["summary"] = rows;
        entry["answer"] = answer;
        entry["ratio"] = ratio_of(tables[i]);
        entry["ids"] = ids;
        entry["values"] = tables[i].rows();
        list.append(entry);
    }
    return list;
}

}  // namespace

void bind_headlines(py::module_& module) {
    module.def("headlines", headlines_of, py::arg("results"));
}

}  // namespace tumen::python

#include <pybind11/stl.h>

#include <vector>

#include "belief/second_weights.hpp"
#include "errors.hpp"
#include "measures/answers/plays_answer.hpp"
#include "measures/answers/ratio_told.hpp"
#include "measures/headlines/headline_fields.hpp"
#include "measures/headlines/yardstick.hpp"
#include "results.hpp"
#include "rows.hpp"
#include "sections/sections.hpp"

namespace py = pybind11;

namespace tumen::python {

namespace {

std::vector<HeadlineTable> tables_of(Results& results) {
    const py::gil_scoped_release released;
    std::vector<HeadlineBook> books;
    books.reserve(results.experiment().points.size());
    for (std::uint32_t point = 0; point < results.experiment().points.size(); ++point)
        books.emplace_back(results.experiment(), point);
    results.each([&](const ReplicateResult& result) {
        for (HeadlineBook& book : books)
            book.add(result);
    });
    std::vector<HeadlineTable> tables;
    tables.reserve(books.size());
    for (const HeadlineBook& book : books)
        tables.push_back(book.table());
    return tables;
}

std::vector<std::string> answer_of(const Experiment& experiment, std::uint32_t point,
                                   const HeadlineTable& table) {
    if (experiment.draws.empty()) return answer_sentences(experiment.points[point].scenario, table);
    return answer_told(experiment,
                       plays_answer(experiment, point, table, second_reading(experiment)));
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
                rows.append(row_dict(SummaryRow{point.name, one}));
            answer = answer_of(results.experiment(), static_cast<std::uint32_t>(i), tables[i]);
        }
        std::vector<std::string> ids;
        for (const Headline& one : tables[i].headlines())
            ids.emplace_back(one.id);
        py::dict entry;
        entry["scenario"] = point.name;
        entry["summary"] = rows;
        entry["answer"] = answer;
        const auto ratio = ratio_told(results.experiment(), tables[i]);
        entry["ratio"] = ratio ? row_dict(*ratio) : py::dict();
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

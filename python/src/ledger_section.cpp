#include <pybind11/stl.h>

#include <string>
#include <vector>

#include "model/observables.hpp"
#include "model/parameter_table.hpp"
#include "scenario/evidence/ledger.hpp"
#include "scenario/evidence/statistic.hpp"
#include "sections.hpp"

namespace py = pybind11;

namespace tumen::python {

namespace {

std::vector<std::string> texts(std::span<const std::string_view> views) {
    return {views.begin(), views.end()};
}

py::list parameters() {
    py::list list;
    for (const ParameterRef ref : parameter_refs()) {
        const LedgerEntry& entry = entry_of(ref);
        const LedgerValue& value = ledger_value(ref);
        py::dict row;
        row["name"] = name_of(ref);
        row["label"] = entry.label;
        row["group"] = name_of(entry.group);
        row["unit"] = name_of(entry.unit);
        row["kind"] = name_of(entry.kind);
        row["value"] = value.value;
        row["low"] = value.low;
        row["high"] = value.high;
        row["limit_low"] = value.limit_low;
        row["limit_high"] = value.limit_high;
        row["grade"] = name_of(entry.grade);
        row["prior"] = name_of(entry.prior);
        row["sources"] = texts(entry.sources);
        row["note"] = entry.note;
        list.append(row);
    }
    return list;
}

const char* name_of(Measure measure) {
    switch (measure) {
        case Measure::flow:
            return "flow";
        case Measure::stock:
            return "stock";
        case Measure::level:
            break;
    }
    return "level";
}

py::list observables() {
    py::list list;
    std::size_t place = 0;
    for (const ObservableRow& one : observable_rows()) {
        py::dict row;
        row["name"] = one.name;
        row["label"] = one.label;
        row["unit"] = one.unit;
        row["type"] = place++ < count_total ? "int64" : "float64";
        row["measure"] = name_of(one.measure);
        row["rule"] = one.rule;
        row["explanation"] = one.explanation;
        list.append(row);
    }
    return list;
}

py::list derived() {
    py::list list;
    for (const DerivedObservable& one : derived_observables())
        list.append(py::make_tuple(one.name, one.label, texts(one.columns)));
    return list;
}

py::list patterns() {
    py::list list;
    for (const Pattern& one : ledger_patterns()) {
        py::dict row;
        row["id"] = one.id;
        row["statement"] = one.statement;
        row["place"] = one.place;
        row["dates"] = one.dates;
        row["role"] = name_of(one.role);
        row["grade"] = one.grade;
        row["observed"] = one.observed;
        row["scenario"] = one.test.scenario;
        row["against"] = one.test.against;
        row["statistic"] = one.test.statistic;
        row["sources"] = texts(one.sources);
        row["untestable"] = one.untestable;
        row["bound"] = name_of(one.bound);
        row["was"] = one.was;
        list.append(row);
    }
    return list;
}

py::list sources() {
    py::list list;
    for (const Source& one : ledger_sources()) {
        py::dict row;
        row["id"] = one.id;
        row["title"] = one.title;
        row["publisher"] = one.publisher;
        row["date"] = one.date;
        row["kind"] = one.kind;
        row["independence"] = one.independence;
        row["place"] = one.place;
        row["note"] = one.note;
        row["address"] = one.address;
        list.append(row);
    }
    return list;
}

}  // namespace

void bind_ledger(py::module_& module) {
    module.def("parameters", parameters);
    module.def("observables", observables);
    module.def("derived_observables", derived);
    module.def("patterns", patterns);
    module.def("sources", sources);
}

}  // namespace tumen::python

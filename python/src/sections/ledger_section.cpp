#include <pybind11/stl.h>

#include <string>
#include <vector>

#include "belief/ledger_fields.hpp"
#include "report/series/observable_fields.hpp"
#include "rows.hpp"
#include "sections/sections.hpp"

namespace py = pybind11;

namespace tumen::python {

namespace {

std::vector<std::string> texts(std::span<const std::string_view> views) {
    return {views.begin(), views.end()};
}

py::list parameters() {
    py::list list;
    for (const ParameterRef ref : parameter_refs())
        list.append(row_dict(ToldParameter{ref}));
    return list;
}

py::list observables() {
    py::list list;
    for (const ObservableRow& one : observable_rows())
        list.append(row_dict(one));
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
    for (const Pattern& one : ledger_patterns())
        list.append(row_dict(one));
    return list;
}

py::list sources() {
    py::list list;
    for (const Source& one : ledger_sources())
        list.append(row_dict(one));
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

#include <pybind11/stl.h>

#include "belief/second_weights.hpp"
#include "errors.hpp"
#include "measures/answers/difference_fields.hpp"
#include "results.hpp"
#include "rows.hpp"
#include "sections/sections.hpp"

namespace py = pybind11;

namespace tumen::python {

namespace {

py::list differences(Results& results, std::uint32_t base) {
    PairingBook book(results.experiment(), base);
    {
        const py::gil_scoped_release released;
        results.each([&](const ReplicateResult& result) { book.add(result); });
    }
    const std::string& base_name = results.experiment().points[base].name;
    py::list list;
    const auto second = second_reading(results.experiment());
    for (const Pairing& pairing : book.pairings()) {
        if (!results.experiment().draws.empty()) {
            for (const PlaysDifference& one :
                 plays_differences(results.experiment(), pairing, second))
                list.append(row_dict(PlaysDifferenceRow{pairing.name(), one}));
            continue;
        }
        for (const PairedDifference& one : pairing.differences())
            list.append(row_dict(DifferenceRow{base_name, pairing.name(), one}));
    }
    return list;
}

}  // namespace

void bind_compare(py::module_& module) {
    module.def("differences", differences, py::arg("results"), py::arg("base"));
    module.def(
        "incomparable",
        [](const Scenario& one, const Scenario& other) {
            return incomparable(one.plan, other.plan);
        },
        py::arg("one"), py::arg("other"));
}

}  // namespace tumen::python

#include <pybind11/stl.h>

#include "errors.hpp"
#include "measures/answers/compare.hpp"
#include "measures/answers/plays_compare.hpp"
#include "results.hpp"
#include "sections.hpp"

namespace py = pybind11;

namespace tumen::python {

namespace {

const char* name_of(IntervalMethod method) {
    switch (method) {
        case IntervalMethod::student:
            return "t";
        case IntervalMethod::bootstrap:
            return "bootstrap";
        case IntervalMethod::exact:
            break;
    }
    return "exact";
}

/// What is compared: the columns that begin every row.
py::dict row_of(const Headline& headline, const std::string& other, std::size_t pairs) {
    py::dict row;
    row["scenario"] = other;
    row["id"] = headline.id;
    row["label"] = headline.label;
    row["unit"] = headline.unit;
    row["pairs"] = pairs;
    return row;
}

py::dict row_of(const PairedDifference& one, const std::string& base, const std::string& other) {
    py::dict row = row_of(one.headline, other, one.n);
    row["base"] = one.base;
    row["other"] = one.other;
    row["difference"] = one.difference;
    row["low"] = one.interval.low;
    row["high"] = one.interval.high;
    row["interval"] = name_of(one.method);
    row["sign"] = tumen::name_of(one.sign);
    row["correlation"] = one.correlation;
    row["variance_reduction"] = one.variance_reduction;
    row["sentence"] = sentence_of(one, base);
    row["warning"] = pairing_warning(one);
    return row;
}

/// The same of plays that each have their own draw: quantiles of them instead of means.
py::dict row_of(const PlaysDifference& one, const std::string& other) {
    const Spread& spread = one.difference;
    py::dict row = row_of(one.headline, other, spread.plays);
    row["base"] = one.base.middle;
    row["other"] = one.other.middle;
    row["difference"] = spread.middle;
    row["low"] = spread.all.low;
    row["high"] = spread.all.high;
    row["interval"] = "plays";
    row["sign"] = tumen::name_of(one.sign);
    row["correlation"] = py::none();
    row["variance_reduction"] = py::none();
    row["sentence"] = one.headline.label + ": " + one.told + ".";
    row["warning"] = "";
    return row;
}

py::list differences(Results& results, std::uint32_t base) {
    PairingBook book(results.experiment(), base);
    {
        const py::gil_scoped_release released;
        results.each([&](const ReplicateResult& result) { book.add(result); });
    }
    const std::string& base_name = results.experiment().points[base].name;
    py::list list;
    for (const Pairing& pairing : book.pairings()) {
        if (!results.experiment().draws.empty()) {
            for (const PlaysDifference& one : plays_differences(results.experiment(), pairing))
                list.append(row_of(one, pairing.name()));
            continue;
        }
        for (const PairedDifference& one : pairing.differences())
            list.append(row_of(one, base_name, pairing.name()));
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

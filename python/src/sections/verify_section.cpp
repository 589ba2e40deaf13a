#include <pybind11/stl.h>

#include "errors.hpp"
#include "measures/answers/verify.hpp"
#include "results.hpp"
#include "sections/sections.hpp"
#include "store/reader.hpp"
#include "store/rows/older_results.hpp"
#include "watched.hpp"

namespace py = pybind11;

namespace tumen::python {

namespace {

py::dict as_dict(const Verification& verification) {
    std::vector<std::string> texts;
    for (const Difference& one : verification.differences)
        texts.push_back(one.text);
    py::dict row;
    row["checked"] = verification.checked;
    row["equal"] = verification.equal;
    row["left"] = verification.left;
    row["differences"] = texts;
    return row;
}

Verification compared(Results& one, Results& other) {
    const py::gil_scoped_release released;
    return one.with_source([&](CalibrationSource& first) {
        return other.with_source([&](CalibrationSource& second) {
            return value_or_raise(compare_results(first, second), ErrorKind::results);
        });
    });
}

py::dict played_again(Results& results, std::size_t replicates, std::size_t threads,
                      const py::object& progress) {
    VerifyOptions options;
    options.replicates = replicates;
    options.playing.threads = threads;
    Verification verification;
    const Ended ended = watch(progress, options.playing, [&](const EnsembleOptions& watched) {
        VerifyOptions asked = options;
        asked.playing = watched;
        verification = results.with_source([&](CalibrationSource& source) {
            const auto* stored = dynamic_cast<const ResultReader*>(&source);
            if (const auto older = older_results("", stored == nullptr ? nullptr : stored->older()))
                raise(ErrorKind::results, *older);
            return value_or_raise(verify_results(source, asked), ErrorKind::results);
        });
    });
    py::dict row = as_dict(verification);
    row["interrupted"] = ended == Ended::by_interrupt;
    return row;
}

}  // namespace

void bind_verify(py::module_& module) {
    module.def(
        "compare_results",
        [](Results& one, Results& other) {
            if (&one == &other) throw py::value_error("the same results twice");
            return as_dict(compared(one, other));
        },
        py::arg("one"), py::arg("other"));
    module.def("verify_results", played_again, py::arg("results"), py::arg("replicates"),
               py::arg("threads"), py::arg("progress"));
}

}  // namespace tumen::python

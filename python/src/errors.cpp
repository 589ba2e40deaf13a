#include "errors.hpp"

#include <pybind11/stl.h>

#include <string>

namespace py = pybind11;

namespace tumen::python {

namespace {

py::dict as_dict(const Diagnostic& diagnostic) {
    py::dict fields;
    fields["problem"] = diagnostic.problem;
    fields["reason"] = diagnostic.reason;
    fields["suggestion"] = diagnostic.suggestion;
    fields["file"] = diagnostic.file;
    fields["line"] = diagnostic.line;
    fields["column"] = diagnostic.column;
    return fields;
}

const char* class_name(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::scenario:
            return "ScenarioError";
        case ErrorKind::results:
            return "ResultsError";
        case ErrorKind::argument:
            break;
    }
    return "ArgumentError";
}

void set_python_error(const Raised& raised) {
    py::list fields;
    std::string text;
    for (const Diagnostic& diagnostic : raised.diagnostics()) {
        fields.append(as_dict(diagnostic));
        text += describe(diagnostic);
    }
    text.erase(text.find_last_not_of('\n') + 1);
    const py::object type = py::module_::import("tumen._errors").attr(class_name(raised.kind()));
    PyErr_SetObject(type.ptr(), type(text, fields).ptr());
}

}  // namespace

void bind_errors(py::module_&) {
    py::register_local_exception_translator([](std::exception_ptr thrown) {
        try {
            if (thrown) std::rethrow_exception(thrown);
        } catch (const Raised& raised) {
            set_python_error(raised);
        }
    });
}

}  // namespace tumen::python

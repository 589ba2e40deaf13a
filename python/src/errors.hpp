#pragma once
#include <pybind11/pybind11.h>

#include <cstdint>
#include <exception>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/expected.hpp"
#include "scenario/scenario.hpp"

/// Diagnostics become Python exceptions with the same text and place.
namespace tumen::python {

/// Which class of tumen._errors is raised.
enum class ErrorKind : std::uint8_t { scenario, results, argument };

/// A diagnostic on its way to Python; the translator of bind_errors() catches it.
class Raised final : public std::exception {
  public:
    Raised(ErrorKind kind, Diagnostics diagnostics)
        : kind_(kind), diagnostics_(std::move(diagnostics)) {}
    ErrorKind kind() const { return kind_; }
    const Diagnostics& diagnostics() const { return diagnostics_; }
    const char* what() const noexcept override { return "diagnostics of Tumen"; }

  private:
    ErrorKind kind_;
    Diagnostics diagnostics_;
};

[[noreturn]] inline void raise(ErrorKind kind, Diagnostic diagnostic) {
    throw Raised(kind, {std::move(diagnostic)});
}

/// The value, or the exception.
template <class Value>
Value value_or_raise(Expected<Value, Diagnostic> expected, ErrorKind kind) {
    if (!expected) raise(kind, expected.error());
    return *std::move(expected);
}

template <class Value>
Value value_or_raise(Expected<Value, Diagnostics> expected, ErrorKind kind) {
    if (!expected) throw Raised(kind, expected.error());
    return *std::move(expected);
}

void bind_errors(pybind11::module_& module);

}  // namespace tumen::python

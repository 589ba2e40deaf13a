#pragma once
#include <pybind11/pybind11.h>

/// Results that leave the memory in which they were played: into a file, and parts of one
/// experiment, played elsewhere, back into one.
namespace tumen::python {

void bind_carry(pybind11::module_& module);

}  // namespace tumen::python

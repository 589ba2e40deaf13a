#pragma once
#include <pybind11/pybind11.h>

#include <string>

/// What the module offers: one section for each header of experiment to calibration that Python
/// sees, and those of the tables, scenarios and columns below and beside them. Everything here is
/// plain; the package in python/tumen gives it the form that people use.
namespace tumen::python {

void bind_scenario(pybind11::module_& module);
void bind_ledger(pybind11::module_& module);
void bind_table(pybind11::module_& module);
void bind_design(pybind11::module_& module);
void bind_results(pybind11::module_& module);
void bind_ensemble(pybind11::module_& module);
void bind_headlines(pybind11::module_& module);
void bind_patterns(pybind11::module_& module);
void bind_given(pybind11::module_& module);
void bind_compare(pybind11::module_& module);
void bind_check(pybind11::module_& module);
void bind_signs(pybind11::module_& module);
void bind_sensitivity(pybind11::module_& module);
void bind_sweep(pybind11::module_& module);
void bind_calibrate(pybind11::module_& module);
void bind_cases(pybind11::module_& module);
void bind_verify(pybind11::module_& module);

/// A value of what a study varies: a number, the name of a rival, a datetime.date.
pybind11::object value_shown(const std::string& name, double value);

}  // namespace tumen::python

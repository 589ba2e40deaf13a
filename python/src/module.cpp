#include "carry.hpp"
#include "errors.hpp"
#include "sections/sections.hpp"

PYBIND11_MODULE(_tumen, module) {
    using namespace tumen::python;
    module.doc() = "The engine of Tumen, for the package around it; see help(tumen).";
    bind_errors(module);
    bind_scenario(module);
    bind_ledger(module);
    bind_table(module);
    bind_design(module);
    bind_results(module);
    bind_carry(module);
    bind_headlines(module);
    bind_patterns(module);
    bind_given(module);
    bind_cases(module);
    bind_compare(module);
    bind_check(module);
    bind_signs(module);
    bind_sweep(module);
    bind_sensitivity(module);
    bind_calibrate(module);
    bind_verify(module);
    bind_ensemble(module);
}

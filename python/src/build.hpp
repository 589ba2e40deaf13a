#pragma once
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "experiment/provenance.hpp"
#include "scenario/scenario.hpp"
#include "version.hpp"

namespace tumen::python {

/// Name, scenario and the values that set it apart: a point as Python hands it over.
using NamedPoint = std::tuple<std::string, Scenario, std::vector<std::pair<std::string, double>>>;

inline Build this_build() {
    return {built::version, built::commit, built::worktree, compiler_name(), platform_name()};
}

}  // namespace tumen::python

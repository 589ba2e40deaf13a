#pragma once
#include <string>
#include <vector>

#include "scenario/scenario.hpp"

/// What is to be known of a scenario's campaign before its headlines are read.
namespace tumen {

/// Whether a drive, an oath drive or a sweep goes on after the last day of the run.
bool outlives_run(const Plan& plan);

/// How many of the campaign's parts lie apart, with days between them on which nothing is on.
std::size_t separate_parts(const Plan& plan);

/// In sentences: what outlives the run, and that several drives are no single span.
std::vector<std::string> remarks_on(const Scenario& scenario);

}  // namespace tumen

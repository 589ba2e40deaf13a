#pragma once
#include <string>

#include "scenario/scenario.hpp"

/// What the page has to know, as JSON.
namespace tumen::browser {

/// Parameters with value, range, evidence and unit; observables; rival rules; sources; events of a
/// diary; scenarios that the program carries.
std::string describe_model();

/// A scenario as read: cities, campaign, effective values, the canonical text and its hash.
std::string describe_scenario(const Scenario& scenario);

/// {"errors": [...]}: what is wrong, as a compiler would print it.
std::string describe_problems(const Diagnostics& problems);

}  // namespace tumen::browser

#pragma once
#include <string>
#include <vector>

#include "experiment/provenance.hpp"

namespace tumen::app {

/// Why the results of two programs may differ, one sentence a reason: version, source, parameters,
/// compiler, platform. Never empty.
/// @param there      the program that stored results, with the hash of the parameters it played
/// @param here       the program they are compared with
/// @param parameters the hash of the parameters that `here` plays
std::vector<std::string> reasons_to_differ(const Provenance& there, const Build& here,
                                           Hash parameters);

}  // namespace tumen::app

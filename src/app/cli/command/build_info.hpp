#pragma once
#include <string>

#include "experiment/provenance.hpp"

namespace tumen::app {

/// From which commit, by which compiler and for which machine this program was built.
Build this_build();

/// "tumen 0.1.0 (commit 0123456789ab, clean; g++ 12.2.0, linux x86-64)"
std::string version_text();

}  // namespace tumen::app

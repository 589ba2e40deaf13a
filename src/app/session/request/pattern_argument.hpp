#pragma once
#include <memory>
#include <string>

#include "scenario/evidence/own_patterns.hpp"

namespace tumen::app {

/// The patterns of the file that --patterns names. `scenario` is the one that a test is about which
/// names none; empty where each has to. Problems end the command.
std::shared_ptr<const OwnPatterns> own_patterns_of(const std::string& path,
                                                   const std::string& scenario);

}  // namespace tumen::app

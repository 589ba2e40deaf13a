#pragma once
#include <span>
#include <string>
#include <string_view>

#include "scenario/scenario.hpp"

/// Values and rules that are laid over a scenario as a whole: what the test of a pattern sets.
namespace tumen {

/// The scenario with settings as flags write them ("extortion=0.2", "rules.oath=none"); a value may
/// lie outside the evidence.
Expected<Scenario, Diagnostics> with_settings(const Scenario& scenario,
                                              std::span<const std::string_view> settings);

/// "extortion" of "extortion=0.2", "rules.oath" of "rules.oath=none".
std::string_view name_of_setting(std::string_view setting);

}  // namespace tumen

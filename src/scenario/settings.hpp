#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scenario/scenario.hpp"

/// Values and rules that are laid over a scenario as a whole: what the test of a pattern sets.
namespace tumen {

/// The scenario with settings as flags write them ("extortion=0.2", "rules.oath=none"); a value may
/// lie outside the evidence.
Expected<Scenario, Diagnostics> with_settings(const Scenario& scenario,
                                              std::span<const std::string_view> settings);

/// `base` with other rival rules, by the names of rule_rows(); unknown names change nothing.
Scenario with_rules(Scenario base, const std::vector<std::pair<std::string, std::string>>& rules);

/// Why a scenario cannot be played as it stands, or with these values; empty where it can.
std::string impossible(const Scenario& scenario);
std::string impossible(const Scenario& scenario,
                       const std::vector<std::pair<std::string, double>>& values);

/// "extortion" of "extortion=0.2", "rules.oath" of "rules.oath=none".
std::string_view name_of_setting(std::string_view setting);

/// `base` with other values where they are possible, each and together: a point of a design, made
/// without reading a text, and without saying where values come from. Nothing where it is not sure
/// that the model can be played with them; then the scenario is to be read as a whole.
std::optional<Scenario> with_checked_values(
    const Scenario& base, const std::vector<std::pair<std::string, double>>& values);

}  // namespace tumen

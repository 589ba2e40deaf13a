#pragma once
#include <span>
#include <string>
#include <string_view>

#include "base/expected.hpp"
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

/// Why a scenario that was read cannot be played with these values, which it has by now; empty
/// where it can. It is looked at whether each can be and all agree; only for the sake of the reason
/// the whole is written out and read again, which takes a hundred times as long.
std::string reason_against(const Scenario& scenario,
                           const std::vector<std::pair<std::string, double>>& values);

/// Whether the values of a scenario agree: shares that sum, bounds that keep their order, on every
/// day and in every place. Nothing else is looked at, so that it takes microseconds: it is for a
/// scenario that was read, with other values in it, each within its limits.
bool holds_together(const Scenario& scenario);

/// "extortion" of "extortion=0.2", "rules.oath" of "rules.oath=none".
std::string_view name_of_setting(std::string_view setting);

}  // namespace tumen

#pragma once
#include <array>
#include <cstddef>
#include <string_view>

#include "model/calendar.hpp"

namespace tumen {

/// A rival rule as a scenario names it: [rules] key = choice.
struct RuleRow {
    std::string_view name;
    std::array<std::string_view, 3> choices;  // the first is the contract's; empty beyond the last
};
inline constexpr std::size_t rule_count = 5;
const std::array<RuleRow, rule_count>& rule_rows();
/// Index of the choice that `rules` makes for rule_rows()[rule], and the same as a write.
std::size_t rule_choice(const RivalRules& rules, std::size_t rule);
void set_rule(RivalRules& rules, std::size_t rule, std::size_t choice);

}  // namespace tumen

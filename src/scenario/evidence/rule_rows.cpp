#include "scenario/evidence/rule_rows.hpp"

#include "model/past/readings.hpp"

namespace tumen {

const std::array<RuleRow, rule_count>& rule_rows() {
    static constexpr std::array<RuleRow, rule_count> rows = {
        RuleRow{"learning", {"close", "city", ""}},
        RuleRow{"oath", {"salience", "none", "false_enforcement"}},
        RuleRow{"enforcement", {"local", "counts", ""}}, RuleRow{"trust", {"updated", "fixed", ""}},
        RuleRow{"deterrence", {"severity", "certainty", ""}}};
    return rows;
}

std::size_t rule_choice(const RivalRules& rules, std::size_t rule) {
    return choices_read(rules)[rule].first;
}

void set_rule(RivalRules& rules, std::size_t rule, std::size_t choice) {
    switch (rule) {
        case 0:
            rules.learning = static_cast<Learning>(choice);
            break;
        case 1:
            rules.oath = static_cast<OathForce>(choice);
            break;
        case 2:
            rules.enforcement = static_cast<Enforcement>(choice);
            break;
        case 3:
            rules.trust = static_cast<Trust>(choice);
            break;
        default:
            rules.deterrence = static_cast<Deterrence>(choice);
            break;
    }
}

}  // namespace tumen

#include "support/settling.hpp"

namespace tumen::testing {

Plan settling_plan(double log_odds, std::initializer_list<Setting> settings) {
    Plan plan = still_plan();
    set_parameters(plan, {{"settle_base", log_odds},
                          {"settle_affordability", 0},
                          {"settle_pressure", 0},
                          {"settle_central", 0},
                          {"bribe_base", 15000},
                          {"borrowing_limit", 8000},
                          {"bribe_keeps_phone", 0},
                          {"bribe_factor.smuggler", 1},
                          {"ransom_factor", 2},
                          {"goods_factor", 0},
                          {"custody", 0}});
    set_parameters(plan, settings);
    return plan;
}

void sentence_all_to(Plan& plan, Sentence sentence) {
    for (const Sentence other :
         {Sentence::warned, Sentence::detained, Sentence::imprisoned, Sentence::exiled}) {
        const double weight = other == sentence ? 1 : 0;
        plan.parameters.punishment.sentence_calm[index_of(other)] = weight;
        plan.parameters.punishment.sentence_harsh[index_of(other)] = weight;
    }
}

}  // namespace tumen::testing

#pragma once
#include <initializer_list>

#include "support/day.hpp"

namespace tumen::testing {

inline constexpr double certain = 1e6;  // as log-odds

/// A plan in which every case is settled (or none), and every sentence is the same.
Plan settling_plan(double log_odds, std::initializer_list<Setting> settings = {});

void sentence_all_to(Plan& plan, Sentence sentence);

/// A day on which people are caught and their cases decided.
struct PunishingDay : Day {
    using Day::Day;
    void begin() { start_day(now(), town.city); }
    void punish(const Who& who) {
        begin();
        who.ward->caught.assign(1, who.i);
        punish_caught(now(), *who.ward);
    }
    /// Arrested today, and the case is decided the day after.
    void arrest_and_decide(const Who& who) {
        punish(who);
        conditions = town.on(conditions.day + 1);
        begin();
        decide_cases(now(), *who.ward);
    }
};

}  // namespace tumen::testing

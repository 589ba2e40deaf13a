#include "support/still.hpp"

#include <cstdlib>

namespace tumen::testing {

Plan still_plan() {
    Plan plan = calm_plan(400, 60);
    set_parameters(plan, {{"household_size", 4},
                          {"household_adults", 3},
                          {"unit_households_min", 15},
                          {"unit_households_max", 15},
                          {"ward_units", 2},
                          {"warmup", 0},
                          {"kin_abroad", 0.3},
                          {"smuggler_households", 0.15},
                          {"broker_households", 0.1}});
    set_parameters(plan, {{"phone_share.resident", 0},
                          {"phone_share.family", 1},
                          {"phone_share.smuggler", 1},
                          {"phone_share.broker", 1},
                          {"old_phone_share.family", 0},
                          {"old_phone_share.smuggler", 0},
                          {"old_phone_share.broker", 0},
                          {"suspicion_prior.resident", 0},
                          {"suspicion_prior.family", 0},
                          {"suspicion_prior.smuggler", 0},
                          {"suspicion_prior.broker", 0},
                          {"aversion_spread", 0}});
    set_parameters(plan,
                   {{"review_rate", 0},        {"purchase_rate", 0},    {"request_rate", 0},
                    {"call_rate.resident", 0}, {"call_rate.family", 0}, {"call_rate.smuggler", 0},
                    {"call_rate.broker", 0},   {"extortion", 0},        {"hand_in_offer", 0},
                    {"deadline_salience", 0},  {"promise_breach", 0},   {"oath_visit", 0},
                    {"oath_refusal", 0},       {"news_fear", 0},        {"broker_search", 0},
                    {"broker_entry", 0},       {"naming", 0},           {"goods_factor", 0},
                    {"transfer_makeup", 0},    {"reputation_weight", 0}});
    stop_enforcement(plan);
    return plan;
}

namespace {

/// The n-th of that role in the ward, or how many are still to be skipped.
bool find(Ward& ward, Role role, std::size_t& n, Who& found) {
    for (const PersonPlace i : ward.persons.identity.places()) {
        if (ward.persons.identity[i].role != role) continue;
        if (n == 0) {
            found = {&ward, i};
            return true;
        }
        --n;
    }
    return false;
}

}  // namespace

Who person(City& city, Role role, std::size_t n) {
    Who found;
    for (Ward& ward : city.wards) {
        if (find(ward, role, n, found)) return found;
    }
    std::abort();
}

Who person(Ward& ward, Role role, std::size_t n) {
    Who found;
    if (!find(ward, role, n, found)) std::abort();
    return found;
}

Who broker(City& city, std::uint32_t number) {
    return {&city.wards[city.brokers[BrokerId(number)].ward],
            city.brokers[BrokerId(number)].person};
}

void start_day(const Today& now, City& city) {
    for (Ward& ward : city.wards)
        tumen::start_day(now, ward);
}

double savings(const Today& now, const Who& who) {
    return savings_of(now, *who.ward, who.home());
}

void set_savings(const Who& who, double savings) {
    who.ward->homes.savings_base[who.home()] = savings;
    who.ward->homes.savings_excess[who.home()] = 0;
}

}  // namespace tumen::testing

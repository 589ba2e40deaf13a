#include "model/past/readings.hpp"

#include <gtest/gtest.h>

#include "model/past/past.hpp"
#include "rules/oath.hpp"
#include "rules/punishment.hpp"
#include "scenario/evidence/ledger.hpp"
#include "scenario/evidence/rule_rows.hpp"
#include "support/pasts.hpp"
#include "support/plans.hpp"

namespace tumen::testing {
namespace {

/// A plan in which a number is the lowest that the evidence allows, or the highest.
Plan with_end_of_range(Plan plan, ParameterRef number, bool highest) {
    const Interval range = evidence_range(number);
    set(plan.parameters, number, highest ? range.high : range.low);
    return plan;
}

/// Rules under which numbers are read that others leave alone.
RivalRules rules_that_read_more() {
    RivalRules rules;
    rules.enforcement = Enforcement::counts;
    rules.oath = OathForce::false_enforcement;
    return rules;
}

/// Whether the two come to the same, and the plays of both are the same from a shared past.
bool number_matters(const Plan& plan, ParameterRef number) {
    const Plan low = with_end_of_range(plan, number, false);
    const Plan high = with_end_of_range(plan, number, true);
    expect_bits_equal({low, high, plan}, name_of(number));
    return play(low).state_hash != play(high).state_hash || play(low).chain != play(high).chain;
}

TEST(Readings, leave_every_bit_where_a_number_differs_that_is_read_on_some_days_alone) {
    Plan often = crowded_plan(5000);
    often.rules = rules_that_read_more();
    const Plan larger = crowded_plan(30000);
    for (const ParameterRef number : read_on_some_days()) {
        EXPECT_TRUE(number_matters(crowded_plan(5000), number) || number_matters(often, number) ||
                    number_matters(larger, number))
            << name_of(number) << ": were it read earlier, nobody would see it";
    }
}

/// A crowded plan in which only that kind of event happens, of a town in which much is found out.
Plan with_events_of_one_kind(std::size_t which) {
    const Plan crowded = crowded_plan(30000);
    Plan plan = calm_plan(30000, 160);
    plan.parameters = crowded.parameters;
    plan.parameters.population.residents = 30000;
    if (which == 1) plan.hand_in_drives = crowded.hand_in_drives;
    if (which == 2) plan.oath_drives = crowded.oath_drives;
    if (which == 3) plan.sweeps = crowded.sweeps;
    if (which == 4) plan.meetings = crowded.meetings;
    if (which == 5) plan.peaks = crowded.peaks;
    return plan;
}

/// With all numbers at an end of their ranges that are read on none of its days, and the rules.
Plan with_what_nothing_reads(Plan plan, bool highest) {
    const FirstReads first(plan, 0);
    for (const ParameterRef number : read_on_some_days()) {
        if (first.of(read_of(number)) == plan.days)
            plan = with_end_of_range(std::move(plan), number, highest);
    }
    for (std::size_t rule = 0; rule < rule_count; ++rule) {
        if (first.of(choices_read({})[rule].second) == plan.days)
            set_rule(plan.rules, rule, highest ? 1 : 0);
    }
    return plan;
}

TEST(Readings, do_not_ask_for_numbers_and_rules_that_nothing_reads) {
    for (std::size_t which = 0; which <= 5; ++which) {
        const Plan plan = with_events_of_one_kind(which);
        const Plan low = with_what_nothing_reads(plan, false);
        const Plan high = with_what_nothing_reads(plan, true);
        EXPECT_EQ(parting_day(Simulation(low), Simulation(high), 0), plan.days);
        for (std::uint32_t replicate = 1; replicate <= 3; ++replicate)
            expect_same(play(low, replicate), play(high, replicate), std::to_string(which));
    }
}

TEST(Readings, say_the_first_day_that_reads_what_differs) {
    const Plan crowded = crowded_plan();
    Plan calm = calm_plan(6000, 160);
    calm.parameters = crowded.parameters;
    const FirstReads first(crowded, 0);
    const std::pair<Read, std::int32_t> days[] = {
        {Read::on_meetings, 15},
        {Read::in_a_hand_in_drive, 15},
        {Read::since_a_hand_in_drive, 15},
        {Read::since_a_drive, 15},
        {Read::under_threat, 15},
        {Read::under_pressure, 16},
        {Read::on_oath_visits, 40},
        {Read::since_an_oath_drive, 40},
        {Read::since_a_deadline, 46},
        {Read::with_a_central_team, 70},
        {Read::always, FirstReads::from_the_start},
        {Read::where_promised, FirstReads::from_the_start}};
    for (const auto& [when, day] : days)
        EXPECT_EQ(first.of(when), day) << static_cast<int>(when);
    for (const ParameterRef number : read_on_some_days()) {
        const Read when = read_of(number);
        const auto parting_in = [&](const Plan& plan, Observed observed) {
            return parting_day(Simulation(with_end_of_range(plan, number, false)),
                               Simulation(with_end_of_range(plan, number, true)), 0, observed);
        };
        const std::string name = name_of(number);
        EXPECT_EQ(parting_in(calm, Observed::counts), calm.days) << name;
        if (when == Read::where_promised) {
            EXPECT_EQ(parting_in(crowded, Observed::counts), 15) << name;
            EXPECT_FALSE(parting_in(crowded, Observed::all)) << name;
        } else {
            EXPECT_EQ(parting_in(crowded, Observed::all), first.of(when)) << name;
        }
    }
}

TEST(Readings, leave_every_bit_of_rival_rules_that_are_asked_for_on_some_days_alone) {
    const Plan plan = crowded_plan(5000);
    const std::pair<std::size_t, std::int32_t> rules[] = {{2, 16}, {3, 15}};
    for (const auto& [rule, day] : rules) {
        Plan rival = plan;
        set_rule(rival.rules, rule, 1);
        const std::string what(rule_rows()[rule].name);
        EXPECT_EQ(parting_day(Simulation(plan), Simulation(rival), 0), day) << what;
        EXPECT_GT(expect_bits_equal({plan, rival}, what).shared, 0u) << what;
        EXPECT_NE(play(plan).state_hash, play(rival).state_hash) << what;
    }
    for (const std::size_t rule : {0u, 1u, 4u}) {
        Plan rival = plan;
        set_rule(rival.rules, rule, 1);
        EXPECT_FALSE(parting_day(Simulation(plan), Simulation(rival), 0));
    }
}

/// What is promised in some wards is heard of to be broken in all.
TEST(Readings, of_one_ward_are_those_of_all) {
    Plan one = crowded_plan(5000);
    one.ward_groups = {{"promised", 0.5}, {"elsewhere", 0.5}};
    for (HandInDrive& drive : one.hand_in_drives)
        drive.scope = {{}, {0}};
    Plan other = one;
    for (const std::string_view name : {"news_distrust", "sentence_harsh.exiled"}) {
        one.ward_groups[1].values.push_back({*find_parameter(name), 0.1});
        other.ward_groups[1].values.push_back({*find_parameter(name), 0.6});
    }
    EXPECT_EQ(parting_day(Simulation(one), Simulation(other), 0), 15);
    expect_bits_equal({one, other}, "in other wards");
}

}  // namespace
}  // namespace tumen::testing

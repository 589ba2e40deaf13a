#include "model/past/past.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <bit>

#include "measures/headlines/yardstick.hpp"
#include "scenario/assembly/read_scenario.hpp"
#include "scenario/text/files.hpp"
#include "support/pasts.hpp"
#include "support/plans.hpp"
#include "support/threads.hpp"

namespace tumen::testing {
namespace {

/// Small, and with a shorter warm-up: only the bits matter.
Plan made_small(Plan plan) {
    plan.cities.resize(1);
    plan.cities.front().residents = 4000;
    set_parameters(plan, {{"warmup", 40}, {"ward_units", 10}});
    return plan;
}

TEST(SharedPast, gives_every_bit_of_every_scenario_and_its_yardstick_under_every_rival_rule) {
    for (const EmbeddedScenario& embedded : embedded_scenarios()) {
        const auto scenario = read_scenario(embedded.name, EmbeddedFiles());
        ASSERT_TRUE(scenario);
        const auto calm = without_campaign(*scenario);
        if (!calm) continue;
        for (std::size_t rule = 0; rule < rule_count; ++rule) {
            const auto& choices = rule_rows()[rule].choices;
            // The contract's choice is the first one of each rule: once is enough.
            for (std::size_t choice = rule == 0 ? 0 : 1;
                 choice < choices.size() && !choices[choice].empty(); ++choice) {
                Plan campaign = made_small(scenario->plan);
                Plan yardstick = made_small(calm->plan);
                set_rule(campaign.rules, rule, choice);
                set_rule(yardstick.rules, rule, choice);
                const std::string what =
                    std::string(embedded.name) + ", " + std::string(choices[choice]);
                const auto days = expect_bits_equal({campaign, yardstick}, what);
                EXPECT_GE(days.shared, 2 * 40u) << what;  // at least the warm-up
            }
        }
    }
}

TEST(SharedPast, gives_every_bit_of_plays_that_part_on_several_days) {
    Plan first = crowded_plan();
    Plan early = first;
    early.sweeps.clear();
    Plan longer = calm_plan(6000, 160);
    longer.parameters = first.parameters;
    longer.rules = first.rules;
    longer.days = 200;
    std::vector<Plan> plans = {first, early, longer};
    for (const std::int32_t day : {90, 91, 120}) {
        Plan late = longer;
        late.hand_in_drives = {{day, day + 30, Forgiveness::promised}};
        plans.push_back(late);
    }
    const auto days = expect_bits_equal(plans, "crowded");
    EXPECT_GT(days.shared, days.played / 2);
}

TEST(SharedPast, gives_every_bit_where_wards_have_events_of_their_own) {
    Plan plan = hand_in_plan();
    plan.ward_groups = {{"visited", 0.4}};
    plan.hand_in_drives.front().scope = {{}, {0}};
    Plan calm = plan;
    calm.hand_in_drives.clear();
    calm.meetings.clear();
    ThreadExecutor three(3);
    expect_bits_equal({plan, calm}, "in some wards", three);
    const auto days = expect_bits_equal({calm, plan}, "in some wards, calm first");
    EXPECT_GT(days.shared, 0u);
}

TEST(SharedPast,
     is_not_taken_from_another_replicate_or_by_a_play_that_is_otherwise_from_the_start) {
    const Plan plan = hand_in_plan();
    Plan other = plan;
    set_parameters(other, {{"call_rate.family", 0.5}});
    Plan stricter = plan;  // from a day on, but the lists of suspects look at all days
    stricter.schedules = {scheduled("follow_threshold", 80, 90, 0.01)};
    const Simulation simulation(plan);
    EXPECT_FALSE(parting_day(simulation, Simulation(other), 0));
    EXPECT_FALSE(parting_day(simulation, Simulation(stricter), 0));
    Plan elsewhere = plan;
    elsewhere.cities.front().name = "another";
    EXPECT_FALSE(parting_day(simulation, Simulation(elsewhere), 0));
    EXPECT_EQ(expect_bits_equal({plan, other, stricter}, "no past in common").shared, 0u);
    // Partings that are too late are found out, and so is another replicate's luck.
    SharedPast past;
    past.begin({60, 60, 60});
    SerialExecutor executor;
    const auto same = std::make_shared<const Simulation>(plan);
    for (const std::uint32_t replicate : {1u, 2u}) {
        expect_same(past.play(same, seed, replicate, 0, executor, {}),
                    same->play(seed, replicate, 0, executor), "another replicate");
    }
    const auto changed = std::make_shared<const Simulation>(other);
    expect_same(past.play(changed, seed, 2, 0, executor, {}), changed->play(seed, 2, 0, executor),
                "another value");
    EXPECT_EQ(past.days().shared, 0u);
}

/// Numbers that are told where counts alone are observed.
bool is_told(const ObservableRow& row) {
    for (const std::string_view sum : {"need_kin", "need_traders", "risk_roles", "belief"}) {
        if (row.name == sum) return false;
    }
    return true;
}

TEST(SharedPast, of_which_counts_are_observed_tells_them_bit_for_bit_and_leaves_a_whole_one) {
    const Plan first = hand_in_plan();
    Plan trusting = first;
    set_parameters(trusting, {{"belief_alpha", 9}, {"belief_beta", 1}});
    const std::int32_t until = first.hand_in_drives.front().deadline + 1;
    const std::int32_t begins = 20;
    const auto one = std::make_shared<const Simulation>(first);
    const auto other = std::make_shared<const Simulation>(trusting);
    SerialExecutor executor;
    const CityResult whole = other->play(seed, 3, 0, executor);
    const auto play_both = [&](SharedPast& past) {
        past.begin({begins});
        past.play_until(until, one, seed, 3, 0, executor, {}, Observed::counts);
        // Belief: from the morning of the drive on.
        const auto before = past.days().shared;
        past.go_on({begins + 10, begins});
        CityResult told = past.play_until(until, other, seed, 3, 0, executor, {}, Observed::counts);
        EXPECT_GT(past.days().shared, before);
        return told;
    };
    SharedPast past;
    const CityResult told = play_both(past);
    ASSERT_EQ(told.days.size(), static_cast<std::size_t>(until));
    for (std::size_t day = 0; day < told.days.size(); ++day) {
        for (std::size_t row = 0; row < count_total + quantity_total; ++row) {
            if (!is_told(observable_rows()[row])) continue;
            ASSERT_EQ(std::bit_cast<std::uint64_t>(told.days[day].value(row)),
                      std::bit_cast<std::uint64_t>(whole.days[day].value(row)))
                << "day " << day << ", " << observable_rows()[row].name;
        }
    }
    past.go_on({begins});
    const auto shared = past.days().shared;
    expect_same(past.play(one, seed, 3, 0, executor, {}), one->play(seed, 3, 0, executor),
                "the first, whole");
    EXPECT_GT(past.days().shared, shared);
    SharedPast again;
    play_both(again);
    again.go_on({begins});
    expect_same(again.play(other, seed, 3, 0, executor, {}), whole, "the other, whole");
}

TEST(SharedPast, ends_where_two_plans_first_differ) {
    const Plan plan = hand_in_plan();  // from day 20, a meeting on its first day
    Plan calm = plan;
    calm.hand_in_drives.clear();
    const Simulation simulation(plan);
    EXPECT_EQ(parting_day(simulation, Simulation(calm), 0), 20);
    calm.meetings.clear();
    EXPECT_EQ(parting_day(simulation, Simulation(calm), 0), 20);
    Plan extended = plan;
    extended.hand_in_drives.front().deadline += 10;
    EXPECT_EQ(parting_day(simulation, Simulation(extended), 0), 20);  // more days are left
    Plan later = plan;
    later.schedules = {scheduled("fee_base", 50, 60, 0.5)};
    EXPECT_EQ(parting_day(simulation, Simulation(later), 0), 50);
    Plan shorter = plan;
    shorter.days = 70;
    EXPECT_EQ(parting_day(simulation, Simulation(shorter), 0), 70);
    EXPECT_EQ(parting_day(simulation, Simulation(plan), 0), plan.days);
}

TEST(SharedPast, leaves_a_morning_to_plays_that_are_asked_for_later) {
    const Plan plan = hand_in_plan();  // from day 20
    Plan calm = plan;
    calm.hand_in_drives.clear();
    calm.meetings.clear();
    Plan longer = plan;
    longer.hand_in_drives.front().deadline += 10;
    Plan later = plan;
    later.hand_in_drives.front().first += 5;
    Plan earlier = plan;
    earlier.hand_in_drives.front().first -= 5;
    Plan other = plan;
    set_parameters(other, {{"call_rate.family", 0.5}});
    SharedPast past;
    SerialExecutor executor;
    const auto expect_whole = [&](const Plan& asked, const std::string& what) {
        const std::uint64_t shared = past.days().shared;
        const auto simulation = std::make_shared<const Simulation>(asked);
        const CityResult result = past.play(simulation, seed, 1, 0, executor, {});
        expect_same(result, simulation->play(seed, 1, 0, executor), what);
        return past.days().shared - shared;
    };
    past.begin({20, 20});
    EXPECT_EQ(expect_whole(plan, "the first"), 0u);
    const std::uint64_t all = expect_whole(calm, "without the campaign");
    EXPECT_GT(all, 20u);
    const auto ask = [&](const Plan& asked, const std::string& what) {
        past.go_on({20});
        return expect_whole(asked, what);
    };
    EXPECT_EQ(ask(longer, "longer"), all);
    EXPECT_EQ(ask(later, "later"), all);
    past.go_on({25, 20});
    EXPECT_EQ(expect_whole(later, "later, with what it parts from"), all);
    EXPECT_EQ(expect_whole(calm, "calm from a later morning"), all + 5);
    EXPECT_EQ(ask(plan, "the first again"), all);
    EXPECT_EQ(ask(earlier, "earlier than the morning that is kept"), 0u);
    EXPECT_EQ(ask(other, "another value"), 0u);
    EXPECT_EQ(ask(plan, "nothing of another value is left"), 0u);
}

TEST(SharedPast, plays_a_part_whose_days_are_those_of_the_whole_and_leaves_its_morning) {
    const auto scenario = read_scenario("hyesan-handin", EmbeddedFiles());
    ASSERT_TRUE(scenario);
    const auto simulation = std::make_shared<const Simulation>(made_small(scenario->plan));
    SerialExecutor executor;
    const CityResult whole = simulation->play(seed, 1, 0, executor);
    SharedPast past;
    const std::int32_t morning = 30;
    past.begin({morning});
    const CityResult part = past.play_until(120, simulation, seed, 1, 0, executor, {});
    ASSERT_EQ(part.days.size(), 120u);
    EXPECT_TRUE(std::equal(part.chain.begin(), part.chain.end(), whole.chain.begin()));
    EXPECT_NE(hex(part.state_hash), hex(whole.state_hash)) << "it is not over";
    const std::uint64_t before = past.days().played;
    past.go_on({morning});
    expect_same(past.play(simulation, seed, 1, 0, executor, {}), whole, "from the morning on");
    EXPECT_EQ(past.days().played - before,
              static_cast<std::uint64_t>(simulation->plan().days - morning));
}

TEST(SharedPast, plays_on_after_a_play_that_was_stopped) {
    const auto simulation = std::make_shared<const Simulation>(hand_in_plan());
    SharedPast past;
    SerialExecutor executor;
    past.begin({15, 50, 60});
    int asked = 0;
    const std::function<bool()> soon = [&] { return ++asked > 400; };
    PlayOptions options;
    options.stop = &soon;
    const CityResult stopped = past.play(simulation, seed, 1, 0, executor, options);
    EXPECT_LT(stopped.days.size(), 100u);
    const CityResult whole = simulation->play(seed, 1, 0, executor);
    for (int i = 0; i < 3; ++i)
        expect_same(past.play(simulation, seed, 1, 0, executor, {}), whole, "after a stop");
    EXPECT_GT(past.days().shared, 0u);
}

}  // namespace
}  // namespace tumen::testing

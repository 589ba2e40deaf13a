#include <gtest/gtest.h>

#include <algorithm>

#include "model/state/world.hpp"
#include "support/plans.hpp"
#include "support/threads.hpp"

/// Cities and shares of their wards with values and events of their own.
namespace tumen::testing {
namespace {

OwnValue own(std::string_view name, double value) {
    return {*find_parameter(name), value};
}

Plan grouped(double share, std::vector<OwnValue> values) {
    Plan plan = crowded_plan();
    plan.ward_groups = {{"some", share, {}, std::move(values)}};
    return plan;
}

City city_of(const Simulation& simulation) {
    SerialExecutor serial;
    return build_city(simulation, 0, {seed, 1, name_hash(simulation.plan().cities[0].name)},
                      serial);
}

const std::vector<OwnValue>& others() {
    static const std::vector<OwnValue> values = {
        own("call_rate.family", 0.3),   own("risk_baseline", 0.01), own("phone_share.family", 0.8),
        own("savings_recovery", 20),    own("notice", 0.004),       own("belief_alpha", 5),
        own("suspicion_half_life", 17), own("tie_same_ward", 0.2),  own("kin_abroad", 0.2),
        own("follow_threshold", 0.2),   own("transfer_amount", 900)};
    return values;
}

Plan everywhere(std::vector<OwnValue> values) {
    Plan plan = crowded_plan();
    for (const OwnValue& value : values)
        set(plan.parameters, value.parameter, value.value);
    return plan;
}

TEST(Zones, AShareOfAllWardsIsTheWholeCity) {
    EXPECT_EQ(play(grouped(1, others())).state_hash, play(everywhere(others())).state_hash);
}

TEST(Zones, AShareOfNoWardIsNoGroup) {
    EXPECT_EQ(play(grouped(0, others())).state_hash, play(crowded_plan()).state_hash);
}

TEST(Zones, AGroupWithTheCitysValuesChangesNothing) {
    const Plan plain = crowded_plan();
    std::vector<OwnValue> same;
    for (const OwnValue& value : others())
        same.push_back({value.parameter, get(plain.parameters, value.parameter)});
    Plan plan = grouped(0.4, same);
    plan.schedules.push_back({*find_parameter("detection"),
                              31,
                              47,
                              get(plain.parameters, *find_parameter("detection")),
                              {{}, {0}}});
    EXPECT_EQ(play(plan).state_hash, play(plain).state_hash);
}

TEST(Zones, OtherValuesInSomeWardsChangeTheCity) {
    const CityResult some = play(grouped(0.4, others()));
    EXPECT_NE(some.state_hash, play(crowded_plan()).state_hash);
    EXPECT_NE(some.state_hash, play(everywhere(others())).state_hash);
}

TEST(Zones, ACitysOwnValuesAreThoseOfAScenarioThatHasThem) {
    Plan plan = crowded_plan();
    plan.cities.push_back(plan.cities[0]);
    plan.cities[1].name = "elsewhere";
    plan.cities[0].values = others();
    EXPECT_EQ(play(plan, 1, 0).state_hash, play(everywhere(others()), 1, 0).state_hash);
    Plan plain = crowded_plan();
    plain.cities = {plan.cities[1]};
    EXPECT_EQ(play(plan, 1, 1).state_hash, play(plain, 1, 0).state_hash);
}

TEST(Zones, EventsOfOneCityHappenThereAlone) {
    Plan plan = sweep_plan();
    plan.meetings = {{20, 1.0}};
    plan.cities.push_back(plan.cities[0]);
    plan.cities[1].name = "elsewhere";
    const Plan both = plan;
    plan.sweeps[0].scope.cities = {0};
    plan.meetings[0].scope.cities = {0};
    Plan calm = both;
    calm.sweeps.clear();
    calm.meetings.clear();
    EXPECT_EQ(play(plan, 1, 0).state_hash, play(both, 1, 0).state_hash);
    EXPECT_EQ(play(plan, 1, 1).state_hash, play(calm, 1, 1).state_hash);
}

TEST(Zones, ADriveInSomeWardsIsCountedInThoseAlone) {
    Plan plan = hand_in_plan();
    plan.ward_groups = {{"visited", 0.4}};
    plan.hand_in_drives[0].scope.groups = {0};
    const Simulation simulation(plan);
    const City city = city_of(simulation);
    const Zone* with = &simulation.zones().at(simulation.zones().groups_of(0)[0].zone);
    const auto in_drive = [&](const Ward& ward) { return ward.zone == with; };
    const auto wards = static_cast<double>(city.wards.size());
    const auto visited = std::count_if(city.wards.begin(), city.wards.end(), in_drive);
    EXPECT_NEAR(static_cast<double>(visited), 0.4 * wards, 0.5);
    PlayOptions options;
    options.ward_reports = WardReports::daily;
    const CityResult result = play(plan, 1, 0, options);
    std::int64_t there = 0;
    for (const auto& day : result.wards) {
        for (std::size_t w = 0; w < day.size(); ++w) {
            const std::int64_t count = handed_in(day[w]);
            if (in_drive(city.wards[WardId(w)])) {
                there += count;
            } else {
                EXPECT_EQ(count, 0);
            }
        }
    }
    EXPECT_GT(there, 0);
    EXPECT_EQ(there, handed_in(result));
}

TEST(Zones, AShareThatGrowsKeepsTheWardsThatItHad) {
    std::vector<std::uint32_t> before;
    for (const double share : {0.2, 0.4, 0.7}) {
        const Plan plan = grouped(share, others());
        const Simulation simulation(plan);
        const City city = city_of(simulation);
        std::vector<std::uint32_t> now;
        for (const Ward& ward : city.wards) {
            if (ward.zone != &simulation.zones().of(0)) now.push_back(ward.ordinal);
        }
        EXPECT_TRUE(std::includes(now.begin(), now.end(), before.begin(), before.end()));
        EXPECT_GT(now.size(), before.size());
        before = now;
    }
}

TEST(Zones, AreEqualForAnyNumberOfThreadsAndWardsATask) {
    Plan plan = grouped(0.5, others());
    plan.sweeps[0].scope.groups = {0};
    const Hash serial = play(plan).state_hash;
    for (const std::uint32_t wards_a_task : {1u, 3u, 1000u}) {
        PlayOptions options;
        options.wards_a_task = wards_a_task;
        EXPECT_EQ(play(plan, 1, 0, options).state_hash, serial);
    }
    ThreadExecutor three(3);
    const Simulation simulation(plan);
    EXPECT_EQ(simulation.play(seed, 1, 0, three).state_hash, serial);
}

TEST(Zones, LevelsOfTheDayAreMeansOverAdultsWhereWardsDiffer) {
    Plan plan = sweep_plan();
    plan.ward_groups = {{"some", 0.5}};
    plan.sweeps[0].scope.groups = {0};
    const CityResult result = play(plan);
    const double threat = result.days[30][Quantity::threat];
    const double sweep = get(plan.parameters, *find_parameter("threat_sweep"));
    EXPECT_GT(threat, 1 + 0.3 * (sweep - 1));
    EXPECT_LT(threat, 1 + 0.7 * (sweep - 1));
    EXPECT_EQ(result.days[5][Quantity::threat], 1);
}

TEST(Zones, AreAsFewAsThereAreDifferences) {
    Plan plan = crowded_plan();
    plan.cities = {{"a", "a", 6000}, {"b", "b", 6000}, {"c", "c", 6000}};
    EXPECT_EQ(Zones(plan).size(), 1u);
    plan.ward_groups = {{"some", 0.5}};
    EXPECT_EQ(Zones(plan).size(), 1u);  // nothing is said of them
    plan.sweeps[0].scope = {{1}, {0}};
    EXPECT_EQ(Zones(plan).size(), 2u);
    plan.cities[2].values = {own("detection", 0.01)};
    EXPECT_EQ(Zones(plan).size(), 3u);
    EXPECT_EQ(zones_to_make(plan, 100).places, 3u);
    EXPECT_EQ(zones_to_make(plan, 100).pairs, 6u);
    EXPECT_EQ(zones_to_make(plan, 5).places, 0u);  // too many to look at
}

}  // namespace
}  // namespace tumen::testing

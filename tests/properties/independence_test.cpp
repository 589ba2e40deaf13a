#include <gtest/gtest.h>

#include "model/diary.hpp"
#include "model/state/world.hpp"
#include "support/plans.hpp"

/// One more city, replicate or observable changes no other.
namespace tumen::testing {
namespace {

void expect_same(const CityResult& one, const CityResult& other) {
    EXPECT_EQ(one.state_hash, other.state_hash);
    EXPECT_EQ(one.chain, other.chain);
}

TEST(Independence, OneMoreCityChangesNoOther) {
    Plan plan = crowded_plan(3000, 80);
    const CityResult alone = play(plan);
    plan.cities.insert(plan.cities.begin(), {"hoeryong", "Hoeryong", 2000});
    plan.cities.push_back({"musan", "Musan", 1000});
    expect_same(play(plan, 1, 1), alone);
    EXPECT_NE(play(plan, 1, 0).state_hash, alone.state_hash);
}

TEST(Independence, ACityIsKnownByItsNameAndNotByItsLabelOrPlace) {
    Plan plan = crowded_plan(3000, 60);
    plan.cities.push_back({"twin", "Hyesan", 3000});
    const CityResult one = play(plan, 1, 0);
    EXPECT_NE(play(plan, 1, 1).state_hash, one.state_hash);
    plan.cities[1] = {"hyesan", "another label", 3000};
    expect_same(play(plan, 1, 1), one);
}

TEST(Independence, ReplicatesDifferAndDoNotKnowOfEachOther) {
    const Simulation simulation(crowded_plan(3000, 60));
    SerialExecutor executor;
    const CityResult second = simulation.play(seed, 2, 0, executor);
    const CityResult first = simulation.play(seed, 1, 0, executor);
    EXPECT_NE(first.state_hash, second.state_hash);
    expect_same(simulation.play(seed, 2, 0, executor), second);  // after the first as before it
    EXPECT_NE(simulation.play(seed + 1, 1, 0, executor).state_hash, first.state_hash);
}

TEST(Independence, TheCityInWhoseMemoryAnotherIsBuiltChangesNoHash) {
    const std::vector<Plan> plans = {crowded_plan(3000, 80), hand_in_plan(9000, 100),
                                     crowded_plan(1000, 60), oath_plan(4000, 60)};
    City city;
    PlayOptions options;
    options.city = &city;
    for (const std::uint32_t replicate : {1u, 2u}) {
        for (const Plan& plan : plans)
            expect_same(play(plan, replicate, 0, options), play(plan, replicate));
    }
    const std::function<bool()> stop_at_once = [] { return true; };
    options.stop = &stop_at_once;
    EXPECT_TRUE(play(plans[1], 1, 0, options).days.empty());
    options.stop = nullptr;
    expect_same(play(plans[0], 1, 0, options), play(plans[0]));
}

TEST(Independence, WardReportsChangeNoHash) {
    PlayOptions options;
    options.ward_reports = WardReports::daily;
    const Plan plan = crowded_plan(3000, 80);
    const CityResult with = play(plan, 1, 0, options);
    const CityResult without = play(plan);
    expect_same(with, without);
    EXPECT_TRUE(without.wards.empty());
    EXPECT_EQ(with.wards.size(), 80u);
}

TEST(Independence, ADiaryChangesNoHash) {
    const Plan plan = crowded_plan(3000, 120);
    const CityResult without = play(plan);
    std::size_t entries = 0;
    for (const std::uint32_t household : {0u, 7u, 100u, 400u, 768u, 1000000u}) {
        Diary diary(household);
        PlayOptions options;
        options.diary = &diary;
        expect_same(play(plan, 1, 0, options), without);
        entries += diary.entries().size();
    }
    EXPECT_GT(entries, 0u);
}

TEST(Independence, AnswersToWhetherToStopChangeNoHashUntilOneIsYes) {
    const Plan plan = crowded_plan(3000, 40);
    const CityResult whole = play(plan);
    int asked = 0;
    const std::function<bool()> never_stop = [&] {
        ++asked;
        return false;
    };
    PlayOptions options;
    options.stop = &never_stop;
    expect_same(play(plan, 1, 0, options), whole);
    EXPECT_EQ(asked, 405);  // 365 days of warm-up and 40 reported ones

    const std::function<bool()> stop_on_the_375th = [&] { return --asked < 30; };
    options.stop = &stop_on_the_375th;
    const CityResult part = play(plan, 1, 0, options);
    ASSERT_EQ(part.days.size(), 10u);
    EXPECT_TRUE(std::equal(part.chain.begin(), part.chain.end(), whole.chain.begin()));
}

}  // namespace
}  // namespace tumen::testing


#include "model/tables.hpp"
#include <gtest/gtest.h>
#include "base/draw.hpp"
#include "rules/noticing.hpp"
#include "support/plans.hpp"

namespace tumen {
namespace {

using namespace tumen::testing;

TEST(WordThreshold, DecidesLikeTheDraw) {
    for (const double p :
         {0x1p-34, 0x1p-33, 0x1p-32, 1.5 * 0x1p-32, 0.003, 0.018, 0.045, 0.5, 1 - 0x1p-33, 1.0}) {
        const std::uint64_t threshold = word_threshold(p);
        if (threshold > 0) {
            EXPECT_TRUE(happens(static_cast<std::uint32_t>(threshold - 1), p)) << p;
        }
        if (threshold <= 0xffffffff) {
            EXPECT_FALSE(happens(static_cast<std::uint32_t>(threshold), p)) << p;
        }
    }
}

TEST(WordThreshold, IsNoneForZeroAndAllForOne) {
    EXPECT_EQ(word_threshold(0), 0u);
    EXPECT_EQ(word_threshold(-1), 0u);
    EXPECT_EQ(word_threshold(1), std::uint64_t{1} << 32);
    EXPECT_EQ(word_threshold(2), std::uint64_t{1} << 32);
    EXPECT_EQ(word_threshold(0.5), std::uint64_t{1} << 31);
}

TEST(Chance, SplitsAProbabilityIntoBytesAndARest) {
    const Chance chance = Chance::of(0.2);  // 51.2 / 256
    EXPECT_EQ(chance.certain, 51u);
    EXPECT_NEAR(chance.rest, 0.2, 1e-12);
    EXPECT_EQ(Chance::of(0.5).certain, 128u);
    EXPECT_EQ(Chance::of(0.5).rest, 0);
    EXPECT_EQ(Chance::of(0).certain, 0u);
    EXPECT_EQ(Chance::of(0).rest, 0);
    EXPECT_EQ(Chance::of(-1).rest, 0);
    for (const double sure : {1.0, 3.0}) {  // the last byte is settled by its rest
        EXPECT_EQ(Chance::of(sure).certain, 255u);
        EXPECT_EQ(Chance::of(sure).rest, 1);
    }
}

TEST(Tables, FollowTheParametersOfEachSegment) {
    Plan plan = calm_plan(1000, 30);
    plan.schedules = {scheduled("notice", 10, 19, 0.5), scheduled("phone_supply", 10, 19, 0.25),
                      scheduled("follow_threshold", 10, 19, 0.1),
                      scheduled("reputation_weight", 10, 19, 2)};
    const Simulation simulation(plan);
    const SegmentTables& before = simulation.tables().of(simulation.calendar().on(9));
    const SegmentTables& during = simulation.tables().of(simulation.calendar().on(10));
    const SegmentTables& after = simulation.tables().of(simulation.calendar().on(20));
    EXPECT_EQ(during.notice_probability[2], 0.75);
    EXPECT_EQ(before.notice_probability[2], notice_probability(plan.parameters.noticing, 2));
    EXPECT_EQ(after.notice_probability[2], before.notice_probability[2]);
    EXPECT_DOUBLE_EQ(during.purchase_probability, before.purchase_probability / 4);
    EXPECT_EQ(simulation.tables().least_follow_threshold, 0.1);  // of all days
    EXPECT_EQ(simulation.tables().most_reputation_weight, 2);
}

TEST(Tables, KnowEveryNumberOfNeighboursAUnitCanHave) {
    const Plan plan = calm_plan(1000, 30);
    const Simulation simulation(plan);
    const auto most = static_cast<std::size_t>(plan.parameters.population.unit_households_max) * 6;
    EXPECT_GT(simulation.tables().of(simulation.calendar().on(0)).notice_probability.size(), most);
}

}  // namespace
}  // namespace tumen

#include "measures/headlines/yardstick.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "measures/answers/compare.hpp"
#include "support/made_up.hpp"

namespace tumen::test {
namespace {

using testing::HasSubstr;

TEST(Yardstick, is_the_same_scenario_without_its_campaign) {
    const Scenario scenario = small_scenario();
    const auto calm = without_campaign(scenario);
    ASSERT_TRUE(calm);
    EXPECT_EQ(campaign_of(calm->plan), Campaign::none);
    EXPECT_EQ(parameter_hash(calm->plan), parameter_hash(scenario.plan));
    EXPECT_FALSE(without_campaign(*calm));  // nothing is left to take away
}

TEST(Yardstick, is_shared_by_points_where_it_would_be_the_same) {
    Experiment experiment = small_experiment(1, 2);
    experiment.points.push_back(experiment.points.front());
    experiment.points.back().name = "the same again";
    add_yardsticks(experiment);
    ASSERT_EQ(experiment.points.size(), 3u);
    EXPECT_EQ(experiment.points[0].yardstick, 2u);
    EXPECT_EQ(experiment.points[1].yardstick, 2u);
    EXPECT_FALSE(experiment.points[2].yardstick);
    EXPECT_THAT(experiment.points[2].name, HasSubstr("without its campaign"));
    EXPECT_EQ(points_asked(experiment), 2u);
}

TEST(Yardstick, is_a_point_that_was_asked_for_where_that_is_it) {
    Experiment experiment = small_experiment(1, 2);
    Point calm{"calm", *without_campaign(experiment.points.front().scenario), {}};
    experiment.points.push_back(calm);
    add_yardsticks(experiment);
    EXPECT_EQ(experiment.points.size(), 2u);
    EXPECT_EQ(experiment.points.front().yardstick, 1u);
    EXPECT_EQ(points_asked(experiment), 2u);
}

TEST(HeadlineBook, tells_what_changed_from_the_same_days_without_the_campaign) {
    Experiment experiment = small_experiment(1, 2);
    add_yardsticks(experiment);
    HeadlineBook book(experiment, 0);
    for (const std::uint32_t replicate : {2u, 1u}) {
        for (const std::uint32_t point : {1u, 0u}) {  // in any order
            ReplicateResult result = made_up_result(experiment, {replicate, point});
            for (auto& city : result.cities) {
                for (DayReport& day : city)
                    day[Count::calling_brokers] = point == 0 ? 30 : 40 + replicate;
            }
            book.add(result);
        }
    }
    // Both cities: the rest of calling is made up and differs by point, so it is read from there.
    ASSERT_EQ(book.table().replicates(), 2u);
    const auto values = book.table().column("stopped_by_campaign");
    ASSERT_EQ(values.size(), 2u);
    // One more without the campaign in replicate 2, in each of two cities.
    const auto calling = [&](std::uint32_t replicate, std::uint32_t point) {
        const ReplicateResult result = made_up_result(experiment, {replicate, point});
        double sum = 0;
        for (const auto& city : result.cities) {
            for (std::size_t day = 23; day <= 29; ++day) {  // the last 7 days of the campaign
                sum += static_cast<double>(city[day][Count::calling_smugglers] +
                                           city[day][Count::calling_families] +
                                           city[day][Count::calling_residents]);
                sum += point == 0 ? 30 : 40 + replicate;
            }
        }
        return sum / 7;
    };
    EXPECT_NEAR(values[0], calling(1, 1) - calling(1, 0), 1e-9);
    EXPECT_NEAR(values[1], calling(2, 1) - calling(2, 0), 1e-9);
}

TEST(HeadlineBook, leaves_out_a_replicate_whose_yardstick_failed) {
    Experiment experiment = small_experiment(1, 1);
    add_yardsticks(experiment);
    HeadlineBook book(experiment, 0);
    ReplicateResult failed = made_up_result(experiment, {1, 1});
    failed.outcome = Outcome::failed;
    failed.cities.clear();
    book.add(failed);
    book.add(made_up_result(experiment, {1, 0}));
    EXPECT_EQ(book.table().replicates(), 0u);
    EXPECT_EQ(book.failed(), 1u);
}

TEST(Pairing, of_a_campaign_with_calm_takes_calm_as_its_own_yardstick) {
    Experiment experiment = small_experiment(1, 3);
    add_yardsticks(experiment);
    experiment.points.back().name = "calm";  // asked for, and not added
    PairingBook book(experiment, 0);
    for (const std::uint32_t replicate : {1u, 2u, 3u}) {
        for (const std::uint32_t point : {0u, 1u})
            book.add(made_up_result(experiment, {replicate, point}));
    }
    ASSERT_EQ(book.pairings().size(), 1u);
    for (const PairedColumn& column : book.pairings().front().columns()) {
        if (column.headline.id != "stopped_by_campaign") continue;
        for (const double value : column.other)
            EXPECT_EQ(value, 0);
    }
}

}  // namespace
}  // namespace tumen::test

#include "experiment/points.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "base/text.hpp"
#include "experiment/ensemble/done_set.hpp"
#include "experiment/ensemble/siblings.hpp"
#include "support/made_up.hpp"

namespace tumen::test {
namespace {

using testing::ElementsAre;

using Values = std::vector<std::pair<std::string, double>>;

Scenario with_fee(double fee, const std::string& more = "") {
    return small_scenario("small", "[parameters]\nfee_base = " + shortest(fee) + "\n" + more);
}

/// A grid of fees, one point after another.
Points fees(std::size_t count) {
    Points points;
    for (std::size_t i = 0; i < count; ++i) {
        const double fee = 0.2 + 0.001 * static_cast<double>(i);
        Scenario scenario = with_fee(fee);
        if (i > 0) scenario.origins.clear();
        points.push_back({"fee_base=" + shortest(fee), std::move(scenario), {{"fee_base", fee}}});
    }
    return points;
}

TEST(Points, of_a_design_are_kept_as_their_values_and_come_back_whole) {
    const Points points = fees(20);
    EXPECT_FALSE(points.follows(0));
    for (std::size_t i = 1; i < points.size(); ++i) {
        EXPECT_TRUE(points.follows(i));
        const Values values = {{"fee_base", 0.2 + 0.001 * static_cast<double>(i)}};
        EXPECT_EQ(points.values(i), values);
        EXPECT_EQ(points.name(i), "fee_base=" + shortest(values[0].second));
        const Point whole = points.at(i);
        EXPECT_EQ(whole.name, points.name(i));
        EXPECT_EQ(scenario_hash(whole.scenario), scenario_hash(with_fee(values[0].second)));
        EXPECT_EQ(points.hash(i), scenario_hash(whole.scenario));
        EXPECT_EQ(points[i].scenario.plan.parameters.remittance.fee_base, values[0].second);
    }
}

TEST(Points, that_follow_take_some_hundred_bytes) {
    const double few = fees(20).bytes();
    const double more = fees(120).bytes();
    EXPECT_LT((more - few) / 100, 200);
    EXPECT_GT(few, 1000);  // the first is whole
}

TEST(Points, that_are_copied_stay_what_they_are_when_more_come_to_the_copy) {
    const Points points = fees(3);
    const double before = points.bytes();
    Points copy = points;
    copy.push_back("fee_base=0.9", {{"fee_base", 0.9}});
    EXPECT_EQ(points.size(), 3u);
    EXPECT_EQ(points.bytes(), before);
    EXPECT_EQ(copy.name(3), "fee_base=0.9");
    EXPECT_EQ(copy.name(2), points.name(2));
}

TEST(Points, that_play_more_than_the_values_say_are_kept_whole) {
    Points points = fees(2);
    Scenario other_days = with_fee(0.3);
    other_days.origins.clear();
    other_days.plan.days = 39;
    points.push_back({"shorter", other_days, {{"fee_base", 0.3}}});
    Scenario other_rule = with_fee(0.3, "[rules]\noath = \"none\"\n");
    other_rule.origins.clear();
    points.push_back({"another rule", other_rule, {{"fee_base", 0.3}}});
    Scenario plain = with_fee(0.3);
    plain.origins.clear();
    points.push_back({"held", plain, {{"fee_base", 0.3}}, {"fee_base"}});
    points.push_back({"of another parameter", plain, {{"detection", 0.1}}});
    points.push_back({"plain", plain, {{"fee_base", 0.3}}});
    EXPECT_THAT((std::vector<bool>{points.follows(2), points.follows(3), points.follows(4),
                                   points.follows(5), points.follows(6)}),
                ElementsAre(false, false, false, false, true));
    EXPECT_EQ(points.at(2).scenario.plan.days, 39);
    EXPECT_EQ(points.hash(3), scenario_hash(other_rule));
}

TEST(Points, stay_what_they_are_when_one_of_them_or_the_first_is_changed) {
    Points points = fees(4);
    const Hash third = points.hash(3);
    points[1].values[0].second = 0.5;
    EXPECT_FALSE(points.follows(1));
    EXPECT_TRUE(points.still_follow());
    points[0].scenario.plan.days = 41;
    EXPECT_FALSE(points.still_follow());
    EXPECT_EQ(points.hash(3), third);
    EXPECT_EQ(points.at(3).scenario.plan.days, 40);
}

TEST(Points, that_differ_in_what_is_no_parameter_play_once_a_past) {
    Experiment experiment = small_experiment(1, 1);
    experiment.points.clear();
    for (std::size_t i = 0; i < 4; ++i) {
        const double fee = i == 3 ? 0.3 : 0.2;
        Scenario scenario = with_fee(i == 0 ? 0.25 : fee);
        if (i > 0) scenario.origins.clear();
        experiment.points.push_back(
            {"point " + std::to_string(i),
             std::move(scenario),
             {{"fee_base", i == 0 ? 0.25 : fee}, {"dummy", static_cast<double>(i)}}});
    }
    ASSERT_TRUE(experiment.points.follows(2));
    std::vector<std::vector<std::uint32_t>> together;
    for (const Siblings& siblings : siblings_of(experiment, 4)) {
        if (siblings.city == 0) together.push_back(siblings.points);
    }
    EXPECT_THAT(together, ElementsAre(ElementsAre(0u), ElementsAre(1u, 2u), ElementsAre(3u)));
}

TEST(DoneSet, is_in_order_whatever_the_order_of_what_is_put_in) {
    DoneSet done(std::vector<ReplicateKey>{{2, 1}, {1, 0}, {2, 1}});
    EXPECT_EQ(done.size(), 2u);
    done.insert({1, 5});
    done.insert({3, 0});
    done.insert({1, 5});
    EXPECT_EQ(done, (DoneSet{{1, 0}, {1, 5}, {2, 1}, {3, 0}}));
    EXPECT_TRUE(done.contains({1, 5}));
    EXPECT_FALSE(done.contains({1, 1}));
}

}  // namespace
}  // namespace tumen::test

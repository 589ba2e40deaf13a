#include "experiment/extension.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/made_up.hpp"

namespace tumen::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// Points of a grid of fees.
Experiment grid_of(std::uint32_t points) {
    Experiment experiment = small_experiment(points, 2);
    experiment.kind = ExperimentKind::sweep;
    experiment.days = Days::left_out;
    experiment.design =
        Design{"grid", 0, {{"fee_base", 0.1, 0.4, Scale::linear, Evidence::within, points}}, {}};
    return experiment;
}

TEST(Extension, finds_points_by_what_they_play_wherever_they_stand) {
    const Experiment held = grid_of(3);
    Experiment wanted = grid_of(5);
    std::swap(wanted.points[1], wanted.points[4]);
    const auto places = places_among(held, wanted);
    ASSERT_TRUE(places);
    EXPECT_THAT(*places, ElementsAre(0, 4, 2));
    EXPECT_FALSE(is_whole(*places, wanted));
    EXPECT_TRUE(is_whole({0, 1, 2}, held));
}

TEST(Extension, goes_by_the_hash_that_the_file_has_where_that_is_another) {
    const Experiment held = grid_of(3);
    const OtherHashes others = {{1, "of another version"}};
    const auto places = places_among(held, held, others);
    ASSERT_FALSE(places);
    EXPECT_THAT(list_text(places.error()), HasSubstr("(hash of another version there, "));
    EXPECT_TRUE(places_among(held, held));
}

TEST(Extension, gives_points_that_play_the_same_a_place_each) {
    Experiment held = grid_of(2);
    held.points[1] = held.points[0];
    Experiment wanted = grid_of(3);
    wanted.points[2] = wanted.points[0];
    const auto places = places_among(held, wanted);
    ASSERT_TRUE(places);
    EXPECT_THAT(*places, ElementsAre(0, 2));
}

TEST(Extension, goes_by_the_names_of_scenarios_where_two_play_the_same) {
    Experiment held = small_experiment(1, 2);
    held.points.push_back(held.points[0]);
    held.points[1].name = "copy";
    Experiment wanted = held;
    std::swap(wanted.points[0], wanted.points[1]);
    EXPECT_THAT(*places_among(held, wanted), ElementsAre(1, 0));
}

TEST(Extension, says_of_a_design_what_it_lacks_and_never_the_design_alone) {
    const Experiment held = grid_of(3);
    Experiment wanted = grid_of(4);
    wanted.points[1].values[0].second = 0.15;
    auto places = places_among(held, wanted);
    ASSERT_FALSE(places);
    EXPECT_THAT(list_text(places.error()),
                HasSubstr("levels of fee_base (3 there, 4 here), while 5, 7 or 9 would hold"));
    wanted.design->method = "sobol";
    EXPECT_THAT(list_text(places_among(held, wanted).error()),
                HasSubstr("method (grid there, sobol here)"));
}

TEST(Extension, names_slices_where_a_latin_hypercube_cannot_grow) {
    std::optional<Design> held = grid_of(3).design;
    held->method = "lhs";
    held->samples = 3;
    std::optional<Design> wanted = held;
    wanted->samples = 6;
    EXPECT_THAT(design_differences(held, wanted, Told::there_and_here)[0],
                HasSubstr("whose slices depend on their number"));
    EXPECT_EQ(design_differences(held, wanted, Told::both)[0],
              "points of a Latin hypercube: 3 and 6");
    wanted = held;
    wanted->options.emplace_back("headline", "arrested");
    EXPECT_THAT(design_differences(held, wanted, Told::both), ElementsAre());
}

TEST(Extension, keeps_headlines_and_adds_some_only_where_their_days_are_there) {
    const OwnHeadline calls{"calls", "Calls", "calls", "sum(calls, all)"};
    const OwnHeadline most{"most", "Most", "calls", "max(calls, all)"};
    Experiment held = grid_of(2);
    for (Point& point : held.points)
        point.scenario.headlines = {calls};
    Experiment wanted = grid_of(3);
    ASSERT_FALSE(keep_headlines(held, {0, 1}, wanted));
    for (const Point& point : wanted.points)
        EXPECT_THAT(point.scenario.headlines, ElementsAre(calls));
    wanted.points[1].scenario.headlines = {most};
    EXPECT_THAT(keep_headlines(held, {0, 1}, wanted).value_or(""),
                HasSubstr("most was not measured"));
    held.days = Days::kept;
    ASSERT_FALSE(keep_headlines(held, {0, 1}, wanted));
    EXPECT_THAT(wanted.points[1].scenario.headlines, ElementsAre(calls, most));
    wanted.points[0].scenario.headlines = {calls};
    wanted.points[0].scenario.headlines[0].statistic = "min(calls, all)";
    EXPECT_THAT(keep_headlines(held, {0, 1}, wanted).value_or(""), HasSubstr("headline calls ("));
}

}  // namespace
}  // namespace tumen::test

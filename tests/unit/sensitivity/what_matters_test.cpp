#include "sensitivity/what_matters.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <string>
#include <vector>

#include "base/distributions.hpp"
#include "base/draw.hpp"
#include "design/openness.hpp"
#include "model/parameter_table.hpp"
#include "scenario/assembly/read_scenario.hpp"

namespace tumen {
namespace {

using ::testing::HasSubstr;

constexpr std::size_t plays = 256;

/// Normal draws; the first parameters of the table give them names.
std::vector<Fact> drawn(std::size_t count) {
    std::vector<Fact> facts;
    const DesignRows rows = latin_hypercube_parts(plays, count, 7);
    for (std::size_t i = 0; i < count; ++i) {
        Fact fact{std::string(name_of(by_openness()[i])), "", FactKind::value, {{}}};
        for (const DesignRow& row : rows)
            fact.columns.front().push_back(normal_quantile(row[i]));
        facts.push_back(std::move(fact));
    }
    return facts;
}

std::vector<double> sum_of(const std::vector<Fact>& facts,
                           const std::vector<std::pair<std::size_t, double>>& terms) {
    std::vector<double> sum(plays);
    for (const auto& [fact, factor] : terms) {
        for (std::size_t i = 0; i < plays; ++i)
            sum[i] += factor * facts[fact].columns.front()[i];
    }
    return sum;
}

std::vector<std::string> names_of(const WhatMatters& found) {
    std::vector<std::string> names;
    for (const Mattering& one : found.values)
        names.push_back(one.name);
    return names;
}

TEST(WhatMatters, takes_first_what_the_usual_headline_rests_on_and_then_what_any_does) {
    const std::vector<Fact> facts = drawn(40);
    // Shares 0.69, 0.17 and 0.14 of the usual one; the other rests on one value alone, and more.
    const std::vector<HeadlineValues> headlines = {
        {"other", sum_of(facts, {{9, 1.0}, {30, 0.1}})},
        {"usual", sum_of(facts, {{3, 1.0}, {4, 0.5}, {5, 0.45}})}};
    const WhatMatters found = what_matters(headlines, facts, "usual", 4, 1);
    ASSERT_GE(found.values.size(), 4U);
    EXPECT_EQ(names_of(found)[0], facts[3].id);
    EXPECT_EQ(names_of(found)[1], facts[4].id);
    EXPECT_EQ(names_of(found)[2], facts[9].id) << "half of them are the usual headline's";
    EXPECT_EQ(found.values[2].headline, "other");
    EXPECT_EQ(names_of(found)[3], facts[5].id);
    EXPECT_NEAR(found.values[0].share, 0.69, 0.06);
    EXPECT_EQ(found.asked, 40U);
    EXPECT_EQ(found.plays, plays);
    EXPECT_EQ(found.headlines, 2U);
    EXPECT_GT(found.floor, 0);
    EXPECT_LT(found.floor, 0.1);
    for (const Mattering& one : found.values)
        EXPECT_GT(one.share, found.floor);
}

TEST(WhatMatters, is_hardly_anything_where_nothing_does) {
    const std::vector<Fact> facts = drawn(41);
    const std::vector<Fact> others(facts.begin(), facts.end() - 1);
    const WhatMatters found =
        what_matters({{"usual", facts.back().columns.front()}}, others, "usual", 12, 1);
    EXPECT_LE(found.values.size(), 3U) << "as many as chance lets through, not twelve";
}

TEST(WhatMatters, is_nothing_of_plays_without_values) {
    const std::vector<double> none(plays, std::numeric_limits<double>::quiet_NaN());
    const WhatMatters found = what_matters({{"usual", none}}, drawn(3), "usual", 12, 1);
    EXPECT_TRUE(found.values.empty());
    EXPECT_EQ(found.headlines, 0U);
}

/// A scenario that can be played with whatever does not begin with `stuck`.
MakeScenario all_but(const std::string& stuck) {
    return [stuck](const std::vector<std::string>& overrides) -> Expected<Scenario, Diagnostics> {
        if (overrides.front().starts_with(stuck))
            return Diagnostics{{"stuck", "", "", "", 0, 0, ""}};
        return Scenario{};
    };
}

TEST(ChosenFactors, are_those_that_matter_and_can_move_alone) {
    WhatMatters found;
    for (const char* name : {"detection", "raid", "fee_base", "call_rate.family"})
        found.values.push_back({name, 0.2, "calling_level"});
    const auto chosen = choose_factors(found, 2, all_but("raid="), {});
    ASSERT_TRUE(chosen);
    ASSERT_EQ(chosen->factors.size(), 2U);
    EXPECT_EQ(chosen->factors[0].name, "detection");
    EXPECT_EQ(chosen->factors[1].name, "fee_base");
    EXPECT_THAT(chosen->how, HasSubstr("4 values explain more, 2 of them are varied"));
}

TEST(ChosenFactors, are_the_least_known_where_nothing_matters) {
    const auto chosen = choose_factors({}, 3, all_but("nothing"), {});
    ASSERT_TRUE(chosen);
    EXPECT_EQ(chosen->factors, open_factors(3, all_but("nothing"), {})->factors);
    EXPECT_THAT(chosen->how, HasSubstr("the least known are varied"));
}

TEST(WhatMattersExperiment, draws_everything_that_is_not_held_in_a_small_city) {
    ReadOptions options;
    options.overrides = {"detection=0.002"};
    const auto experiment =
        what_matters_experiment(*read_scenario("hyesan-calm", EmbeddedFiles(), options), 5);
    ASSERT_TRUE(experiment);
    EXPECT_EQ(experiment->points.front().scenario.plan.cities.front().residents, 20000);
    EXPECT_EQ(experiment->replicates.size(), experiment->draws.size());
    const auto& held = experiment->points.front().held;
    EXPECT_EQ(std::count(held.begin(), held.end(), "detection"), 1);
    EXPECT_GT(experiment->draws.front().values.size(), 100U);
    EXPECT_TRUE(experiment->draws.front().rules.empty()) << "rival rules stay as the scenario says";
    EXPECT_NE(experiment->draws[0].values, experiment->draws[1].values);
}

}  // namespace
}  // namespace tumen

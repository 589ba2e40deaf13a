#include "belief/information/turning.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <string>

#include "base/draw.hpp"
#include "belief/information/facts.hpp"

/// What would turn a sentence round, where it is known: reversed is what has v3 above 0.7 while
/// rule r is its second choice, and a tenth of the rest.
namespace tumen {
namespace {

constexpr std::uint32_t turning_draws = 600;

double place(std::uint32_t draw, std::uint32_t which) {
    return uniform(philox({draw, which, 0, 0}, 11).word[0]);
}

std::vector<Fact> facts_of_a_rule_and_thirty_values() {
    std::vector<Fact> facts;
    for (std::uint32_t v = 0; v < 30; ++v) {
        std::vector<double> column;
        for (std::uint32_t draw = 0; draw < turning_draws; ++draw)
            column.push_back(place(draw, v));
        facts.push_back({"v" + std::to_string(v), "", FactKind::value, {std::move(column)}});
    }
    std::vector<double> first;
    std::vector<double> second;
    for (std::uint32_t draw = 0; draw < turning_draws; ++draw) {
        second.push_back(place(draw, 50) < 0.5);
        first.push_back(1 - second.back());
    }
    facts.push_back({"rules.r", "", FactKind::rule, {std::move(first), std::move(second)}});
    return facts;
}

std::vector<bool> reversed_by(double share_elsewhere) {
    std::vector<bool> reversed;
    for (std::uint32_t draw = 0; draw < turning_draws; ++draw) {
        const bool inside = place(draw, 3) > 0.7 && place(draw, 50) < 0.5;
        reversed.push_back(inside || place(draw, 60) < share_elsewhere);
    }
    return reversed;
}

TEST(Turning, tells_how_often_it_is_so_of_plays_and_not_of_draws) {
    // Three draws, of which one is over one each; its twin and another's are too.
    const auto reversal = reversal_of("official_per_changed", {50, 150, 60});
    ASSERT_TRUE(reversal);
    EXPECT_TRUE(reversal->above);
    const std::vector<double> plays = {50, 150, 151, 60, 152, std::nan("")};
    EXPECT_DOUBLE_EQ(share_reversed(*reversal, plays), 3.0 / 5);
    EXPECT_DOUBLE_EQ(share_reversed({100, false, {}}, plays), 2.0 / 5);
    EXPECT_EQ(share_reversed(*reversal, {}), 0);
}

TEST(Turning, finds_the_two_bounds_that_reverse_a_sentence) {
    const std::vector<Fact> facts = facts_of_a_rule_and_thirty_values();
    const Turning turning = turning_of(reversed_by(0.1), facts, 1);
    ASSERT_EQ(turning.bounds.size(), 2u);
    std::set<std::string> named;
    for (const Beyond& bound : turning.bounds) {
        named.insert(bound.fact->id);
        EXPECT_TRUE(bound.above);
        if (bound.fact->id == "v3") EXPECT_NEAR(bound.at, 0.7, 0.08);
        if (bound.fact->id == "rules.r") EXPECT_EQ(bound.column, 1u);
    }
    EXPECT_EQ(named, (std::set<std::string>{"v3", "rules.r"}));
    // 15 % lie inside, and 8.5 % are reversed elsewhere: 0.15 / 0.235 of the reversed.
    EXPECT_NEAR(turning.coverage, 0.64, 0.12);
    EXPECT_GT(turning.density, 0.7);  // of about 45 draws: an error of 5 %
    EXPECT_EQ(turning.draws, turning_draws);
    EXPECT_EQ(turning.held_back, turning_draws / 2);
}

TEST(Turning, says_that_nothing_short_describes_what_chance_reverses) {
    const std::vector<Fact> facts = facts_of_a_rule_and_thirty_values();
    std::vector<bool> chance;
    for (std::uint32_t draw = 0; draw < turning_draws; ++draw)
        chance.push_back(place(draw, 70) < 0.3);
    const Turning turning = turning_of(chance, facts, 1);
    EXPECT_TRUE(turning.bounds.empty());
    EXPECT_GT(turning.reversed, 100u);
}

TEST(Turning, looks_for_nothing_where_hardly_any_draw_is_reversed) {
    const std::vector<Fact> facts = facts_of_a_rule_and_thirty_values();
    std::vector<bool> few(turning_draws, false);
    few[10] = few[20] = few[30] = true;
    const Turning turning = turning_of(few, facts, 1);
    EXPECT_TRUE(turning.bounds.empty());
    EXPECT_EQ(turning.reversed, 3u);
}

}  // namespace
}  // namespace tumen

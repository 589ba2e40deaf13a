#include "belief/statements/judged_conclusion.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <string>

#include "experiment/draws.hpp"

namespace tumen {
namespace {

constexpr std::uint32_t judged_draws = 600;
constexpr std::uint32_t start_plays = 32;

bool is_under(const ReplicateDraw& draw, const std::string& rule, const std::string& choice) {
    return std::count(draw.rules.begin(), draw.rules.end(),
                      std::pair<std::string, std::string>(rule, choice)) > 0;
}

using Value = std::function<std::optional<double>(const ReplicateDraw&, std::uint32_t number)>;

/// A difference that is `drawn` in draws of values and rules, and `at_start` at the starting
/// values.
JudgedConclusion judged(const Value& drawn, const std::function<double(std::uint32_t)>& at_start) {
    View view{"belief", {}, {}, {}};
    View start{"start", {}, {}, {}};
    std::map<std::uint32_t, std::optional<double>> values;
    for (std::uint32_t number = 1; number <= judged_draws; ++number) {
        view.draws.push_back({number, {}, draw_rules(ledger_likelihood(), 1, number)});
        view.replicates.push_back(number);
        view.families.push_back(number);
        values[number] = drawn(view.draws.back(), number);
    }
    for (std::uint32_t number = judged_draws + 1; number <= judged_draws + start_plays; ++number) {
        start.replicates.push_back(number);
        start.families.push_back(number);
        values[number] = at_start(number);
    }
    return judge(conclusions().front(), values, view, {}, start);
}

/// Around a mean that is told from 0.
double lower(std::uint32_t number) {
    return -1 - 0.1 * (number % 3);
}

double of_either_sign(std::uint32_t number) {
    return number % 2 == 0 ? 1 : -1;
}

TEST(JudgedConclusion, stands_where_its_sign_at_the_starting_values_holds_under_every_rival) {
    const auto always = [](const ReplicateDraw&, std::uint32_t) { return std::optional(-2.0); };
    const JudgedConclusion one = judged(always, lower);
    EXPECT_FALSE(one.higher);
    EXPECT_FALSE(one.of_most_draws);
    EXPECT_EQ(one.at_start, Direction::lower);
    EXPECT_EQ(one.view.share, 1);
    EXPECT_EQ(one.start.share, 1);
    EXPECT_EQ(one.verdict, SignVerdict::stands);
}

TEST(JudgedConclusion, falls_where_nearly_every_draw_says_the_contrary) {
    const auto never = [](const ReplicateDraw&, std::uint32_t) { return std::optional(3.0); };
    const JudgedConclusion one = judged(never, lower);
    EXPECT_EQ(one.view.share, 0);
    EXPECT_EQ(one.verdict, SignVerdict::falls);
    EXPECT_TRUE(one.start_disagrees());
}

TEST(JudgedConclusion, names_the_one_rival_under_which_its_sign_does_not_hold) {
    const auto but_one = [](const ReplicateDraw& draw, std::uint32_t) {
        return std::optional(is_under(draw, "oath", "none") ? 0.0 : -1.0);
    };
    const JudgedConclusion one = judged(but_one, lower);
    EXPECT_EQ(one.verdict, SignVerdict::cannot_be_told);
    EXPECT_EQ(one.turns_on, "rule oath = none");
    const auto under = std::find_if(
        one.rules.begin(), one.rules.end(),
        [](const SignUnderRule& rule) { return rule.rule == "oath" && rule.choice == "none"; });
    ASSERT_NE(under, one.rules.end());
    EXPECT_EQ(under->share.share, 0);
    EXPECT_EQ(under->others.share, 1);
}

TEST(JudgedConclusion, takes_the_sign_of_most_draws_where_the_starting_values_leave_it_open) {
    const auto mostly_lower = [](const ReplicateDraw&, std::uint32_t number) {
        return std::optional(number % 4 == 0 ? 1.0 : -1.0);
    };
    const JudgedConclusion one = judged(mostly_lower, of_either_sign);
    EXPECT_TRUE(one.of_most_draws);
    EXPECT_FALSE(one.higher);
    EXPECT_NEAR(one.view.share, 0.75, 1e-12);
    EXPECT_EQ(one.verdict, SignVerdict::cannot_be_told);
}

}  // namespace
}  // namespace tumen

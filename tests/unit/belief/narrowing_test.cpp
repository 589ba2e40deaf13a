#include "belief/information/narrowing.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "base/distributions.hpp"
#include "base/draw.hpp"

/// What it is worth to know something, against a linear model in closed form: of
/// y = 3 a + 1 b + 0 c + 2 e, all standard normal, a makes 9 / 14 of the variance and b 1 / 14.
namespace tumen {
namespace {

constexpr std::size_t fact_draws = 2000;

std::vector<double> normals(std::uint32_t which) {
    std::vector<double> values;
    for (std::uint32_t i = 0; i < fact_draws; ++i)
        values.push_back(normal_quantile(uniform(philox({i, which, 0, 0}, 17).word[0])));
    return values;
}

std::vector<Fact> facts_of_a_linear_model() {
    std::vector<Fact> facts;
    facts.push_back({"a", "", FactKind::value, {normals(0)}});
    facts.push_back({"b", "", FactKind::value, {normals(1)}});
    for (std::uint32_t c = 2; c < 42; ++c)
        facts.push_back({"c" + std::to_string(c), "", FactKind::value, {normals(c)}});
    facts.push_back({"a and b", "", FactKind::group, {normals(0), normals(1)}});
    return facts;
}

std::vector<double> linear(double of_b = 1) {
    const auto a = normals(0);
    const auto b = normals(1);
    const auto e = normals(99);
    std::vector<double> y;
    for (std::size_t i = 0; i < fact_draws; ++i)
        y.push_back(3 * a[i] + of_b * b[i] + 2 * e[i]);
    return y;
}

const Worth* find(const NarrowingTable& table, std::string_view id) {
    for (const Worth& one : table.told) {
        if (one.fact->id == id) return &one;
    }
    return nullptr;
}

TEST(Narrowing, gives_the_shares_of_a_linear_model_and_their_widths) {
    const std::vector<Fact> facts = facts_of_a_linear_model();
    const NarrowingTable table = narrowing_of(linear(), facts, 1);
    const Worth* a = find(table, "a");
    const Worth* b = find(table, "b");
    const Worth* both = find(table, "a and b");
    ASSERT_TRUE(a != nullptr && b != nullptr && both != nullptr);
    // Standard errors at 2,000 draws: about 2 |rho| (1 - rho^2) / root 2000 = 0.013 and 0.011.
    EXPECT_NEAR(a->share, 9.0 / 14, 0.05);
    EXPECT_NEAR(b->share, 1.0 / 14, 0.045);
    EXPECT_NEAR(both->share, 10.0 / 14, 0.05);
    EXPECT_LT(a->bounds.low, 9.0 / 14);
    EXPECT_GT(a->bounds.high, 9.0 / 14);
    EXPECT_NEAR(a->left, std::sqrt(5.0 / 14), 0.12);
    EXPECT_NEAR(both->left, std::sqrt(4.0 / 14), 0.05);
    EXPECT_EQ(table.draws, fact_draws);
    EXPECT_EQ(table.asked, facts.size());
}

TEST(Narrowing, tells_hardly_anything_from_what_has_nothing_to_do_with_it) {
    const std::vector<Fact> facts = facts_of_a_linear_model();
    const NarrowingTable table = narrowing_of(linear(), facts, 1);
    EXPECT_LT(table.floor, 0.02);
    std::size_t chance = 0;
    for (const Worth& one : table.told)
        chance += one.fact->id.starts_with("c");
    EXPECT_LE(chance, 4u);  // of 40: the largest of as many others is the floor
}

TEST(Narrowing, puts_no_order_between_what_is_worth_as_much) {
    const std::vector<Fact> facts = facts_of_a_linear_model();
    const NarrowingTable alike = narrowing_of(linear(3), facts, 1);
    std::vector<std::string> most;
    for (const Worth* one : worth_most(alike)) {
        if (one->fact->kind == FactKind::value) most.push_back(one->fact->id);
    }
    const NarrowingTable apart = narrowing_of(linear(0), facts, 1);
    for (const Worth* one : worth_most(apart))
        EXPECT_NE(one->fact->id, "b");
    EXPECT_NE(find(alike, "b"), nullptr);
    EXPECT_NE(find(alike, "a"), nullptr);
    const Worth* a = find(alike, "a");
    const Worth* b = find(alike, "b");
    EXPECT_NEAR(a->share, b->share, 0.08);
}

TEST(Narrowing, takes_a_ratio_without_an_upper_end_as_the_largest) {
    std::vector<double> y = linear();
    for (double& value : y) {
        if (value > 4) value = std::numeric_limits<double>::infinity();
    }
    const std::vector<Fact> facts = facts_of_a_linear_model();
    const NarrowingTable table = narrowing_of(y, facts, 1);
    ASSERT_NE(find(table, "a"), nullptr);
    EXPECT_NEAR(find(table, "a")->share, 9.0 / 14, 0.12);
}

TEST(Narrowing, leaves_out_draws_without_a_value_and_says_how_many_are_left) {
    std::vector<double> y = linear();
    for (std::size_t i = 0; i < 100; ++i)
        y[i] = std::nan("");
    EXPECT_EQ(narrowing_of(y, facts_of_a_linear_model(), 1).draws, fact_draws - 100);
}

}  // namespace
}  // namespace tumen

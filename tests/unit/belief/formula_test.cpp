#include "belief/prior/formula.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tumen {
namespace {

using ::testing::HasSubstr;

std::optional<std::size_t> place_of(std::string_view name) {
    if (name == "a") return 0;
    if (name == "b.family") return 1;
    return std::nullopt;
}

/// With a = 2 and b.family = 0.25.
double value_of(std::string_view text) {
    const auto formula = Formula::read(text, place_of);
    EXPECT_TRUE(formula) << text << ": " << (formula ? "" : formula.error());
    const std::vector<double> values = {2, 0.25};
    return formula ? formula->value(values) : 0;
}

std::string problem_of(std::string_view text) {
    const auto formula = Formula::read(text, place_of);
    return formula ? "" : formula.error();
}

TEST(Formula, carries_out_products_before_sums_and_powers_before_products) {
    EXPECT_DOUBLE_EQ(value_of("1 + 2 * 3 ^ 2"), 19);
    EXPECT_DOUBLE_EQ(value_of("(1 + 2) * 3"), 9);
    EXPECT_DOUBLE_EQ(value_of("2 - 3 - 4"), -5);  // from the left
    EXPECT_DOUBLE_EQ(value_of("8 / 4 / 2"), 1);
    EXPECT_DOUBLE_EQ(value_of("2 ^ 3 ^ 2"), 512);  // powers from the right
    EXPECT_DOUBLE_EQ(value_of("-2 ^ 2"), -4);
}

TEST(Formula, reads_names_with_parts_and_numbers_with_exponents) {
    EXPECT_DOUBLE_EQ(value_of("a * b.family"), 0.5);
    EXPECT_DOUBLE_EQ(value_of("1e-3 * a"), 0.002);
}

TEST(Formula, knows_the_functions_of_chances_and_ratios) {
    EXPECT_NEAR(value_of("logistic(logit(0.3))"), 0.3, 1e-15);
    EXPECT_NEAR(value_of("exp(ln(a))"), 2, 1e-15);
    EXPECT_DOUBLE_EQ(value_of("min(a, 1) + max(a, 5)"), 6);
}

TEST(Formula, lists_the_places_it_reads_once) {
    const auto formula = Formula::read("a + b.family * a", place_of);
    ASSERT_TRUE(formula);
    EXPECT_THAT(formula->places(), ::testing::ElementsAre(0, 1));
}

TEST(Formula, that_cannot_be_read_says_why) {
    EXPECT_THAT(problem_of("c + 1"), HasSubstr("nothing before it is called c"));
    EXPECT_THAT(problem_of("(a + 1"), HasSubstr("no \")\""));
    EXPECT_THAT(problem_of("a +"), HasSubstr("missing"));
    EXPECT_THAT(problem_of("sin(a)"), HasSubstr("no function sin"));
    EXPECT_THAT(problem_of("a a"), HasSubstr("does not belong"));
    EXPECT_THAT(problem_of(std::string(1000, '(') + "a"), HasSubstr("too deep"));
}

}  // namespace
}  // namespace tumen

#include "belief/prior/implied.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "belief/prior/prior_draw.hpp"
#include "scenario/scenario.hpp"

namespace tumen {
namespace {

using ::testing::HasSubstr;

std::string problem_of(const std::string& text) {
    const auto read = read_implied({"made up", "made_up.toml", text}, ledger_priors());
    return read ? "" : describe(read.error());
}

ImpliedQuantity quantity_known(double low, double middle, double high) {
    ImpliedQuantity quantity;
    quantity.known = {low, middle, high};
    return quantity;
}

Implied implied(const ImpliedQuantity& quantity, double middle, double within) {
    Implied one;
    one.quantity = &quantity;
    one.draws = 100;
    one.quantiles = {middle - 1, middle, middle + 1};
    one.within = within;
    return one;
}

TEST(ImpliedReader, names_what_is_wrong) {
    const std::string head = "[[implied]]\nid = 'Q'\nquantity = 'q'\ngrade = 'assumed'\n";
    EXPECT_THAT(problem_of(head + "known = [3, 2, 1]\n"), HasSubstr("rising"));
    EXPECT_THAT(problem_of(head + "known = [1, 2, 3]\n"), HasSubstr("statistic or a value"));
    EXPECT_THAT(problem_of(head + "value = 'unheard_of'\n"), HasSubstr("unheard_of"));
    EXPECT_THAT(problem_of(head + "scenario = 'hyesan-calm'\nstatistic = 'mean(nothing, all)'\n"),
                HasSubstr("the statistic of Q"));
}

TEST(ImpliedQuantities, of_the_ledger_can_be_read_and_are_some_thirty) {
    EXPECT_GE(implied_quantities().size(), 30u);
    EXPECT_THAT(scenarios_of(implied_quantities()), ::testing::Contains("hyesan-calm"));
}

TEST(Implied, asks_for_a_look_where_the_middle_or_most_draws_lie_outside) {
    const ImpliedQuantity quantity = quantity_known(10, 20, 40);
    // The known middle half reaches from 20 - 0.41 x 10 = 15.9 to 20 + 0.41 x 20 = 28.2.
    EXPECT_FALSE(implied(quantity, 20, 0.8).asks_for_a_look());
    EXPECT_TRUE(implied(quantity, 15, 0.8).asks_for_a_look());
    EXPECT_TRUE(implied(quantity, 29, 0.8).asks_for_a_look());
    EXPECT_TRUE(implied(quantity, 20, 0.6).asks_for_a_look());
}

TEST(Implied, is_left_to_the_pattern_that_rests_on_the_same_evidence) {
    ImpliedQuantity quantity = quantity_known(10, 20, 40);
    quantity.reserved = "K5";
    EXPECT_FALSE(implied(quantity, 1000, 0).asks_for_a_look());
}

TEST(ImpliedBook, takes_formulas_from_the_draws_alone) {
    const Experiment experiment;
    const ImpliedBook book(experiment, implied_quantities());
    const auto drawn = draw_priors(ledger_priors(), 1, 1);
    ASSERT_TRUE(drawn);
    for (const Implied& one : book.results({*drawn})) {
        if (!one.quantity->value) continue;
        EXPECT_EQ(one.draws, 1u);
        EXPECT_EQ(one.quantiles[1], one.quantity->value->value(*drawn));
    }
}

}  // namespace
}  // namespace tumen

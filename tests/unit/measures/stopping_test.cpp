#include "measures/answers/stopping.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/made_up.hpp"

namespace tumen::test {
namespace {

using testing::HasSubstr;

TEST(Stopping, rules_are_read_as_shares_or_amounts) {
    const auto share = read_stopping_rule("half-width=5%");
    ASSERT_TRUE(share);
    EXPECT_EQ(share->goal, Goal::relative);
    EXPECT_DOUBLE_EQ(share->half_width, 0.05);
    EXPECT_EQ(share->headline, "");
    const auto amount = read_stopping_rule("half-width=20@handed_in");
    ASSERT_TRUE(amount);
    EXPECT_EQ(amount->goal, Goal::absolute);
    EXPECT_DOUBLE_EQ(amount->half_width, 20);
    EXPECT_EQ(amount->headline, "handed_in");
    for (const char* bad :
         {"", "5%", "half-width=", "half-width=0%", "half-width=-1", "half-width=x",
          "half-width=5%@", "half-width=inf", "half-width=5 people", "half-width=1e-323%"}) {
        EXPECT_FALSE(read_stopping_rule(bad)) << bad;
    }
}

TEST(Stopping, batches_grow_by_half_and_end_at_the_limit) {
    std::vector<std::uint32_t> ends;
    for (std::uint32_t n = next_batch(0, 100); ends.empty() || ends.back() < 100;
         n = next_batch(n, 100)) {
        ends.push_back(n);
    }
    EXPECT_EQ(ends, (std::vector<std::uint32_t>{16, 24, 36, 54, 81, 100}));
    EXPECT_EQ(next_batch(0, 5), 5u);
    EXPECT_EQ(next_batch(4000000000u, 4294967295u), 4294967295u);  // no overflow
}

TEST(Stopping, asks_all_to_be_precise_in_the_measure_of_the_rule) {
    const Precision wide{"a", "people", 16, -100, 6};
    const Precision narrow{"b", "people", 16, 100, 5};
    const StoppingRule share{0.05, Goal::relative, ""};
    const StoppingRule amount{6, Goal::absolute, ""};
    EXPECT_EQ(enough(share, {narrow}), Enough::yes);
    EXPECT_EQ(enough(share, {narrow, wide}), Enough::no);  // 6 % of 100
    EXPECT_EQ(enough(amount, {narrow, wide}), Enough::yes);
    EXPECT_EQ(enough(amount, {}), Enough::no);  // nothing is known yet
    // A mean of 0 can never be known to within a share of itself.
    EXPECT_EQ(enough(share, {{"c", "people", 16, 0, 0.001}}), Enough::no);
}

TEST(Stopping, takes_equal_values_for_no_precision_and_says_how_rare_another_one_is) {
    const Precision equal{"People exiled", "people", 16, 0, 0};
    EXPECT_EQ(enough({0.05, Goal::relative, ""}, {equal}), Enough::no);
    EXPECT_EQ(enough({6, Goal::absolute, ""}, {equal}), Enough::no);
    // 1 - 0.05^(1/16) = 0.17
    EXPECT_EQ(precision_text(equal),
              "People exiled: 0 people in each of 16 replicates, so another value in under 17 % of "
              "runs (95 %)");
}

TEST(Stopping, gives_a_share_of_the_mean_only_where_it_tells_something) {
    EXPECT_THAT(precision_text({"a", "people", 16, -100, 6}), HasSubstr("people, 6 % of it, from"));
    EXPECT_THAT(precision_text({"a", "people", 16, 0.5, 3}),
                HasSubstr("wider than the mean itself"));
    EXPECT_THAT(precision_text({"a", "people", 16, 0, 3}), HasSubstr("people, from 16"));
}

TEST(Stopping, names_what_was_meant) {
    const std::vector<Headline> known = headlines(small_scenario().plan);
    const auto wrong = headline_of_rule({0.05, Goal::relative, "handed_on"}, known);
    ASSERT_FALSE(wrong);
    EXPECT_THAT(wrong.error().suggestion, HasSubstr("handed_in"));
    const auto usual = headline_of_rule({0.05, Goal::relative, ""}, known);
    ASSERT_TRUE(usual);
    EXPECT_EQ(usual->side, Side::changed);
}

TEST(Stopping, looks_only_at_the_replicates_of_the_batches_so_far) {
    const Experiment experiment = small_experiment(1, 20);
    std::vector<ReplicateResult> results;
    for (const ReplicateKey key : planned_replicates(experiment))
        results.push_back(made_up_result(experiment, key));
    MemorySource source(experiment, std::move(results));
    const StoppingRule rule{1, Goal::absolute, "handed_in"};
    const auto ten = precisions(source, rule, 10);
    const auto all = precisions(source, rule, 20);
    ASSERT_TRUE(ten && all);
    ASSERT_EQ(ten->size(), 1u);
    EXPECT_EQ((*ten)[0].n, 10u);
    EXPECT_EQ((*all)[0].n, 20u);
    EXPECT_THAT(precision_text((*all)[0]), HasSubstr("from 20 replicates"));
    EXPECT_TRUE(precisions(source, rule, 1)->empty());
}

}  // namespace
}  // namespace tumen::test

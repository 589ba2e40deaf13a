#include "belief/prior/prior.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "base/distributions.hpp"
#include "belief/prior/prior_draw.hpp"
#include "scenario/evidence/ledger.hpp"

namespace tumen {
namespace {

using ::testing::HasSubstr;

Priors priors_of(const std::string& text) {
    auto read = Priors::read({"made up", "made_up.toml", text});
    EXPECT_TRUE(read) << (read ? "" : describe(read.error()));
    return read ? *std::move(read) : Priors();
}

std::string problem_of_prior(const std::string& text) {
    const auto read = Priors::read({"made up", "made_up.toml", text});
    return read ? "" : describe(read.error());
}

/// The entry's drawn values, in the order of draws.
std::vector<double> column(const Priors& priors, std::size_t entry, std::uint32_t draws = 4000) {
    std::vector<double> values;
    for (std::uint32_t draw = 1; draw <= draws; ++draw) {
        const auto drawn = draw_priors(priors, 7, draw);
        EXPECT_TRUE(drawn);
        if (drawn) values.push_back((*drawn)[entry]);
    }
    return values;
}

TEST(PriorShape, meets_its_three_quantiles_exactly) {
    const double score = normal_quantile(0.95);
    for (const char* shape : {"normal", "log_normal", "share"}) {
        const Priors priors = priors_of(std::string("[q]\nmeaning = 'm'\nreason = 'r'\n") + shape +
                                        " = [0.1, 0.2, 0.6]\n");
        const PriorEntry& entry = priors.entries().front();
        EXPECT_NEAR(shaped(entry, -score), 0.1, 1e-12) << shape;
        EXPECT_NEAR(shaped(entry, 0), 0.2, 1e-12) << shape;
        EXPECT_NEAR(shaped(entry, score), 0.6, 1e-12) << shape;
    }
}

TEST(PriorDraw, spreads_as_its_quantiles_say) {
    // The standard error of the share below a quantile of 5 % is 0.0034 of 4,000 draws; 4 of these.
    const Priors priors = priors_of("[q]\nmeaning = 'm'\nreason = 'r'\nlog_normal = [1, 3, 27]\n");
    const std::vector<double> drawn = column(priors, 0);
    const auto below = [&](double value) {
        return static_cast<double>(
                   std::count_if(drawn.begin(), drawn.end(), [&](double x) { return x < value; })) /
               4000;
    };
    EXPECT_NEAR(below(1), 0.05, 0.014);
    EXPECT_NEAR(below(3), 0.5, 0.032);
    EXPECT_NEAR(below(27), 0.95, 0.014);
}

TEST(PriorDraw, is_a_function_of_seed_and_number) {
    const Priors priors = priors_of("[q]\nmeaning = 'm'\nreason = 'r'\nnormal = [1, 2, 3]\n");
    EXPECT_EQ(*draw_priors(priors, 1, 5), *draw_priors(priors, 1, 5));
    EXPECT_NE(*draw_priors(priors, 1, 5), *draw_priors(priors, 1, 6));
    EXPECT_NE(*draw_priors(priors, 1, 5), *draw_priors(priors, 2, 5));
}

TEST(PriorDraw, of_an_entry_does_not_move_when_another_one_is_added) {
    const std::string one = "[q]\nmeaning = 'm'\nreason = 'r'\nnormal = [1, 2, 3]\n";
    const std::string other = "[p]\nmeaning = 'm'\nreason = 'r'\nnormal = [1, 2, 3]\n";
    EXPECT_EQ(column(priors_of(one), 0, 20), column(priors_of(other + one), 1, 20));
}

TEST(PriorDraw, keeps_to_zero_as_often_as_the_mechanism_may_be_absent) {
    const Priors priors =
        priors_of("[q]\nmeaning = 'm'\nreason = 'r'\nzero = 0.3\nlog_normal = [1, 2, 4]\n");
    const std::vector<double> drawn = column(priors, 0);
    const auto zeros = std::count(drawn.begin(), drawn.end(), 0.0);
    EXPECT_NEAR(static_cast<double>(zeros) / 4000, 0.3, 0.029);  // 4 standard errors
}

TEST(PriorDraw, goes_with_its_partner_as_closely_as_said) {
    const std::string one = "[q]\nmeaning = 'm'\nreason = 'r'\nnormal = [1, 2, 3]\n";
    const std::string head = "[p]\nmeaning = 'm'\nreason = 'r'\nnormal = [1, 2, 3]\nwith = 'q'\n";
    EXPECT_EQ(column(priors_of(one + head), 0, 50), column(priors_of(one + head), 1, 50));
    const Priors half = priors_of(one + head + "correlation = 0.5\n");
    const std::vector<double> a = column(half, 0);
    const std::vector<double> b = column(half, 1);
    double product = 0;  // both have mean 2 and standard deviation 1 / 1.645
    for (std::size_t i = 0; i < a.size(); ++i)
        product += (a[i] - 2) * (b[i] - 2) * 1.645 * 1.645 / 4000;
    EXPECT_NEAR(product, 0.5, 0.07);  // 4 standard errors of about sqrt(1.25 / 4000)
}

TEST(PriorDraw, falls_within_the_range_of_its_parameter) {
    const Interval range = evidence_range(*find_parameter("fee_base"));
    const Priors priors = priors_of("[fee_base]\nreason = 'r'\nnormal = [-3, 0.2, 3]\n");
    for (const double value : column(priors, 0, 500)) {
        EXPECT_GE(value, range.low);
        EXPECT_LE(value, range.high);
    }
}

TEST(PriorDraw, that_no_trial_can_meet_says_so) {
    const Priors priors = priors_of("[fee_base]\nreason = 'r'\nvalue = '40'\n");
    EXPECT_FALSE(draw_priors(priors, 1, 1));
}

TEST(PriorReader, names_the_line_of_what_is_wrong) {
    const std::string head = "[q]\nmeaning = 'm'\nreason = 'r'\n";
    EXPECT_THAT(problem_of_prior(head + "normal = [3, 2, 1]\n"), HasSubstr("made_up.toml:4"));
    EXPECT_THAT(problem_of_prior(head + "share = [0.1, 0.5, 1]\n"), HasSubstr("quantiles"));
    EXPECT_THAT(problem_of_prior(head + "value = 'unheard_of * 2'\n"), HasSubstr("unheard_of"));
    EXPECT_THAT(problem_of_prior(head + "colour = 1\n"), HasSubstr("unknown key"));
    EXPECT_THAT(problem_of_prior("[q]\nreason = 'r'\nnormal = [1, 2, 3]\n"),
                HasSubstr("no meaning"));
    EXPECT_THAT(problem_of_prior("[q]\nmeaning = 'm'\nnormal = [1, 2, 3]\n"),
                HasSubstr("no reason"));
    EXPECT_THAT(problem_of_prior(head + "with = 'p'\nnormal = [1, 2, 3]\n"), HasSubstr("called p"));
}

TEST(LedgerPriors, hold_every_number_that_is_not_fixed) {
    std::vector<std::string> missing;
    for (const ParameterRef ref : parameter_refs()) {
        const LedgerEntry& entry = entry_of(ref);
        const auto& all = ledger_priors().entries();
        const bool there = std::any_of(all.begin(), all.end(), [&](const PriorEntry& one) {
            return one.parameter && *one.parameter == ref;
        });
        const Interval range = evidence_range(ref);
        const bool fixed = entry.prior == Prior::fixed || range.low == range.high;
        if (there == fixed) missing.push_back(name_of(ref));
    }
    EXPECT_THAT(missing, ::testing::IsEmpty());
}

TEST(LedgerPriors, say_why_a_start_lies_far_from_the_middle) {
    const auto summaries = summarise(ledger_priors(), 1, 1000);
    ASSERT_TRUE(summaries) << describe(summaries.error());
    for (std::size_t i = 0; i < summaries->size(); ++i) {
        const PriorEntry& entry = ledger_priors().entries()[i];
        if (!entry.parameter) continue;
        const double at = (*summaries)[i].start_at;
        EXPECT_TRUE((at > 0.2 && at < 0.8) || !entry.start.empty()) << entry.name << " at " << at;
    }
}

TEST(LedgerPriors, lie_within_the_ranges_mostly) {
    // A range holds nine tenths of what is believed: a whole draw needs few trials then.
    const auto drawn = summarise(ledger_priors(), 1, 200);
    EXPECT_TRUE(drawn);
}

TEST(LedgerPriors, make_sentences_that_sum_to_one_and_grow_no_milder) {
    for (std::uint32_t draw = 1; draw <= 50; ++draw) {
        const auto drawn = draw_priors(ledger_priors(), 3, draw);
        ASSERT_TRUE(drawn);
        double calm = 0;
        double harsh = 0;
        double warned = 0;
        for (const auto& [name, value] : parameter_values(ledger_priors(), *drawn)) {
            if (name.starts_with("sentence_calm.")) calm += value;
            if (name.starts_with("sentence_harsh.")) harsh += value;
            if (name == "sentence_calm.warned") warned += value;
            if (name == "sentence_harsh.warned") {
                EXPECT_LT(value, warned);
            }
        }
        EXPECT_NEAR(calm, 1, 1e-12);
        EXPECT_NEAR(harsh, 1, 1e-12);
    }
}

}  // namespace
}  // namespace tumen

#include "belief/likelihood/likelihood.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "belief/prior/prior_text.hpp"

namespace tumen {
namespace {

using ::testing::HasSubstr;

std::size_t place_of(const Likelihood& likelihood, std::string_view id) {
    for (std::size_t i = 0; i < likelihood.patterns().size(); ++i) {
        if (likelihood.patterns()[i].pattern->id == id) return i;
    }
    ADD_FAILURE() << id;
    return 0;
}

/// Every band at its middle, every sign as reported.
std::vector<std::optional<double>> as_reported(const Likelihood& likelihood) {
    std::vector<std::optional<double>> values;
    for (const PatternReading& one : likelihood.patterns()) {
        const PatternTest& test = one.pattern->test;
        if (test.expectation == Expectation::positive) values.emplace_back(1);
        if (test.expectation == Expectation::negative) values.emplace_back(-1);
        if (test.expectation != Expectation::band) continue;
        double middle = one.middle;
        if (one.scale == PatternScale::amount) middle = std::exp(middle);
        if (one.scale == PatternScale::share) middle = 1 / (1 + std::exp(-middle));
        values.emplace_back(middle);
    }
    return values;
}

std::string problem_of(std::string text, const std::string& from, const std::string& to) {
    text.replace(text.find(from), from.size(), to);
    const auto read = Likelihood::read({"made up", "made_up.toml", text}, fitted_patterns());
    return read ? "" : describe(read.error());
}

TEST(Likelihood, reads_every_pattern_that_is_fitted) {
    EXPECT_EQ(ledger_likelihood().patterns().size(), fitted_patterns().size());
    EXPECT_GE(fitted_patterns().size(), 30u);
}

TEST(Likelihood, names_what_is_wrong_with_its_text) {
    const std::string text(likelihood_text());
    EXPECT_THAT(problem_of(text, "K1 = [\"share\"]\n", ""), HasSubstr("K1"));
    EXPECT_THAT(problem_of(text, "K1 = [\"share\"]", "K1 = [\"square\"]"), HasSubstr("no scale"));
    EXPECT_THAT(problem_of(text, "K1 = ", "K99 = "), HasSubstr("K99"));
    EXPECT_THAT(problem_of(text, "coverage = 0.9", "coverage = 9"), HasSubstr("cannot be"));
    EXPECT_THAT(problem_of(text, "oath = [1, 1, 1]", "oath = [1, 1, 0]"), HasSubstr("above 0"));
    EXPECT_THAT(problem_of(text, "P05 = [\"plain\", \"high\"]", "P05 = [\"share\"]"),
                HasSubstr("no ends"));
}

TEST(Likelihood, is_largest_where_everything_is_as_reported_and_falls_with_each_pattern) {
    const Likelihood& likelihood = ledger_likelihood();
    const std::vector<double> luck(likelihood.patterns().size(), 0);
    const auto best = as_reported(likelihood);
    const double most = likelihood.log_of(best, luck);
    for (std::size_t i = 0; i < best.size(); ++i) {
        auto worse = best;
        worse[i] = likelihood.patterns()[i].pattern->test.expectation == Expectation::band
                       ? std::optional<double>()
                       : std::optional(-*best[i]);
        EXPECT_LT(likelihood.log_of(worse, luck), most) << likelihood.patterns()[i].pattern->id;
    }
}

TEST(Likelihood, reads_a_band_as_a_central_interval_widened_by_grade_and_luck) {
    // K8: 2 to 3 on the logarithm, half width 0.2027, grade D with a discrepancy of one half width:
    // the end of the band lies 1 / sqrt(1 / 1.645^2 + 1) = 0.854 spreads off the middle.
    const Likelihood& likelihood = ledger_likelihood();
    const PatternReading& pattern = likelihood.patterns()[place_of(likelihood, "K8")];
    EXPECT_NEAR(likelihood.off(pattern, 3, 0), 0.854, 0.001);
    EXPECT_NEAR(likelihood.off(pattern, 2, 0), -0.854, 0.001);
    EXPECT_NEAR(likelihood.off(pattern, 3, pattern.spread), 0.854 / std::sqrt(2), 0.001);
    EXPECT_EQ(likelihood.off(pattern, 1e9, 0), 3);
    EXPECT_EQ(likelihood.off(pattern, 0, 0), -3);
    EXPECT_EQ(likelihood.off(pattern, std::nullopt, 0), 2);
}

TEST(Likelihood, loses_nothing_beyond_an_end_that_is_none) {
    const Likelihood& likelihood = ledger_likelihood();
    const PatternReading& signed_ones = likelihood.patterns()[place_of(likelihood, "K15")];
    EXPECT_EQ(likelihood.off(signed_ones, 1, 0), 0);
    EXPECT_LT(likelihood.off(signed_ones, 0.8, 0), 0);
    const PatternReading& few = likelihood.patterns()[place_of(likelihood, "K12")];
    EXPECT_EQ(likelihood.off(few, 0, 0), 0);
    EXPECT_GT(likelihood.off(few, 0.2, 0), 0);
}

TEST(Likelihood, counts_patterns_of_one_voice_as_fewer) {
    // n patterns of a voice count as n^0.5 together, each as n^-0.5.
    const Likelihood& likelihood = ledger_likelihood();
    std::map<std::size_t, double> together;
    for (const PatternReading& one : likelihood.patterns())
        together[one.voice] += one.counts_as;
    double all = 0;
    for (const auto& [voice, count] : together)
        all += count;
    EXPECT_LT(all, static_cast<double>(likelihood.patterns().size()) / 2);
    EXPECT_GT(likelihood.voices().size(), 3u);
}

TEST(Likelihood, takes_errors_that_a_voice_shares_for_one) {
    // All bands of a voice off to the same side cost less than as much to either side by turns.
    const Likelihood& likelihood = ledger_likelihood();
    const std::vector<double> luck(likelihood.patterns().size(), 0);
    auto same = as_reported(likelihood);
    auto turns = same;
    double side = 1;
    for (std::size_t i = 0; i < same.size(); ++i) {
        const PatternReading& one = likelihood.patterns()[i];
        const PatternTest& test = one.pattern->test;
        if (test.expectation != Expectation::band || one.open != OpenEnd::none) continue;
        if (one.scale != PatternScale::amount) continue;
        side = -side;
        same[i] = std::exp(one.middle + one.spread);
        turns[i] = std::exp(one.middle + side * one.spread);
    }
    EXPECT_GT(likelihood.log_of(same, luck), likelihood.log_of(turns, luck));
}

TEST(Likelihood, without_a_voice_does_not_hear_its_patterns) {
    const Likelihood without = ledger_likelihood().without_voice("nkdb");
    const std::vector<double> luck(without.patterns().size(), 0);
    auto values = as_reported(without);
    const double before = without.log_of(values, luck);
    values[place_of(without, "K1")] = 0.9;
    EXPECT_EQ(without.log_of(values, luck), before);
    EXPECT_LT(ledger_likelihood().log_of(values, luck),
              ledger_likelihood().log_of(as_reported(without), luck));
}

TEST(Likelihood, hash_changes_with_what_counts) {
    EXPECT_EQ(ledger_likelihood().hash(), ledger_likelihood().hash());
    EXPECT_FALSE(ledger_likelihood().hash() == ledger_likelihood().widened(2).hash());
}

TEST(DrawnRules, come_as_often_as_their_weights_say_and_in_every_combination) {
    std::map<std::vector<std::pair<std::string, std::string>>, int> seen;
    int without_oath = 0;
    for (std::uint32_t draw = 1; draw <= 4800; ++draw) {
        const auto rules = draw_rules(ledger_likelihood(), 1, draw);
        ++seen[rules];
        if (rules[1].second == "none") ++without_oath;
    }
    // 48 combinations of 100 each, standard deviation 10.
    EXPECT_EQ(seen.size(), 48u);
    for (const auto& [rules, times] : seen)
        EXPECT_NEAR(times, 100, 45);
    EXPECT_NEAR(without_oath, 1600, 130);
}

}  // namespace
}  // namespace tumen

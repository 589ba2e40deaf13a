#include "measures/answers/second_reading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>

#include "base/distributions.hpp"
#include "base/hash.hpp"
#include "belief/belief_draws.hpp"
#include "belief/prior/carried.hpp"
#include "belief/prior/prior_text.hpp"
#include "belief/reweighed.hpp"
#include "belief/second_weights.hpp"
#include "belief/without_voice.hpp"
#include "measures/answers/plays_answer.hpp"
#include "measures/numbers/effective_size.hpp"
#include "measures/numbers/weighted.hpp"

namespace tumen {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

constexpr std::uint32_t weighed = 3000;
constexpr double reported = 1.2;  // of a value whose prior is a standard normal
constexpr double spread_of_report = 0.8;
constexpr double of_middle_nine = 1.6448536269514722;

/// The value of a candidate: the prior's quantiles, in an order of chance.
double value_of(std::uint32_t candidate) {
    const std::uint32_t place = candidate * 1297 % weighed;  // has no divisor with 3000
    return normal_quantile((place + 0.5) / weighed);
}

/// One voice has reported the value.
Belief told_of_one_value() {
    Belief belief;
    belief.candidates = weighed;
    belief.voices = {"one"};
    std::vector<double> logs;
    for (std::uint32_t candidate = 1; candidate <= weighed; ++candidate) {
        const double off = (value_of(candidate) - reported) / spread_of_report;
        belief.weighed.push_back({candidate, -off * off / 2, {-off * off / 2}});
    }
    belief.draws.resize(2048);
    return drawn_again(belief, std::vector<double>{1});
}

/// What is believed where the report counts `times`: normal with normal is normal.
WeightedRange exact(double times) {
    const double precision = 1 + times / (spread_of_report * spread_of_report);
    const double mean = times * reported / (spread_of_report * spread_of_report) / precision;
    const double reach = of_middle_nine / std::sqrt(precision);
    return {mean - reach, mean, mean + reach};
}

void expect_near(const WeightedRange& range, const WeightedRange& wanted, double error) {
    EXPECT_NEAR(range.low, wanted.low, error);
    EXPECT_NEAR(range.middle, wanted.middle, error);
    EXPECT_NEAR(range.high, wanted.high, error);
}

/// Plays of the draws of a belief, each of which comes to its value.
PlayValues plays_of(const Belief& belief) {
    PlayValues values;
    for (std::uint32_t i = 0; i < belief.draws.size(); ++i)
        values[i + 1] = value_of(belief.draws[i].candidate);
    return values;
}

SecondReading reading_of(const Belief& belief, double times) {
    SecondReading reading;
    reading.how = "how";
    const CandidateWeights weights = weights_over(belief, std::vector<double>{times});
    for (std::uint32_t i = 0; i < belief.draws.size(); ++i) {
        reading.families[i + 1] = belief.draws[i].candidate;
        reading.weights[i + 1] = weights.at(belief.draws[i].candidate);
    }
    return reading;
}

class Tempered : public ::testing::TestWithParam<double> {};
INSTANTIATE_TEST_SUITE_P(Tempered, Tempered, ::testing::Values(2.0, 1.0, 0.5));

// Errors: an end of the plays has one of some sqrt(.05 * .95 / n) / density = .05 with 600
// effective draws; those that are evenly spaced have less.
TEST_P(Tempered, weights_of_draws_meet_the_exact_quantiles) {
    const Belief belief = told_of_one_value();
    const Reweighed all = reweighed(belief, std::vector<double>{GetParam()});
    std::vector<double> values;
    for (const WeighedDraw& one : belief.weighed)
        values.push_back(value_of(one.candidate));
    const auto range = weighted_range(values, all.weights);
    ASSERT_TRUE(range);
    expect_near(*range, exact(GetParam()), 0.01);
    EXPECT_EQ(all.refusal(), "");
}

TEST_P(Tempered, plays_weighed_again_meet_the_exact_quantiles) {
    const Belief belief = told_of_one_value();
    const auto second = second_spread(plays_of(belief), reading_of(belief, GetParam()));
    ASSERT_TRUE(second);
    EXPECT_TRUE(second->is_told);
    expect_near(second->range, exact(GetParam()), 0.1);
    const WeightedRange wanted = exact(GetParam());
    const double scores = wanted.middle / (wanted.high - wanted.middle) * of_middle_nine;
    const double above = (1 + std::erf(scores / std::sqrt(2.0))) / 2;
    EXPECT_NEAR(second->above, above, 0.03);
    EXPECT_NEAR(second->above + second->below, 1, 1e-9);
}

TEST_P(Tempered, draws_drawn_again_meet_the_exact_quantiles_and_carry_their_weights) {
    const Belief belief = told_of_one_value();
    const Belief again = drawn_again(belief, std::vector<double>{GetParam()});
    std::vector<double> values;
    for (const auto& [play, value] : plays_of(again))
        values.push_back(value);
    const auto range = weighted_range(values, std::vector<double>(values.size(), 1));
    ASSERT_TRUE(range);
    expect_near(*range, exact(GetParam()), 0.03);
    // What it counts now is 1: read so again, nothing changes.
    EXPECT_NEAR(reweighed(again, std::vector<double>{1}).effective, again.effective, 1e-6);
}

TEST(SecondSpread, counts_plays_near_one_draw_of_the_prior_as_one) {
    SecondReading reading;
    PlayValues values;
    for (std::uint32_t play = 1; play <= 200; ++play) {
        values[play] = play;
        reading.weights[play] = 1;
        reading.families[play] = play;
    }
    EXPECT_NEAR(second_spread(values, reading)->effective, 200, 1e-9);
    for (auto& [play, family] : reading.families)
        family = play % 50;
    const auto second = second_spread(values, reading);
    EXPECT_NEAR(second->effective, 50, 1e-9);
    EXPECT_FALSE(second->is_told);
    EXPECT_THAT(second_text(*second, reading, "people"), HasSubstr("too few to tell: worth 50"));
}

TEST(SecondSpread, is_of_plays_that_have_a_value_and_a_weight) {
    SecondReading reading;
    reading.weights = {{1, 1}, {2, 3}, {3, 5}};
    reading.families = {{1, 1}, {2, 2}, {3, 3}};
    const double none = std::numeric_limits<double>::quiet_NaN();
    const auto second = second_spread({{1, -1.0}, {2, 4.0}, {3, none}, {4, 9.0}}, reading);
    ASSERT_TRUE(second);
    EXPECT_EQ(second->plays, 2U);
    EXPECT_DOUBLE_EQ(second->above, 0.75);
    EXPECT_DOUBLE_EQ(second->range.middle, 4);
    EXPECT_FALSE(second_spread({{3, none}}, reading));
}

TEST(SecondSpread, is_refused_where_the_belief_is_worth_too_little) {
    const Belief belief = told_of_one_value();
    SecondReading reading = reading_of(belief, 1);
    reading.refusal = "a few draws carry the weight";
    const auto second = second_spread(plays_of(belief), reading);
    EXPECT_FALSE(second->is_told);
    EXPECT_THAT(second_text(*second, reading, "people"),
                HasSubstr("too few draws to tell: a few draws carry"));
}

Likelihood read(const std::string& text) {
    return carried(Likelihood::read(carried_text("likelihood", text), fitted_patterns()));
}

std::string with_second(const std::string& line) {
    std::string text(likelihood_text());
    const std::size_t begin = text.find("[second]");
    const std::size_t end = text.find("\n[", begin + 1);
    return text.replace(begin, end - begin, line);
}

TEST(SecondReading, is_stated_in_the_evidence_and_leaves_the_hash_of_the_first_as_it_is) {
    ASSERT_TRUE(ledger_likelihood().second_voice_power());
    const Likelihood none = read(with_second(""));
    EXPECT_FALSE(none.second_voice_power());
    EXPECT_EQ(none.hash(), ledger_likelihood().hash());
    EXPECT_EQ(none.second().hash(), none.hash());
    EXPECT_NE(ledger_likelihood().second().hash(), ledger_likelihood().hash());
    const auto wrong = Likelihood::read(
        carried_text("likelihood", with_second("[second]\nvoice_power = 2\n")), fitted_patterns());
    ASSERT_FALSE(wrong);
    EXPECT_THAT(wrong.error().problem, HasSubstr("voice_power"));
}

/// Whatever plays came to: what each voice says is that of the first, so many times.
TEST(SecondReading, takes_what_a_voice_says_a_stated_number_of_times) {
    const Likelihood& first = ledger_likelihood();
    std::vector<std::optional<double>> values;
    for (std::size_t i = 0; i < first.patterns().size(); ++i) {
        const PatternTest& test = first.patterns()[i].pattern->test;
        values.push_back(i % 7 == 0 ? std::nullopt : std::optional(0.3 * test.high + 0.1));
    }
    const std::vector<double> luck(values.size(), 0.1);
    const std::vector<double> one = first.by_voice(values, luck);
    const std::vector<double> other = first.second().by_voice(values, luck);
    const std::vector<double> times = first.times_in_second();
    bool differ = false;
    for (std::size_t voice = 0; voice < one.size(); ++voice) {
        EXPECT_NEAR(other[voice], times[voice] * one[voice], 1e-9);
        differ = differ || times[voice] < 0.5;
    }
    EXPECT_TRUE(differ);
    EXPECT_DOUBLE_EQ(first.without_voice(first.voices()[0]).second().by_voice(values, luck)[0], 0);
}

Experiment drawing_from(const DrawSource& source) {
    Experiment experiment;
    experiment.design = source.design;
    for (std::uint32_t replicate = 1; replicate <= 8; ++replicate)
        experiment.draws.push_back({.replicate = replicate, .values = {}, .rules = {}});
    return experiment;
}

TEST(SecondReading, weighs_plays_of_the_belief_that_ships_and_of_no_other_source) {
    const Experiment of_belief = drawing_from(belief_source(ledger_belief()));
    const auto reading = second_reading(of_belief);
    ASSERT_TRUE(reading);
    EXPECT_THAT(reading->how, StartsWith("each voice as one report"));
    // The fourth has the draw of the third.
    EXPECT_EQ(reading->families.at(3), reading->families.at(4));
    EXPECT_EQ(reading->families.at(1), ledger_belief().draws[0].candidate);
    EXPECT_EQ(reading->weights.size(), 8U);
    EXPECT_FALSE(second_reading(drawing_from(prior_source(ledger_priors(), 1))));
    Belief other = ledger_belief();
    other.draws.pop_back();
    EXPECT_FALSE(second_reading(drawing_from(belief_source(other))));
    const auto without = without_voice(ledger_belief(), "nkdb");
    ASSERT_TRUE(without);
    const auto left = second_reading(drawing_from(belief_source(*without)));
    ASSERT_TRUE(left);
    EXPECT_EQ(left->families.at(1), without->draws[0].candidate);
}

TEST(SecondReading, weighs_plays_of_a_belief_in_a_file_by_what_the_results_keep_of_it) {
    EXPECT_EQ(source_of_file(ledger_belief()).design, belief_source(ledger_belief()).design);
    Belief own = ledger_belief();
    own.draws.pop_back();
    const auto reading = second_reading(drawing_from(source_of_file(own)));
    ASSERT_TRUE(reading);
    const auto shipped = second_reading(drawing_from(belief_source(ledger_belief())));
    EXPECT_EQ(reading->weights, shipped->weights);
    EXPECT_EQ(reading->families, shipped->families);
    EXPECT_TRUE(candidates_of(drawing_from(source_of_file(own))));
    // Whether truths were looked for changes no draw, so results of before and after are of one
    // belief.
    Belief looked_for = ledger_belief();
    looked_for.coverage = {.quantities = {}, .truths = 3000, .effective = 1};
    EXPECT_EQ(source_of_file(looked_for).design, belief_source(ledger_belief()).design);
    // What was weighed by patterns that are read otherwise today is not weighed by today's.
    Belief old = own;
    old.hashes.patterns = "others";
    EXPECT_FALSE(second_reading(drawing_from(source_of_file(old))));
    auto without = without_voice(own, "nkdb");
    ASSERT_TRUE(without);
    EXPECT_TRUE(second_reading(drawing_from(source_of_file(*without))));
}

TEST(SecondReading, is_not_told_of_draws_that_keep_no_weights_or_are_by_it_already) {
    const auto told_of = [](const DrawSource& source) {
        Experiment experiment = drawing_from(source);
        experiment.points.emplace_back(Point{"city", Scenario(), {}});
        return draws_told(experiment);
    };
    Belief bare = ledger_belief();
    bare.weighed.clear();
    EXPECT_FALSE(second_reading(drawing_from(source_of_file(bare))));
    EXPECT_THAT(told_of(source_of_file(bare)), Contains(HasSubstr("keeps no weights")));
    EXPECT_THAT(told_of(belief_source(ledger_belief())), Not(Contains(HasSubstr("no weights"))));
    auto second = by_second_reading(ledger_belief());
    ASSERT_TRUE(second);
    second->hashes.patterns = hex(likelihood_of(*second).hash());
    const DrawSource source = source_of_file(*second);
    EXPECT_TRUE(belief_behind(drawing_from(source)));
    EXPECT_FALSE(second_reading(drawing_from(source)));
    EXPECT_THAT(told_of(source), Contains(HasSubstr("by their second reading, worth")));
}

TEST(SecondReading, of_a_belief_can_be_drawn_from_and_says_so) {
    const auto second = by_second_reading(ledger_belief());
    ASSERT_TRUE(second) << second.error().reason;
    EXPECT_TRUE(second->second);
    EXPECT_GE(second->effective, least_effective);
    EXPECT_NE(second->draws, ledger_belief().draws);
    const auto again = Belief::read(carried_text("belief", second->write()));
    ASSERT_TRUE(again);
    EXPECT_TRUE(again->second);
    EXPECT_EQ(likelihood_of(*again).hash(), ledger_likelihood().second().hash());
    Belief few = ledger_belief();
    few.weighed.resize(40);
    const auto refused = by_second_reading(few);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().suggestion, HasSubstr("--second-reading"));
}

}  // namespace
}  // namespace tumen

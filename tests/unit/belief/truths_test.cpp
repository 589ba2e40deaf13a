#include "belief/making/truths.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "base/draw.hpp"
#include "base/math.hpp"
#include "scenario/assembly/read_scenario.hpp"
#include "scenario/scenario.hpp"

namespace tumen {
namespace {

constexpr std::string_view deciding = "promise_breach";
constexpr std::uint32_t truths = 30;

/// Of the draw; kept, since it is asked for by every pattern.
double deciding_value(const BeliefDraw& draw) {
    static std::map<std::uint32_t, double> known;
    const auto found = known.find(draw.candidate);
    if (found != known.end()) return found->second;
    const auto drawn = replicate_draw(ledger_priors(), ledger_likelihood(), 1, 1, draw, 1);
    for (const auto& [parameter, value] : drawn->values) {
        if (parameter == deciding) return known[draw.candidate] = value;
    }
    ADD_FAILURE() << deciding << " is not drawn";
    return 0;
}

/// A city in which bands of one scenario follow one value, all others are luck: amounts by e^(4
/// value), shares by the log-odds.
std::optional<double> made_up(const BeliefDraw& draw, const PatternReading& reading) {
    const PatternTest& test = reading.pattern->test;
    const double luck =
        uniform(philox({draw.candidate, name_hash(reading.pattern->id), 0, 0}, 5).word[0]);
    if (test.expectation != Expectation::band) return luck < 0.5 ? 1 : -1;
    const double follows = 4 * deciding_value(draw) + 0.1 * luck;
    switch (reading.scale) {
        case PatternScale::plain:
            return follows;
        case PatternScale::amount:
            return math::exp(follows);
        case PatternScale::share:
            return 1 / (1 + math::exp(-follows));
    }
    return std::nullopt;
}

void take_all(Making& making, Phase phase) {
    for (std::size_t g = 0; g < making.groups().size(); ++g) {
        for (const std::uint32_t number : making.to_play(phase, g)) {
            const BeliefDraw draw =
                phase == Phase::truth ? truth_of(number) : BeliefDraw{number, 0};
            PatternValues values;
            for (const Pattern* pattern : making.groups()[g].patterns) {
                const auto& readings = ledger_likelihood().patterns();
                const auto reading =
                    std::find_if(readings.begin(), readings.end(),
                                 [&](const PatternReading& one) { return one.pattern == pattern; });
                values.push_back(reading == readings.end() ? std::optional<double>(0)
                                                           : made_up(draw, *reading));
            }
            making.take(phase, g, number, std::move(values));
        }
        if (phase == Phase::candidates) making.close(g);
    }
}

Making made_with_truths() {
    MakingSettings settings;
    settings.candidates = 400;
    settings.prior_sample = 20;
    settings.start_plays = 2;
    settings.go_on = 0.7;
    settings.truths = truths;
    auto making =
        Making::plan(settings, ledger_priors(), ledger_likelihood(), fitted_patterns(),
                     [](const std::string& name) { return *read_scenario(name, EmbeddedFiles()); });
    EXPECT_TRUE(making);
    take_all(*making, Phase::truth);
    return *std::move(making);
}

TEST(Truths, are_no_candidates) {
    EXPECT_GT(truth_of(1).candidate, MakingSettings().candidates);
    EXPECT_NE(truth_of(1), truth_of(2));
}

TEST(Truths, are_held_by_nine_intervals_in_ten_and_told_apart_by_what_was_reported) {
    const Making making = made_with_truths();
    std::size_t values = 0;
    std::size_t covered = 0;
    double off = 0;
    double off_before = 0;
    for (std::uint32_t truth = 1; truth <= truths; ++truth) {
        Making supposed = making.supposing(truth);
        take_all(supposed, Phase::candidates);
        const auto found = find_truth(supposed, ledger_priors(), truth);
        ASSERT_TRUE(found) << describe(found.error());
        EXPECT_GT(found->effective, 1);
        EXPECT_LE(found->values_covered, found->values);
        values += found->values;
        covered += found->values_covered;
        // The value that decides is found nearer to the truth than the prior's mean is.
        const std::vector<double> weights = supposed.weights();
        double mean = 0;
        double prior = 0;
        for (std::size_t i = 0; i < weights.size(); ++i) {
            const double value = deciding_value({supposed.survivors()[i], 0});
            mean += weights[i] * value;
            prior += value / static_cast<double>(weights.size());
        }
        off += std::abs(mean - deciding_value(truth_of(truth)));
        off_before += std::abs(prior - deciding_value(truth_of(truth)));
    }
    EXPECT_GT(static_cast<double>(covered), 0.8 * static_cast<double>(values));
    EXPECT_LT(static_cast<double>(covered), static_cast<double>(values));
    EXPECT_LT(off, 0.6 * off_before);
}

TEST(Truths, begin_again_with_all_candidates) {
    Making making = made_with_truths();
    take_all(making, Phase::candidates);
    EXPECT_LT(making.survivors().size(), 400u);
    EXPECT_EQ(making.supposing(1).survivors().size(), 400u);
}

}  // namespace
}  // namespace tumen

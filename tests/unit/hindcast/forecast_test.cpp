#include "hindcast/forecast.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "hindcast/judgement.hpp"

namespace tumen {
namespace {

const Date cutoff = *make_date(2020, 12, 31);

TargetQuestion question(const std::string& id, int year) {
    TargetQuestion made;
    made.id = id;
    made.known = *make_date(year, 12, 31);
    made.window = {*make_date(year, 1, 1), *make_date(year, 12, 1)};
    made.report_error = 0.2;
    made.error = 0.3;
    made.voice = "survey";
    return made;
}

/// One series on a logarithmic scale: two years known, one to come.
Targets three_years(double bias, double last = 100) {
    Targets targets;
    ReportSeries series;
    series.id = "money";
    series.bias = bias;
    targets.series = {series};
    targets.targets = {{question("first", 2019), std::exp(1.0), ""},
                       {question("second", 2020), std::exp(1.5), ""},
                       {question("third", 2021), last, ""}};
    targets.yearly_change = 0.3;
    targets.most = 100;
    return targets;
}

/// What a play comes to, by target, as logarithms.
TargetValues values(double first, double second, double third) {
    return {std::exp(first), std::exp(second), std::exp(third)};
}

SplitTargets split_of(const Targets& targets) {
    return split_at(targets, {0, 1, 2}, cutoff);
}

TEST(Split, gives_observations_of_what_was_told_by_then_alone) {
    const SplitTargets split = split_of(three_years(1));
    ASSERT_EQ(split.known.size(), 2u);
    EXPECT_DOUBLE_EQ(split.known[1].observed, std::exp(1.5));
    ASSERT_EQ(split.later.size(), 1u);
    EXPECT_EQ(split.later[0].id, "third");
    EXPECT_EQ(split.later_places[0], 2u);
}

TEST(Likelihood_of_reports, has_the_shared_error_in_its_covariance) {
    // Covariance e^2 on the diagonal and b^2 everywhere: [1.09 1; 1 1.09] for e = 0.3 and b = 1,
    // with the determinant 0.1881. Offs of 1 and 1.5 from a play at 0, and of 0 from a perfect one.
    const Targets targets = three_years(1);
    const SplitTargets split = split_of(targets);
    const double form = (1.09 * 1 - 2 * 1 * 1.5 + 1.09 * 2.25) / 0.1881;
    EXPECT_NEAR(log_likelihood(targets, split, values(1, 1.5, 0)) -
                    log_likelihood(targets, split, values(0, 0, 0)),
                form / 2, 1e-9);
    EXPECT_NEAR(log_likelihood(targets, split, values(1, 1.5, 0)), -std::log(0.1881) / 2, 1e-9);
    const double alone = (1 + 2.25) / 0.09;
    const Targets without = three_years(0);
    EXPECT_NEAR(log_likelihood(without, split, values(1, 1.5, 0)) -
                    log_likelihood(without, split, values(0, 0, 0)),
                alone / 2, 1e-9);
}

TEST(Likelihood_of_reports, counts_n_of_a_voice_as_n_to_the_voice_power) {
    Targets targets = three_years(0);
    const SplitTargets split = split_of(targets);
    const auto difference = [&] {
        return log_likelihood(targets, split, values(1, 1.5, 0)) -
               log_likelihood(targets, split, values(0, 0, 0));
    };
    const double whole = difference();
    targets.voice_power = 0.5;
    EXPECT_NEAR(difference(), whole / std::sqrt(2), 1e-9);
}

TEST(Likelihood_of_reports, takes_a_play_without_a_value_for_so_many_spreads_off) {
    Targets targets = three_years(0);
    const SplitTargets split = split_of(targets);
    const double there = log_likelihood(targets, split, values(1, 1.5, 0));
    TargetValues missing = values(1, 1.5, 0);
    missing[0] = std::nullopt;
    // Two spreads, and without the width of that report's error.
    EXPECT_NEAR(there - log_likelihood(targets, split, missing), 2 - std::log(0.3), 1e-9);
}

TEST(Forecast, learns_the_shared_error_from_earlier_reports) {
    const Targets targets = three_years(1);
    const Forecast forecast =
        forecast_from(targets, split_of(targets), cutoff, {{1, values(0, 0, 2)}});
    ASSERT_EQ(forecast.targets.size(), 1u);
    ASSERT_EQ(forecast.targets[0].forecast.size(), 1u);
    // Precision 1 + 2 / 0.09; mean of the offs 1 and 1.5 shrunk by it.
    const double precision = 1 + 2 / 0.09;
    const double shared = 2.5 / 0.09 / precision;
    EXPECT_NEAR(forecast.targets[0].forecast[0].mean, 2 + shared, 1e-9);
    EXPECT_NEAR(forecast.targets[0].forecast[0].spread, std::sqrt(0.09 + 1 / precision), 1e-9);
    // Without any report it is not known at all.
    EXPECT_NEAR(forecast.targets[0].prior[0].mean, 2, 1e-9);
    EXPECT_NEAR(forecast.targets[0].prior[0].spread, std::sqrt(0.09 + 1), 1e-9);
}

TEST(Forecast, follows_the_plays_that_came_to_what_was_told) {
    const Targets targets = three_years(0);
    const Forecast forecast = forecast_from(targets, split_of(targets), cutoff,
                                            {{1, values(1, 1.5, 2)}, {2, values(5, 5, 9)}});
    const auto& mixture = forecast.targets[0].forecast;
    EXPECT_GT(mixture[0].weight, 0.99);
    EXPECT_LT(forecast.effective, 1.1);
    EXPECT_NEAR(forecast.targets[0].prior[0].weight, 0.5, 1e-12);
}

TEST(Forecast, is_the_same_text_whatever_was_told_later) {
    const auto text = [](double last) {
        const Targets targets = three_years(1, last);
        return write_forecast(targets,
                              forecast_from(targets, split_of(targets), cutoff,
                                            {{1, values(0, 0, 2)}, {2, values(1, 1, 1)}}),
                              "seen");
    };
    EXPECT_EQ(text(100), text(0.001));
    // What was told earlier does reach it.
    Targets other = three_years(1);
    other.targets[0].observed *= 2;
    EXPECT_NE(text(100), write_forecast(other,
                                        forecast_from(other, split_of(other), cutoff,
                                                      {{1, values(0, 0, 2)}, {2, values(1, 1, 1)}}),
                                        "seen"));
}

TEST(Judgement, keeps_negative_skill_and_counts_what_was_covered) {
    const Targets targets = three_years(0, std::exp(1.6));
    const Forecast forecast =
        forecast_from(targets, split_of(targets), cutoff, {{1, values(1, 1.5, 9)}});
    const Judgement judgement = judge(targets, forecast);
    ASSERT_EQ(judgement.targets.size(), 1u);
    EXPECT_EQ(judgement.targets[0].model.in_ninety, Covered::no);
    // The last report was 1.5, and 1.6 came.
    ASSERT_EQ(judgement.summaries.size(), 2u);
    EXPECT_LT(judgement.summaries[0].persistence.crps.value, 0);
    EXPECT_LT(judgement.summaries[0].persistence.log_gain, 0);
    EXPECT_EQ(judgement.summaries[1].voice, "survey");
}

TEST(Judgement, names_targets_that_no_play_has_a_value_for) {
    const Targets targets = three_years(0);
    TargetValues values_of_play = values(1, 1.5, 0);
    values_of_play[2] = std::nullopt;
    const Judgement judgement =
        judge(targets, forecast_from(targets, split_of(targets), cutoff, {{1, values_of_play}}));
    EXPECT_TRUE(judgement.targets.empty());
    EXPECT_EQ(judgement.unforeseen, std::vector<std::string>{"third"});
}

}  // namespace
}  // namespace tumen

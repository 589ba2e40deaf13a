#include "sensitivity/sensitivity.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "base/distributions.hpp"
#include "base/draw.hpp"
#include "sensitivity/sensitivity_words.hpp"
#include "support/made_up.hpp"

namespace tumen::test {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* headline = "stopped_calling";

/// Three parameters of which the first matters most and the last not at all.
Experiment designed(const std::string& method, std::uint32_t samples, std::uint32_t replicates) {
    Experiment experiment;
    experiment.kind = ExperimentKind::sensitivity;
    experiment.name = "small";
    experiment.seed = 7;
    Design design{method, samples, {}, {{"headline", headline}, {"levels", "4"}}};
    for (const char* name : {"fee_base", "detection", "raid"})
        design.factors.push_back(*factor_of(name));
    const Scenario scenario = small_scenario();
    for (const DesignRow& row : sensitivity_parts(design, experiment.seed)) {
        Point point{"point", scenario, {}};
        for (std::size_t i = 0; i < row.size(); ++i)
            point.values.emplace_back(design.factors[i].name, row[i]);
        experiment.points.push_back(std::move(point));
    }
    for (std::uint32_t i = 1; i <= replicates; ++i)
        experiment.replicates.push_back(i);
    experiment.design = std::move(design);
    experiment.days = Days::left_out;
    return experiment;
}

/// 100 + 40 x + 10 y, luck of spread 5 that all points share, and of spread `noise` of their own.
ReplicateResult result_of(const Experiment& experiment, ReplicateKey key, double noise) {
    const Point& point = experiment.points[key.point];
    const auto normal = [&](std::uint32_t name) {
        return normal_quantile(uniform(philox({name, key.replicate, 5, 5}, 3).word[0]));
    };
    const double value = 100 + 40 * point.values[0].second + 10 * point.values[1].second +
                         5 * normal(1000000) + noise * normal(key.point);
    ReplicateResult result;
    result.point = key.point;
    result.replicate = key.replicate;
    for (const Headline& one : headlines(point.scenario.plan))
        result.headlines.push_back(one.id == headline ? value : 1);
    return result;
}

Sensitivity analysed(const Experiment& experiment, double noise,
                     const std::vector<ReplicateKey>& failed = {}) {
    SensitivityBook book(experiment);
    for (const ReplicateKey key : planned_replicates(experiment)) {
        ReplicateResult result = result_of(experiment, key, noise);
        if (std::find(failed.begin(), failed.end(), key) != failed.end()) {
            result.outcome = Outcome::failed;
            result.headlines.clear();
        }
        book.add(result);
    }
    return book.results();
}

const FactorSensitivity& factor_named(const HeadlineSensitivity& one, std::string_view name) {
    return *std::find_if(one.factors.begin(), one.factors.end(),
                         [&](const FactorSensitivity& factor) { return factor.name == name; });
}

TEST(Sensitivity, ranks_what_matters_and_does_not_tell_what_does_nothing_from_luck) {
    for (const auto& [method, samples] : {std::pair("morris", 16U), std::pair("saltelli", 64U)}) {
        SCOPED_TRACE(method);
        const Sensitivity found = analysed(designed(method, samples, 4), 1);
        const HeadlineSensitivity& one = found.headlines.front();
        EXPECT_EQ(one.headline.id, headline);
        EXPECT_EQ(one.used, one.planned);
        EXPECT_EQ(one.factors[0].name, "fee_base");
        EXPECT_EQ(one.factors[0].standing, Standing::told);
        EXPECT_EQ(one.factors[0].best, 1U);
        EXPECT_EQ(one.factors[0].worst, 1U);
        EXPECT_EQ(factor_named(one, "raid").standing, Standing::not_told);
        ASSERT_TRUE(one.dummy);
        EXPECT_GT(one.dummy->strength.value, 0);
        EXPECT_EQ(one.growth.back().strengths.size(), 3U);
        EXPECT_EQ(one.growth.back().strengths[0].value, one.factors[0].strength.value);
    }
}

TEST(Sensitivity, gives_effects_over_the_whole_range_in_units_of_the_headline) {
    const Sensitivity found = analysed(designed("morris", 16, 4), 0);
    const HeadlineSensitivity& one = found.headlines.front();
    EXPECT_NEAR(factor_named(one, "fee_base").strength.value, 40, 1e-9);
    EXPECT_NEAR(factor_named(one, "detection").screening->mean.value, 10, 1e-9);
    EXPECT_NEAR(factor_named(one, "raid").strength.value, 0, 1e-9);
    // Luck that all points share is no part of a difference between points.
    EXPECT_NEAR(one.luck->of_means(), 0, 1e-9);
    EXPECT_GT(one.luck->of_runs(), 0);
}

TEST(Sensitivity, does_not_rank_where_luck_drowns_everything) {
    const Sensitivity found = analysed(designed("morris", 8, 2), 1000);
    const HeadlineSensitivity& one = found.headlines.front();
    for (const FactorSensitivity& factor : one.factors) {
        EXPECT_EQ(factor.standing, Standing::not_told);
        EXPECT_LT(factor.best, factor.worst);
    }
    EXPECT_THAT(sentences_of(one, found.method)[0], HasSubstr("none of 3 parameters"));
}

TEST(Sensitivity, has_no_floor_with_one_replicate_and_says_so) {
    const Sensitivity found = analysed(designed("saltelli", 16, 1), 1);
    const HeadlineSensitivity& one = found.headlines.front();
    EXPECT_FALSE(one.dummy);
    EXPECT_FALSE(one.luck);
    EXPECT_EQ(one.factors[0].standing, Standing::no_floor);
    EXPECT_THAT(sentences_of(one, found.method)[0], HasSubstr("play at least 2"));
}

TEST(Sensitivity, drops_the_effects_that_a_failed_run_touches_and_keeps_the_others) {
    // Of 16 trajectories of 3 effects; the first point of one touches one effect.
    const Sensitivity found = analysed(designed("morris", 16, 4), 1, {{2, 0}});
    const HeadlineSensitivity& one = found.headlines.front();
    EXPECT_EQ(one.planned, 48U);
    EXPECT_EQ(one.used, 47U);
    EXPECT_EQ(found.failed, 1U);
    EXPECT_EQ(one.factors[0].name, "fee_base");
    EXPECT_THAT(warnings_of(found)[0], HasSubstr("1 of 256 runs failed"));
}

TEST(Sensitivity, drops_the_base_row_that_a_failed_run_touches_and_keeps_the_others) {
    const Sensitivity found = analysed(designed("saltelli", 64, 4), 1, {{1, 7}, {3, 7}});
    const HeadlineSensitivity& one = found.headlines.front();
    EXPECT_EQ(one.planned, 64U);
    EXPECT_EQ(one.used, 63U);
    EXPECT_EQ(found.failed, 2U);
    EXPECT_NEAR(factor_named(one, "fee_base").index->total.value, 16.0 / 17, 0.2);
}

TEST(Sensitivity, rests_on_complete_replicates_where_runs_are_missing) {
    const Experiment experiment = designed("saltelli", 16, 3);
    SensitivityBook whole(experiment);
    SensitivityBook part(experiment);
    for (const ReplicateKey key : planned_replicates(experiment)) {
        if (key.replicate <= 2 || key.point < 5) part.add(result_of(experiment, key, 1));
        if (key.replicate <= 2) whole.add(result_of(experiment, key, 1));
    }
    EXPECT_EQ(part.results().replicates, 2U);
    EXPECT_EQ(part.results().missing, 75U);
    EXPECT_EQ(part.results().headlines.front().factors[0].strength.value,
              whole.results().headlines.front().factors[0].strength.value);
    EXPECT_THAT(warnings_of(part.results())[0], HasSubstr("75 runs are not played yet"));
}

TEST(Sensitivity, leaves_out_headlines_that_never_vary_but_not_the_one_asked_for) {
    Experiment experiment = designed("saltelli", 16, 2);
    EXPECT_EQ(analysed(experiment, 1).headlines.size(), 1U);
    experiment.design->options[0].second = "arrested";
    const Sensitivity found = analysed(experiment, 1);
    ASSERT_EQ(found.headlines.size(), 2U);
    EXPECT_EQ(found.headlines[0].headline.id, "arrested");
    EXPECT_TRUE(found.headlines[0].factors.empty());
}

TEST(Sensitivity, is_not_read_from_a_design_that_does_not_fit_its_points) {
    Experiment experiment = designed("morris", 4, 1);
    EXPECT_EQ(sensitivity_method(experiment), SensitivityMethod::morris);
    experiment.design->options[1].second = "5";
    EXPECT_FALSE(sensitivity_method(experiment));
    experiment.design->options[1].second = "4";
    Points fewer;
    for (std::size_t i = 0; i + 1 < experiment.points.size(); ++i)
        fewer.push_back(experiment.points.at(i));
    experiment.points = std::move(fewer);
    EXPECT_FALSE(sensitivity_method(experiment));
    experiment.design.reset();
    EXPECT_FALSE(sensitivity_method(experiment));
}

TEST(SensitivityWords, say_whether_the_design_was_large_enough) {
    HeadlineSensitivity one;
    one.headline = all_headlines()[0];
    one.factors.emplace_back();
    const auto verdict = [&](double before, double now, double width) {
        const Interval interval{now - width / 2, now + width / 2};
        one.growth = {{8, {{before, interval}}}, {16, {{now, interval}}}};
        return sentences_of(one, SensitivityMethod::sobol).back();
    };
    EXPECT_THAT(verdict(0.6, 0.5, 0.2), HasSubstr("large enough"));
    EXPECT_THAT(verdict(0.6, 0.5, 0.3), HasSubstr("still wide"));
    EXPECT_THAT(verdict(0.9, 0.5, 0.2), HasSubstr("not settled"));
}

TEST(SensitivityWords, explain_an_index_below_zero) {
    FactorSensitivity factor;
    factor.name = "raid";
    factor.index = SobolIndex{{-0.02, Interval{-0.05, 0.01}}, {0.01, Interval{0, 0.02}}};
    factor.standing = Standing::not_told;
    const std::string sentence = sentence_of(factor, all_headlines()[0]);
    EXPECT_THAT(sentence, HasSubstr("-0.02 (-0.05 to 0.01)"));
    EXPECT_THAT(sentence, HasSubstr("below 0 means about zero"));
    EXPECT_THAT(sentence, HasSubstr("Within Monte Carlo noise"));
    factor.index->first.value = 0.3;
    EXPECT_THAT(sentence_of(factor, all_headlines()[0]), Not(HasSubstr("about zero")));
    factor.best = 2;
    factor.worst = 4;
    EXPECT_EQ(rank_text(factor), "2 to 4");
}

}  // namespace
}  // namespace tumen::test

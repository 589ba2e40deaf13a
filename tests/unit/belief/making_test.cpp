#include "belief/making/making.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "base/draw.hpp"
#include "belief/belief.hpp"
#include "belief/likelihood/weights.hpp"
#include "belief/making/coverage.hpp"
#include "belief/severity.hpp"
#include "measures/numbers/effective_size.hpp"
#include "model/state/today.hpp"
#include "scenario/assembly/read_scenario.hpp"
#include "scenario/scenario.hpp"

namespace tumen {
namespace {

Scenario embedded(const std::string& name) {
    auto scenario = read_scenario(name, EmbeddedFiles());
    EXPECT_TRUE(scenario) << name;
    return *std::move(scenario);
}

Making making_of(std::uint32_t candidates, double go_on = 0.4) {
    MakingSettings settings;
    settings.candidates = candidates;
    settings.go_on = go_on;
    settings.prior_sample = 20;
    settings.start_plays = 2;
    settings.draws = 512;
    auto making =
        Making::plan(settings, ledger_priors(), ledger_likelihood(), fitted_patterns(), embedded);
    EXPECT_TRUE(making);
    return *std::move(making);
}

/// Hands it values made up for each candidate, as if they had been played.
template <class Value>
void play(Making& making, const Value& value) {
    for (std::size_t group = 0; group < making.groups().size(); ++group) {
        for (const std::uint32_t number : making.to_play(Phase::candidates, group)) {
            PatternValues values;
            for (const Pattern* pattern : making.groups()[group].patterns)
                values.push_back(value(number, *pattern));
            making.take(Phase::candidates, group, number, std::move(values));
        }
        making.close(group);
    }
}

bool has_rule(std::uint32_t candidate, const std::string& name, const std::string& choice) {
    for (const auto& [rule, chosen] : draw_rules(ledger_likelihood(), 1, candidate)) {
        if (rule == name) return chosen == choice;
    }
    return false;
}

/// What the city that was planted has come to, seen through candidates that share its rule or not:
/// bands are met to within half their width under the one; under the other those of one scenario
/// are missed, or all of them where it is none.
std::optional<double> planted(std::uint32_t candidate, const Pattern& pattern, bool shares,
                              std::string_view scenario = "hoeryong-oath") {
    const PatternTest& test = pattern.test;
    const double luck = uniform(philox({candidate, name_hash(pattern.id), 0, 0}, 5).word[0]);
    if (test.expectation != Expectation::band)
        return (test.expectation == Expectation::positive) == (luck < 0.9) ? 1 : -1;
    const double within =
        std::clamp(test.low + luck * (test.high - test.low), 0.001, 0.999 * test.high);
    const bool speaks = scenario.empty() || test.scenario == scenario;
    return shares || !speaks ? within : 1.4 * test.high;
}

double belief_in(const Belief& belief, const std::string& rule, const std::string& choice) {
    for (const RuleBelief& one : belief.rules) {
        if (one.rule == rule && one.choice == choice) return one.belief;
    }
    return -1;
}

TEST(Making, plays_runs_that_patterns_compare_in_one_group_and_what_says_most_first) {
    const Making making = making_of(10);
    std::set<std::string> seen;
    std::size_t fitted = 0;
    for (const PlayGroup& group : making.groups()) {
        for (const auto& [name, scenario] : group.runs) {
            EXPECT_TRUE(seen.insert(name).second) << name << " is played twice";
            for (const CityPlan& city : scenario.plan.cities)
                EXPECT_GT(city.residents, 50000) << "as many as it has";
        }
        fitted += group.fitted.size();
    }
    EXPECT_EQ(fitted, fitted_patterns().size());
    EXPECT_EQ(making.groups().front().runs.size(), 2u);
    const auto says = [](const PlayGroup& group) {
        return static_cast<double>(group.fitted.size()) / static_cast<double>(group.runs.size());
    };
    EXPECT_GT(says(making.groups().front()), says(making.groups().back()));
}

TEST(Making, plays_the_first_draws_through_all_groups_and_others_while_they_may_matter) {
    Making making = making_of(400);
    play(making, [](std::uint32_t candidate, const Pattern& pattern) {
        return planted(candidate, pattern, candidate % 7 == 0);
    });
    const auto& going_on = making.survivors();
    EXPECT_LT(going_on.size(), 400u);
    for (std::uint32_t first = 1; first <= 20; ++first)
        EXPECT_NE(std::find(going_on.begin(), going_on.end(), first), going_on.end());
    EXPECT_TRUE(making.to_play(Phase::candidates, 0).empty());
}

Making planted_making(double go_on, std::string_view scenario) {
    Making making = making_of(1500, go_on);
    play(making, [&](std::uint32_t candidate, const Pattern& pattern) {
        return planted(candidate, pattern, has_rule(candidate, "oath", "none"), scenario);
    });
    return making;
}

TEST(Making, finds_the_rule_that_was_planted) {
    const Belief belief = belief_of(planted_making(1, "hoeryong-oath"), {});
    EXPECT_GT(belief_in(belief, "oath", "none"), 0.6);
    EXPECT_NEAR(belief_in(belief, "trust", "fixed"), 0.5, 0.15);
}

TEST(Making, is_all_but_sure_of_a_rule_that_every_band_speaks_for) {
    const Belief belief = belief_of(planted_making(1, ""), {});
    EXPECT_GT(belief_in(belief, "oath", "none"), 0.95);
}

TEST(Making, finds_the_same_where_only_some_draws_go_on) {
    const Belief all = belief_of(planted_making(1, "hoeryong-oath"), {});
    const Belief some = belief_of(planted_making(0.4, "hoeryong-oath"), {});
    EXPECT_LT(some.plays, all.plays);
    for (std::size_t i = 0; i < all.rules.size(); ++i)
        EXPECT_NEAR(some.rules[i].belief, all.rules[i].belief, 4 * some.rules[i].error);
}

TEST(Making, gives_the_prior_back_where_values_are_dealt_out_anew) {
    Making making = making_of(1500);
    play(making, [](std::uint32_t candidate, const Pattern& pattern) {
        const std::uint32_t other = (candidate * 577u) % 1511u + 1;
        return planted(candidate, pattern, has_rule(other, "oath", "none"));
    });
    const Belief belief = belief_of(making, {});
    for (const RuleBelief& one : belief.rules)
        EXPECT_NEAR(one.belief, one.prior, 4 * one.error) << one.rule << " " << one.choice;
}

/// Bands are met or missed by no more than their width: by a reading in which a voice is one report
/// weights differ little, and no few draws carry them, however many were left out on the way.
TEST(Making, takes_what_thinning_gave_to_light_draws_for_no_tail_of_the_weights) {
    MakingSettings settings;
    settings.prior_sample = 20;
    settings.start_plays = 2;
    auto making = Making::plan(settings, ledger_priors(), ledger_likelihood().second(),
                               fitted_patterns(), embedded);
    ASSERT_TRUE(making);
    play(*making, [](std::uint32_t candidate, const Pattern& pattern) {
        const PatternTest& test = pattern.test;
        const double luck = uniform(philox({candidate, name_hash(pattern.id), 0, 0}, 5).word[0]);
        if (test.expectation != Expectation::band)
            return (test.expectation == Expectation::positive) == (luck < 0.9) ? 1.0 : -1.0;
        const double middle = (test.low + std::min(test.high, 2 * test.low + 1)) / 2;
        const double value = middle + 2 * (2 * luck - 1) * (middle - test.low);
        return test.high <= 1 ? std::clamp(value, 0.01 * middle, 0.999) : value;
    });
    EXPECT_GT(effective_size(making->weights()), 600);
    EXPECT_GT(pareto_shape(making->of_all(making->weights())), 0.7) << "else this tests nothing";
    EXPECT_LT(making->pareto(), 0.1);
}

TEST(Making, makes_draws_of_equal_weight_each_once_in_an_order_of_chance) {
    Making making = making_of(400);
    play(making, [](std::uint32_t candidate, const Pattern& pattern) {
        return planted(candidate, pattern, candidate % 7 == 0);
    });
    const std::vector<BeliefDraw> draws = making.draws();
    ASSERT_EQ(draws.size(), 512u);
    std::set<std::pair<std::uint32_t, std::uint32_t>> distinct;
    for (const BeliefDraw& draw : draws)
        EXPECT_TRUE(distinct.insert({draw.candidate, draw.near}).second);
    // The first 64 are a sample of the whole: means of candidates' numbers, 115 apart by one
    // standard deviation, agree to four standard errors of 64.
    double all = 0;
    double first = 0;
    for (std::size_t i = 0; i < draws.size(); ++i) {
        all += draws[i].candidate / 512.0;
        if (i < 64) first += draws[i].candidate / 64.0;
    }
    EXPECT_NEAR(first, all, 4 * 115 / 8.0);
}

/// Plays of the first group alone, of patterns that are fitted and of one that is not: `untested`
/// says what that comes to in a candidate whose place, between 0 and 1, the others follow.
template <class Untested>
CoverageTable covered(std::uint32_t candidates, const Untested& untested) {
    MakingSettings settings;
    settings.candidates = candidates;
    settings.start_plays = 2;
    std::vector<const Pattern*> patterns = fitted_patterns();
    patterns.push_back(find_pattern("P13"));
    auto making = Making::plan(settings, ledger_priors(), ledger_likelihood(), patterns, embedded);
    EXPECT_TRUE(making);
    for (std::uint32_t number = 1; number <= candidates; ++number) {
        const RandomBlock drawn = philox({number, 0, 0, 0}, 11);
        const double place = uniform(drawn.word[0]);
        PatternValues values;
        for (const Pattern* pattern : making->groups().front().patterns) {
            const PatternTest& test = pattern->test;
            if (pattern->role != PatternRole::calibrate) {
                values.push_back(untested(place, uniform(drawn.word[1])));
            } else if (test.expectation == Expectation::band) {
                const double high = std::min(test.high, 2 * test.low + 1);
                values.push_back(test.low + place * (high - test.low));
            } else {
                values.push_back(place - 0.5);
            }
        }
        making->take(Phase::candidates, 0, number, std::move(values));
    }
    return coverage_of(*making);
}

TEST(Coverage, holds_nine_truths_in_ten_each_candidate_being_the_truth_once) {
    const CoverageTable table =
        covered(800, [](double place, double luck) { return place + luck; });
    EXPECT_EQ(table.truths, 800U);
    EXPECT_GT(table.effective, 50);
    EXPECT_LT(table.effective, 700) << "reports say nothing";
    ASSERT_EQ(table.quantities.size(), 1U);
    const Coverage& one = table.quantities.front();
    EXPECT_EQ(one.all.truths, 800U);
    EXPECT_EQ(one.all.held + one.below + one.above, 800U);
    // 90 % with an error of one point; the likelihood is tempered, which makes intervals wider.
    EXPECT_GT(one.all.held, 0.87 * 800);
    EXPECT_LT(one.all.held, 0.98 * 800);
    EXPECT_EQ(one.first.truths, 100U);
    EXPECT_EQ(one.hundreds.truths, 8U);
}

TEST(Coverage, misses_truths_that_no_other_candidate_comes_near) {
    // Every fiftieth candidate has a value of its own far above: no interval of the others has it.
    std::uint32_t number = 0;
    const CoverageTable table = covered(
        400, [&](double, double luck) { return ++number % 5 == 0 ? 1000.0 * number : luck; });
    const Coverage& one = table.quantities.front();
    EXPECT_LT(one.above, 400U / 5);
    EXPECT_GT(one.above, 400U / 50);
    EXPECT_EQ(one.all.truths, 400U);
}

TEST(Coverage, says_of_which_quantities_the_first_hundred_are_no_fair_picture) {
    CoverageTable table;
    EXPECT_TRUE(coverage_told(table).empty());
    table = {.quantities = {{.quantity = "P13",
                             .all = {3000, 2717},
                             .below = 141,
                             .above = 142,
                             .first = {100, 80},
                             .unweighed = {100, 84},
                             .hundreds = {30, 29}},
                            {.quantity = "P21", .all = {3000, 2700}, .first = {100, 84}}},
             .truths = 3000,
             .effective = 455.2};
    const auto told = coverage_told(table);
    ASSERT_EQ(told.size(), 2U);
    EXPECT_THAT(told[0], ::testing::HasSubstr("Each of 3000 draws"));
    EXPECT_EQ(told[1],
              "P13: of the first hundred truths 80 of 100 are held, of all 90.6 % (error 0.5). The "
              "interval of all draws unweighed, which holds 90 % of all by its making, holds 84 of "
              "the same.");
    EXPECT_TRUE(as_promised({100, 84}) && as_promised({100, 96}) && as_promised({98, 83}));
    EXPECT_FALSE(as_promised({100, 83}) || as_promised({100, 97}) || as_promised({0, 0}));
}

TEST(Belief, is_written_and_read_again_as_it_was) {
    Making making = making_of(300);
    play(making, [](std::uint32_t candidate, const Pattern& pattern) {
        return planted(candidate, pattern, true);
    });
    Belief belief = belief_of(making, {"m", "p", "q", "r"});
    belief.coverage = {.quantities = {{.quantity = "P13",
                                       .all = {300, 271},
                                       .below = 14,
                                       .above = 15,
                                       .first = {100, 80},
                                       .unweighed = {100, 84},
                                       .hundreds = {3, 2}}},
                       .truths = 300,
                       .effective = 45.5};
    const auto read = Belief::read({"made up", "made_up.toml", belief.write()});
    ASSERT_TRUE(read) << describe(read.error());
    EXPECT_EQ(read->draws, belief.draws);
    EXPECT_EQ(read->hashes, belief.hashes);
    EXPECT_EQ(read->coverage, belief.coverage);
    EXPECT_EQ(read->rules.size(), belief.rules.size());
    EXPECT_EQ(read->patterns.size(), belief.patterns.size());
    EXPECT_NEAR(read->effective, belief.effective, 0.06);
    EXPECT_LT(belief.write().size(), 1u << 20);
    EXPECT_EQ(read->write(), belief.write());
}

TEST(Belief, that_ships_can_be_read_and_says_whether_it_holds) {
    const Belief& belief = ledger_belief();
    if (belief.draws.empty()) {
        EXPECT_FALSE(belief.renewal_due.empty());
        return;
    }
    EXPECT_GE(belief.draws.size(), 2048u);
    EXPECT_EQ(refusal(belief.effective, belief.pareto), "");
}

TEST(Making, plays_cities_of_the_size_that_was_asked_for) {
    const Scenario scenario = embedded("border");
    const Hash whole = scenario_hash(scenario);
    EXPECT_EQ(scenario_hash(with_residents(scenario, 0)), whole);
    const Scenario small = with_residents(scenario, 4000);
    EXPECT_NE(scenario_hash(small), whole);
    ASSERT_GT(small.plan.cities.size(), 1u);
    SerialExecutor executor;
    const Simulation simulation(small.plan);
    for (std::size_t city = 0; city < small.plan.cities.size(); ++city) {
        const std::uint32_t adults = build_city(simulation, city, {1, 1, 1}, executor).adults;
        EXPECT_GT(adults, 1000u);
        EXPECT_LT(adults, 4000u);
    }
    const auto hashes = present_hashes("this model", 0);
    const auto of_small = present_hashes("this model", 4000);
    ASSERT_TRUE(hashes && of_small);
    EXPECT_NE(hashes->runs, of_small->runs);
}

TEST(Belief, does_not_hold_for_another_model_or_other_patterns) {
    Belief belief;
    belief.draws = {{1, 0}};
    belief.residents = 60000;
    const auto hashes = present_hashes("this model", 60000);
    ASSERT_TRUE(hashes);
    belief.hashes = *hashes;
    EXPECT_EQ(outdated(belief, "this model"), "");
    EXPECT_THAT(outdated(belief, "another"), ::testing::HasSubstr("model"));
    belief.hashes.patterns = "others";
    EXPECT_THAT(outdated(belief, "this model"), ::testing::HasSubstr("patterns"));
    belief.hashes = *hashes;
    belief.hashes.priors = "others";
    EXPECT_THAT(outdated(belief, "this model"), ::testing::HasSubstr("priors"));
    belief.renewal_due = "a source was withdrawn";
    EXPECT_EQ(outdated(belief, "this model"), "a source was withdrawn");
}

TEST(Belief, is_refused_below_a_hundred_draws_or_where_a_few_carry_the_weight) {
    EXPECT_EQ(refusal(150, 0.5), "");
    EXPECT_NE(refusal(99, 0.5), "");
    EXPECT_NE(refusal(150, 0.71), "");
    EXPECT_NE(refusal(150, std::nan("")), "");
}

TEST(Severity, is_none_where_nearly_every_draw_of_the_prior_shows_the_pattern) {
    EXPECT_EQ(severity_of({"K5", 0.95, 200}), Severity::none);
    EXPECT_EQ(severity_of({"K5", 0.75, 200}), Severity::weak);
    EXPECT_EQ(severity_of({"K5", 0.2, 200}), Severity::strong);
    EXPECT_EQ(severity_of({"K5", 0.2, 0}), Severity::unknown);
    EXPECT_EQ(severity_of({"P01", 0.2, 200}), Severity::input);
}

TEST(Severity, is_known_of_every_pattern_that_has_a_test) {
    std::size_t tests = 0;
    for (const Pattern& pattern : ledger_patterns()) {
        if (!pattern.untestable.empty()) continue;
        ++tests;
        EXPECT_NE(severity_of(pattern.id), Severity::unknown)
            << pattern.id << " came into the ledger after the belief was made";
    }
    EXPECT_GT(tests, 60u);
}

TEST(Severity, sees_what_got_worse_beyond_its_error) {
    // Errors: of the prior sqrt(0.5 x 0.5 / 200) = 0.035, together with 0.03 0.046.
    EXPECT_TRUE(got_worse({"K5", 0.5, 200, 0.40, 0.03}));
    EXPECT_FALSE(got_worse({"K5", 0.5, 200, 0.42, 0.03}));
}

}  // namespace
}  // namespace tumen

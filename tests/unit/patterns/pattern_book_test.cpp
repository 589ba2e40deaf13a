#include "patterns/pattern_book.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "measures/unknowns/unknowns.hpp"
#include "patterns/check.hpp"
#include "patterns/conclusions.hpp"
#include "rules/oath.hpp"
#include "scenario/assembly/settings.hpp"
#include "support/made_up.hpp"

namespace tumen::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

/// Two points of the small scenario called "drive" and "other".
Experiment two_points() {
    Experiment experiment = small_experiment(2, 4);
    experiment.points[0].name = "drive";
    experiment.points[1].name = "other";
    return experiment;
}

/// Every day there are `arrested` arrests in the first city, none in the second.
ReplicateResult arrests(const Experiment& experiment, std::uint32_t point, std::uint32_t replicate,
                        int arrested) {
    const Plan& plan = experiment.points[point].scenario.plan;
    ReplicateResult result;
    result.point = point;
    result.replicate = replicate;
    result.cities.assign(plan.cities.size(),
                         std::vector<DayReport>(static_cast<std::size_t>(plan.days)));
    for (DayReport& day : result.cities[0]) {
        day[Count::arrested] = arrested;
    }
    return result;
}

const std::vector<Measurement> difference = {
    {{"drive"}, {{"other"}}, "mean(arrested, all) - base(mean(arrested, all))"}};

TEST(MeasurementBook, pairs_replicates_of_the_same_number_in_whatever_order_they_come) {
    const Experiment experiment = two_points();
    MeasurementBook book(experiment, points_by_name(experiment), difference);
    book.add(arrests(experiment, 1, 2, 20));
    book.add(arrests(experiment, 0, 1, 5));
    book.add(arrests(experiment, 1, 1, 3));
    EXPECT_THAT(book.values(0), ElementsAre(2));
    book.add(arrests(experiment, 0, 2, 27));
    EXPECT_THAT(book.values(0), ElementsAre(2, 7));
}

TEST(MeasurementBook, leaves_out_a_pair_of_which_one_failed) {
    const Experiment experiment = two_points();
    MeasurementBook book(experiment, points_by_name(experiment), difference);
    ReplicateResult failed = arrests(experiment, 0, 1, 5);
    failed.outcome = Outcome::failed;
    failed.cities.clear();
    book.add(failed);
    book.add(arrests(experiment, 1, 1, 3));
    EXPECT_THAT(book.values(0), SizeIs(0));
    EXPECT_EQ(book.without_value(0), 0u);
}

TEST(MeasurementBook, counts_replicates_without_a_value) {
    const Experiment experiment = two_points();
    MeasurementBook book(experiment, points_by_name(experiment),
                         {{{"drive"}, {}, "ratio(1, sum(arrested, all))"}});
    book.add(arrests(experiment, 0, 1, 0));
    book.add(arrests(experiment, 0, 2, 1));
    EXPECT_THAT(book.values(0), ElementsAre(1.0 / 40));
    EXPECT_EQ(book.without_value(0), 1u);
}

TEST(MeasurementBook, knows_what_the_experiment_does_not_play) {
    const Experiment experiment = two_points();
    MeasurementBook book(experiment, points_by_name(experiment),
                         {{{"drive"}, {{"calm"}}, "base(sum(arrested, all))"},
                          {{"calm"}, {}, "sum(arrested, all)"},
                          {{"other"}, {}, "sum(arrested, all)"}});
    EXPECT_FALSE(book.is_played(0));
    EXPECT_FALSE(book.is_played(1));
    EXPECT_TRUE(book.is_played(2));
    book.add(arrests(experiment, 0, 1, 1));
    book.add(arrests(experiment, 1, 1, 1));
    EXPECT_THAT(book.values(2), ElementsAre(40));
    EXPECT_THAT(book.values(0), SizeIs(0));
}

TEST(MeasurementBook, reads_up_to_three_other_runs_of_the_same_replicate) {
    Experiment experiment = small_experiment(4, 1);
    const char* names[] = {"both", "drive", "team", "calm"};
    for (std::size_t i = 0; i < 4; ++i)
        experiment.points[i].name = names[i];
    MeasurementBook book(experiment, points_by_name(experiment),
                         {{{"both"},
                           {{"drive"}, {"team"}, {"calm"}},
                           "sum(arrested, all) - base(sum(arrested, all)) - "
                           "base2(sum(arrested, all)) + base3(sum(arrested, all))"}});
    const int daily[] = {10, 6, 5, 2};  // (10 - 6 - 5 + 2) arrests on each of 40 days
    for (std::uint32_t point = 4; point-- > 0;)
        book.add(arrests(experiment, point, 1, daily[point]));
    EXPECT_THAT(book.values(0), ElementsAre(40));
}

TEST(MeasurementBook, knows_runs_with_settings_by_their_names) {
    const MeasuredRun plain{"drive"};
    const MeasuredRun set{"drive", {"extortion=0.2", "rules.oath=none"}};
    EXPECT_EQ(name_of(plain), "drive");
    EXPECT_EQ(name_of(set), "drive with extortion=0.2 and rules.oath=none");
    Experiment experiment = two_points();
    experiment.points[1].name = name_of(set);
    MeasurementBook book(experiment, points_by_name(experiment),
                         {{set, {plain}, "sum(arrested, all) - base(sum(arrested, all))"}});
    book.add(arrests(experiment, 0, 1, 1));
    book.add(arrests(experiment, 1, 1, 3));
    EXPECT_THAT(book.values(0), ElementsAre(80));
}

TEST(PatternBook, lays_what_switches_a_mechanism_off_over_every_run_of_the_test) {
    constexpr std::string_view on[] = {"extortion=0.2", "fee_base=0.3"};
    constexpr std::string_view base[] = {"extortion=0"};
    constexpr std::string_view off[] = {"extortion=0.1"};
    Pattern pattern{};
    pattern.test.scenario = pattern.test.against = "drive";
    pattern.test.settings = on;
    pattern.test.against_settings = base;
    pattern.switch_off = off;
    const Measurement measurement = switched_off(pattern);
    EXPECT_EQ(name_of(measurement.run), "drive with fee_base=0.3 and extortion=0.1");
    ASSERT_THAT(measurement.against, SizeIs(1));
    EXPECT_EQ(name_of(measurement.against[0]), "drive with extortion=0.1");
}

TEST(PatternBook, tells_what_the_statistic_was_before_beside_what_it_is) {
    Experiment experiment = two_points();
    Pattern pattern{};
    pattern.test.scenario = "drive";
    pattern.test.statistic = "sum(arrested, all)";
    pattern.test.old_statistic = "mean(arrested, all)";
    pattern.test.expectation = Expectation::positive;
    PatternBook book(experiment, points_by_name(experiment), {&pattern});
    book.add(arrests(experiment, 0, 1, 2));
    const std::vector<PatternResult> results = book.results();
    ASSERT_THAT(results, SizeIs(1));
    EXPECT_EQ(results[0].mean, 80);
    EXPECT_EQ(results[0].old_mean, 2);
}

TEST(PatternBook, reports_only_patterns_whose_scenarios_are_played) {
    Experiment experiment = two_points();
    experiment.points[0].name = "hyesan-calm";
    PatternBook book(experiment, points_by_name(experiment), testable_patterns());
    book.add(arrests(experiment, 0, 1, 1));
    const std::vector<PatternResult> results = book.results();
    ASSERT_FALSE(results.empty());
    for (const PatternResult& result : results) {
        EXPECT_EQ(result.pattern->test.scenario, "hyesan-calm");
        EXPECT_EQ(result.pattern->test.against, "");
        EXPECT_EQ(result.replicates + result.without_value, 1u);
    }
}

TEST(Check, plays_each_scenario_under_the_default_and_under_each_rival_alone) {
    const std::vector<RuleSetting> settings = rule_settings();
    ASSERT_THAT(settings, SizeIs(7));
    EXPECT_EQ(settings[0].name, "default");
    const Check check =
        make_check(two_points(), {{"a", small_scenario()}, {"b", small_scenario()}}, settings);
    ASSERT_THAT(check.experiment.points, SizeIs(14));
    EXPECT_EQ(check.experiment.points[1].name, "b");
    EXPECT_EQ(check.settings[1].points.at("b"), 3u);
    for (std::size_t i = 0; i < settings.size(); ++i) {
        std::size_t changed = 0;
        const RivalRules& rules = check.experiment.points[2 * i].scenario.plan.rules;
        for (std::size_t rule = 0; rule < rule_count; ++rule) {
            if (rule_choice(rules, rule) != 0) ++changed;
        }
        EXPECT_EQ(changed, i == 0 ? 0u : 1u) << settings[i].name;
    }
}

TEST(Check, leaves_a_rule_that_a_run_sets_by_itself_under_every_rival) {
    constexpr std::string_view none[] = {"rules.oath=none"};
    const Scenario without = *with_settings(small_scenario(), none);
    const Check check = make_check(two_points(), {{"a", without}}, rule_settings());
    for (const Point& point : check.experiment.points)
        EXPECT_EQ(point.scenario.plan.rules.oath, OathForce::none) << point.name;
}

TEST(Check, is_recognised_by_the_names_of_its_points) {
    const Check check = make_check(two_points(), {{"a", small_scenario()}, {"b", small_scenario()}},
                                   rule_settings());
    const std::vector<Check::Setting> settings = settings_of(check.experiment);
    ASSERT_EQ(settings.size(), check.settings.size());
    for (std::size_t i = 0; i < settings.size(); ++i) {
        EXPECT_EQ(settings[i].rules.name, check.settings[i].rules.name);
        EXPECT_EQ(settings[i].points, check.settings[i].points);
    }
}

TEST(Conclusions, need_an_interval_on_one_side_of_nothing) {
    EXPECT_EQ(conclude(std::vector<double>{1, 1.5, 2}).direction, Direction::higher);
    EXPECT_EQ(conclude(std::vector<double>{-1, -1.5, -2}).direction, Direction::lower);
    EXPECT_EQ(conclude(std::vector<double>{-1, 1.5, 2}).direction, Direction::cannot_be_told);
    EXPECT_EQ(conclude(std::vector<double>{0, 0, 0}).direction, Direction::cannot_be_told);
    EXPECT_EQ(conclude(std::vector<double>{3}).direction, Direction::no_value);
}

TEST(Conclusions, survive_where_every_rule_gives_the_same_sign) {
    using D = Direction;
    EXPECT_TRUE(survives(std::vector{D::lower, D::lower, D::lower}));
    EXPECT_FALSE(survives(std::vector{D::lower, D::higher}));
    EXPECT_FALSE(survives(std::vector{D::lower, D::cannot_be_told}));
    EXPECT_FALSE(survives(std::vector{D::cannot_be_told, D::cannot_be_told}));
}

TEST(Conclusions, can_all_be_read) {
    for (const Conclusion& one : conclusions()) {
        EXPECT_TRUE(parse_statistic(one.statistic)) << one.id;
    }
}

TEST(Unknowns, set_the_parameters_that_they_name_and_nothing_else) {
    const Scenario scenario = small_scenario();
    std::vector<ImpossibleValue> impossible;
    const Experiment experiment = unknowns_experiment(two_points(), scenario, impossible);
    EXPECT_TRUE(impossible.empty());
    std::size_t point = 0;
    for (const Unknown& unknown : unknowns()) {
        EXPECT_GE(unknown.values.size(), 5u) << unknown.id;
        std::size_t changed = 0;
        for (std::size_t i = 0; i < unknown.values.size(); ++i, ++point) {
            const Parameters& values = experiment.points[point].scenario.plan.parameters;
            for (const ParameterRef ref : parameter_refs()) {
                if (get(values, ref) == get(scenario.plan.parameters, ref)) continue;
                ++changed;
                EXPECT_THAT(std::string(unknown.how), HasSubstr(std::string(row_of(ref).name)));
            }
        }
        EXPECT_GE(changed, unknown.values.size() - 1) << unknown.id;
    }
    EXPECT_EQ(point, experiment.points.size());
}

TEST(Unknowns, leave_out_what_a_scenario_cannot_be_played_with) {
    Scenario scenario = small_scenario();
    for (CityPlan& city : scenario.plan.cities)
        city.residents = 500;  // some 130 households
    std::vector<ImpossibleValue> impossible;
    const Experiment experiment = unknowns_experiment(two_points(), scenario, impossible);
    ASSERT_FALSE(impossible.empty());
    for (const ImpossibleValue& one : impossible) {
        EXPECT_TRUE(one.name.starts_with("brokers = ")) << one.name;
        EXPECT_THAT(one.why.problem, HasSubstr("sum to more than 1"));
    }
    std::size_t values = 0;
    for (const Unknown& one : unknowns())
        values += one.values.size();
    EXPECT_EQ(experiment.points.size() + impossible.size(), values);
    EXPECT_EQ(UnknownsBook(experiment).results().size(), experiment.points.size());
}

const Unknown& unknown(std::string_view id) {
    for (const Unknown& one : unknowns()) {
        if (one.id == id) return one;
    }
    ADD_FAILURE() << id;
    return unknowns().front();
}

TEST(Unknowns, make_the_households_that_they_mean) {
    Plan plan = small_scenario().plan;
    PopulationParameters& p = plan.parameters.population;
    p.household_size = 4;
    plan.cities = {{"a", "A", 100000}, {"b", "B", 100000}};  // 50,000 households
    apply(unknown("brokers"), plan, 500);
    EXPECT_DOUBLE_EQ(p.broker_households, 0.01);

    p.phone_share = {0, 0.25, 0.9, 1};  // resident, family, smuggler, broker
    apply(unknown("phone_households"), plan, 0.08);
    const double families = (1 - p.broker_households - p.smuggler_households) * p.kin_abroad;
    EXPECT_NEAR(0.01 + 0.9 * p.smuggler_households + 0.25 * families, 0.08, 1e-12);

    apply(unknown("belief"), plan, 0.2);
    EXPECT_DOUBLE_EQ(p.belief_alpha / (p.belief_alpha + p.belief_beta), 0.2);
    EXPECT_DOUBLE_EQ(p.belief_alpha + p.belief_beta, 5);
}

}  // namespace
}  // namespace tumen::test

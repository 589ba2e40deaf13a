#include "experiment/draws.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>

#include "belief/belief_draws.hpp"
#include "rules/oath.hpp"
#include "scenario/assembly/read_scenario.hpp"
#include "scenario/assembly/settings.hpp"
#include "scenario/evidence/ledger.hpp"
#include "scenario/text/files.hpp"
#include "support/made_up.hpp"

namespace tumen::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

Experiment drawn(Experiment experiment, RivalDraws rivals = RivalDraws::drawn) {
    const auto problem = take_draws(experiment, prior_source(ledger_priors(), experiment.seed),
                                    rivals, experiment.replicates);
    EXPECT_FALSE(problem) << describe(*problem);
    return experiment;
}

TEST(Draws, give_every_fourth_replicate_the_draw_of_the_one_before_it) {
    std::vector<std::uint32_t> numbers;
    for (std::uint32_t replicate = 1; replicate <= 9; ++replicate)
        numbers.push_back(draw_number(replicate));
    EXPECT_THAT(numbers, ElementsAre(1, 2, 3, 3, 4, 5, 6, 6, 7));
}

TEST(Draws, of_a_replicate_do_not_depend_on_how_many_there_are) {
    const Experiment few = drawn(small_experiment(1, 3));
    const Experiment many = drawn(small_experiment(2, 12));
    for (std::size_t i = 0; i < 3; ++i)
        EXPECT_EQ(few.draws[i], many.draws[i]);
    EXPECT_EQ(many.draws[2].values, many.draws[3].values);
    EXPECT_EQ(many.draws[2].rules, many.draws[3].rules);
    EXPECT_NE(many.draws[0].values, many.draws[1].values);
}

/// Both ends of what a number can be, and beyond them: some of these alone cannot be, some do not
/// go with the others.
std::vector<double> far_values(ParameterRef number) {
    const LedgerValue& known = entry_of(number).values[number.index];
    std::vector<double> values;
    for (const double end : {known.limit_low, known.limit_high}) {
        if (std::isfinite(end)) values.insert(values.end(), {end, end - 1, end + 1});
    }
    values.push_back(known.value * 50 + 3);
    return values;
}

TEST(Draws, are_refused_for_the_reason_for_which_a_file_with_their_values_is) {
    std::size_t refused = 0;
    for (const std::string_view name : {"hyesan-drive-then-team", "hoeryong-oath"}) {
        const auto scenario = read_scenario(name, EmbeddedFiles());
        ASSERT_TRUE(scenario);
        for (const ParameterRef number : parameter_refs()) {
            for (const double value : far_values(number)) {
                const std::vector<std::pair<std::string, double>> values = {
                    {name_of(number), value}};
                const std::string why = reason_against(with_values(*scenario, values), values);
                EXPECT_EQ(why, impossible(*scenario, values)) << name_of(number) << "=" << value;
                refused += !why.empty();
            }
        }
    }
    EXPECT_GT(refused, 600U);
}

TEST(Draws, place_ranges_of_events_by_their_names) {
    Experiment experiment = small_experiment(1, 8);
    experiment.points.push_back(experiment.points.front());
    for (const std::size_t point : {0U, 1U}) {
        Scenario& scenario = experiment.points[point].scenario;
        scenario.plan.peaks.push_back({1, 5, 0.3});
        Origin origin;
        origin.range = EventRange{point == 0 ? "raids" : "rounds", 0, 0.3, 1};
        origins_of(scenario, EventKind::peak) = {origin};
    }
    const Experiment one = drawn(experiment);
    std::swap(experiment.points[0], experiment.points[1]);
    EXPECT_EQ(drawn(experiment).draws, one.draws);
    std::map<std::string, std::set<double>> places;
    for (const ReplicateDraw& draw : one.draws) {
        for (const auto& [name, value] : draw.values) {
            if (!name.starts_with("ranges.")) continue;
            places[name].insert(value);
            EXPECT_TRUE(0 <= value && value < 1);
        }
    }
    // Eight replicates, of which two are twins of others.
    EXPECT_EQ(places["ranges.raids"].size(), 6u);
    EXPECT_EQ(places["ranges.rounds"].size(), 6u);
    EXPECT_NE(places["ranges.raids"], places["ranges.rounds"]);
    const double place = as_drawn(one.points[0], one.draws[0]).plan.peaks[0].pressure;
    EXPECT_NE(place, as_drawn(one.points[0], one.draws[1]).plan.peaks[0].pressure);
    EXPECT_NE(place, as_drawn(one.points[1], one.draws[0]).plan.peaks[0].pressure);
}

TEST(Draws, decide_by_name_what_happened_as_often_as_is_likely) {
    constexpr std::uint32_t n = 400;
    Experiment experiment = small_experiment(1, n);
    Scenario& scenario = experiment.points.front().scenario;
    scenario.plan.sweeps = {{1, 5, {}}, {7, 9, {}}, {11, 12, {}}};
    Origin team;
    team.happened = Happening{"team", 0.3};
    scenario.event_origins[2] = {team, Origin{}, team};
    const Experiment one = drawn(experiment);
    // A second point without the event leaves the draws as they are.
    experiment.points.push_back(small_experiment(1, 1).points.front());
    EXPECT_EQ(drawn(experiment).draws, one.draws);
    std::size_t happened = 0;
    std::size_t draws = 0;
    for (const ReplicateDraw& draw : one.draws) {
        const std::size_t sweeps = as_drawn(one.points[0], draw).plan.sweeps.size();
        EXPECT_TRUE(sweeps == 1 || sweeps == 3);
        if (draw.replicate % 4 == 0) continue;  // a twin
        ++draws;
        happened += sweeps == 3 ? 1 : 0;
    }
    // Five standard deviations of a binomial.
    const double expected = 0.3 * static_cast<double>(draws);
    EXPECT_NEAR(static_cast<double>(happened), expected, 5 * std::sqrt(expected * 0.7));
}

TEST(Draws, of_rules_take_every_choice_about_equally_often) {
    constexpr std::uint32_t n = 3000;
    std::map<std::string, int> seen;
    for (std::uint32_t draw = 1; draw <= n; ++draw) {
        for (const auto& [name, choice] : draw_rules(ledger_likelihood(), 1, draw))
            ++seen[name + "=" + choice];
    }
    for (const RuleRow& row : rule_rows()) {
        double rivals = 0;
        for (const std::string_view choice : row.choices)
            rivals += choice.empty() ? 0 : 1;
        for (const std::string_view choice : row.choices) {
            if (choice.empty()) continue;
            // Five standard deviations of a binomial: a false alarm once in a million.
            const double expected = n / rivals;
            EXPECT_NEAR(seen[std::string(row.name) + "=" + std::string(choice)], expected,
                        5 * std::sqrt(expected * (1 - 1 / rivals)));
        }
    }
}

TEST(Draws, hold_what_a_scenario_names_and_replace_the_rest) {
    const Experiment experiment = drawn(small_experiment(2, 2));  // fee_base is named by points
    const Point& point = experiment.points.front();
    ASSERT_THAT(point.held, Contains("fee_base"));
    const Scenario played = as_drawn(point, experiment.draws.front());
    EXPECT_EQ(get(played.plan.parameters, *find_parameter("fee_base")),
              get(point.scenario.plan.parameters, *find_parameter("fee_base")));
    EXPECT_NE(get(played.plan.parameters, *find_parameter("promise_breach")),
              get(point.scenario.plan.parameters, *find_parameter("promise_breach")));
}

TEST(Draws, hold_a_rule_that_is_named) {
    Experiment experiment = small_experiment(1, 40);
    experiment.points.front().scenario = small_scenario("held", "[rules]\noath = \"none\"\n");
    experiment = drawn(std::move(experiment));
    EXPECT_THAT(experiment.points.front().held, Contains("rules.oath"));
    for (const ReplicateDraw& draw : experiment.draws) {
        const Scenario played = as_drawn(experiment.points.front(), draw);
        EXPECT_EQ(played.plan.rules.oath, OathForce::none);
    }
}

TEST(Draws, hold_the_whole_row_of_shares_where_one_is_named) {
    const Scenario scenario =
        small_scenario("shares",
                       "[parameters.sentence_calm]\nwarned = 0.3\ndetained = 0.3\n"
                       "imprisoned = 0.3\nexiled = 0.1\n");
    const auto held = held_by(scenario);
    for (const char* share : {"warned", "detained", "imprisoned", "exiled"})
        EXPECT_THAT(held, Contains("sentence_calm." + std::string(share)));
    EXPECT_THAT(held, Not(Contains(HasSubstr("sentence_harsh"))));
    EXPECT_THAT(held_by(small_scenario("adults", "[parameters]\nhousehold_adults = 2.5\n")),
                Contains("household_size"));
}

TEST(Draws, leave_rules_alone_where_they_are_not_to_be_drawn) {
    const Experiment experiment = drawn(small_experiment(1, 4), RivalDraws::left);
    for (const ReplicateDraw& draw : experiment.draws)
        EXPECT_TRUE(draw.rules.empty());
    EXPECT_EQ(option_of(*experiment.design, "rules"), "default");
}

}  // namespace
}  // namespace tumen::test

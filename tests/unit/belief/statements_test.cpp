#include "belief/statements/statements.hpp"
#include "belief/making/making.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "experiment/draws.hpp"
#include "experiment/ensemble/ensemble.hpp"
#include "scenario/assembly/read_scenario.hpp"

namespace tumen {
namespace {

using ::testing::HasSubstr;

std::string problem_of_statement(const std::string& text) {
    const auto read = read_statements({"made up", "made_up.toml", text});
    return read ? "" : describe(read.error());
}

const LedgerStatement& statement_of(std::string_view id) {
    for (const LedgerStatement& one : ledger_statements()) {
        if (one.id == id) return one;
    }
    ADD_FAILURE() << id;
    return ledger_statements().front();
}

std::vector<std::optional<bool>> votes(std::size_t for_it, std::size_t against) {
    std::vector<std::optional<bool>> all(for_it, true);
    all.insert(all.end(), against, false);
    return all;
}

std::vector<std::uint32_t> each_its_own(std::size_t count) {
    std::vector<std::uint32_t> families(count);
    std::iota(families.begin(), families.end(), 1U);
    return families;
}

TEST(StatementReader, names_what_is_wrong) {
    const std::string head =
        "[[statement]]\nid = 'a'\nstatement = 'A.'\nscenario = 'hyesan-handin'\n";
    EXPECT_THAT(problem_of_statement(head + "statistic = 'mean(nothing, all)'\n"),
                HasSubstr("statistic"));
    EXPECT_THAT(problem_of_statement(head + "statistic = 'base(mean(fee, all))'\n"),
                HasSubstr("against"));
    EXPECT_THAT(problem_of_statement(head + "statistic = 'mean(fee, all)'\npatterns = ['Z1']\n"),
                HasSubstr("Z1"));
    EXPECT_THAT(problem_of_statement(head + "statistic = 'mean(fee, all)'\nwhy = 'so'\n"),
                HasSubstr("why"));
}

TEST(Statements, of_the_evidence_are_some_forty_about_both_campaigns) {
    EXPECT_GE(ledger_statements().size(), 36u);
    for (const LedgerStatement& one : ledger_statements()) {
        EXPECT_FALSE(one.patterns.empty()) << one.id;
        EXPECT_FALSE(voices_of(one).empty()) << one.id;
        EXPECT_TRUE(one.statement.ends_with('.')) << one.id;
    }
}

TEST(SignShare, has_bounds_by_independent_draws) {
    // Wilson, one side 95 %, all of 128: 1 / (1 + 2.7055 / 128) = 0.979.
    const SignShare all = share_of(votes(128, 0), each_its_own(128));
    EXPECT_NEAR(all.bounds.low, 0.979, 0.001);
    EXPECT_EQ(all.effective, 128);
    // The same of 32 families of four is what 32 draws say: 0.922.
    std::vector<std::uint32_t> families;
    for (std::uint32_t i = 0; i < 128; ++i)
        families.push_back(i / 4);
    const SignShare few = share_of(votes(128, 0), families);
    EXPECT_EQ(few.effective, 32);
    EXPECT_NEAR(few.bounds.low, 0.922, 0.001);
}

TEST(SignShare, of_all_draws_stands_from_so_many_on) {
    const auto enough = static_cast<std::size_t>(std::ceil(least_draws_to_stand()));
    EXPECT_EQ(enough, 52u);
    EXPECT_GT(share_of(votes(enough, 0), each_its_own(enough)).bounds.low, 0.95);
    EXPECT_LT(share_of(votes(enough - 1, 0), each_its_own(enough - 1)).bounds.low, 0.95);
}

TEST(SignShare, takes_what_has_no_value_for_not_true_and_counts_it) {
    auto all = votes(90, 0);
    all.resize(100);
    const SignShare share = share_of(all, each_its_own(100));
    EXPECT_NEAR(share.share, 0.9, 1e-12);
    EXPECT_EQ(share.without_value, 10u);
}

/// The runs in a small city.
void add_runs(Experiment& experiment, const std::vector<Measurement>& measurements) {
    const auto load = [](const std::string& name) { return *read_scenario(name, EmbeddedFiles()); };
    auto runs = scenarios_of(runs_needed(measurements), load);
    ASSERT_TRUE(runs);
    for (auto& [name, scenario] : *runs) {
        Scenario small = with_residents(std::move(scenario), 4000);
        Point point{name, small, {}};
        point.held = held_by(point.scenario);
        experiment.points.push_back(std::move(point));
    }
}

std::vector<double> values_of(const Measurement& measurement, std::uint32_t draws) {
    Experiment experiment;
    add_runs(experiment, {measurement});
    for (std::uint32_t number = 1; number <= draws; ++number) {
        auto draw = replicate_draw(ledger_priors(), ledger_likelihood(), 1, 1, {number, 0}, number);
        EXPECT_TRUE(draw);
        experiment.replicates.push_back(number);
        experiment.draws.push_back(*std::move(draw));
    }
    MeasurementBook book(experiment, points_by_name(experiment), {measurement});
    BookSink sink({}, {&book});
    EXPECT_TRUE(play_experiment(experiment, {}, {}, sink));
    return book.values(0);
}

TEST(Statements, fail_where_their_mechanism_is_switched_off) {
    for (const char* id : {"mostly-dead", "oath-silences"}) {
        const LedgerStatement& statement = statement_of(id);
        ASSERT_FALSE(statement.off.empty()) << id;
        const auto on = values_of(measurement_of(statement), 4);
        const auto off = values_of(switched_off(statement), 4);
        const auto is_true = [](double value) { return value > 0; };
        EXPECT_GT(std::count_if(on.begin(), on.end(), is_true), 0) << id;
        EXPECT_EQ(std::count_if(off.begin(), off.end(), is_true), 0) << id;
    }
}

/// Every draw says so, but those under one rival do only where it `holds` there, too.
StatementResult judged(const LedgerStatement& statement, bool holds) {
    View view{"prior", {}, {}, {}};
    std::map<std::uint32_t, std::optional<double>> values;
    for (std::uint32_t number = 1; number <= 600; ++number) {
        view.draws.push_back({number, {}, draw_rules(ledger_likelihood(), 1, number)});
        view.replicates.push_back(number);
        view.families.push_back(number);
        const auto& rules = view.draws.back().rules;
        const bool none = std::count(rules.begin(), rules.end(),
                                     std::pair<std::string, std::string>("oath", "none")) > 0;
        values[number] = none && !holds ? -1 : 1;
    }
    return judge(statement, values, view, view, {});
}

TEST(Statements, stand_only_where_they_do_under_every_rival) {
    const LedgerStatement& statement = statement_of("fee-rises");
    EXPECT_EQ(judged(statement, true).verdict, SignVerdict::stands);
    const StatementResult without = judged(statement, false);
    EXPECT_EQ(without.verdict, SignVerdict::cannot_be_told);
    EXPECT_EQ(without.turns_on, "rule oath = none");
}

TEST(Statements, that_are_built_in_never_stand) {
    EXPECT_EQ(judged(statement_of("promise-brings-more"), true).verdict, SignVerdict::built_in);
}

TEST(Statements, say_where_the_starting_values_disagree) {
    StatementResult result;
    result.view = share_of(votes(20, 108), each_its_own(128));
    result.start = share_of(votes(30, 2), each_its_own(32));
    EXPECT_TRUE(result.start_disagrees());
    result.start = share_of(votes(18, 14), each_its_own(32));
    EXPECT_FALSE(result.start_disagrees());
}

}  // namespace
}  // namespace tumen

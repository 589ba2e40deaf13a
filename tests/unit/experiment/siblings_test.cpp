#include "experiment/ensemble/siblings.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "belief/belief_draws.hpp"
#include "experiment/draws.hpp"
#include "experiment/ensemble/ensemble.hpp"
#include "measures/answers/verify.hpp"
#include "measures/headlines/yardstick.hpp"
#include "model/past/past.hpp"
#include "support/made_up.hpp"

namespace tumen::test {
namespace {

using testing::ElementsAre;

constexpr std::uint32_t replicates = 3;

/// Points of a comparison: a drive, a longer one, a team after it, another fee, and yardsticks.
Experiment comparison() {
    Experiment experiment = small_experiment(1, replicates);
    experiment.kind = ExperimentKind::compare;
    const auto add = [&](const std::string& name, const std::string& more) {
        experiment.points.push_back({name, small_scenario(name, more), {}});
    };
    experiment.points.clear();
    add("drive", "");
    add("fee", "[parameters]\nfee_base = 0.4\n");
    add("team", "[[sweep]]\nfrom = 2020-10-03\nto = 2020-10-08\n");
    add("later-fee",
        "[[schedule]]\nparameter = \"fee_base\"\nfrom = 2020-09-25\nto = 2020-10-05\n"
        "value = 0.35\n");
    add("later-fee-still",
        "[[schedule]]\nparameter = \"fee_base\"\nfrom = 2020-09-26\nto = 2020-10-05\n"
        "value = 0.35\n");
    add_yardsticks(experiment);
    return experiment;
}

std::vector<ReplicateResult> played(const Experiment& experiment, PastUse past, std::size_t threads,
                                    const DoneSet& done = {}) {
    EnsembleOptions options;
    options.threads = threads;
    options.past = past;
    MemorySink sink;
    EXPECT_TRUE(play_experiment(experiment, done, options, sink));
    std::sort(sink.results.begin(), sink.results.end(),
              [](const auto& one, const auto& other) { return key_of(one) < key_of(other); });
    return std::move(sink.results);
}

void expect_same(const Experiment& experiment, const std::vector<ReplicateResult>& one,
                 const std::vector<ReplicateResult>& other) {
    ASSERT_EQ(one.size(), other.size());
    for (std::size_t i = 0; i < one.size(); ++i) {
        EXPECT_EQ(one[i].outcome, Outcome::done) << one[i].reason;
        EXPECT_EQ(key_of(one[i]), key_of(other[i]));
        EXPECT_EQ(hex(one[i].state_hash), hex(other[i].state_hash));
        const Scenario& scenario = experiment.points[one[i].point].scenario;
        EXPECT_EQ(first_difference(scenario, one[i], other[i]).text, "");
    }
}

TEST(Siblings, are_points_whose_scenarios_differ_in_events_and_schedules_alone_the_calm_one_last) {
    const Experiment experiment = comparison();
    const auto siblings = siblings_of(experiment, 64);
    ASSERT_EQ(experiment.points.size(), 7u);  // two yardsticks, since two fees
    ASSERT_EQ(siblings.size(), 4u);           // in two cities each
    // The drive begins on day 20, fees change on days 24 and 25, the team comes on day 32.
    EXPECT_THAT(siblings[0].points, ElementsAre(3, 4, 2, 0, 5));
    EXPECT_THAT(siblings[0].partings, ElementsAre(24, 25, 32, 20));
    EXPECT_EQ(siblings[1].points, siblings[0].points);
    EXPECT_EQ(siblings[1].city, 1u);
    EXPECT_THAT(siblings[2].points, ElementsAre(1, 6));
    EXPECT_THAT(siblings[2].partings, ElementsAre(20));
    for (const Siblings& some : siblings_of(experiment, 2))
        EXPECT_LE(some.points.size(), 2u);
}

TEST(Siblings, of_a_city_in_which_nothing_differs_part_at_the_end) {
    Experiment experiment = small_experiment(2, 1);
    experiment.points[1] = experiment.points[0];
    experiment.points[1].scenario.plan.hand_in_drives.front().scope.cities = {1};
    experiment.points[0].scenario.plan.hand_in_drives.clear();
    const auto siblings = siblings_of(experiment, 64);
    ASSERT_EQ(siblings.size(), 2u);
    EXPECT_THAT(siblings[0].partings, ElementsAre(40));
    EXPECT_THAT(siblings[1].partings, ElementsAre(20));
    expect_same(experiment, played(experiment, PastUse::shared, 1),
                played(experiment, PastUse::whole, 1));
}

TEST(Siblings, are_played_from_a_shared_past_to_the_bits_of_points_played_whole) {
    const Experiment experiment = comparison();
    const auto whole = played(experiment, PastUse::whole, 1);
    ASSERT_EQ(whole.size(), 7 * replicates);
    for (const std::size_t threads : {1u, 2u, 7u})
        expect_same(experiment, played(experiment, PastUse::shared, threads), whole);
}

TEST(Siblings, have_a_past_in_common_under_the_values_drawn_for_the_replicate) {
    Experiment experiment = comparison();
    ASSERT_FALSE(take_draws(experiment, prior_source(ledger_priors(), experiment.seed),
                            RivalDraws::drawn, experiment.replicates));
    expect_same(experiment, played(experiment, PastUse::shared, 1),
                played(experiment, PastUse::whole, 1));
    SimulationPlayer player(experiment);
    SharedPast past;
    SerialExecutor alone;
    past.begin({20});
    player.play({0, 1, 0, &past}, alone, {});
    player.play({5, 1, 0, &past}, alone, {});
    EXPECT_EQ(past.days().shared, past.days().played - 2 * 20u);  // all but the last 20 days
}

/// A design over a fee, what is feared of confessing (from the drive on) and its dummy.
Experiment design() {
    Experiment experiment = small_experiment(1, replicates);
    experiment.kind = ExperimentKind::sweep;
    const Scenario scenario = small_scenario("small", "");
    const auto values = [](double fee, double cost, double dummy) {
        return std::vector<std::pair<std::string, double>>{
            {"fee_base", fee}, {"confession_cost", cost}, {"dummy", dummy}};
    };
    experiment.points.clear();
    experiment.points.push_back({"0", with_values(scenario, values(0.3, 1, 0)), {}});
    experiment.points.push_back("1", values(0.3, 2, 0));
    experiment.points.push_back("2", values(0.2, 1, 0));
    experiment.points.push_back("3", values(0.3, 0.5, 0));
    experiment.points.push_back("4", values(0.2, 1, 1));
    experiment.points.push_back("5", values(0.3, 2, 1));
    return experiment;
}

TEST(Siblings, of_a_design_part_on_the_day_that_reads_another_value) {
    const Experiment experiment = design();
    ASSERT_TRUE(experiment.points.follows(5));
    const auto siblings = siblings_of(experiment, 64);
    ASSERT_EQ(siblings.size(), 6u);  // the first alone, and two fees, in two cities each
    EXPECT_THAT(siblings[0].points, ElementsAre(0));
    EXPECT_THAT(siblings[2].points, ElementsAre(3, 1, 5));
    EXPECT_THAT(siblings[2].partings, ElementsAre(20, 40));
    EXPECT_THAT(siblings[4].points, ElementsAre(2, 4));
    EXPECT_THAT(siblings[4].partings, ElementsAre(40));
    for (const Siblings& some : siblings_of(experiment, 2))
        EXPECT_LE(some.points.size(), 2u);
    for (const std::size_t threads : {1u, 2u})
        expect_same(experiment, played(experiment, PastUse::shared, threads),
                    played(experiment, PastUse::whole, 1));
}

TEST(Siblings, are_points_that_set_or_hold_what_is_read_from_a_day_on) {
    Experiment experiment = small_experiment(1, replicates);
    experiment.kind = ExperimentKind::compare;
    experiment.points.clear();
    const auto add = [&](const std::string& name, const std::string& more) {
        Scenario scenario = small_scenario(name, more);
        std::vector<std::string> held = held_by(scenario);
        experiment.points.push_back({name, std::move(scenario), {}, std::move(held)});
    };
    add("drive", "");
    add("kept", "[parameters]\npromise_breach = 0\n");
    add("fixed", "[rules]\ntrust = \"fixed\"\n");
    add("city", "[rules]\nlearning = \"city\"\n");
    const auto siblings = siblings_of(experiment, 64);
    ASSERT_EQ(siblings.size(), 4u);
    EXPECT_THAT(siblings[0].points, ::testing::UnorderedElementsAre(0, 1, 2));
    EXPECT_THAT(siblings[0].partings, ElementsAre(20, 20));
    EXPECT_THAT(siblings[2].points, ElementsAre(3));
    ASSERT_FALSE(take_draws(experiment, prior_source(ledger_priors(), experiment.seed),
                            RivalDraws::drawn, experiment.replicates));
    expect_same(experiment, played(experiment, PastUse::shared, 2),
                played(experiment, PastUse::whole, 1));
}

TEST(Siblings, are_made_up_for_where_some_of_them_have_been_played) {
    const Experiment experiment = comparison();
    const DoneSet done = {{1, 2}, {1, 5}, {2, 0}, {2, 1}, {2, 2}, {2, 3}, {2, 4}, {3, 4}};
    auto whole = played(experiment, PastUse::whole, 1);
    std::erase_if(whole, [&](const auto& result) { return done.contains(key_of(result)); });
    expect_same(experiment, played(experiment, PastUse::shared, 2, done), whole);
}

TEST(Siblings, take_a_point_alone_where_the_one_before_it_failed) {
    class Failing final : public CityPlayer {
      public:
        explicit Failing(const Experiment& experiment) : player_(experiment) {}
        CityResult play(const CityTask& task, Executor& executor,
                        const PlayOptions& options) override {
            if (task.point == 0) throw std::bad_alloc();
            return player_.play(task, executor, options);
        }

      private:
        SimulationPlayer player_;
    };
    Experiment experiment = small_experiment(1, 1);
    add_yardsticks(experiment);
    Failing player(experiment);
    MemorySink sink;
    ASSERT_TRUE(play_experiment(experiment, {}, {}, sink, player));
    ASSERT_EQ(sink.results.size(), 2u);
    EXPECT_EQ(sink.results[0].outcome, Outcome::failed);
    EXPECT_EQ(sink.results[1].state_hash, played(experiment, PastUse::whole, 1)[1].state_hash);
}

}  // namespace
}  // namespace tumen::test

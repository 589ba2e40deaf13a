#include "hindcast/known_by.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "belief/prior/prior_draw.hpp"
#include "experiment/draws.hpp"
#include "hindcast/hindcast.hpp"
#include "scenario/assembly/read_scenario.hpp"
#include "scenario/evidence/ledger.hpp"

namespace tumen {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

const std::string head =
    "title = 'A history'\nquestion = 'Which?'\nstart = 2018-01-01\ndays = 2000\n"
    "[[city]]\nname = 'hyesan'\nlabel = 'Hyesan'\nresidents = 4000\n"
    "[[city]]\nname = 'musan'\nlabel = 'Musan'\nresidents = 2000\n";
const std::string earlier =
    "[[sweep]]\nfrom = 2020-03-01\nto = 2020-04-01\nlabel = 'S1'\nsource = ['dnk-stranger-2020']\n"
    "[[peak]]\nfrom = 2018-12-10\nto = 2018-12-20\npressure = 0.4\nrepeat = 'yearly'\n"
    "label = 'P1'\n"
    "[[schedule]]\nparameter = 'reward'\nfrom = 2020-06-01\nto = 2021-03-31\nvalue = 1\n"
    "label = 'R1'\nsource = ['dnk-hunters-2024']\n";

Scenario read(const std::string& text) {
    auto scenario = read_scenario(ScenarioText{"history", "history.toml", text}, EmbeddedFiles());
    EXPECT_TRUE(scenario) << (scenario ? "" : describe(scenario.error().front()));
    return *std::move(scenario);
}

const Date end_of_2020 = *make_date(2020, 12, 31);

std::int32_t day(int year, int month, int day_of_month) {
    return days_between(*make_date(2018, 1, 1), *make_date(year, month, day_of_month));
}

TEST(KnownScenario, is_the_same_whatever_happens_later) {
    const Hash now =
        scenario_hash(known_by(read(head + earlier), end_of_2020, Hindsight::kept).scenario);
    const std::string later =
        "[[sweep]]\nfrom = 2021-02-01\nto = 2021-03-01\ncities = ['musan']\n"
        "[[hand_in_drive]]\nfrom = 2021-01-01\nto = 2021-02-01\nforgiveness = 'promised'\n"
        "[[schedule]]\nparameter = 'extortion'\nfrom = 2021-06-01\nto = 2021-07-01\nvalue = 0.1\n";
    const KnownScenario with = known_by(read(head + earlier + later), end_of_2020, Hindsight::kept);
    EXPECT_EQ(scenario_hash(with.scenario), now);
    EXPECT_THAT(with.dropped, Contains("hand_in_drive"));
    // How long a schedule lasts that is in force, and whether a peak comes back, is later as well.
    std::string other = earlier;
    other.replace(other.find("2021-03-31"), 10, "2021-09-30");
    other.replace(other.find("repeat = 'yearly'"), 17, "repeat = 'yearly'\nuntil = 2020-12-31");
    EXPECT_EQ(scenario_hash(known_by(read(head + other), end_of_2020, Hindsight::kept).scenario),
              now);
    // What was over by then is not.
    other = earlier;
    other.replace(other.find("2020-04-01"), 10, "2020-05-01");
    EXPECT_NE(scenario_hash(known_by(read(head + other), end_of_2020, Hindsight::kept).scenario),
              now);
}

TEST(KnownScenario, goes_on_as_it_stands) {
    const Scenario known = known_by(read(head + earlier), end_of_2020, Hindsight::kept).scenario;
    ASSERT_EQ(known.plan.schedules.size(), 1u);
    EXPECT_EQ(known.plan.schedules[0].last, 1999);
    ASSERT_EQ(known.plan.sweeps.size(), 1u);
    EXPECT_EQ(known.plan.sweeps[0].last, day(2020, 4, 1));
    std::vector<std::int32_t> peaks;
    for (const Peak& peak : known.plan.peaks)
        peaks.push_back(peak.first);
    EXPECT_THAT(peaks, ElementsAre(day(2018, 12, 10), day(2019, 12, 10), day(2020, 12, 10),
                                   day(2021, 12, 10), day(2022, 12, 10)));
    EXPECT_EQ(origins_of(known, EventKind::peak).size(), known.plan.peaks.size());
    // The same scenario can be written and read again.
    EXPECT_EQ(scenario_hash(read(write_scenario(known))), scenario_hash(known));
}

TEST(KnownScenario, of_days_in_the_middle_of_a_sweep_does_not_know_its_end) {
    const Scenario known =
        known_by(read(head + earlier), *make_date(2020, 3, 10), Hindsight::kept).scenario;
    ASSERT_EQ(known.plan.sweeps.size(), 1u);
    EXPECT_EQ(known.plan.sweeps[0].last, day(2020, 3, 10));
    EXPECT_THAT(known.plan.schedules, IsEmpty());
}

TEST(KnownScenario, names_events_that_only_later_sources_tell_of_and_can_do_without) {
    const KnownScenario kept = known_by(read(head + earlier), end_of_2020, Hindsight::kept);
    EXPECT_THAT(kept.seen, ElementsAre("R1"));
    const KnownScenario out = known_by(read(head + earlier), end_of_2020, Hindsight::taken_out);
    EXPECT_THAT(out.seen, ElementsAre("R1"));
    EXPECT_THAT(out.scenario.plan.schedules, IsEmpty());
    EXPECT_EQ(out.scenario.plan.sweeps.size(), 1u);
}

TEST(KnownScenario, of_the_border_is_the_same_with_and_without_the_years_that_follow) {
    const auto border = read_scenario("border-history", EmbeddedFiles());
    ASSERT_TRUE(border);
    for (const Hindsight hindsight : {Hindsight::kept, Hindsight::taken_out}) {
        for (const int year : {2020, 2021, 2022}) {
            const Date date = *make_date(year, 12, 31);
            const Date later = *make_date(year + 1, 12, 31);
            const Scenario known = known_by(*border, date, hindsight).scenario;
            const Scenario until_later = known_by(*border, later, Hindsight::kept).scenario;
            EXPECT_NE(scenario_hash(known), scenario_hash(until_later)) << year;
            EXPECT_EQ(scenario_hash(known_by(until_later, date, hindsight).scenario),
                      scenario_hash(known))
                << year;
        }
    }
}

TEST(ToldLater, are_values_with_a_later_source) {
    const std::vector<std::string> later = told_later(ledger_priors(), *make_date(2021, 12, 31));
    EXPECT_THAT(later, Contains("oath_visit"));
    EXPECT_THAT(later, Not(Contains("ties")));
    EXPECT_THAT(told_later(ledger_priors(), *make_date(2026, 12, 31)), IsEmpty());
}

TEST(Widened, draws_what_was_told_later_anew_within_the_evidence_and_nothing_else) {
    const Scenario scenario = read(head + earlier);
    const HindcastSettings settings{1, 20, 1};
    CutOff seen = cut_off(scenario, end_of_2020, Hindsight::kept, ledger_priors());
    CutOff out = cut_off(scenario, end_of_2020, Hindsight::taken_out, ledger_priors());
    const std::vector<std::uint32_t> numbers = to_play({&seen}, settings);
    const auto with = experiment_of({&seen}, settings, ledger_priors(), numbers);
    const auto without = experiment_of({&out}, settings, ledger_priors(), numbers);
    ASSERT_TRUE(with && without);
    std::size_t moved = 0;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto& values = without->draws[i].values;
        for (std::size_t value = 0; value < values.size(); ++value) {
            const auto& [name, wide] = values[value];
            const bool later = std::find(out.told_later.begin(), out.told_later.end(), name) !=
                               out.told_later.end();
            if (!later) {
                EXPECT_EQ(wide, with->draws[i].values[value].second) << name;
            }
            if (wide != with->draws[i].values[value].second) ++moved;
        }
        EXPECT_EQ(without->draws[i].rules, with->draws[i].rules);
    }
    EXPECT_GT(moved, numbers.size() * out.told_later.size() / 2);
}

TEST(Widened, moves_the_values_of_the_border_too) {
    const auto border = read_scenario("border-history", EmbeddedFiles());
    ASSERT_TRUE(border);
    CutOff out = cut_off(*border, *make_date(2021, 12, 31), Hindsight::taken_out, ledger_priors());
    CutOff seen = cut_off(*border, *make_date(2021, 12, 31), Hindsight::kept, ledger_priors());
    const HindcastSettings settings{1, 12, 0.25};
    const auto numbers = to_play({&out}, settings);
    const auto wide = experiment_of({&out}, settings, ledger_priors(), numbers);
    const auto narrow = experiment_of({&seen}, settings, ledger_priors(), numbers);
    ASSERT_TRUE(wide && narrow);
    std::size_t moved = 0;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (wide->draws[i].values != narrow->draws[i].values) ++moved;
    }
    EXPECT_EQ(moved, numbers.size());
}

TEST(Widened, tells_the_draws_for_which_nothing_wider_can_be_played) {
    // A household of two with more than two adults: whatever is drawn for them.
    const Scenario scenario = read("beyond_evidence = true\n" + head +
                                   "[parameters]\nhousehold_size = 2\nhousehold_adults = 2\n");
    const HindcastSettings settings{1, 5, 1};
    CutOff out = cut_off(scenario, end_of_2020, Hindsight::taken_out, ledger_priors());
    EXPECT_THAT(*not_widened(out, settings, ledger_priors()), IsEmpty());
    out.told_later = {"household_adults"};
    EXPECT_THAT(*not_widened(out, settings, ledger_priors()), ElementsAre(1, 2, 3, 4, 5));
    const auto made = experiment_of({&out}, settings, ledger_priors(), {3});
    CutOff seen = cut_off(scenario, end_of_2020, Hindsight::kept, ledger_priors());
    const auto believed = experiment_of({&seen}, settings, ledger_priors(), {3});
    ASSERT_TRUE(made && believed);
    EXPECT_EQ(made->draws, believed->draws);
    EXPECT_THAT(*not_widened(seen, settings, ledger_priors()), IsEmpty());
}

TEST(PlayKey, does_not_depend_on_what_was_told) {
    const Scenario scenario = read(head + earlier);
    const CutOff cut = cut_off(scenario, end_of_2020, Hindsight::kept, ledger_priors());
    Targets targets = ledger_targets();
    const std::vector<std::size_t> asked = {0, 5};
    const auto key = [&] {
        return play_key(cut, {}, ledger_priors(), targets, asked, "this model");
    };
    const Hash now = key();
    for (ToldTarget& target : targets.targets)
        target.observed *= 2;
    EXPECT_EQ(key(), now);
    targets.targets[5].question.window.last = plus_days(targets.targets[5].question.window.last, 1);
    EXPECT_NE(key(), now);
}

}  // namespace
}  // namespace tumen

#include "scenario/happening.hpp"

#include "model/event_kinds.hpp"
#include "scenario/assembly/settings.hpp"
#include "scenario/explain/explain.hpp"
#include "support.hpp"

/// Entries of the calendar of which it is not known whether they happened.
namespace tumen {
namespace {

using testing::complaints;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::read;
using testing::sound;

const std::string uncertain =
    "[[sweep]]\nfrom = 2020-10-05\nto = 2020-10-20\nhappened = \"50 %\"\n"
    "happened_as = \"team\"\n"
    "[[sweep]]\nfrom = 2020-11-05\nto = 2020-11-20\n"
    "[[peak]]\nfrom = 2020-12-10\nto = 2020-12-31\npressure = 0.3\nhappened = 0.5\n"
    "happened_as = \"team\"\n"
    "[[schedule]]\nparameter = \"movement\"\nto = 2021-02-01\n"
    "table = [[2020-10-01, 0.4], [2020-12-01, 0.6]]\nhappened = 0.8\n"
    "happened_as = \"closure\"\n";

Scenario scenario_with(const std::string& text, const ReadOptions& options = {}) {
    auto scenario = read(sound + text, options);
    EXPECT_TRUE(scenario) << complaints(scenario);
    return *std::move(scenario);
}

std::string sizes(const Scenario& scenario) {
    std::string text;
    each_list(scenario.plan, [&](EventKind kind, const auto& events) {
        EXPECT_EQ(events.size(), origins_of(scenario, kind).size());
        text += std::to_string(events.size());
    });
    return text;
}

TEST(Happening, stands_where_nothing_is_drawn) {
    const Scenario scenario = scenario_with(uncertain);
    EXPECT_THAT(happening_names(scenario), ElementsAre("closure", "team"));
    EXPECT_EQ(sizes(scenario), "002012");
}

TEST(Happening, took_place_below_its_probability_and_with_all_of_its_name) {
    const Scenario scenario = scenario_with(uncertain);
    EXPECT_EQ(sizes(with_values(scenario, {{"happened.team", 0.4999}})), "002012");
    const Scenario without = with_values(scenario, {{"happened.team", 0.5}});
    EXPECT_EQ(sizes(without), "001002");
    EXPECT_EQ(iso(plus_days(without.start, without.plan.sweeps[0].first)), "2020-11-05");
    EXPECT_EQ(without.event_origins[2][0].line, scenario.event_origins[2][1].line);
    EXPECT_EQ(sizes(with_values(scenario, {{"happened.closure", 0.9}})), "002010");
    EXPECT_EQ(sizes(with_values(scenario, {{"happened.other", 1}})), "002012");
}

TEST(Happening, is_read_back_from_the_canonical_text) {
    const Scenario scenario = scenario_with(uncertain);
    const auto again = read(write_scenario(scenario));
    ASSERT_TRUE(again) << complaints(again);
    EXPECT_EQ(write_scenario(*again), write_scenario(scenario));
    EXPECT_EQ(sizes(with_values(*again, {{"happened.team", 0.7}})), "001002");
    std::string certain = uncertain;
    certain.erase(certain.find("happened = \"50 %\"\nhappened_as = \"team\"\n"), 39);
    EXPECT_FALSE(scenario_hash(scenario_with(certain)) == scenario_hash(scenario));
}

TEST(Happening, is_held_where_it_is_said) {
    for (const std::string choice : {"yes", "no"}) {
        ReadOptions options;
        options.overrides = {"happened.team=" + choice};
        const Scenario held = scenario_with(uncertain, options);
        EXPECT_THAT(happening_names(held), ElementsAre("closure"));
        EXPECT_EQ(sizes(held), choice == "yes" ? "002012" : "001002");
        const std::string_view setting = options.overrides.front();
        const auto set = with_settings(scenario_with(uncertain), std::span(&setting, 1));
        ASSERT_TRUE(set) << complaints(set);
        EXPECT_EQ(sizes(*set), sizes(held));
        EXPECT_THAT(happening_names(*set), ElementsAre("closure"));
        // The sweep that is certain is where it was.
        EXPECT_EQ(set->event_origins[2].back().line, 10u);
        EXPECT_TRUE(scenario_hash(*set) == scenario_hash(held));
    }
}

TEST(Happening, is_explained_with_its_probability_and_its_name) {
    std::string all;
    for (const ExplainRow& row : explain(scenario_with(uncertain))) {
        all += row.name + " " + row.value + "\n";
        for (const std::string& schedule : row.schedules)
            all += schedule + "\n";
    }
    EXPECT_THAT(all, HasSubstr("2020-10-05 to 2020-10-20, happened with a probability of 50 % as "
                               "team\n"));
    EXPECT_THAT(all, HasSubstr("pressure 0.3, happened with a probability of 50 % as team"));
    EXPECT_THAT(all, HasSubstr("2021-02-01, happened with a probability of 80 % as closure ("));
    EXPECT_THAT(diff(scenario_with(uncertain), scenario_with(uncertain)), IsEmpty());
}

struct RefusedHappening {
    const char* text;
    const char* place;
    const char* problem;
};
class RefusedHappenings : public ::testing::TestWithParam<RefusedHappening> {};

TEST_P(RefusedHappenings, are_said_at_their_place) {
    const auto scenario = read(sound + GetParam().text);
    EXPECT_THAT(complaints(scenario), HasSubstr(GetParam().place));
    EXPECT_THAT(complaints(scenario), HasSubstr(GetParam().problem));
}

INSTANTIATE_TEST_SUITE_P(
    All, RefusedHappenings,
    ::testing::Values(
        RefusedHappening{"[[sweep]]\nfrom = 2020-10-01\nto = 2020-10-02\nhappened = 0.5\n",
                         "test.toml:8:1", "happened without happened_as"},
        RefusedHappening{"[[sweep]]\nfrom = 2020-10-01\nto = 2020-10-02\nhappened_as = \"x\"\n",
                         "test.toml:8:1", "happened_as without happened"},
        RefusedHappening{"[[sweep]]\nfrom = 2020-10-01\nto = 2020-10-02\nhappened = 1\n"
                         "happened_as = \"x\"\n",
                         "test.toml:8:12", "between 0 and 1, and is neither"},
        RefusedHappening{"[[sweep]]\nfrom = 2020-10-01\nto = 2020-10-02\nhappened = 0\n"
                         "happened_as = \"x\"\n",
                         "test.toml:8:12", "between 0 and 1, and is neither"},
        RefusedHappening{"[[sweep]]\nfrom = 2020-10-01\nto = 2020-10-02\nhappened = 0.5\n"
                         "happened_as = \"The Team\"\n",
                         "test.toml:9:15", "cannot be the name of what happened"},
        RefusedHappening{
            "[[sweep]]\nfrom = 2020-10-01\nto = 2020-10-02\nhappened = 0.5\n"
            "happened_as = \"x\"\n"
            "[[peak]]\nfrom = 2020-10-01\nto = 2020-10-02\npressure = 0.5\nhappened = 0.6\n"
            "happened_as = \"x\"\n",
            "test.toml:14:12", "two probabilities that x happened"},
        RefusedHappening{"[[ward_group]]\nname = \"x\"\nshare = 0.4\nhappened = 0.5\n",
                         "test.toml:8:1", "unknown key \"happened\""},
        // Without the entry the row of sentences is no longer whole.
        RefusedHappening{"[parameters]\nsentence_calm.warned = 0.1\nsentence_calm.detained = 0.5\n"
                         "sentence_calm.imprisoned = 0.2\nsentence_calm.exiled = 0.2\n"
                         "[[schedule]]\nparameter = \"sentence_calm.warned\"\nfrom = 2020-10-01\n"
                         "to = 2020-12-01\nvalue = 0.2\nhappened = 0.5\nhappened_as = \"x\"\n"
                         "[[schedule]]\nparameter = \"sentence_calm.detained\"\nfrom = 2020-10-01\n"
                         "to = 2020-12-01\nvalue = 0.4\n",
                         "test.toml:", "from 2020-10-01, had x not happened"}));

TEST(Happening, that_no_entry_has_cannot_be_set) {
    ReadOptions options;
    options.overrides = {"happened.teem=no"};
    EXPECT_THAT(complaints(read(sound + uncertain, options)),
                HasSubstr("no entry may have happened as \"teem\""));
    options.overrides = {"happened.team=0.5"};
    EXPECT_THAT(complaints(read(sound + uncertain, options)),
                HasSubstr("what happened is yes or no"));
}

}  // namespace
}  // namespace tumen

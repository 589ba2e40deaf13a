#include "model/zones.hpp"
#include "scenario/explain/explain.hpp"
#include "support.hpp"

/// Scenarios put together from parts: cities and ward groups with values and events of their own,
/// functions of the date, and several files side by side.
namespace tumen {
namespace {

using testing::complaints;
using ::testing::HasSubstr;
using testing::read;
using testing::sound;
using testing::TextFiles;

const std::string two_cities =
    "start = 2020-09-01\ndays = 900\n"
    "[[city]]\nname = \"hyesan\"\n[city.parameters]\nkin_abroad = 0.06\n"
    "[[city]]\nname = \"musan\"\n"
    "[[ward_group]]\nname = \"jammed\"\nshare = \"40 %\"\n"
    "cities = [\"hyesan\"]\n"
    "[ward_group.parameters]\ncall_rate.family = 0.003\n";

TEST(Composition, ACityAndAShareOfItsWardsHaveValuesOfTheirOwn) {
    const auto scenario = read(two_cities);
    ASSERT_TRUE(scenario) << complaints(scenario);
    const Plan& plan = scenario->plan;
    ASSERT_EQ(plan.cities[0].values.size(), 1u);
    EXPECT_EQ(name_of(plan.cities[0].values[0].parameter), "kin_abroad");
    EXPECT_TRUE(plan.cities[1].values.empty());
    ASSERT_EQ(plan.ward_groups.size(), 1u);
    EXPECT_EQ(plan.ward_groups[0].share, 0.4);
    EXPECT_EQ(plan.ward_groups[0].cities, std::vector<std::uint32_t>{0});
    const Plan within = plan_within(plan, 0, 0);
    EXPECT_EQ(within.parameters.population.kin_abroad, 0.06);
    EXPECT_EQ(within.parameters.calling.call_rate[index_of(Role::family)], 0.003);
}

TEST(Composition, ReadsBackFromTheCanonicalText) {
    const auto scenario =
        read(two_cities +
             "[[sweep]]\nfrom = 2020-10-01\nto = 2020-11-01\ncities = [\"hyesan\"]\n"
             "wards = [\"jammed\"]\n"
             "[[sweep]]\nfrom = 2020-10-01\nto = 2020-11-01\ncities = [\"musan\"]\n"
             "[[meeting]]\non = 2020-10-05\nrepeat = \"yearly\"\ncities = [\"musan\"]\n"
             "[[schedule]]\nparameter = \"detection\"\nfrom = 2020-10-01\nto = 2021-10-01\n"
             "ramp = [0.003, 0.005]\nwards = [\"jammed\"]\n");
    ASSERT_TRUE(scenario) << complaints(scenario);
    const std::string text = write_scenario(*scenario);
    const auto again = read(text);
    ASSERT_TRUE(again) << complaints(again) << text;
    EXPECT_EQ(write_scenario(*again), text);
    EXPECT_EQ(scenario_hash(*again), scenario_hash(*scenario));
    EXPECT_EQ(again->plan.sweeps.size(), 2u);
    EXPECT_EQ(again->plan.meetings.size(), 3u);
    EXPECT_EQ(again->plan.schedules.size(), 13u);  // 366 days in steps of 30
}

TEST(Composition, HashesTellPlacesApart) {
    const auto sweep = [](const std::string& where) {
        const auto scenario =
            read(two_cities + "[[sweep]]\nfrom = 2020-10-01\nto = 2020-11-01\n" + where);
        EXPECT_TRUE(scenario) << complaints(scenario);
        return scenario_hash(*scenario);
    };
    EXPECT_NE(sweep(""), sweep("cities = [\"hyesan\"]\n"));
    EXPECT_NE(sweep("cities = [\"musan\"]\n"), sweep("cities = [\"hyesan\"]\n"));
    EXPECT_NE(sweep("wards = [\"jammed\"]\n"), sweep("cities = [\"hyesan\"]\n"));
    EXPECT_EQ(sweep("cities = [\"musan\", \"hyesan\"]\n"),
              sweep("cities = [\"hyesan\", \"musan\"]\n"));
}

TEST(Composition, ARampGoesInStepsAndATableFromDateToDate) {
    const auto ramp = read(sound +
                           "[[schedule]]\nparameter = \"need_shock\"\nfrom = 2020-10-01\n"
                           "to = 2020-10-30\nramp = [0.1, 0.39]\nstep = \"10 days\"\n");
    ASSERT_TRUE(ramp) << complaints(ramp);
    ASSERT_EQ(ramp->plan.schedules.size(), 3u);
    // 29 days from 0.1 to 0.39 are 0.01 a day: the middle of the first ten days is day 4.5
    EXPECT_DOUBLE_EQ(ramp->plan.schedules[0].value, 0.145);
    EXPECT_DOUBLE_EQ(ramp->plan.schedules[2].value, 0.345);
    EXPECT_EQ(ramp->plan.schedules[2].last, 59);
    const auto table = read(sound +
                            "[[schedule]]\nparameter = \"need_shock\"\nto = 2020-12-31\n"
                            "table = [[2020-10-01, 0.1], [2020-11-15, 0.3]]\n");
    ASSERT_TRUE(table) << complaints(table);
    ASSERT_EQ(table->plan.schedules.size(), 2u);
    EXPECT_EQ(table->plan.schedules[0].last + 1, table->plan.schedules[1].first);
    EXPECT_EQ(table->plan.schedules[1].value, 0.3);
}

TEST(Composition, ASeasonComesEveryYearUntilTheEnd) {
    const auto scenario = read(
        "start = 2020-01-01\ndays = 1500\n[[city]]\nname = \"hyesan\"\n"
        "[[peak]]\nfrom = 2020-12-20\nto = 2021-01-05\npressure = 0.5\n"
        "repeat = \"yearly\"\n"
        "[[peak]]\nfrom = 2020-02-29\nto = 2020-02-29\npressure = 0.5\n"
        "repeat = \"yearly\"\nuntil = 2021-12-31\n");
    ASSERT_TRUE(scenario) << complaints(scenario);
    std::vector<std::string> first;
    for (const Peak& peak : scenario->plan.peaks)
        first.push_back(iso(plus_days(scenario->start, peak.first)));
    EXPECT_THAT(first, ::testing::ElementsAre("2020-02-29", "2020-12-20", "2021-02-28",
                                              "2021-12-20", "2022-12-20", "2023-12-20"));
}

TEST(Composition, EntriesOfOneKindMayOverlapWhereNoWardHasBoth) {
    const std::string first =
        "[[hand_in_drive]]\nfrom = 2020-10-01\nto = 2020-12-31\n"
        "forgiveness = \"promised\"\ncities = [\"hyesan\"]\n";
    const std::string second =
        "[[hand_in_drive]]\nfrom = 2020-11-01\nto = 2021-01-31\n"
        "forgiveness = \"promised\"\n";
    EXPECT_TRUE(read(two_cities + first + second + "cities = [\"musan\"]\n"));
    EXPECT_THAT(complaints(read(two_cities + first + second)), HasSubstr("overlaps another"));
    EXPECT_THAT(complaints(read(two_cities + first + second + "wards = [\"jammed\"]\n")),
                HasSubstr("test.toml:20:1: error: this hand-in drive overlaps another"));
}

struct Bad {
    std::string text;
    std::string place;
    std::string says;
};

TEST(Composition, BadPlacesAreRefusedWhereTheyStand) {
    const std::string sweep = "[[sweep]]\nfrom = 2020-10-01\nto = 2020-11-01\n";
    const Bad bads[] = {
        {sweep + "cities = [\"hysan\"]\n", "18:11", "did you mean hyesan?"},
        {sweep + "wards = [\"jamed\"]\n", "18:10", "did you mean jammed?"},
        {sweep + "cities = [\"musan\"]\nwards = [\"jammed\"]\n", "18:11",
         "musan has no ward group called jammed"},
        {sweep + "cities = []\n", "18:10", "cities names nothing"},
        {sweep + "until = 2021-01-01\n", "18:1", "until belongs to repeat"},
        {"[[ward_group]]\nname = \"more\"\nshare = 0.7\n", "17:9",
         "the ward groups of hyesan take 110 % of its wards"},
        {"[[ward_group]]\nname = \"more\"\nshare = 1.2\n", "17:9", "between 0 and 1"},
        {"[[ward_group]]\nname = \"jammed\"\nshare = 0.1\ncities = [\"musan\"]\n", "16:8",
         "two ward groups called jammed"},
        {"[[ward_group]]\nname = \"more\"\nshare = 0.1\n[ward_group.parameters]\nfee_base = 0.2\n",
         "19:12", "one for the whole city"},
        {"[[ward_group]]\nname = \"more\"\nshare = 0.1\n[ward_group.parameters]\nward_units = 9\n",
         "19:14", "how the city is cut into wards"},
        {"[[schedule]]\nparameter = \"fee_base\"\nfrom = 2020-10-01\nto = 2020-11-01\n"
         "value = 0.2\nwards = [\"jammed\"]\n",
         "20:10", "one for the whole city"},
        {"[[schedule]]\nparameter = \"reward\"\nfrom = 2020-10-01\nto = 2020-11-01\n"
         "value = 1\nramp = [0, 1]\n",
         "20:1", "has both value and ramp"},
        {"[[schedule]]\nparameter = \"reward\"\nto = 2020-11-01\n"
         "table = [[2020-10-05, 1], [2020-10-01, 1]]\n",
         "18:28", "one after the other"},
        {"[[schedule]]\nparameter = \"reward\"\nfrom = 2020-11-01\nto = 2020-10-01\n"
         "ramp = [0, 1]\n",
         "18:6", "before it begins"},
        {"[[schedule]]\nparameter = \"reward\"\nfrom = 2020-10-01\nto = 2020-11-01\n"
         "ramp = [0, 1]\nstep = 1e300\n",
         "20:8", "a step lasts one day at least"},
        {"[[schedule]]\nparameter = \"reward\"\nto = 2020-11-01\ntable = [1, 2]\n", "18:10",
         "expected a list of dates with values"},
    };
    for (const Bad& bad : bads) {
        const std::string said = complaints(read(two_cities + bad.text));
        EXPECT_THAT(said, HasSubstr("test.toml:" + bad.place + ": error: ")) << bad.text;
        EXPECT_THAT(said, HasSubstr(bad.says)) << bad.text;
    }
    EXPECT_THAT(complaints(read(sound + "[city.parameters]\nwarmup = 10\n")),
                HasSubstr("all cities begin on the same day"));
}

TEST(Composition, ValuesOfACityAreHeldTogetherAsThoseOfAll) {
    EXPECT_THAT(complaints(read(two_cities + "[[ward_group]]\nname = \"harsh\"\nshare = 0.1\n"
                                             "[ward_group.parameters]\n"
                                             "sentence_calm.warned = 0.3\n")),
                HasSubstr("test.toml:19:24: error: the four shares of sentence_calm sum to"));
}

TEST(Composition, RepetitionsCountAsEntries) {
    EXPECT_THAT(complaints(read("start = 2020-01-01\ndays = 2000\n[[city]]\nname = \"hyesan\"\n"
                                "[[schedule]]\nparameter = \"reward\"\nfrom = 2020-01-01\n"
                                "to = 2024-01-01\nramp = [0, 1]\nstep = 1\n")),
                HasSubstr("test.toml:5:1: error: more than 1000 entries of [[schedule]]"));
}

TEST(Composition, ExplainShowsWhoHasAValueAndFromWhere) {
    const auto scenario =
        read(two_cities + "[[sweep]]\nfrom = 2020-10-01\nto = 2020-11-01\nwards = [\"jammed\"]\n");
    ASSERT_TRUE(scenario) << complaints(scenario);
    const auto find = [](const std::vector<ExplainRow>& rows, const std::string& name) {
        for (const ExplainRow& row : rows) {
            if (row.name == name) return row.value + " (" + row.origin + ")";
        }
        return std::string("nothing");
    };
    const std::vector<ExplainRow> all = explain(*scenario);
    EXPECT_EQ(find(all, "kin_abroad of hyesan"), "6 % (test.toml:6)");
    EXPECT_THAT(find(all, "call_rate.family of ward group jammed"), HasSubstr("(test.toml:14)"));
    EXPECT_EQ(find(all, "wards of group jammed"), "40 % of hyesan (test.toml:11)");
    EXPECT_EQ(find(all, "sweep"), "2020-10-01 to 2020-11-01, wards jammed (test.toml:15)");
    EXPECT_EQ(find(explain(*scenario, {0, 0}), "kin_abroad"), "6 % (test.toml:6)");
    EXPECT_THAT(find(explain(*scenario, {1, no_group}), "kin_abroad"), HasSubstr("evidence"));
    EXPECT_THAT(find(all, "residents"), HasSubstr("evidence"));
}

TEST(Composition, ExplainLeavesOutResidentsThatNoCityHas) {
    const auto names = [](const std::string& second) {
        const auto scenario = read(
            "start = 2020-09-01\ndays = 20\n[[city]]\nname = \"hyesan\"\nresidents = 2000\n"
            "[[city]]\nname = \"musan\"\n" +
            second);
        std::vector<std::string> found;
        for (const ExplainRow& row : explain(*scenario)) {
            if (row.name.starts_with("residents")) found.push_back(row.name);
        }
        return found;
    };
    EXPECT_THAT(names("residents = 3000\n"),
                ::testing::ElementsAre("residents of hyesan", "residents of musan"));
    EXPECT_THAT(names(""),
                ::testing::ElementsAre("residents", "residents of hyesan", "residents of musan"));
}

TEST(Composition, AFileMayExtendSeveralThatDoNotContradictEachOther) {
    const TextFiles files({
        {"place", "start = 2020-09-01\ndays = 200\n[[city]]\nname = \"musan\"\n"},
        {"belief", "[parameters]\nbelief_alpha = 3\n"},
        {"calendar", "[[sweep]]\nfrom = 2020-10-01\nto = 2020-10-30\n"},
    });
    const auto one = read("extends = [\"place\", \"belief\", \"calendar\"]\n", {}, files);
    ASSERT_TRUE(one) << complaints(one);
    EXPECT_EQ(one->plan.cities.at(0).name, "musan");
    EXPECT_EQ(one->plan.parameters.population.belief_alpha, 3);
    EXPECT_EQ(one->plan.sweeps.size(), 1u);
    EXPECT_THAT(one->extends, ::testing::ElementsAre("place", "belief", "calendar"));
    const auto other = read("extends = [\"calendar\", \"belief\", \"place\"]\n", {}, files);
    EXPECT_EQ(scenario_hash(*one), scenario_hash(*other));
}

TEST(Composition, WhatDependsOnTheOrderOfFilesIsRefused) {
    const TextFiles files({
        {"place", "start = 2020-09-01\ndays = 200\n[[city]]\nname = \"musan\"\n"},
        {"one",
         "extends = \"place\"\n[parameters]\nreward = 1\n"
         "[[sweep]]\nfrom = 2020-10-01\nto = 2020-10-30\n"},
        {"other",
         "extends = \"place\"\n[parameters]\nreward = 0.5\n"
         "[[sweep]]\nfrom = 2020-11-01\nto = 2020-11-30\n"},
        {"more",
         "extends = \"place\"\nappend = [\"sweep\"]\n"
         "[[sweep]]\nfrom = 2020-12-01\nto = 2020-12-30\n"},
    });
    const std::string both = "extends = [\"one\", \"other\"]\n";
    const std::string said = complaints(read(both, {}, files));
    EXPECT_THAT(said, HasSubstr("other.toml:3:10: error: two extended scenarios both set reward"));
    EXPECT_THAT(said, HasSubstr("the other is at one.toml:3"));
    EXPECT_THAT(said, HasSubstr("two extended scenarios both have [[sweep]]"));
    const auto settled = read(both + "sweep = []\n[parameters]\nreward = 0.2\n", {}, files);
    ASSERT_TRUE(settled) << complaints(settled);
    EXPECT_EQ(settled->plan.parameters.reporting.reward, 0.2);
    const auto added = read("extends = [\"more\", \"one\"]\n", {}, files);
    ASSERT_TRUE(added) << complaints(added);
    EXPECT_EQ(added->plan.sweeps.size(), 2u);
    const auto turned = read("extends = [\"one\", \"more\"]\n", {}, files);
    EXPECT_EQ(scenario_hash(*added), scenario_hash(*turned));
}

TEST(Composition, AppendAddsToWhatIsExtended) {
    const std::string base = "extends = \"hyesan-sweep\"\n";
    const std::string sweep = "[[sweep]]\nfrom = 2020-12-31\nto = 2021-01-30\n";
    EXPECT_EQ(read(base + sweep)->plan.sweeps.size(), 1u);
    const auto added = read(base + "append = [\"sweep\"]\n" + sweep);
    ASSERT_TRUE(added) << complaints(added);
    EXPECT_EQ(added->plan.sweeps.size(), 2u);
    EXPECT_THAT(complaints(read(base + "append = [\"sweeps\"]\n" + sweep)),
                HasSubstr("test.toml:2:11: error: there is no list \"sweeps\""));
    EXPECT_THAT(complaints(read(base + "append = [\"peak\"]\n")),
                HasSubstr("append names peak, which this file has not"));
}

}  // namespace
}  // namespace tumen

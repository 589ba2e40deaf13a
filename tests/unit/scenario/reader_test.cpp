#include "rules/oath.hpp"
#include "scenario/evidence/ledger.hpp"
#include "scenario/scenario.hpp"
#include "support.hpp"

namespace tumen {
namespace {

using testing::complaints;
using ::testing::HasSubstr;
using testing::read;
using testing::sound;
using testing::TextFiles;

double value(const Scenario& scenario, std::string_view name) {
    return get(scenario.plan.parameters, *find_parameter(name));
}

TEST(Reader, TakesWhatIsNotSaidFromTheEvidence) {
    const auto scenario = read(sound);
    ASSERT_TRUE(scenario) << complaints(scenario);
    for (const ParameterRef ref : parameter_refs()) {
        EXPECT_EQ(get(scenario->plan.parameters, ref), ledger_value(ref).value) << name_of(ref);
    }
    EXPECT_EQ(scenario->name, "test");
    EXPECT_EQ(scenario->title, "test");
    EXPECT_EQ(scenario->plan.days, 200);
    EXPECT_EQ(scenario->plan.cities.at(0).residents,
              ledger_value(*find_parameter("residents")).value);
    EXPECT_EQ(scenario->plan.cities.at(0).label, "hyesan");
}

TEST(Reader, CountsDaysFromTheStartBothEndsIncluded) {
    const auto scenario =
        read(sound +
             "[[hand_in_drive]]\nfrom = 2020-10-01\nto = 2020-12-31\nforgiveness = \"none\"\n"
             "[[meeting]]\non = \"2020-09-01\"\n"
             "[[oath_drive]]\nfrom = 2021-03-19\nto = 2021-05-01\n"
             "[[peak]]\nfrom = 2020-09-05\nto = 2020-09-05\npressure = \"50 %\"\n"
             "[[peak]]\nfrom = 2020-09-01\nto = 2020-09-09\npressure = 1\n");
    ASSERT_TRUE(scenario) << complaints(scenario);
    const Plan& plan = scenario->plan;
    EXPECT_EQ(plan.hand_in_drives.at(0).first, 30);
    EXPECT_EQ(plan.hand_in_drives.at(0).deadline, 121);
    EXPECT_EQ(plan.hand_in_drives.at(0).forgiveness, Forgiveness::none);
    EXPECT_EQ(plan.meetings.at(0).day, 0);
    EXPECT_EQ(plan.oath_drives.at(0).first, 199);
    EXPECT_EQ(plan.peaks.at(0).first, 0);
    EXPECT_EQ(plan.peaks.at(1).pressure, 0.5);
}

TEST(Reader, RunsForYearsOfTheCalendarAndForDaysAsTheyAreSaid) {
    const auto days = [](const std::string& start, const std::string& said) {
        const auto scenario =
            read("start = " + start + "\ndays = \"" + said + "\"\n[[city]]\nname = \"a\"\n");
        return scenario ? scenario->plan.days : -1;
    };
    EXPECT_EQ(days("2020-09-01", "10 years"), 3652);  // with 29 February of 2024 and of 2028
    EXPECT_EQ(days("2021-01-01", "1 year"), 365);
    EXPECT_EQ(days("2020-02-29", "1 year"), 366);  // until 1 March
    EXPECT_EQ(days("2020-09-01", "3650 days"), 3650);
    EXPECT_EQ(days("2020-09-01", "1.5 years"), -1);  // no whole number of days
}

TEST(Reader, LetsAFlagMoveTheBaseAndAScheduleWin) {
    const auto scenario = read(
        sound +
            "[parameters]\nreward = 0.2\n[[schedule]]\nparameter = \"reward\"\nfrom = 2020-10-01\n"
            "to = 2020-10-10\nvalue = 1\n",
        {.overrides = {"reward=0.4", "reward=0.5", "phone_share.family=30 %", "rules.oath=none"}});
    ASSERT_TRUE(scenario) << complaints(scenario);
    EXPECT_EQ(value(*scenario, "reward"), 0.5);
    EXPECT_EQ(value(*scenario, "phone_share.family"), 0.3);
    EXPECT_EQ(scenario->plan.schedules.at(0).value, 1);
    EXPECT_EQ(scenario->plan.rules.oath, OathForce::none);
}

TEST(Reader, ListsWhatIsBeyondTheEvidenceWhereThatIsAskedFor) {
    const std::string beyond = sound + "residents = 700000\n[parameters]\nfee_base = 0.9\n";
    EXPECT_FALSE(read(beyond));
    const auto by_flag = read(beyond, {.beyond_evidence = BeyondEvidence::listed});
    const auto by_file = read("beyond_evidence = true\n" + beyond);
    for (const auto* scenario : {&by_flag, &by_file}) {
        ASSERT_TRUE(*scenario) << complaints(*scenario);
        EXPECT_THAT((*scenario)->beyond_evidence,
                    ::testing::ElementsAre("fee_base", "residents of hyesan"));
    }
    EXPECT_FALSE(read("beyond_evidence = true\n" + sound + "[parameters]\nfee_base = 1.1\n"));
}

TEST(Reader, KnowsIndexedParametersInEveryTomlSpelling) {
    for (const std::string text : {"[parameters]\nphone_share.family = 0.2\n",
                                   "[parameters]\nphone_share = { family = \"20 %\" }\n",
                                   "[parameters.phone_share]\nfamily = 0.2\n"}) {
        const auto scenario = read(sound + text);
        ASSERT_TRUE(scenario) << complaints(scenario);
        EXPECT_EQ(value(*scenario, "phone_share.family"), 0.2);
        EXPECT_EQ(value(*scenario, "phone_share.broker"), 1);
    }
}

TEST(Meetings, ReachOneUnitInAWardUnlessSaid) {
    const auto scenario = read(sound +
                               "[[meeting]]\non = 2020-09-03\nreach = \"25 %\"\n"
                               "[[meeting]]\non = 2020-09-01\n");
    ASSERT_TRUE(scenario) << complaints(scenario);
    ASSERT_EQ(scenario->plan.meetings.size(), 2u);
    EXPECT_FALSE(scenario->plan.meetings[0].reach);
    EXPECT_EQ(scenario->plan.meetings[1].reach, 0.25);
}

TEST(Extends, MergesTablesByKeyAndReplacesListsAsAWhole) {
    const TextFiles files(
        {{"base", "title = \"base\"\n" + sound +
                      "[parameters]\nfee_base = 0.3\nreward = 0.5\n"
                      "[[meeting]]\non = 2020-10-01\n[[meeting]]\non = 2020-10-02\n"
                      "[[sweep]]\nfrom = 2020-10-01\nto = 2020-10-05\n"}});
    const auto scenario = read(
        "extends = \"base\"\ndays = 100\n[parameters]\nreward = 0.7\n"
        "[[meeting]]\non = 2020-11-01\n",
        {}, files);
    ASSERT_TRUE(scenario) << complaints(scenario);
    EXPECT_EQ(value(*scenario, "fee_base"), 0.3);
    EXPECT_EQ(value(*scenario, "reward"), 0.7);
    EXPECT_EQ(scenario->plan.days, 100);
    ASSERT_EQ(scenario->plan.meetings.size(), 1u);
    EXPECT_EQ(scenario->plan.meetings[0].day, 61);
    EXPECT_EQ(scenario->plan.sweeps.size(), 1u);
    EXPECT_EQ(scenario->title, "test");
    EXPECT_EQ(scenario->extends, std::vector<std::string>{"base"});
}

TEST(Extends, AnEmptyListTakesTheListAway) {
    const auto scenario = read("extends = \"hoeryong-oath\"\noath_drive = []\n");
    ASSERT_TRUE(scenario) << complaints(scenario);
    EXPECT_TRUE(scenario->plan.oath_drives.empty());
    EXPECT_EQ(scenario->plan.meetings.size(), 1u);
}

TEST(Extends, RefusesLoopsDepthPathsAndUnknownNames) {
    const TextFiles files({{"one", "extends = \"two\"\n"},
                           {"two", "extends = \"one\"\n"},
                           {"broken", "start = \n"},
                           {"test", "extends = \"test\"\n"}});
    const auto said = [&](const std::string& name) {
        return complaints(read("extends = \"" + name + "\"\n", {}, files));
    };
    EXPECT_THAT(
        said("one"),
        HasSubstr("two.toml:1:11: error: this goes round in a loop: test -> one -> two -> one"));
    EXPECT_THAT(said("test"), HasSubstr("test.toml:1:11: error: this goes round in a loop"));
    EXPECT_THAT(said("../secret"), HasSubstr("a name without a path"));
    EXPECT_THAT(said("/etc/passwd"), HasSubstr("a name without a path"));
    EXPECT_THAT(said(".hidden"), HasSubstr("a name without a path"));
    EXPECT_THAT(said("one.toml"), HasSubstr("without .toml"));
    EXPECT_THAT(said("hyesan-handn"), HasSubstr("did you mean hyesan-handin?"));
    EXPECT_THAT(said("broken"), HasSubstr("broken.toml:1:"));
    EXPECT_THAT(complaints(read("extends = 3\n")), HasSubstr("extends: got a number"));

    std::map<std::string, std::string> tower;
    for (int i = 0; i < 20; ++i) {
        tower["level" + std::to_string(i)] = "extends = \"level" + std::to_string(i + 1) + "\"\n";
    }
    EXPECT_THAT(complaints(read("extends = \"level0\"\n", {}, TextFiles(tower))),
                HasSubstr("at most 8 in a row"));
}

TEST(Extends, AMistakeIsShownInTheFileThatMadeIt) {
    const TextFiles files({{"base", sound + "[parameters]\nfee_base = 3\n"}});
    EXPECT_THAT(complaints(read("extends = \"base\"\n", {}, files)),
                HasSubstr("base.toml:6:12: error: fee_base"));
    EXPECT_EQ(complaints(read("extends = \"base\"\n[parameters]\nfee_base = 0.3\n", {}, files)),
              "");
}

}  // namespace
}  // namespace tumen

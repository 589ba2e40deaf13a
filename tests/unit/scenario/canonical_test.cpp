#include "scenario/explain/explain.hpp"
#include "scenario/explain/new_scenario.hpp"
#include "scenario/scenario.hpp"
#include "support.hpp"

namespace tumen {
namespace {

using testing::complaints;
using ::testing::HasSubstr;
using testing::read;
using testing::sound;

const std::string full =
    "title = \"a \\\"quoted\\\" title\\nof two lines\"\n" + sound +
    "[parameters]\nfee_base = \"30 %\"\nphone_share.family = 0.1234567890123456\n"
    "[rules]\ntrust = \"fixed\"\noath = \"false_enforcement\"\n"
    "[[city]]\nname = \"hoeryong\"\nlabel = \"Hoeryong\"\nresidents = 153532\n"
    "[[hand_in_drive]]\nfrom = 2020-12-01\nto = 2020-12-31\nforgiveness = \"none\"\n"
    "[[hand_in_drive]]\nfrom = 2020-10-01\nto = 2020-10-31\nforgiveness = \"promised\"\n"
    "[[oath_drive]]\nfrom = 2020-10-01\nto = 2020-10-31\n"
    "[[sweep]]\nfrom = 2020-10-01\nto = 2020-10-31\n"
    "[[meeting]]\non = 2020-10-01\nreach = 0.25\n"
    "[[peak]]\nfrom = 2020-10-01\nto = 2020-10-31\npressure = 0.3\n"
    "[[schedule]]\nparameter = \"reward\"\nfrom = 2020-10-01\nto = 2020-10-31\nvalue = 0.1\n"
    "[[headline]]\nid = \"dearer\"\nlabel = \"Fee\"\nunit = \"share\"\n"
    "statistic = \"mean(fee, drive[last])\"\n";

TEST(Canonical, ReadsBackAsTheSameScenario) {
    const auto scenario = read(full);
    ASSERT_TRUE(scenario) << complaints(scenario);
    const std::string text = write_scenario(*scenario);
    const auto again = read(text);
    ASSERT_TRUE(again) << complaints(again) << text;
    EXPECT_EQ(write_scenario(*again), text);
    EXPECT_EQ(again->title, scenario->title);
    EXPECT_EQ(scenario_hash(*again), scenario_hash(*scenario));
    EXPECT_EQ(parameter_hash(again->plan), parameter_hash(scenario->plan));
    for (const ParameterRef ref : parameter_refs()) {
        EXPECT_EQ(get(again->plan.parameters, ref), get(scenario->plan.parameters, ref))
            << name_of(ref);
    }
    EXPECT_EQ(again->plan.rules, scenario->plan.rules);
    ASSERT_EQ(again->headlines.size(), 1u);
    EXPECT_EQ(again->headlines, scenario->headlines);
    EXPECT_EQ(again->plan.hand_in_drives.at(0).first, 30);
    EXPECT_EQ(again->plan.schedules.at(0).value, 0.1);
}

TEST(Canonical, KeepsThatTheScenarioGoesBeyondTheEvidence) {
    const auto scenario =
        read("beyond_evidence = true\n" + sound + "[parameters]\nfee_base = 0.9\n");
    ASSERT_TRUE(scenario);
    EXPECT_EQ(complaints(read(write_scenario(*scenario))), "");
}

TEST(Canonical, HashIsOfWhatIsPlayed) {
    const Hash plain = scenario_hash(*read(sound));
    EXPECT_EQ(scenario_hash(*read("title = \"x\"\nquestion = \"y\"\nname = \"z\"\n" + sound +
                                  "label = \"L\"\n")),
              plain);
    EXPECT_EQ(scenario_hash(*read("extends = \"hyesan-calm\"\n")), plain);
    EXPECT_EQ(scenario_hash(*read(sound + "[[headline]]\nstatistic = \"mean(fee, all)\"\n")),
              plain);
    EXPECT_NE(scenario_hash(*read(sound + "[parameters]\nreward = 0.1\n")), plain);
    EXPECT_NE(scenario_hash(*read(sound + "[[meeting]]\non = 2020-10-01\n")), plain);
    EXPECT_NE(scenario_hash(*read(sound + "residents = 5000\n")), plain);
    EXPECT_NE(scenario_hash(*read(sound + "[rules]\ntrust = \"fixed\"\n")), plain);
}

TEST(Canonical, ParameterHashIsOfValuesAndRulesAlone) {
    const Hash plain = parameter_hash(read(sound)->plan);
    EXPECT_EQ(parameter_hash(read(sound + "[[meeting]]\non = 2020-10-01\n")->plan), plain);
    EXPECT_NE(parameter_hash(read(sound + "[parameters]\nreward = 0.1\n")->plan), plain);
    EXPECT_NE(parameter_hash(read(sound + "[rules]\nlearning = \"city\"\n")->plan), plain);
}

const ExplainRow& row(const std::vector<ExplainRow>& rows, std::string_view name) {
    static const ExplainRow none;
    for (const ExplainRow& one : rows) {
        if (one.name == name) return one;
    }
    return none;
}

TEST(Explain, SaysWhereEachValueComesFrom) {
    const auto scenario = read(full, {.overrides = {"reward=0.5"}});
    ASSERT_TRUE(scenario) << complaints(scenario);
    const auto rows = explain(*scenario);
    EXPECT_EQ(row(rows, "fee_base").value, "30 %");
    EXPECT_EQ(row(rows, "fee_base").unit, "share");
    EXPECT_EQ(row(rows, "fee_base").origin, "test.toml:7");
    EXPECT_THAT(row(rows, "fee_max").origin, HasSubstr("evidence ("));
    EXPECT_EQ(row(rows, "reward").origin, "--set reward=0.5");
    EXPECT_THAT(row(rows, "reward").schedules,
                ::testing::ElementsAre("0.1 from 2020-10-01 to 2020-10-31 (test.toml:37)"));
    EXPECT_EQ(row(rows, "residents of hoeryong").origin, "test.toml:15");
    EXPECT_EQ(row(rows, "rules.trust").value, "fixed");
    EXPECT_EQ(row(rows, "rules.trust").origin, "test.toml:10");
    EXPECT_EQ(row(rows, "rules.learning").origin, "the model's own rule");
    EXPECT_EQ(row(rows, "rules.deterrence").value, "severity");
    EXPECT_EQ(row(rows, "sweep").value, "2020-10-01 to 2020-10-31");
    EXPECT_EQ(row(rows, "sweep").origin, "test.toml:27");
    EXPECT_EQ(rows.size(), parameter_refs().size() + 2 + rule_count + 6);  // six events
}

TEST(Diff, ShowsOnlyWhatDiffers) {
    const auto one = read("extends = \"hyesan-handin\"\n");
    const auto other =
        read("extends = \"hyesan-coercion\"\ndays = 100\n[parameters]\nfee_base = 0.3\n");
    ASSERT_TRUE(one && other) << complaints(other);
    EXPECT_TRUE(diff(*one, *one).empty());
    std::string text;
    for (const DiffRow& difference : diff(*one, *other)) {
        text += difference.name + "|" + difference.one + "|" + difference.other + "\n";
    }
    EXPECT_EQ(text,
              "days|200|100\n"
              "fee_base|15.5 %|30 %\n"
              "hand-in drive|2020-10-01 to 2020-12-31, forgiveness promised|2020-10-01 to "
              "2020-12-31, nothing promised\n");
}

TEST(Diff, WhatChangedStandsBesideWhatItWas) {
    const auto calendar = [](std::string_view drives) {
        return read("extends = \"hyesan-calm\"\n" + std::string(drives));
    };
    const std::string first =
        "[[hand_in_drive]]\nfrom = 2020-09-10\nto = 2020-09-20\nforgiveness = \"none\"\n";
    const std::string second =
        "[[hand_in_drive]]\nfrom = 2020-11-01\nto = 2020-11-20\nforgiveness = \"none\"\n";
    const std::string longer =
        "[[hand_in_drive]]\nfrom = 2020-11-01\nto = 2020-11-30\nforgiveness = \"none\"\n";
    const std::string sweep = "[[sweep]]\nfrom = 2020-10-01\nto = 2020-10-05\n";
    const auto one = calendar(first + second + sweep);
    const auto other = calendar(first + longer);
    ASSERT_TRUE(one && other) << complaints(one) << complaints(other);
    const std::vector<DiffRow> rows = diff(*one, *other);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].name, "hand-in drive");
    EXPECT_TRUE(rows[0].one.starts_with("2020-11-01 to 2020-11-20")) << rows[0].one;
    EXPECT_TRUE(rows[0].other.starts_with("2020-11-01 to 2020-11-30")) << rows[0].other;
    EXPECT_EQ(rows[1].name, "sweep");
    EXPECT_TRUE(rows[1].other.empty()) << "the other has none";
}

TEST(NewScenario, IsSoundAndCarriesItsName) {
    const auto scenario = read(new_scenario_text("my-question"));
    ASSERT_TRUE(scenario) << complaints(scenario);
    EXPECT_EQ(scenario->name, "my-question");
    EXPECT_EQ(scenario->plan.hand_in_drives.size(), 1u);
    EXPECT_EQ(complaints(read(new_scenario_text("\"; nonsense"))), "");
}

TEST(NewScenario, ItsExamplesAreSoundToo) {
    std::string text;
    std::string line;
    for (const char c : new_scenario_text("x")) {
        line += c;
        if (c != '\n') continue;
        const bool example =
            line.starts_with("# ") && (line.find(" = ") != line.npos || line.starts_with("# [["));
        text += example && !line.starts_with("# extends") ? line.substr(2) : line;
        line.clear();
    }
    const auto scenario = read(text);
    ASSERT_TRUE(scenario) << complaints(scenario) << text;
    EXPECT_EQ(scenario->plan.schedules.size(), 1u);
    EXPECT_EQ(scenario->plan.sweeps.size(), 1u);
}

}  // namespace
}  // namespace tumen

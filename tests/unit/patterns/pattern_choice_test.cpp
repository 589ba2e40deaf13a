#include "patterns/pattern_choice.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "calibration/calibration_choice.hpp"
#include "experiment/disk_files.hpp"

namespace tumen::test {
namespace {

using testing::HasSubstr;

Scenario load(const std::string& name) {
    return *load_scenario(name);
}

Scenario never(const std::string& name) {
    ADD_FAILURE() << name << " is not needed";
    return {};
}

Scenario own_of(const std::string& base) {
    Scenario scenario = load(base);
    scenario.extends.insert(scenario.extends.begin(), scenario.name);
    scenario.name = "own";
    return scenario;
}

std::set<std::string> names_of(const std::vector<NamedScenario>& scenarios) {
    std::set<std::string> names;
    for (const auto& [name, scenario] : scenarios)
        names.insert(name);
    return names;
}

TEST(CheckChoice, of_a_scenario_is_the_patterns_about_it_and_the_scenarios_they_read) {
    EXPECT_TRUE(is_checked("hyesan-handin"));
    const CheckChoice choice = *choose_check("hyesan-handin", Rivals::left_out, load);
    std::set<std::string> needed;
    for (const Pattern* pattern : choice.patterns) {
        EXPECT_EQ(pattern->test.scenario, "hyesan-handin");
        for (const MeasuredRun& run : runs_needed({measurement_of(*pattern)}))
            needed.insert(name_of(run));
    }
    EXPECT_FALSE(choice.patterns.empty());
    EXPECT_EQ(names_of(choice.scenarios), needed);
    EXPECT_TRUE(choice.conclusions.empty());
}

TEST(CheckChoice, of_all_is_every_pattern_and_with_rivals_every_conclusion) {
    const CheckChoice choice = *choose_check("all", Rivals::played, load);
    EXPECT_EQ(choice.patterns, testable_patterns());
    EXPECT_EQ(choice.conclusions.size(), conclusions().size());
    const std::set<std::string> names = names_of(choice.scenarios);
    for (const Conclusion& one : conclusions())
        EXPECT_TRUE(names.contains(std::string(one.scenario)));
    EXPECT_EQ(names.size(), choice.scenarios.size());  // each once
}

TEST(CheckChoice, lets_a_scenario_of_ones_own_stand_in_for_what_it_extends) {
    const auto choice = choose_own_check(own_of("hyesan-handin"));
    ASSERT_TRUE(choice);
    EXPECT_EQ(choice->name, "own");
    EXPECT_EQ(choice->scenarios.front().first, "hyesan-handin");
    for (const Pattern* pattern : choice->patterns)
        EXPECT_FALSE(compares_with_another(*pattern));
    for (const auto& [name, scenario] : choice->scenarios)
        EXPECT_EQ(scenario.name, "own") << name;
    const CheckChoice whole = *choose_check("hyesan-handin", Rivals::left_out, load);
    EXPECT_EQ(choice->patterns.size() + choice->left_out, whole.patterns.size());
}

TEST(CheckChoice, is_refused_for_what_no_pattern_is_about) {
    EXPECT_FALSE(is_checked("border"));
    const auto choice = choose_own_check(load("border"));
    ASSERT_FALSE(choice);
    EXPECT_THAT(describe(choice.error()), HasSubstr("no pattern is about border"));
}

std::shared_ptr<const OwnPatterns> own_patterns(const std::string& more) {
    const std::string text =
        "[[pattern]]\nid = \"mine\"\nstatement = \"Fees rise.\"\n" + more +
        "test.statistic = \"mean(fee, during) - base(mean(fee, during))\"\ntest.sign = \"+\"\n"
        "test.against = \"hyesan-calm\"\n";
    auto own = OwnPatterns::read({"mine", "mine.toml", text, Place::folder}, "own");
    EXPECT_TRUE(own) << (own ? "" : describe(own.error().front()));
    return *own;
}

TEST(CheckChoice, takes_patterns_of_ones_own_for_a_scenario_that_extends_nothing) {
    Scenario scenario = own_of("hyesan-sweep");
    scenario.extends.clear();
    const auto choice = choose_file_check(own_patterns(""), scenario, load);
    ASSERT_TRUE(choice);
    ASSERT_EQ(choice->patterns.size(), 1u);
    EXPECT_EQ(names_of(choice->scenarios), (std::set<std::string>{"own", "hyesan-calm"}));
}

TEST(CheckChoice, plays_a_test_with_its_mechanism_and_without_it) {
    const auto own = own_patterns("switch_off.set = { fee_risk = 0 }\n");
    const auto asked = choose_file_check(own, own_of("hyesan-sweep"), load);
    ASSERT_TRUE(asked);
    for (const char* name : {"all", "mine", "fee_risk"}) {
        const auto choice = choose_switched_off(*asked, name);
        ASSERT_TRUE(choice) << name;
        EXPECT_EQ(names_of(choice->scenarios),
                  (std::set<std::string>{"own", "hyesan-calm", "own with fee_risk=0",
                                         "hyesan-calm with fee_risk=0"}));
    }
    const auto none = choose_switched_off(*asked, "fee_base");
    ASSERT_FALSE(none);
    EXPECT_THAT(describe(none.error()), HasSubstr("no pattern here says how fee_base"));
}

std::string refusal(const std::string& scenario, const std::string& patterns) {
    const auto choice = choose_calibration(load(scenario), patterns, load);
    return choice ? "" : describe(choice.error());
}

TEST(CalibrationChoice, fits_to_the_patterns_about_the_scenario_and_holds_out_all_others) {
    const auto choice = choose_calibration(load("hyesan-handin"), "own", load);
    ASSERT_TRUE(choice);
    EXPECT_EQ(choice->points.front().name, "hyesan-handin");
    std::set<const Pattern*> fitted(choice->fitted.begin(), choice->fitted.end());
    for (const Pattern* pattern : choice->fitted) {
        EXPECT_EQ(pattern->test.scenario, "hyesan-handin");
        EXPECT_EQ(pattern->role, PatternRole::calibrate);
    }
    for (const Pattern* pattern : choice->held_out)
        EXPECT_FALSE(fitted.contains(pattern));
    EXPECT_FALSE(choice->held_out.empty());
}

TEST(CalibrationChoice, fits_to_ids_each_once) {
    const auto choice = choose_calibration(load("hyesan-handin"), "K13,K1,K13", load);
    ASSERT_TRUE(choice);
    EXPECT_EQ(choice->fitted,
              (std::vector<const Pattern*>{find_pattern("K13"), find_pattern("K1")}));
}

TEST(CalibrationChoice, fits_to_the_patterns_of_a_file) {
    const auto choice = choose_own_calibration(own_of("hyesan-sweep"), own_patterns(""), load);
    ASSERT_TRUE(choice);
    EXPECT_EQ(choice->points.front().name, "own");
    EXPECT_EQ(choice->points.size(), 2u);
    ASSERT_EQ(choice->fitted.size(), 1u);
    EXPECT_EQ(choice->fitted.front()->id, "mine");
    const auto held = own_patterns("role = \"held-out\"\n");
    EXPECT_FALSE(choose_own_calibration(own_of("hyesan-sweep"), held, load));
}

TEST(CalibrationChoice, of_a_scenario_of_ones_own_needs_no_other) {
    const auto choice = choose_calibration(own_of("hyesan-handin"), "all", never);
    ASSERT_TRUE(choice);
    ASSERT_EQ(choice->points.size(), 1u);
    EXPECT_EQ(choice->points.front().name, "hyesan-handin");
    EXPECT_EQ(choice->points.front().scenario.name, "own");
}

TEST(CalibrationChoice, that_fits_to_nothing_or_to_what_was_counted_elsewhere_is_refused) {
    EXPECT_THAT(refusal("border", "own"), HasSubstr("no pattern is about border"));
    EXPECT_THAT(refusal("hyesan-handin", "K1,nothing"), HasSubstr("no pattern nothing"));
    EXPECT_THAT(refusal("hyesan-handin", "L2"), HasSubstr("was counted in a campaign elsewhere"));
}

}  // namespace
}  // namespace tumen::test

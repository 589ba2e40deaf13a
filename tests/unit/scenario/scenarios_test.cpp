#include "scenario/evidence/ledger.hpp"
#include "scenario/evidence/statistic.hpp"
#include "support.hpp"

/// The scenarios and the ledger that the program carries.
namespace tumen {
namespace {

using testing::complaints;

Scenario embedded(std::string_view name) {
    const auto scenario = read_scenario(name, EmbeddedFiles());
    EXPECT_TRUE(scenario) << name << "\n" << complaints(scenario);
    return scenario ? *scenario : Scenario{};
}

TEST(Scenarios, AllAreSoundAndStateAQuestion) {
    ASSERT_GE(embedded_scenarios().size(), 11u);
    for (const EmbeddedScenario& one : embedded_scenarios()) {
        const Scenario scenario = embedded(one.name);
        EXPECT_EQ(scenario.name, one.name);
        EXPECT_NE(scenario.title, scenario.name);
        EXPECT_TRUE(scenario.question.ends_with("?")) << one.name;
        EXPECT_TRUE(scenario.beyond_evidence.empty()) << one.name;
    }
}

TEST(Scenarios, FollowTheReports) {
    const Plan hand_in = embedded("hyesan-handin").plan;
    EXPECT_EQ(hand_in.cities.at(0).residents, 192680);
    EXPECT_EQ(hand_in.days, 200);
    EXPECT_EQ(hand_in.hand_in_drives.at(0).first, 30);
    EXPECT_EQ(hand_in.hand_in_drives.at(0).deadline, 121);
    EXPECT_TRUE(hand_in.meetings.empty());  // no report has one

    const Scenario oath = embedded("hoeryong-oath");
    EXPECT_EQ(oath.plan.cities.at(0).residents, 153532);
    EXPECT_EQ(oath.plan.oath_drives.at(0).last - oath.plan.oath_drives.at(0).first + 1, 30);
    EXPECT_EQ(oath.plan.meetings.at(0).day - oath.plan.oath_drives.at(0).first, 4);

    const Plan sweep = embedded("hyesan-sweep").plan;
    EXPECT_EQ(sweep.sweeps.at(0).first, 60);
    EXPECT_EQ(sweep.sweeps.at(0).last, 119);
    EXPECT_TRUE(sweep.meetings.empty());
    EXPECT_EQ(sweep.parameters.noticing.central_detection_factor, 7);
    EXPECT_EQ(sweep.parameters.following.central_caseload, 2);

    EXPECT_FALSE(oath.plan.meetings.at(0).reach);  // one unit in a ward
    for (const Schedule& closure : embedded("hyesan-lockdown").plan.schedules) {
        EXPECT_EQ(closure.first, 61);
        EXPECT_EQ(closure.last, 81);
        EXPECT_EQ(closure.value, name_of(closure.parameter) == "movement" ? 0.3 : 0.4);
    }

    EXPECT_EQ(embedded("hyesan-yearly").plan.hand_in_drives.size(), 4u);
    EXPECT_EQ(embedded("hyesan-coercion").plan.hand_in_drives.at(0).forgiveness, Forgiveness::none);
}

TEST(Scenarios, YardsticksDifferFromTheirSiblingsOnlyInTheCampaign) {
    for (const auto& [calm, campaign] :
         {std::pair("hyesan-calm", "hyesan-handin"), std::pair("hoeryong-calm", "hoeryong-oath")}) {
        const Scenario one = embedded(calm);
        const Scenario other = embedded(campaign);
        EXPECT_EQ(one.start, other.start);
        EXPECT_EQ(one.plan.days, other.plan.days);
        EXPECT_EQ(parameter_hash(one.plan), parameter_hash(other.plan));
        EXPECT_EQ(one.plan.cities.at(0).name, other.plan.cities.at(0).name);
        EXPECT_EQ(campaign_window(one.plan).last, one.plan.days - 1);
    }
}

TEST(Scenarios, TheNationIsThatOfTheCensus) {
    double all = 0;
    for (const CityPlan& city : embedded("nation").plan.cities) {
        EXPECT_LE(city.residents, 500000);
        all += city.residents;
    }
    EXPECT_EQ(all, 24052231);
}

TEST(Ledger, HoldsEveryParameterWithASoundRange) {
    ASSERT_EQ(ledger_entries().size(), parameter_rows().size());
    for (const ParameterRef ref : parameter_refs()) {
        const LedgerEntry& entry = entry_of(ref);
        const LedgerValue& value = ledger_value(ref);
        EXPECT_EQ(entry.name, row_of(ref).name);
        EXPECT_LE(value.limit_low, value.low) << name_of(ref);
        EXPECT_LE(value.low, value.value) << name_of(ref);
        EXPECT_LE(value.value, value.high) << name_of(ref);
        EXPECT_LE(value.high, value.limit_high) << name_of(ref);
        EXPECT_FALSE(entry.sources.empty()) << name_of(ref);
        for (const std::string_view id : entry.sources)
            EXPECT_NE(find_source(id), nullptr) << id;
        EXPECT_EQ(get(starting_values(), ref), value.value);
    }
}

TEST(Ledger, HasPatternsToBeJudgedByAndNoneHeldOut) {
    int testable = 0;
    int analogues = 0;
    for (const Pattern& pattern : ledger_patterns()) {
        EXPECT_EQ(find_pattern(pattern.id), &pattern);
        if (pattern.test.scenario.empty()) {
            EXPECT_FALSE(pattern.untestable.empty()) << pattern.id;
            continue;
        }
        ++testable;
        EXPECT_NE(pattern.role, PatternRole::held_out) << pattern.id;
        if (pattern.role == PatternRole::analogue) ++analogues;
        EXPECT_TRUE(parse_statistic(pattern.test.statistic)) << pattern.id;
        EXPECT_NE(pattern.test.expectation, Expectation::none) << pattern.id;
    }
    EXPECT_GE(testable, 30);
    EXPECT_GE(analogues, 4);
}

}  // namespace
}  // namespace tumen

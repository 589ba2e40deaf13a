#include "scenario/variable.hpp"

#include "scenario/draft/unknown.hpp"
#include "support.hpp"

/// Names under which rival rules and dates of events are set and varied.
namespace tumen {
namespace {

using testing::complaints;
using ::testing::HasSubstr;
using testing::read;
using testing::sound;

const std::string two_drives =
    sound +
    "[[hand_in_drive]]\nfrom = 2020-12-01\nto = 2020-12-20\nforgiveness = \"none\"\n"
    "[[hand_in_drive]]\nfrom = 2020-10-01\nto = 2020-10-31\nforgiveness = \"promised\"\n";
const std::string one_meeting = sound + "[[meeting]]\non = 2020-11-05\nreach = 0.5\n";

Scenario with(const std::string& text, const std::vector<std::string>& overrides) {
    auto scenario = read(text, {overrides});
    EXPECT_TRUE(scenario) << complaints(scenario);
    return scenario ? *std::move(scenario) : Scenario();
}

std::string refused(const std::string& text, const std::vector<std::string>& overrides) {
    return complaints(read(text, {overrides}));
}

double day(std::string_view text) {
    return read_date(text)->days_since_epoch;
}

TEST(Variable, is_a_parameter_a_rule_or_a_date_of_an_event) {
    EXPECT_EQ(unit_of_variable("fee_base"), "share");
    EXPECT_EQ(unit_of_variable("rules.trust"), "rival");
    EXPECT_EQ(unit_of_variable("hand_in_drive[2].to"), "date");
    EXPECT_EQ(unit_of_variable("meeting[last].on"), "date");
    for (const std::string_view none :
         {"rules.trst", "rules.", "hand_in_drive", "hand_in_drive.on", "meeting.from", "drive.from",
          "hand_in_drive[0].from", "hand_in_drive[].from", "hand_in_drive[01].from",
          "hand_in_drive[2.from", "hand_in_drive[2]from", "hand_in_drive[99999999999].from"})
        EXPECT_FALSE(is_variable(none)) << none;
}

TEST(Variable, has_values_that_are_written_as_they_are_read) {
    EXPECT_EQ(*read_variable("fee_base", "30 %"), 0.3);
    EXPECT_EQ(*read_variable("rules.oath", "false_enforcement"), 2);
    EXPECT_EQ(*read_variable("sweep.from", "1970-01-11"), 10);
    EXPECT_EQ(variable_text("rules.oath", 2), "false_enforcement");
    EXPECT_EQ(variable_text("sweep.from", 10), "1970-01-11");
    EXPECT_EQ(variable_text("fee_base", 1.0 / 3), "0.3333333333333333");
    EXPECT_EQ(shown_variable("fee_base", 1.0 / 3), "0.333333");
    EXPECT_EQ(variable_text("rules.trust", 2), "2");  // it has two rivals
    EXPECT_EQ(variable_text("rules.trust", -1), "-1");
}

TEST(Variable, that_there_is_not_says_what_there_is) {
    EXPECT_THAT(describe(read_variable("rules.trust", "fixd").error()), HasSubstr("fixed"));
    EXPECT_THAT(describe(unknown_variable("rules.trst")), HasSubstr("rules.trust?"));
    EXPECT_THAT(describe(read_variable("sweep.from", "30.2.2020").error()), HasSubstr("no date"));
    EXPECT_THAT(describe(unknown_variable("drive.from")), HasSubstr("hand_in_drive.from"));
    EXPECT_THAT(describe(unknown_variable("meeting.from")), HasSubstr("meeting.on"));
    EXPECT_THAT(describe(unknown_variable("fee_bsae")), HasSubstr("fee_base"));
}

TEST(Variable, has_one_identity_however_it_is_written) {
    EXPECT_TRUE(same_variable("hand_in_drive.from", "hand_in_drive[1].from"));
    EXPECT_FALSE(same_variable("hand_in_drive.from", "hand_in_drive.to"));
    EXPECT_FALSE(same_variable("hand_in_drive[2].from", "hand_in_drive.from"));
    EXPECT_FALSE(same_variable("fee_base", "detection"));
}

TEST(Variable, moves_the_event_that_it_names_in_the_order_of_dates) {
    const Scenario scenario = with(two_drives, {"hand_in_drive[1].to=2020-11-15"});
    EXPECT_EQ(scenario.plan.hand_in_drives[0].deadline, 75);
    EXPECT_EQ(scenario.plan.hand_in_drives[0].forgiveness, Forgiveness::promised);
    EXPECT_EQ(scenario.plan.hand_in_drives[1].deadline, 110);
    EXPECT_EQ(
        with(two_drives, {"hand_in_drive[last].to=2020-12-25"}).plan.hand_in_drives[1].deadline,
        115);
    EXPECT_EQ(with(one_meeting, {"meeting.on=2020-11-06"}).plan.meetings[0].day, 66);
}

TEST(Variable, as_a_value_is_what_it_is_as_a_flag) {
    const Scenario scenario = with(two_drives, {});
    const Scenario flags = with(two_drives, {"hand_in_drive[1].from=2020-12-22",
                                             "hand_in_drive[1].to=2020-12-31", "rules.oath=none"});
    const Scenario values = with_values(scenario, {{"hand_in_drive[1].from", day("2020-12-22")},
                                                   {"hand_in_drive[1].to", day("2020-12-31")},
                                                   {"rules.oath", 1}});
    EXPECT_EQ(scenario_hash(flags), scenario_hash(values));
    EXPECT_NE(scenario_hash(flags), scenario_hash(scenario));
    EXPECT_EQ(values.plan.hand_in_drives[1].forgiveness, Forgiveness::promised);  // now the second
    const Scenario same = with_values(scenario, {{"hand_in_drive.from", 0},       // which of two?
                                                 {"sweep.from", 18500},           // there is none
                                                 {"hand_in_drive[3].from", 18500},
                                                 {"rules.trust", 7}});
    EXPECT_EQ(scenario_hash(same), scenario_hash(scenario));
}

TEST(Variable, is_refused_where_no_event_is_meant_or_the_calendar_does_not_allow_it) {
    EXPECT_THAT(refused(two_drives, {"hand_in_drive.from=2020-10-05"}),
                HasSubstr("hand_in_drive[1] to hand_in_drive[2]"));
    EXPECT_THAT(refused(two_drives, {"hand_in_drive[3].from=2020-10-05"}), HasSubstr("it has 2"));
    EXPECT_THAT(refused(sound, {"sweep.from=2020-10-05"}), HasSubstr("it has none"));
    EXPECT_THAT(refused(two_drives,
                        {"hand_in_drive[1].from=2020-10-05", "hand_in_drive[1].from=2020-10-06"}),
                HasSubstr("set twice"));
    EXPECT_THAT(refused(two_drives, {"hand_in_drive[2].from=2021-12-01"}),
                HasSubstr("--set hand_in_drive[2].from=2021-12-01"));
    EXPECT_THAT(refused(two_drives, {"hand_in_drive[1].from=2020-08-01"}),
                HasSubstr("before the scenario's first day"));
    EXPECT_THAT(refused(two_drives, {"hand_in_drive[1].to=2020-09-30"}),
                HasSubstr("before it begins"));
    EXPECT_THAT(refused(two_drives, {"hand_in_drive[1].to=2020-12-05"}),
                HasSubstr("overlaps another"));
    EXPECT_THAT(refused(two_drives, {"hand_in_drive[1].to=soon"}), HasSubstr("no date"));
}

}  // namespace
}  // namespace tumen

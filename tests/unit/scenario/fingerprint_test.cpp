#include "scenario/fingerprint.hpp"

#include <gtest/gtest.h>

#include <string>

namespace tumen::test {
namespace {

TEST(Fingerprint, meets_every_choice_of_rules_and_each_gives_another_play) {
    const std::vector<Scenario> plays = *fingerprint_scenarios();
    std::size_t choices = 1;
    for (const RuleRow& row : rule_rows()) {
        for (std::size_t choice = 1; choice < row.choices.size(); ++choice)
            choices += row.choices[choice].empty() ? 0 : 1;
    }
    ASSERT_EQ(plays.size(), choices);
    for (std::size_t i = 1; i < plays.size(); ++i)
        EXPECT_NE(fingerprint_of(plays[i]), fingerprint_of(plays[0])) << "choice " << i;
}

TEST(Fingerprint, meets_every_kind_of_event) {
    const std::vector<Scenario> plays = *fingerprint_scenarios();
    const Plan& plan = plays.front().plan;
    EXPECT_FALSE(plan.hand_in_drives.empty() || plan.oath_drives.empty() || plan.sweeps.empty() ||
                 plan.meetings.empty() || plan.peaks.empty() || plan.schedules.empty());
}

TEST(Fingerprint, is_what_the_plays_come_to_here) {
    const std::vector<Scenario> plays = *fingerprint_scenarios();
    ByteForm form;
    for (const Scenario& scenario : plays)
        form.add(fingerprint_of(scenario));
    EXPECT_EQ(std::string(model_fingerprint()), hex(form.hash()));
}

}  // namespace
}  // namespace tumen::test

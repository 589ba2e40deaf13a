#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <ostream>
#include <string>

#include "support/plans.hpp"

/// Two scenarios that differ from day T on are identical before T, whatever it is that differs.
namespace tumen::testing {
namespace {

constexpr std::int32_t change = 37;  // neither the first day of sixteen nor of anything else
constexpr std::int32_t days_played = 75;

struct Change {
    std::string name;
    std::function<void(Plan&)> apply;
};

void PrintTo(const Change& it, std::ostream* out) {
    *out << it.name;
}

class Divergence : public ::testing::TestWithParam<Change> {};

TEST_P(Divergence, BeginsOnTheDayOfTheChangeAndNotBefore) {
    Plan plan = calm_plan(10000, days_played);
    plan.hand_in_drives = {{4, 20, Forgiveness::promised}, {60, 74, Forgiveness::none}};
    plan.oath_drives = {{5, 12}};
    set_parameters(plan, {{"detection", 0.3},
                          {"false_report_rate", 1e-4},
                          {"notice", 0.003},
                          {"deadline_salience", 0.1},
                          {"hand_in_offer", 1},
                          {"phone_price", 50},
                          {"suspicion_half_life", 20},
                          {"request_rate", 6},
                          {"custody", 2},
                          {"sentence_calm.detained", 5},
                          {"sentence_harsh.detained", 5},
                          {"oath_effect", 0.5}});
    const CityResult before = play(plan);
    GetParam().apply(plan);
    const CityResult after = play(plan);
    for (std::size_t day = 0; day < change; ++day) {
        ASSERT_EQ(before.chain[day], after.chain[day]) << "day " << day;
    }
    EXPECT_NE(before.state_hash, after.state_hash);
}

Change with_schedule(const std::string& parameter, double value) {
    return {parameter, [=](Plan& plan) {
                plan.schedules = {scheduled(parameter, change, change + 20, value)};
            }};
}

std::vector<Change> changes() {
    std::vector<Change> all = {
        {"hand_in_drive",
         [](Plan& plan) {
             plan.hand_in_drives.push_back({change, change + 20, Forgiveness::promised});
         }},
        {"hand_in_drive_without_forgiveness",
         [](Plan& plan) {
             plan.hand_in_drives.push_back({change, change + 20, Forgiveness::none});
         }},
        {"oath_drive",
         [](Plan& plan) {
             plan.oath_drives.push_back({change, change + 20});
         }},
        {"sweep",
         [](Plan& plan) {
             plan.sweeps = {{change, change + 20}};
         }},
        {"meeting", [](Plan& plan) { plan.meetings = {{change}}; }},
        {"peak",
         [](Plan& plan) {
             plan.peaks = {{change, change + 20, 0.5}};
         }},
    };
    for (const auto& [name, value] : {std::pair("risk_baseline", 0.01),
                                      {"risk_half_life", 2.0},
                                      {"suspicion_half_life", 0.01},
                                      {"savings_recovery", 1.0},
                                      {"watched_half_life", 1.0},
                                      {"oath_half_life", 300.0},
                                      {"need_shock", 0.6},
                                      {"review_rate", 1.0},
                                      {"hysteresis", 0.0},
                                      {"penalty", 400.0},
                                      {"purchase_rate", 0.9},
                                      {"phone_supply", 0.1},
                                      {"fee_base", 0.4},
                                      {"request_rate", 3.0},
                                      {"call_rate.family", 0.5},
                                      {"notice", 0.1},
                                      {"detection", 0.5},
                                      {"false_report_rate", 0.01},
                                      {"report_base", 2.0},
                                      {"officers_per_ward", 30.0},
                                      {"follow_threshold", 0.01},
                                      {"extortion", 1.0},
                                      {"detention", 3.0},
                                      {"custody", 1.0},
                                      {"movement", 0.2},
                                      {"transfer_makeup", 0.1},
                                      {"ransom_factor", 2.0},
                                      {"settle_base", -4.0},
                                      {"news_fear", 0.5}}) {
        all.push_back(with_schedule(name, value));
    }
    return all;
}

INSTANTIATE_TEST_SUITE_P(Of, Divergence, ::testing::ValuesIn(changes()), [](const auto& instance) {
    std::string name = instance.param.name;
    std::replace(name.begin(), name.end(), '.', '_');
    return name;
});

TEST(Divergence, ALongerRunBeginsWithTheShorterOne) {
    const CityResult whole = play(crowded_plan(3000, 90));
    const CityResult part = play(crowded_plan(3000, 40));
    EXPECT_TRUE(std::equal(part.chain.begin(), part.chain.end(), whole.chain.begin()));
}

TEST(Divergence, PromisesChangeNothingBeforeTheDrive) {
    Plan plan = hand_in_plan(4000, 80);
    const CityResult promised = play(plan);
    plan.hand_in_drives[0].forgiveness = Forgiveness::none;
    const CityResult none = play(plan);
    for (std::size_t day = 0; day < 20; ++day)
        ASSERT_EQ(promised.chain[day], none.chain[day]);
    EXPECT_NE(promised.state_hash, none.state_hash);
}

}  // namespace
}  // namespace tumen::testing

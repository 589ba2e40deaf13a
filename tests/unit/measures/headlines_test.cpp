#include "measures/headlines/headlines.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "measures/numbers/words.hpp"
#include "support/made_up.hpp"

namespace tumen::test {
namespace {

using testing::HasSubstr;
using testing::Not;

/// The small scenario's campaign is on days 20 to 29 of 40.
constexpr std::size_t eve = 19;
constexpr std::size_t last = 29;

double value_of(const Plan& plan, const std::vector<std::vector<DayReport>>& cities,
                std::string_view id) {
    const std::vector<Headline> names = headlines(plan);
    const std::vector<double> values = headline_values(plan, cities);
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i].id == id) return values[i];
    }
    ADD_FAILURE() << "no headline " << id;
    return 0;
}

bool has(const Plan& plan, std::string_view id) {
    for (const Headline& one : headlines(plan)) {
        if (one.id == id) return true;
    }
    return false;
}

std::vector<std::vector<DayReport>> empty_days(const Plan& plan) {
    return {plan.cities.size(), std::vector<DayReport>(static_cast<std::size_t>(plan.days))};
}

TEST(Headlines, count_what_officers_get_in_the_campaign_only_and_over_all_cities) {
    const Plan plan = small_scenario().plan;
    auto cities = empty_days(plan);
    cities[0][eve][Count::decoys_family] = 100;  // the day before: not counted
    cities[0][eve + 1][Count::decoys_professional] = 1;
    cities[0][last][Count::decoys_family] = 2;
    cities[1][25][Count::real_professional] = 4;
    cities[1][26][Count::real_family] = 8;
    cities[1][last + 1][Count::real_family] = 100;  // the day after: not counted
    EXPECT_EQ(value_of(plan, cities, "handed_in"), 15);
    EXPECT_EQ(value_of(plan, cities, "dead_phones"), 3);
    EXPECT_FALSE(has(plan, "signed"));
    EXPECT_FALSE(has(plan, "fee_level"));
}

TEST(Headlines, measure_silence_from_the_eve_to_the_last_week) {
    const Plan plan = small_scenario().plan;
    auto cities = empty_days(plan);
    for (std::size_t day = 0; day < 40; ++day) {
        // 50 people until day 22, then 43 until the campaign's end, 47 after.
        const std::int64_t calling = day < 23 ? 50 : day <= last ? 43 : 47;
        cities[0][day][Count::calling_smugglers] = calling - 10;
        cities[1][day][Count::calling_brokers] = 10;
        cities[0][day][Count::phones_held] = day <= eve ? 80 : 75;
        cities[0][day][Count::calls] = day < 20 ? 20 : 15;
    }
    EXPECT_EQ(value_of(plan, cities, "calling_eve"), 50);
    EXPECT_EQ(value_of(plan, cities, "stopped_calling"), 7);  // days 23 to 29
    EXPECT_EQ(value_of(plan, cities, "phones_gone"), 5);
    EXPECT_DOUBLE_EQ(value_of(plan, cities, "calls_lost"), 0.25);
    EXPECT_FALSE(
        has(plan, "still_quiet_after"));  // the run ends 10 days after the campaign, not 14
    Plan longer = plan;
    longer.days = 44;
    EXPECT_TRUE(has(longer, "still_quiet_after"));
    for (auto& city : cities)
        city.resize(44, city.back());
    EXPECT_EQ(value_of(longer, cities, "still_quiet_after"), 3);
}

TEST(Headlines, weigh_levels_by_residents_and_compare_them_with_the_days_before) {
    const Plan plan = small_scenario().plan;  // 3000 and 1000 residents
    auto cities = empty_days(plan);
    for (std::size_t day = 0; day < 40; ++day) {
        const bool campaign = day > eve && day <= last;
        cities[0][day][Quantity::fee] = campaign ? 0.30 : 0.20;
        cities[1][day][Quantity::fee] = campaign ? 0.50 : 0.40;
        cities[0][day][Quantity::bribes_paid] = campaign ? 10 : 1000;
        cities[1][day][Count::transfers_asked] = 4;
        cities[1][day][Count::transfers_unmet] = campaign ? 3 : 1;
    }
    EXPECT_NEAR(value_of(plan, cities, "fee_rise"), 0.35 / 0.25 - 1, 1e-12);
    EXPECT_NEAR(value_of(plan, cities, "bribes_paid"), 100, 1e-9);
    EXPECT_NEAR(value_of(plan, cities, "contact_lost"), 0.5, 1e-12);
}

TEST(Headlines, have_no_value_where_there_is_nothing_to_divide_by) {
    const Plan plan = small_scenario().plan;
    const auto cities = empty_days(plan);
    EXPECT_TRUE(std::isnan(value_of(plan, cities, "contact_lost")));
    EXPECT_TRUE(std::isnan(value_of(plan, cities, "calls_lost")));
    HeadlineTable table(plan);
    ReplicateResult result;
    result.replicate = 1;
    result.cities = cities;
    table.add(result);
    EXPECT_TRUE(table.column("contact_lost").empty());
    EXPECT_EQ(table.column("handed_in").size(), 1u);
    for (const HeadlineSummary& one : summarise(table))
        EXPECT_NE(one.headline.id, "contact_lost");
}

TEST(Headlines, are_levels_where_nothing_is_announced) {
    Plan plan = small_scenario().plan;
    plan.hand_in_drives.clear();
    EXPECT_EQ(campaign_of(plan), Campaign::none);
    auto cities = empty_days(plan);
    for (std::size_t day = 0; day < 40; ++day)
        cities[0][day][Count::arrested] = day % 2 == 0;
    EXPECT_DOUBLE_EQ(value_of(plan, cities, "arrests_a_month"), 15);
    EXPECT_FALSE(has(plan, "stopped_calling"));
    for (const Headline& one : headlines(plan))
        EXPECT_EQ(one.side, Side::other);
}

TEST(Headlines, know_a_campaign_by_anything_with_a_beginning_and_an_end) {
    Plan plan = small_scenario().plan;
    plan.hand_in_drives.clear();
    plan.meetings = {{3}};
    EXPECT_EQ(campaign_of(plan), Campaign::none);
    plan.sweeps = {{10, 20}};
    EXPECT_EQ(campaign_of(plan), Campaign::drive);
    EXPECT_FALSE(has(plan, "handed_in"));
    plan.sweeps = {{40, 50}};  // after the run
    EXPECT_EQ(campaign_of(plan), Campaign::none);
}

TEST(Headlines, have_distinct_ids) {
    const auto all = all_headlines();
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j)
            EXPECT_NE(all[i].id, all[j].id);
        EXPECT_FALSE(all[i].explanation.empty());
    }
}

/// Replicates in which `handed_in` phones are counted and `quiet[i]` people stop calling.
HeadlineTable table_of(const Plan& plan, std::int64_t handed_in, const std::vector<int>& quiet) {
    HeadlineTable table(plan);
    for (std::size_t i = quiet.size(); i-- > 0;) {  // order of arrival must not matter
        ReplicateResult result;
        result.replicate = static_cast<std::uint32_t>(i + 1);
        result.cities = empty_days(plan);
        for (std::size_t day = 0; day < static_cast<std::size_t>(plan.days); ++day) {
            result.cities[0][day][Count::calling_families] = day <= eve ? 1000 : 1000 - quiet[i];
            result.cities[0][day][Quantity::fee] = 0.3;
        }
        result.cities[0][21][Count::decoys_family] = handed_in + static_cast<std::int64_t>(i);
        table.add(result);
    }
    return table;
}

TEST(Answer, sets_the_count_beside_those_who_stopped_calling) {
    const Scenario scenario = small_scenario();
    const HeadlineTable table = table_of(scenario.plan, 1200, {9, 10, 11, 10});
    const auto ratio = picture_ratio(table);
    ASSERT_TRUE(ratio && ratio->value && ratio->interval);
    EXPECT_EQ(ratio->silence, Silence::fewer);
    EXPECT_NEAR(*ratio->value, 1201.5 / 10, 1e-9);
    EXPECT_LT(ratio->interval->low, *ratio->value);
    EXPECT_GT(ratio->interval->high, *ratio->value);
    const auto sentences = answer_sentences(scenario, table);
    ASSERT_EQ(sentences.size(), 3u);
    EXPECT_THAT(sentences[0],
                HasSubstr("officers counted 1,202 (1,200 to 1,203) phones handed in"));
    EXPECT_THAT(sentences[0], HasSubstr("median of 4 runs"));
    EXPECT_THAT(
        sentences[1],
        HasSubstr(
            "10 fewer (9.2 to 11) called abroad than the 1,000 (1,000 to 1,000) people before"));
    EXPECT_THAT(sentences[2],
                HasSubstr("For each person who stopped calling, officers counted 120 phones"));
}

TEST(Answer, counts_per_hundred_people_where_there_is_less_than_one_phone_a_person) {
    const Scenario scenario = small_scenario();
    const auto sentences = answer_sentences(scenario, table_of(scenario.plan, 5, {10, 10, 11}));
    EXPECT_THAT(sentences[2],
                HasSubstr("For every 100 people who stopped calling, officers counted 58 phones"));
}

TEST(Answer, says_that_no_fewer_called_where_the_interval_holds_none) {
    const Scenario scenario = small_scenario();
    const HeadlineTable table = table_of(scenario.plan, 1200, {-9, 10, 1, -3});
    const auto ratio = picture_ratio(table);
    ASSERT_TRUE(ratio);
    EXPECT_EQ(ratio->silence, Silence::no_fewer);
    EXPECT_FALSE(ratio->value);
    const auto sentences = answer_sentences(scenario, table);
    EXPECT_THAT(sentences[1], HasSubstr("more to"));
    EXPECT_THAT(sentences[2], HasSubstr("cannot be told whether fewer people called than before"));
    EXPECT_EQ(picture_ratio(table_of(scenario.plan, 9, {-9, -10, -11}))->silence, Silence::more);
    EXPECT_EQ(picture_ratio(table_of(scenario.plan, 9, {9}))->silence, Silence::unknown);
}

TEST(Answer, is_three_sentences_for_every_kind_of_scenario) {
    Scenario scenario = small_scenario();
    const auto of = [&](const std::vector<int>& quiet) {
        const auto sentences = answer_sentences(scenario, table_of(scenario.plan, 3, quiet));
        EXPECT_EQ(sentences.size(), 3u);
        std::string all;
        for (const std::string& sentence : sentences) {
            EXPECT_EQ(sentence.back(), '.');
            EXPECT_THAT(sentence, Not(HasSubstr("nan")));
            EXPECT_THAT(sentence, Not(HasSubstr("no value")));
            all += sentence + " ";
        }
        return all;
    };
    EXPECT_THAT(of({}), HasSubstr("No run"));
    EXPECT_THAT(of({5}), HasSubstr("In the only run"));
    const auto drives = std::exchange(scenario.plan.hand_in_drives, {});
    EXPECT_THAT(of({5, 6}), HasSubstr("no official count"));
    scenario.plan.sweeps = {{20, 29}};
    EXPECT_THAT(of({5, 6}), HasSubstr("The broker's fee was 0.0 % higher"));
    scenario.plan.oath_drives = {{20, 29}};
    EXPECT_THAT(of({5, 6}), HasSubstr("people who signed an oath"));
    scenario.plan.hand_in_drives = drives;
    EXPECT_THAT(of({5, 6}), HasSubstr("signed an oath"));
}

TEST(Words, write_numbers_as_people_read_them) {
    EXPECT_EQ(number_text(1234567, "people"), "1,234,567");
    EXPECT_EQ(number_text(-1234, "people"), "-1,234");
    EXPECT_EQ(number_text(123, "people"), "123");
    EXPECT_EQ(number_text(9.25, "people"), "9.2");
    EXPECT_EQ(number_text(9, "people"), "9");
    EXPECT_EQ(number_text(9.97, "people"), "10");
    EXPECT_EQ(number_text(-0.01, "people"), "0.0");
    EXPECT_EQ(number_text(0.2251, "share"), "23 %");
    EXPECT_EQ(number_text(0.0451, "share"), "4.5 %");
    EXPECT_EQ(number_text(15000.4, "CNY"), "15,000 CNY");
    EXPECT_EQ(number_text(0.012345, "1"), "0.0123");
    EXPECT_EQ(number_text(45.67, "1"), "45.7");
    EXPECT_EQ(number_text(4567.8, "1"), "4,568");
    EXPECT_EQ(number_text(0, "1"), "0");
    EXPECT_EQ(number_text(std::nan(""), "1"), "no value");
    EXPECT_EQ(interval_text({0.1, 0.25}, "share"), "10 % to 25 %");
}

TEST(Numbers, are_told_as_what_one_is_more_than_another) {
    EXPECT_EQ(difference_text(1234, "people"), "+1,234");
    EXPECT_EQ(difference_text(-9.25, "people"), "-9.2");
    EXPECT_EQ(difference_text(0, "people"), "0");
    EXPECT_EQ(difference_text(-0.0234, "share"), "-2.3 pp");
    EXPECT_EQ(difference_text(0.258, "share"), "+26 pp");
    EXPECT_EQ(difference_text(0.0001, "probability"), "0.0 pp");
    EXPECT_EQ(difference_text(-29380.4, "CNY"), "-29,380 CNY");
    EXPECT_EQ(difference_text(0.00123, "1"), "+0.00123");
    EXPECT_EQ(difference_interval_text({-0.12, 0.048}, "share"), "-12 to +4.8 pp");
    EXPECT_EQ(difference_interval_text({-29380, 28060}, "CNY"), "-29,380 to +28,060 CNY");
}

}  // namespace
}  // namespace tumen::test

#include "model/diary.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

#include "support/plans.hpp"

namespace tumen {
namespace {

using namespace tumen::testing;

std::vector<DiaryEntry> entries_of(const Plan& plan, std::uint32_t household) {
    Diary diary(household);
    PlayOptions options;
    options.diary = &diary;
    play(plan, 1, 0, options);
    return diary.entries();
}

TEST(Diary, EveryEventHasANameAndARule) {
    std::set<std::string_view> names;
    std::set<std::string_view> groups;
    for (std::size_t group = 0; group < 14; ++group)
        groups.insert(name_of(static_cast<Group>(group)));
    for (std::size_t event = 0; event < diary_event_count; ++event) {
        const DiaryEventRow row = row_of(static_cast<DiaryEvent>(event));
        names.insert(row.name);
        EXPECT_FALSE(row.outcomes.empty()) << row.name;
        EXPECT_TRUE(groups.contains(row.rule)) << row.name;
    }
    EXPECT_EQ(names.size(), diary_event_count);
    EXPECT_EQ(row_of(DiaryEvent::met).name, "met");
    EXPECT_EQ(row_of(DiaryEvent::heard_of_arrest).name, "heard_of_arrest");
}

TEST(Diary, KeepsTheOrderOfTheDays) {
    for (std::uint32_t household = 0; household < 40; ++household) {
        std::int32_t last = -1000;
        for (const DiaryEntry& entry : entries_of(crowded_plan(1000, 60), household)) {
            ASSERT_GE(entry.day, last);
            ASSERT_LT(entry.member, 6);
            ASSERT_FALSE(entry.outcome.empty());
            last = entry.day;
        }
    }
}

TEST(Diary, OfAllHouseholdsTellsWhatTheCityCounts) {
    // 257 households, each in a run of its own: all events of a kind are those that the city
    // reports.
    Plan plan = crowded_plan(1000, 60);
    set_parameters(plan, {{"warmup", 0}});
    const CityResult result = play(plan);
    std::array<std::int64_t, diary_event_count> events{};
    std::int64_t hand_ins = 0;
    std::int64_t requests = 0;
    for (std::uint32_t household = 0; household < 257; ++household) {
        for (const DiaryEntry& entry : entries_of(plan, household)) {
            ++events[static_cast<std::size_t>(entry.event)];
            requests += entry.event == DiaryEvent::asked && entry.outcome == "asks";
            hand_ins += entry.event == DiaryEvent::considered && entry.outcome != "keeps it";
        }
    }
    const auto told = [&](DiaryEvent event) { return events[static_cast<std::size_t>(event)]; };
    EXPECT_EQ(told(DiaryEvent::called), total(result, Count::calls));
    EXPECT_EQ(told(DiaryEvent::detected), total(result, Count::detected));
    EXPECT_EQ(told(DiaryEvent::bought), total(result, Count::phones_bought));
    EXPECT_EQ(told(DiaryEvent::settled), total(result, Count::bribed));
    EXPECT_EQ(told(DiaryEvent::arrested), total(result, Count::arrested));
    EXPECT_EQ(told(DiaryEvent::questioned), total(result, Count::questioned));
    EXPECT_EQ(told(DiaryEvent::became_broker), total(result, Count::became_brokers));
    EXPECT_EQ(told(DiaryEvent::ransomed), total(result, Count::cases_decided));
    EXPECT_EQ(told(DiaryEvent::sentenced),
              total(result, Count::cases_decided) - total(result, Count::ransomed));
    EXPECT_EQ(told(DiaryEvent::falsely_reported), total(result, Count::false_reports));
    EXPECT_EQ(told(DiaryEvent::considered), total(result, Count::considered));
    EXPECT_EQ(told(DiaryEvent::promise_broken), total(result, Count::promises_broken));
    EXPECT_EQ(told(DiaryEvent::served), total(result, Count::transfers_asked));
    EXPECT_EQ(requests, total(result, Count::transfers_asked));
    EXPECT_EQ(hand_ins, handed_in(result) + total(result, Count::decoys_refused));
    EXPECT_GT(told(DiaryEvent::called), 0);
    EXPECT_GT(told(DiaryEvent::arrested), 0);
}

TEST(Diary, AReviewIsWrittenWithWhatDecidedIt) {
    const Plan plan = crowded_plan(1000, 60);
    std::size_t reviews = 0;
    for (std::uint32_t household = 0; household < 60; ++household) {
        for (const DiaryEntry& entry : entries_of(plan, household)) {
            if (entry.event != DiaryEvent::reviewed) continue;
            ++reviews;
            ASSERT_LT(entry.drawn, entry.probability);
            double net = 0;
            double hysteresis = 0;
            for (const DiaryInput& input : entry.inputs) {
                if (input.name == "net_benefit") net = input.value;
                if (input.name == "hysteresis") hysteresis = input.value;
            }
            ASSERT_EQ(entry.outcome == "calling", net > hysteresis);
            ASSERT_EQ(entry.outcome == "quiet", net < -hysteresis);
        }
    }
    EXPECT_GT(reviews, 10u);
}

TEST(Diary, OfEverybodyHoldsWhatEachHouseholdHoldsAndChangesNothing) {
    const Plan plan = crowded_plan(1000, 60);
    Diary everybody = Diary::of_everybody();
    PlayOptions options;
    options.diary = &everybody;
    EXPECT_EQ(play(plan, 1, 0, options).state_hash, play(plan).state_hash);
    const std::set<DiaryEvent> left_out = {DiaryEvent::called, DiaryEvent::met,
                                           DiaryEvent::heard_of_arrest,
                                           DiaryEvent::heard_of_broken_promise};
    std::size_t found = 0;
    for (std::uint32_t household = 0; household < 257; household += 8) {
        std::vector<DiaryEntry> own = entries_of(plan, household);
        std::erase_if(own, [&](const DiaryEntry& entry) {
            return left_out.contains(entry.event) || entry.outcome == "as before";
        });
        std::vector<DiaryEntry> told;
        for (const DiaryEntry& entry : everybody.entries()) {
            if (entry.household == household && !left_out.contains(entry.event))
                told.push_back(entry);
        }
        ASSERT_EQ(own.size(), told.size()) << household;
        for (std::size_t i = 0; i < own.size(); ++i) {
            EXPECT_EQ(own[i].day, told[i].day);
            EXPECT_EQ(own[i].event, told[i].event);
            EXPECT_EQ(own[i].outcome, told[i].outcome);
        }
        found += own.size();
    }
    EXPECT_GT(found, 20u);
}

TEST(Diary, WhatComesOfAnEventIsOneOfTheOutcomesThatItsRowNames) {
    Plan plan = crowded_plan(1000, 60);
    set_parameters(plan, {{"warmup", 0}});
    std::set<DiaryEvent> told;
    for (std::uint32_t household = 0; household < 257; household += 3) {
        for (const DiaryEntry& entry : entries_of(plan, household)) {
            const std::span<const std::string_view> known = row_of(entry.event).outcomes;
            EXPECT_NE(std::find(known.begin(), known.end(), entry.outcome), known.end())
                << row_of(entry.event).name << ": " << entry.outcome;
            told.insert(entry.event);
        }
    }
    EXPECT_GT(told.size(), 15u);
}

TEST(Diary, OfAHouseholdThatIsNotThereIsEmpty) {
    EXPECT_TRUE(entries_of(crowded_plan(1000, 10), 100000).empty());
}

}  // namespace
}  // namespace tumen

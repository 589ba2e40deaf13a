#include "measures/answers/number_told.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "measures/answers/plays_answer.hpp"
#include "measures/headlines/yardstick.hpp"
#include "scenario/assembly/read_scenario.hpp"
#include "scenario/text/files.hpp"
#include "support/made_up.hpp"

namespace tumen::test {
namespace {

/// Two plays of the scenario and, where it has a campaign, of its yardstick.
struct Plays {
    Experiment experiment;
    HeadlineBook book;

    explicit Plays(Scenario scenario) : experiment(of(std::move(scenario))), book(experiment, 0) {
        for (std::uint32_t replicate = 1; replicate <= 2; ++replicate) {
            experiment.draws.push_back({replicate, {}, {}});
            for (std::uint32_t point = 0; point < experiment.points.size(); ++point)
                book.add(made_up_result(experiment, {replicate, point}));
        }
    }

    static Experiment of(Scenario scenario) {
        Experiment experiment = small_experiment(1, 2);
        experiment.points.front().scenario = std::move(scenario);
        add_yardsticks(experiment);
        return experiment;
    }
};

Scenario built_in(const std::string& name) {
    return *read_scenario(name, EmbeddedFiles());
}

/// What the answer and the command about what would narrow it take the same number from.
TEST(NumberTold, is_the_count_for_every_hundred_in_the_unit_of_what_was_counted) {
    struct Case {
        Scenario scenario;
        std::string counted;
        std::string unit;
        std::string label;
    };
    for (const Case& one :
         {Case{small_scenario(), "handed_in", "phones", "Phones for every 100 people who stopped"},
          Case{built_in("hoeryong-oath"), "signed", "people",
               "Oaths for every 100 people who stopped"}}) {
        const Plays plays(one.scenario);
        const HeadlineTable& table = plays.book.table();
        const auto told = number_of_answer(table);
        ASSERT_TRUE(told);
        EXPECT_EQ(told->headline.id, gap_id);
        EXPECT_EQ(told->headline.unit, one.unit);
        EXPECT_EQ(told->headline.label, one.label);
        const auto ratio = play_ratio(table);
        ASSERT_TRUE(ratio);
        EXPECT_EQ(ratio->official, one.counted);
        for (const auto& [replicate, value] : ratio->values)
            EXPECT_EQ(told->values.at(replicate), 100 * value);
        const PlaysAnswer answer = plays_answer(plays.experiment, 0, table);
        const auto row =
            std::find_if(answer.rows.begin(), answer.rows.end(),
                         [](const AnswerRow& each) { return each.part == AnswerPart::gap; });
        ASSERT_NE(row, answer.rows.end());
        EXPECT_EQ(row->label, one.label);
        EXPECT_EQ(row->unit, one.unit);
    }
}

TEST(NumberTold, is_a_level_where_there_is_no_campaign) {
    const Plays plays(*without_campaign(small_scenario()));
    const HeadlineTable& table = plays.book.table();
    const auto told = number_of_answer(table);
    ASSERT_TRUE(told);
    EXPECT_EQ(told->headline, *table.headline("calling_level"));
    EXPECT_EQ(told->values, play_values(table, "calling_level"));
    EXPECT_FALSE(number_told(table, gap_id));
    EXPECT_FALSE(number_told(table, "no_such"));
}

}  // namespace
}  // namespace tumen::test

#include "report/parts/answer_book.hpp"

#include <gtest/gtest.h>

#include "report/report.hpp"
#include "support/made_up.hpp"

namespace tumen::test {
namespace {

/// Ninety plays that each have a draw of their own, beside their yardstick.
Experiment drawn_experiment() {
    Experiment experiment = small_experiment(1, 90);
    add_yardsticks(experiment);
    for (const std::uint32_t replicate : experiment.replicates) {
        experiment.draws.push_back({replicate,
                                    {{"call_rate.family", 0.1 + 0.01 * replicate}},
                                    {{"oath", replicate % 2 == 0 ? "none" : "salience"}}});
    }
    return experiment;
}

template <class Taker>
void add_all(const Experiment& experiment, Taker& taker) {
    for (const std::uint32_t replicate : experiment.replicates) {
        for (const std::uint32_t point : {0u, 1u})
            taker.add(made_up_result(experiment, {replicate, point}));
    }
}

TEST(AnswerBook, works_out_once_what_plays_come_to_and_what_of_it_is_in_doubt) {
    const Experiment experiment = drawn_experiment();
    AnswerBook book(experiment, 0, Doubted::yes);
    add_all(experiment, book);
    const PlaysAnswer& answer = book.answer(experiment);
    EXPECT_FALSE(answer.rows.empty());
    EXPECT_EQ(answer.sentence, plays_answer(experiment, 0, book.headlines()).sentence);
    EXPECT_EQ(answer.rows.front().spread.plays, 90u);
    EXPECT_EQ(book.told(experiment), answer_told(experiment, answer));
    const Json doubt = book.doubt();
    EXPECT_FALSE(doubt.is_null());
    // What was worked out is kept: a play that comes too late does not change it.
    for (const std::uint32_t point : {0u, 1u})
        book.add(made_up_result(experiment, {91, point}));
    EXPECT_EQ(book.answer(experiment).rows.front().spread.plays, 90u);
    EXPECT_EQ(book.doubt(), doubt);
}

TEST(AnswerBook, of_which_nobody_asks_for_doubt_has_none_and_of_luck_alone_has_three_sentences) {
    const Experiment drawn = drawn_experiment();
    AnswerBook sure(drawn, 0, Doubted::no);
    add_all(drawn, sure);
    EXPECT_TRUE(sure.doubt().is_null());
    Experiment luck = drawn;
    luck.draws.clear();
    AnswerBook book(luck, 0, Doubted::no);
    add_all(luck, book);
    EXPECT_EQ(book.told(luck), answer_sentences(luck.points.front().scenario, book.headlines()));
}

TEST(AnswerBook, of_a_report_is_handed_on_with_all_that_it_heard) {
    const Experiment experiment = drawn_experiment();
    ReportPlays plays(experiment);
    const std::shared_ptr<const AnswerBook> book = plays.answer();
    add_all(experiment, plays);
    EXPECT_EQ(book->headlines().replicates(), experiment.replicates.size());
    EXPECT_FALSE(book->doubt().is_null());
}

}  // namespace
}  // namespace tumen::test

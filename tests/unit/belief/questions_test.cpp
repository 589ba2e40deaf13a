#include "belief/information/questions.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "belief/information/facts.hpp"

namespace tumen {
namespace {

using ::testing::HasSubstr;

std::string problem_of_question(const std::string& text) {
    const auto read = read_questions({"made up", "made_up.toml", text}, implied_quantities());
    return read ? "" : describe(read.error());
}

TEST(Questions, say_what_would_be_asked_and_of_whom) {
    std::set<std::string> ids;
    for (const LedgerQuestion& one : ledger_questions()) {
        ASSERT_NE(one.quantity, nullptr);
        EXPECT_TRUE(ids.insert(one.quantity->id).second) << one.quantity->id;
        EXPECT_TRUE(one.question.ends_with('?')) << one.question;
        EXPECT_FALSE(one.asked_of.empty()) << one.question;
        EXPECT_FALSE(one.quantity->statistic.empty()) << one.question;
        EXPECT_EQ(question_about(one.quantity->id), &one);
    }
    EXPECT_EQ(ids.count("Q1"), 1U) << "share of homes with a phone";
    EXPECT_EQ(question_about("Q2"), nullptr) << "a formula over the priors is no answer";
    EXPECT_EQ(questions_there_are().size(), ids.size());
}

TEST(Questions, name_what_is_wrong) {
    const std::string rest = "question = 'How many?'\nasked_of = 'people who left'\n";
    const std::string first = "[[question]]\nimplied = 'Q1'\n" + rest;
    EXPECT_EQ(problem_of_question(first), "");
    EXPECT_THAT(problem_of_question(first + first), HasSubstr("Q1 stands twice"));
    EXPECT_THAT(problem_of_question("[[question]]\nimplied = 'Q999'\n" + rest), HasSubstr("Q999"));
    EXPECT_THAT(problem_of_question("[[question]]\nimplied = 'Q2'\n" + rest),
                HasSubstr("no statistic"));
    EXPECT_THAT(problem_of_question("[[question]]\nimplied = 'Q1'\n"), HasSubstr("must be there"));
    EXPECT_THAT(problem_of_question(first + "known = 1\n"), HasSubstr("known"));
    EXPECT_THAT(problem_of_question("[[implied]]\n"), HasSubstr("[[question]]"));
}

}  // namespace
}  // namespace tumen

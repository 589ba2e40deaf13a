#include "rules/roles.hpp"
#include "rules/news.hpp"
#include "rules/oath.hpp"
#include "rules/punishment.hpp"

#include <gtest/gtest.h>

namespace tumen {
namespace {

// The order is that of every list of values by role or by sentence in evidence and scenarios.
TEST(Roles, StandInTheOrderOfTheContract) {
    EXPECT_EQ(index_of(Role::resident), 0u);
    EXPECT_EQ(index_of(Role::family), 1u);
    EXPECT_EQ(index_of(Role::smuggler), 2u);
    EXPECT_EQ(index_of(Role::broker), 3u);
    EXPECT_EQ(role_count, 4u);
}

TEST(Roles, OfTradeAreThoseThatLiveFromThePhone) {
    EXPECT_FALSE(is_trader(Role::resident));
    EXPECT_FALSE(is_trader(Role::family));
    EXPECT_TRUE(is_trader(Role::smuggler));
    EXPECT_TRUE(is_trader(Role::broker));
}

TEST(Sentences, StandInTheOrderOfTheContract) {
    EXPECT_EQ(index_of(Sentence::warned), 0u);
    EXPECT_EQ(index_of(Sentence::detained), 1u);
    EXPECT_EQ(index_of(Sentence::imprisoned), 2u);
    EXPECT_EQ(index_of(Sentence::exiled), 3u);
    EXPECT_EQ(sentence_count, 4u);
}

TEST(RivalRules, AreTheContractsUnlessChosenOtherwise) {
    const RivalRules rules;
    EXPECT_EQ(rules.learning, Learning::close);
    EXPECT_EQ(rules.oath, OathForce::salience);
    EXPECT_EQ(rules.enforcement, Enforcement::local);
    EXPECT_EQ(rules.trust, Trust::updated);
}

TEST(RivalRules, DifferWhereOneOfThemDiffers) {
    RivalRules other;
    EXPECT_EQ(other, RivalRules{});
    other.trust = Trust::fixed;
    EXPECT_NE(other, RivalRules{});
}

}  // namespace
}  // namespace tumen

#include "model/parameter_table.hpp"

#include <gtest/gtest.h>

#include <set>

namespace tumen {
namespace {

TEST(ParameterTable, HoldsEveryNumberOfTheParameters) {
    // Parameters consists of doubles and nothing else, so one that was forgotten shows here
    EXPECT_EQ(parameter_refs().size() * sizeof(double), sizeof(Parameters));
}

TEST(ParameterTable, NamesAreUnique) {
    std::set<std::string> names;
    for (const ParameterRef ref : parameter_refs())
        names.insert(name_of(ref));
    EXPECT_EQ(names.size(), parameter_refs().size());
    std::set<std::string_view> rows;
    for (const ParameterRow& row : parameter_rows())
        rows.insert(row.name);
    EXPECT_EQ(rows.size(), parameter_rows().size());
}

TEST(ParameterTable, EveryNumberIsFoundByItsName) {
    for (const ParameterRef ref : parameter_refs()) {
        ASSERT_EQ(find_parameter(name_of(ref)), ref) << name_of(ref);
    }
}

TEST(ParameterTable, SettingOneNumberSetsNoOther) {
    for (const ParameterRef ref : parameter_refs()) {
        Parameters parameters{};
        set(parameters, ref, 7);
        for (const ParameterRef other : parameter_refs()) {
            ASSERT_EQ(get(parameters, other), other == ref ? 7 : 0)
                << name_of(ref) << " " << name_of(other);
        }
    }
}

TEST(ParameterTable, ANameReachesTheMemberOfThatName) {
    Parameters parameters{};
    set(parameters, *find_parameter("fee_base"), 0.22);
    set(parameters, *find_parameter("phone_share.smuggler"), 0.9);
    set(parameters, *find_parameter("sentence_harsh.exiled"), 0.18);
    set(parameters, *find_parameter("news_distrust"), 0.2);
    EXPECT_EQ(parameters.remittance.fee_base, 0.22);
    EXPECT_EQ(parameters.population.phone_share[index_of(Role::smuggler)], 0.9);
    EXPECT_EQ(parameters.punishment.sentence_harsh[index_of(Sentence::exiled)], 0.18);
    EXPECT_EQ(parameters.news.news_distrust, 0.2);
}

TEST(ParameterTable, KnowsNoOtherNames) {
    for (const char* wrong : {"", ".", "fee", "fee_base.family", "phone_share", "phone_share.",
                              "phone_share.nobody", "phone_share.warned", "sentence_calm.broker",
                              "sentence_calm", "fee_base ", "FEE_BASE", ".family"}) {
        EXPECT_EQ(find_parameter(wrong), std::nullopt) << wrong;
    }
}

TEST(ParameterTable, GoesThroughTheRulesInOrder) {
    std::size_t last = 0;
    for (const ParameterRow& row : parameter_rows()) {
        ASSERT_GE(static_cast<std::size_t>(row.group), last) << row.name;
        last = static_cast<std::size_t>(row.group);
    }
    EXPECT_EQ(name_of(static_cast<Group>(last)), "news");
}

TEST(ParameterTable, WhatACityIsBuiltOfIsNotScheduled) {
    for (const ParameterRow& row : parameter_rows()) {
        EXPECT_EQ(row.kind == Kind::build, row.group == Group::population) << row.name;
    }
}

TEST(ParameterTable, ItsWordsAreThoseOfTheDocuments) {
    EXPECT_EQ(name_of(Group::population), "population");
    EXPECT_EQ(name_of(Group::hand_in), "hand_in");
    EXPECT_EQ(name_of(Unit::people), "people");
    EXPECT_EQ(name_of(Unit::probability_a_day), "probability/day");
    EXPECT_EQ(name_of(Unit::cny), "CNY");
    EXPECT_EQ(name_of(Unit::log_odds), "log-odds");
    EXPECT_EQ(name_of(Kind::build), "build");
    EXPECT_EQ(name_of(Kind::daily), "daily");
    EXPECT_EQ(name_of(Role::family), "family");
    EXPECT_EQ(name_of(Sentence::imprisoned), "imprisoned");
    EXPECT_EQ(index_name(Indexing::single, 0), "");
    EXPECT_EQ(index_name(Indexing::by_role, 3), "broker");
    EXPECT_EQ(index_name(Indexing::by_sentence, 0), "warned");
    EXPECT_EQ(index_count(Indexing::single), 1u);
    EXPECT_EQ(index_count(Indexing::by_role), 4u);
    EXPECT_EQ(row_of(*find_parameter("penalty")).name, "penalty");
}

}  // namespace
}  // namespace tumen

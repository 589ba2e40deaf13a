#include "sweep/value_lists.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tumen::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const VaryRules sweeps{BeyondEvidence::refused, {}, Levels::allowed};

std::string refusal_of_rules(const std::vector<std::string>& texts,
                             const VaryRules& rules = sweeps) {
    const auto given = listed_points(texts, rules);
    return given ? "" : describe(given.error());
}

TEST(ValueLists, are_lists_of_values_and_no_ranges) {
    EXPECT_TRUE(has_list({"detection", "fee_base=20 %,30 %"}));
    EXPECT_FALSE(has_list({"fee_base", "fee_base=20 %..40 %:5", "residents=1,000..20,000"}));
}

TEST(ValueLists, keep_their_order_and_come_in_every_combination) {
    const auto given = listed_points({"fee_base=30 %, 20 %,0.25", "penalty=0,300"}, sweeps);
    ASSERT_TRUE(given) << describe(given.error());
    EXPECT_THAT(given->rows,
                ElementsAre(DesignRow{0.3, 0}, DesignRow{0.3, 300}, DesignRow{0.2, 0},
                            DesignRow{0.2, 300}, DesignRow{0.25, 0}, DesignRow{0.25, 300}));
    EXPECT_EQ(given->design.method, given_method);
    EXPECT_EQ(given->design.samples, 6u);
    EXPECT_EQ(given->design.factors[0].low, 0.2);
    EXPECT_EQ(given->design.factors[0].high, 0.3);
}

TEST(ValueLists, stand_beside_ranges_with_their_levels) {
    const auto given = listed_points({"penalty=0,300", "fee_base=20 %..40 %:3"}, sweeps);
    ASSERT_TRUE(given) << describe(given.error());
    EXPECT_THAT(given->rows,
                ElementsAre(DesignRow{0, 0.2}, DesignRow{0, 0.3}, DesignRow{0, 0.4},
                            DesignRow{300, 0.2}, DesignRow{300, 0.3}, DesignRow{300, 0.4}));
    EXPECT_EQ(given->design.factors[1].levels, 0u);
}

TEST(ValueLists, are_rivals_of_a_rule_and_all_where_none_is_named) {
    EXPECT_TRUE(has_list({"rules.trust"}));
    const auto given = listed_points({"rules.trust=fixed,updated", "fee_base=0.2,0.3"}, sweeps);
    ASSERT_TRUE(given) << describe(given.error());
    EXPECT_THAT(given->rows, ElementsAre(DesignRow{1, 0.2}, DesignRow{1, 0.3}, DesignRow{0, 0.2},
                                         DesignRow{0, 0.3}));
    EXPECT_EQ(unit_name(given->design.factors[0]), "rival");
    const auto all = listed_points({"rules.oath"}, sweeps);
    ASSERT_TRUE(all) << describe(all.error());
    EXPECT_THAT(all->rows, ElementsAre(DesignRow{0}, DesignRow{1}, DesignRow{2}));
}

DesignRows dates(const std::string& text) {
    const auto given = listed_points({"hand_in_drive.to=" + text}, sweeps);
    EXPECT_TRUE(given) << describe(given.error());
    return given ? given->rows : DesignRows();
}

TEST(ValueLists, are_dates_by_name_in_levels_or_so_many_days_apart) {
    EXPECT_THAT(dates("1970-01-11,1970-01-05"), ElementsAre(DesignRow{10}, DesignRow{4}));
    EXPECT_THAT(dates("1970-01-01..1970-01-10:4"),
                ElementsAre(DesignRow{0}, DesignRow{3}, DesignRow{6}, DesignRow{9}));
    EXPECT_THAT(dates("1970-01-01..1970-01-10:4 days"),
                ElementsAre(DesignRow{0}, DesignRow{4}, DesignRow{8}));
    EXPECT_EQ(dates("1970-01-01..1970-01-11").size(), 5u);
    EXPECT_EQ(dates("1970-01-01..1970-01-03:1 day").size(), 3u);
}

TEST(ValueLists, of_rules_and_dates_that_cannot_be_read_say_how_they_are_written) {
    EXPECT_THAT(refusal_of_rules({"rules.trust=fixed,learned"}),
                HasSubstr("one of updated, fixed"));
    EXPECT_THAT(refusal_of_rules({"rules.trust=fixed"}), HasSubstr("--set rules.trust=fixed"));
    EXPECT_THAT(refusal_of_rules({"rules.trust=fixed,fixed"}), HasSubstr("given twice"));
    EXPECT_THAT(refusal_of_rules({"rules.trst=fixed,updated"}), HasSubstr("rules.trust?"));
    EXPECT_THAT(refusal_of_rules({"hand_in_drive.from"}), HasSubstr("DATE..DATE:14 days"));
    EXPECT_THAT(refusal_of_rules({"hand_in_drive.from=1970-01-01,soon"}), HasSubstr("no date"));
    EXPECT_THAT(refusal_of_rules({"hand_in_drive.from=1970-01-05..1970-01-01"}),
                HasSubstr("not after"));
    EXPECT_THAT(refusal_of_rules({"hand_in_drive.from=1970-01-01..1970-01-05:9"}),
                HasSubstr("levels"));
    EXPECT_THAT(refusal_of_rules({"hand_in_drive.from=1970-01-01..1970-01-05:0 days"}),
                HasSubstr("step"));
    EXPECT_THAT(refusal_of_rules({"drive.from=1970-01-01,1970-01-02"}),
                HasSubstr("hand_in_drive.from"));
    EXPECT_THAT(refusal_of_rules({"hand_in_drive.from=1970-01-01,1970-01-02",
                                  "hand_in_drive[1].from=1970-01-01,1970-01-02"}),
                HasSubstr("given twice"));
    EXPECT_THAT(refusal_of_rules({"rules.trust"}, {BeyondEvidence::refused, {"rules.trust=fixed"}}),
                HasSubstr("both set and varied"));
}

TEST(ValueLists, that_cannot_be_played_are_refused_with_a_reason) {
    EXPECT_THAT(refusal_of_rules({"fee_base=0.2,0.2"}), HasSubstr("given twice"));
    EXPECT_THAT(refusal_of_rules({"fee_base=0.2,"}), HasSubstr("cannot be read"));
    EXPECT_THAT(refusal_of_rules({"fee_base=0.2,many"}), HasSubstr("cannot be read"));
    EXPECT_THAT(refusal_of_rules({"fee_base=0.2,1.5"}), HasSubstr("is impossible"));
    EXPECT_THAT(refusal_of_rules({"ties=6,7.5"}), HasSubstr("whole ones"));
    EXPECT_THAT(refusal_of_rules({"no_such=1,2"}), HasSubstr("there is no parameter"));
    EXPECT_THAT(refusal_of_rules({"fee_base=0.2,0.9"}), HasSubstr("beyond the evidence"));
    EXPECT_THAT(refusal_of_rules({"fee_base=0.2,0.3"}, {BeyondEvidence::refused, {"fee_base=0.3"}}),
                HasSubstr("both set and varied"));
}

}  // namespace
}  // namespace tumen::test

#include "sweep/value_lists.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tumen::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const VaryRules sweeps{BeyondEvidence::refused, {}, Levels::allowed};

std::string refusal(const std::vector<std::string>& texts, const VaryRules& rules = sweeps) {
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

TEST(ValueLists, that_cannot_be_played_are_refused_with_a_reason) {
    EXPECT_THAT(refusal({"fee_base=0.2,0.2"}), HasSubstr("given twice"));
    EXPECT_THAT(refusal({"fee_base=0.2,"}), HasSubstr("cannot be read"));
    EXPECT_THAT(refusal({"fee_base=0.2,many"}), HasSubstr("cannot be read"));
    EXPECT_THAT(refusal({"fee_base=0.2,1.5"}), HasSubstr("is impossible"));
    EXPECT_THAT(refusal({"ties=6,7.5"}), HasSubstr("whole ones"));
    EXPECT_THAT(refusal({"no_such=1,2"}), HasSubstr("there is no parameter"));
    EXPECT_THAT(refusal({"fee_base=0.2,0.9"}), HasSubstr("beyond the evidence"));
    EXPECT_THAT(refusal({"fee_base=0.2,0.3"}, {BeyondEvidence::refused, {"fee_base=0.3"}}),
                HasSubstr("both set and varied"));
}

}  // namespace
}  // namespace tumen::test

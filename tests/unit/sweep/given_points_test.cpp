#include "sweep/given_points.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tumen::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Expected<GivenPoints, Diagnostic> read(std::string text, std::vector<std::string> set = {}) {
    return read_given_points({"points", "points.csv", std::move(text), Place::folder}, set);
}

std::string refusal(std::string text, std::vector<std::string> set = {}) {
    const auto given = read(std::move(text), std::move(set));
    return given ? "" : describe(given.error());
}

TEST(GivenPoints, are_read_in_their_order_as_numbers_or_quantities) {
    const auto given = read("fee_base, \"detection\"\r\n0.25,0.002\n\n 30 % ,0.001\n0.25,0.004\n");
    ASSERT_TRUE(given);
    EXPECT_THAT(given->rows,
                ElementsAre(DesignRow{0.25, 0.002}, DesignRow{0.3, 0.001}, DesignRow{0.25, 0.004}));
    EXPECT_EQ(given->design.method, given_method);
    EXPECT_EQ(given->design.samples, 3u);
    EXPECT_EQ(given->design.factors[1].name, "detection");
    EXPECT_EQ(given->design.factors[1].low, 0.001);
    EXPECT_EQ(given->design.factors[1].high, 0.004);
}

TEST(GivenPoints, have_columns_of_rules_and_of_dates) {
    const auto given =
        read("rules.trust,hand_in_drive[2].to\nfixed,1970-01-03\nupdated,1970-01-02\n");
    ASSERT_TRUE(given) << describe(given.error());
    EXPECT_THAT(given->rows, ElementsAre(DesignRow{1, 2}, DesignRow{0, 1}));
    EXPECT_EQ(given->design.factors[1].low, 1);
    EXPECT_EQ(given->design.factors[1].high, 2);
    EXPECT_THAT(refusal("rules.trust\nfixed\nlearned\n"), HasSubstr("points.csv:3"));
    EXPECT_THAT(refusal("rules.trust\nfixed\nupdated\n", {"rules.trust=fixed"}),
                HasSubstr("both set"));
}

TEST(GivenPoints, say_where_they_go_beyond_the_evidence) {
    const auto given = read("fee_base,detection\n0.3,0.002\n0.9,0.002\n");
    ASSERT_TRUE(given);
    EXPECT_EQ(given->design.factors[0].evidence, Evidence::beyond);
    EXPECT_EQ(given->design.factors[1].evidence, Evidence::within);
}

TEST(GivenPoints, that_cannot_be_read_are_named_with_their_line) {
    EXPECT_THAT(refusal(""), HasSubstr("empty"));
    EXPECT_THAT(refusal("fee_bse\n1\n2\n"), HasSubstr("points.csv:1"));
    EXPECT_THAT(refusal("fee_bse\n1\n2\n"), HasSubstr("fee_base"));
    EXPECT_THAT(refusal("fee_base,fee_base\n0.2,0.3\n"), HasSubstr("two columns"));
    EXPECT_THAT(refusal("fee_base\n0.2\n0.3,0.4\n"), HasSubstr("2 values for 1 parameters"));
    EXPECT_THAT(refusal("fee_base\n0.2\nmuch\n"), HasSubstr("points.csv:3"));
    EXPECT_THAT(refusal("fee_base\n0.2\n"), HasSubstr("fewer than two"));
    EXPECT_THAT(refusal("fee_base\n0.2\n0.3\n", {"fee_base=0.25"}), HasSubstr("both set"));
}

}  // namespace
}  // namespace tumen::test

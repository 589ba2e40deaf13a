#include "sensitivity/morris.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <map>
#include <set>

namespace tumen {
namespace {

TEST(MorrisRows, move_every_factor_once_by_one_step) {
    const MorrisDesign design{5, 20, 6};
    const DesignRows rows = morris_rows(design, 7);
    ASSERT_EQ(rows.size(), 20U * 6);
    EXPECT_DOUBLE_EQ(morris_step(6), 0.6);
    for (std::size_t trajectory = 0; trajectory < 20; ++trajectory) {
        std::set<std::size_t> moved;
        for (std::size_t step = 1; step <= 5; ++step) {
            const std::size_t row = trajectory * 6 + step;
            for (std::size_t factor = 0; factor < 5; ++factor) {
                const double change = rows[row][factor] - rows[row - 1][factor];
                if (change == 0) continue;
                EXPECT_NEAR(std::abs(change), 0.6, 1e-12);
                EXPECT_TRUE(moved.insert(factor).second);
            }
        }
        EXPECT_EQ(moved.size(), 5U);
    }
}

TEST(MorrisRows, visit_every_level_equally_often) {
    // 4000 visits to 4 levels, 1000 each; two of a trajectory always share half of them, so the
    // error of a count is at most sqrt(4000 / 4) = 32; five of it are allowed.
    const DesignRows rows = morris_rows({1, 2000, 4}, 3);
    std::map<int, int> visits;
    for (const DesignRow& row : rows)
        ++visits[static_cast<int>(std::lround(row[0] * 3))];
    ASSERT_EQ(visits.size(), 4U);
    for (const auto& [level, count] : visits)
        EXPECT_NEAR(count, 1000, 160) << level;
}

TEST(MorrisRows, begin_the_same_however_many_follow) {
    const DesignRows few = morris_rows({3, 4, 4}, 9);
    DesignRows many = morris_rows({3, 10, 4}, 9);
    many.resize(few.size());
    EXPECT_EQ(few, many);
    EXPECT_NE(few, morris_rows({3, 4, 4}, 10));
}

TEST(ElementaryEffects, are_changes_of_the_output_over_the_whole_range) {
    // 2 x + 3 y: effects 2 and 3, whatever the direction.
    const MorrisDesign design{2, 6, 4};
    const DesignRows rows = morris_rows(design, 1);
    std::vector<double> outputs;
    for (const DesignRow& row : rows)
        outputs.push_back(2 * row[0] + 3 * row[1]);
    const ElementaryEffects effects = elementary_effects(design, rows, outputs);
    for (std::size_t trajectory = 0; trajectory < 6; ++trajectory) {
        EXPECT_NEAR(effects[0][trajectory].value(), 2, 1e-12);
        EXPECT_NEAR(effects[1][trajectory].value(), 3, 1e-12);
    }
    const auto found = screening(effects[1]);
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->mean.value, 3, 1e-12);
    EXPECT_NEAR(found->size.value, 3, 1e-12);
    EXPECT_NEAR(found->spread.value, 0, 1e-12);
    EXPECT_EQ(found->effects, 6U);
}

TEST(ElementaryEffects, lose_only_those_that_a_missing_output_touches) {
    const MorrisDesign design{2, 3, 4};
    const DesignRows rows = morris_rows(design, 1);
    std::vector<double> outputs(rows.size(), 1.0);
    outputs[3] = std::numeric_limits<double>::quiet_NaN();  // the first of the second trajectory
    const ElementaryEffects effects = elementary_effects(design, rows, outputs);
    int there = 0;
    for (const auto& factor : effects) {
        for (const auto& effect : factor)
            there += effect ? 1 : 0;
    }
    EXPECT_EQ(there, 5);  // of 6: one step touches that point
}

TEST(Screening, lets_effects_of_both_signs_cancel_in_the_mean_only) {
    const std::vector<std::optional<double>> effects = {1.0, -1.0, std::nullopt, 1.0, -1.0};
    const auto found = screening(effects);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->effects, 4U);
    EXPECT_DOUBLE_EQ(found->mean.value, 0);
    EXPECT_DOUBLE_EQ(found->size.value, 1);
    EXPECT_NEAR(found->spread.value, std::sqrt(4.0 / 3), 1e-12);
    ASSERT_TRUE(found->size.interval);
    EXPECT_DOUBLE_EQ(found->size.interval->low, 1);
    EXPECT_LT(found->mean.interval->low, 0);
    EXPECT_GT(found->mean.interval->high, 0);
    EXPECT_FALSE(screening(std::vector<std::optional<double>>{2.0, std::nullopt}));
}

}  // namespace
}  // namespace tumen

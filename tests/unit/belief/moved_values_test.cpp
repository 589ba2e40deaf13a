#include "belief/moved_values.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "belief/prior/prior_draw.hpp"

namespace tumen {
namespace {

constexpr std::uint32_t candidates = 600;

/// A belief that keeps the draws of the prior in which a value lies above its median, all alike.
Belief above_the_median(const std::string& name) {
    const auto& entries = ledger_priors().entries();
    const auto place = std::find_if(entries.begin(), entries.end(),
                                    [&](const PriorEntry& one) { return one.name == name; }) -
                       entries.begin();
    std::vector<double> values;
    Belief belief;
    belief.seed = 1;
    belief.candidates = candidates;
    for (std::uint32_t draw = 1; draw <= candidates; ++draw)
        values.push_back((*draw_priors(ledger_priors(), 1, draw))[static_cast<std::size_t>(place)]);
    std::vector<double> sorted = values;
    std::sort(sorted.begin(), sorted.end());
    for (std::uint32_t draw = 1; draw <= candidates; ++draw) {
        if (values[draw - 1] > sorted[candidates / 2]) belief.weighed.push_back({draw, 0, {}});
    }
    belief.effective = static_cast<double>(belief.weighed.size());
    return belief;
}

TEST(MovedValues, are_those_that_the_patterns_say_something_about) {
    const auto moved = moved_values(above_the_median("fee_base"));
    ASSERT_TRUE(moved);
    const auto found = std::find_if(moved->values.begin(), moved->values.end(),
                                    [](const MovedValue& one) { return one.name == "fee_base"; });
    ASSERT_NE(found, moved->values.end());
    // The upper half of a normal distribution: mean 0.798, spread 0.603.
    EXPECT_NEAR(found->shift, 0.798, 0.02);
    EXPECT_NEAR(found->spread, 0.603, 0.02);
    EXPECT_GT(found->after.low, found->before.low);
    // 95 % of the upper half are 97.5 % of all: a little above.
    EXPECT_GE(found->after.high, found->before.high);
    EXPECT_NEAR(found->after.high, found->before.high, 0.1 * found->before.high);
    EXPECT_GT(moved->all, 100U);
    EXPECT_LT(moved->values.size(), moved->all / 10) << "what goes with it, and a few by chance";
}

TEST(MovedValues, are_none_where_every_draw_was_kept) {
    Belief belief;
    belief.seed = 1;
    belief.candidates = 200;
    for (std::uint32_t draw = 1; draw <= 200; ++draw)
        belief.weighed.push_back({draw, 0, {}});
    belief.effective = 200;
    const auto moved = moved_values(belief);
    ASSERT_TRUE(moved);
    EXPECT_TRUE(moved->values.empty());
    EXPECT_TRUE(moved_values(Belief{})->values.empty());
}

}  // namespace
}  // namespace tumen

#include "model/wide.hpp"

#include <gtest/gtest.h>

#include <array>
#include <vector>

#include "base/draw.hpp"

/// Loops over many at once give what the rule gives for one.
namespace tumen {
namespace {

TEST(AdultsOf, CountsWhatTheTableOfTheDistributionSays) {
    const BinomialTable more_adults(7, 0.31);
    std::array<RandomBlock, households_at_once> drawn{};
    for (std::uint32_t i = 0; i < drawn.size(); ++i) {
        drawn[i] = draw({42, 1, 1}, {i, 0, Purpose{1}});
    }
    for (const std::size_t count :
         {std::size_t{1}, std::size_t{7}, std::size_t{63}, drawn.size()}) {
        std::array<std::uint8_t, households_at_once> adults{};
        adults_of(drawn.data(), count, more_adults, adults.data());
        for (std::size_t h = 0; h < drawn.size(); ++h) {
            const int expected = 1 + more_adults.quantile(uniform(drawn[h].word[0]));
            EXPECT_EQ(adults[h], h < count ? expected : 0) << h << " of " << count;
        }
    }
}

TEST(AdultsOf, KnowsTheWordsAtTheEnds) {
    const BinomialTable nobody_more(2, 0);
    const BinomialTable everybody_more(2, 1);
    const std::array<RandomBlock, 2> drawn{RandomBlock{{0, 0, 0, 0}},
                                           RandomBlock{{0xFFFFFFFFu, 0, 0, 0}}};
    std::array<std::uint8_t, 2> adults{};
    adults_of(drawn.data(), 2, nobody_more, adults.data());
    EXPECT_EQ(adults[0], 1);
    EXPECT_EQ(adults[1], 1);
    adults_of(drawn.data(), 2, everybody_more, adults.data());
    EXPECT_EQ(adults[0], 3);
    EXPECT_EQ(adults[1], 3);
}

TEST(EitherBelow, SaysWhoseWordsLieBelowTheThresholds) {
    std::array<RandomBlock, households_at_once> drawn{};
    for (std::uint32_t i = 0; i < drawn.size(); ++i)
        drawn[i] = draw({42, 1, 1}, {i, 0, Purpose{1}});
    drawn[3].word = {0, 0, UINT32_MAX, 0};
    drawn[5].word = {0, UINT32_MAX, 0, 0};
    const std::array<std::uint64_t, 6> thresholds{
        0, 1, 1u << 30, drawn[9].word[1], UINT32_MAX, std::uint64_t{1} << 32};
    for (const std::uint64_t second : thresholds) {
        for (const std::uint64_t third : thresholds) {
            for (const std::size_t count : {std::size_t{1}, std::size_t{50}, drawn.size()}) {
                std::uint64_t expected = 0;
                for (std::size_t h = 0; h < count; ++h) {
                    const bool below = drawn[h].word[1] < second || drawn[h].word[2] < third;
                    expected |= std::uint64_t{below} << h;
                }
                EXPECT_EQ(either_below(drawn.data(), count, second, third), expected)
                    << count << " households, " << second << ", " << third;
            }
        }
    }
}

/// Both go through the normal distribution, whose tails are computed one by one.
TEST(TraitsOfMany, AreThoseOfTheRuleBitForBit) {
    PopulationParameters p{};
    p.savings_median = 3000;
    p.savings_spread = 0.9;
    p.aversion_spread = 0.4;
    p.savings_factor = {1, 1, 1, 1};
    std::vector<RandomBlock> drawn(1000);
    for (std::uint32_t i = 0; i < drawn.size(); ++i)
        drawn[i] = draw({7, 1, 1}, {i, 0, Purpose{1}});
    drawn[0].word = {0, 0, 0, 0};
    drawn[1].word = {0, UINT32_MAX, UINT32_MAX, 0};
    drawn[2].word = {0, 0x13333333u, 0x13333334u, 0};  // where the centre ends
    std::vector<double> savings(drawn.size());
    std::vector<double> aversions(drawn.size());
    median_savings(p, drawn.data(), drawn.size(), savings.data());
    risk_aversions(p, drawn.data(), drawn.size(), aversions.data());
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        ASSERT_EQ(savings[i], ordinary_savings(p, Role::family, uniform(drawn[i].word[1]))) << i;
        ASSERT_EQ(aversions[i], risk_aversion(p, uniform(drawn[i].word[2]))) << i;
    }
}

TEST(NeedsOf, IsTheRuleOfEachHome) {
    ContactParameters p{};
    p.need_shock = 0.2;
    p.savings_scale = 3000;
    std::array<double, 13> base_need{};
    std::array<double, 13> base{};
    std::array<double, 13> excess{};
    for (std::size_t h = 0; h < base.size(); ++h) {
        base_need[h] = 0.07 * static_cast<double>(h);
        base[h] = 400.0 * static_cast<double>(h);
        excess[h] = h % 3 == 0 ? -5000.0 : 800.0 * static_cast<double>(h);
    }
    std::array<double, 13> needs{};
    needs_of(p, 0.6, base_need.data(), base.data(), excess.data(), needs.data(), needs.size());
    for (std::size_t h = 0; h < needs.size(); ++h) {
        EXPECT_EQ(needs[h], need(p, base_need[h], base[h] + excess[h] * 0.6)) << h;
    }
}

}  // namespace
}  // namespace tumen

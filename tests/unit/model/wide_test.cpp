#include "model/wide.hpp"

#include <gtest/gtest.h>

#include <array>

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

#include "model/wide.hpp"

#include <gtest/gtest.h>

#include <array>

#include "base/draw.hpp"

/// Loops over many at once give what the rule gives for one.
namespace tumen {
namespace {

/// Words as somebody draws them, and those at the ends.
WordColumn drawn_words(Purpose purpose) {
    WordColumn words{};
    for (std::uint32_t i = 0; i < words.size(); ++i)
        words[i] = draw({42, 1, 1}, {i, 0, purpose}).word[0];
    words[3] = 0;
    words[5] = UINT32_MAX;
    return words;
}

TEST(AdultsOf, CountsWhatTheTableOfTheDistributionSays) {
    const BinomialTable more_adults(7, 0.31);
    const WordColumn words = drawn_words(Purpose{1});
    std::array<std::uint8_t, columns_length> adults{};
    adults_of(words, more_adults, adults);
    for (std::size_t h = 0; h < words.size(); ++h)
        EXPECT_EQ(adults[h], 1 + more_adults.quantile(uniform(words[h]))) << h;
}

TEST(AdultsOf, KnowsThatNobodyOrEverybodyMayBeMore) {
    const WordColumn words = drawn_words(Purpose{1});
    std::array<std::uint8_t, columns_length> adults{};
    adults_of(words, BinomialTable(2, 0), adults);
    for (const std::uint8_t number : adults)
        EXPECT_EQ(number, 1);
    adults_of(words, BinomialTable(2, 1), adults);
    for (const std::uint8_t number : adults)
        EXPECT_EQ(number, 3);
}

TEST(Below, SaysWhichWordsLieBelowTheThreshold) {
    const WordColumn words = drawn_words(Purpose{1});
    for (const std::uint64_t threshold :
         {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{1} << 30, std::uint64_t{words[9]},
          std::uint64_t{UINT32_MAX}, std::uint64_t{1} << 32}) {
        std::uint64_t expected = 0;
        for (std::size_t h = 0; h < words.size(); ++h)
            expected |= std::uint64_t{words[h] < threshold} << h;
        EXPECT_EQ(below(words, threshold), expected) << threshold;
    }
}

/// Both go through the normal distribution, whose centre and tails are computed apart.
TEST(TraitsOfMany, AreThoseOfTheRuleBitForBit) {
    PopulationParameters p{};
    p.savings_median = 3000;
    p.savings_spread = 0.9;
    p.aversion_spread = 0.4;
    p.savings_factor = {1, 1, 1, 1};
    for (std::uint8_t n = 1; n <= 30; ++n) {
        WordColumn words = drawn_words(Purpose{n});
        words[8] = 0x13333333u;  // where the centre ends
        words[9] = 0x13333334u;
        words[10] = ~words[8];
        words[11] = ~words[9];
        const std::size_t count = n % 2 == 0 ? words.size() : 40 + n;
        std::array<double, columns_length> savings{};
        std::array<double, columns_length> aversions{};
        median_savings(p, words, count, savings.data());
        risk_aversions(p, words, count, aversions.data());
        for (std::size_t i = 0; i < words.size(); ++i) {
            const double u = uniform(words[i]);
            ASSERT_EQ(savings[i], i < count ? ordinary_savings(p, Role::family, u) : 0) << i;
            ASSERT_EQ(aversions[i], i < count ? risk_aversion(p, u) : 0) << i;
        }
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

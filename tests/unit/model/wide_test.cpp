
#include "model/lanes/wide.hpp"
#include <gtest/gtest.h>
#include <array>
#include "base/draw.hpp"
#include "rules/contact.hpp"
#include "rules/population.hpp"

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

TEST(FlagsOfPeople, AreTheBitsOfEachPerson) {
    std::array<std::uint64_t, 24> flags{};
    for (std::uint32_t f = 0; f < flags.size(); ++f) {
        const RandomBlock drawn = draw({42, 1, 1}, {f, 0, Purpose{1}});
        flags[f] = std::uint64_t{drawn.word[0]} << 32 | drawn.word[1];
    }
    std::array<std::uint32_t, columns_length> people{};
    flags_of_people(flags, people);
    for (std::size_t n = 0; n < people.size(); ++n) {
        std::uint32_t expected = 0;
        for (std::size_t f = 0; f < flags.size(); ++f)
            expected |= static_cast<std::uint32_t>(flags[f] >> n & 1u) << f;
        EXPECT_EQ(people[n], expected) << n;
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
        const std::size_t count = n % 2 == 0 ? words.size() : 30 + n;
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

ContactParameters some_contact() {
    ContactParameters p{};
    p.need_shock = 0.2;
    p.savings_scale = 3000;
    p.contact_benefit_floor = 0.7;
    p.contact_benefit_need = 1;
    p.penalty = 150;
    p.oath_effect = 0.15;
    p.risk_followed = 0.02;
    p.hysteresis = 0.1;
    return p;
}

/// People in all sorts of situations.
ReviewColumns some_people() {
    ReviewColumns people{};
    for (std::size_t n = 0; n < columns_length; ++n) {
        const double step = static_cast<double>(n);
        people.base_need[n] = 0.015 * step;
        people.savings_base[n] = 100 * step;
        people.savings_excess[n] = n % 3 == 0 ? -5000.0 : 300 * step;
        people.benefit[n] = 0.35 * static_cast<double>(n % 5);
        people.going_on[n] = n % 4 == 0 ? 0.3 : 1;
        people.aversion[n] = 0.5 + 0.03 * step;
        people.risk_excess[n] = 0.0003 * static_cast<double>(n % 7) - 0.0005;
        people.least_felt[n] =
            least_felt_risk(some_contact(), n % 4 == 0 ? Watch::followed : Watch::none);
        people.oath_force[n] = n % 2 == 0 ? 0 : 1 / (1 + step);
    }
    return people;
}

TEST(ReviewsOf, AreTheRuleOfEachPerson) {
    const ContactParameters p = some_contact();
    const ReviewDay day{0.6, 0.002, 0.9, 1.6, Deterrence::severity};
    const ReviewColumns people = some_people();
    std::array<std::size_t, 3> how_many{};
    for (const std::size_t count : {std::size_t{1}, std::size_t{13}, columns_length}) {
        std::array<Contact, columns_length> decided{};
        reviews_of(p, day, people, count, decided);
        for (std::size_t n = 0; n < count; ++n) {
            const double needed = need(p, people.base_need[n],
                                       people.savings_base[n] + people.savings_excess[n] * 0.6);
            const double penalty =
                penalty_feared(p, Deterrence::severity, 1.6, people.oath_force[n]);
            const double risk = 0.002 + people.risk_excess[n] * 0.9;
            const double felt = felt_risk(p, risk, n % 4 == 0 ? Watch::followed : Watch::none);
            const double benefit =
                benefit_of_contact(p, people.benefit[n], people.going_on[n], needed);
            const Contact expected =
                review(p, net_benefit(benefit, people.aversion[n], felt, penalty));
            EXPECT_EQ(decided[n], expected) << n << " of " << count;
            ++how_many[static_cast<std::size_t>(expected)];
        }
    }
    for (const std::size_t people_who_decide_so : how_many)
        EXPECT_GT(people_who_decide_so, 3u);
}

}  // namespace
}  // namespace tumen

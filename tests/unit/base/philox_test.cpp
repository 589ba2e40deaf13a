#include "base/philox.hpp"

#include <Random123/philox.h>
#include <gtest/gtest.h>

#include "base/draw.hpp"

namespace tumen {
namespace {

using Words = std::array<std::uint32_t, 4>;

// The known answers published with Random123 (kat_vectors, philox4x32, 10 rounds).
TEST(Philox, GivesThePublishedWordsForZeros) {
    const Words expected = {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8};
    EXPECT_EQ(philox({0, 0, 0, 0}, 0).word, expected);
}

TEST(Philox, GivesThePublishedWordsForOnes) {
    const std::uint32_t ones = 0xffffffff;
    const Words expected = {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd};
    EXPECT_EQ(philox({ones, ones, ones, ones}, 0xffffffffffffffff).word, expected);
}

TEST(Philox, GivesThePublishedWordsForTheDigitsOfPi) {
    const Words expected = {0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1};
    const Words counter = {0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344};
    EXPECT_EQ(philox(counter, 0x299f31d0a4093822).word, expected);
}

TEST(Philox, AgreesWithRandom123OnManyCountersAndKeys) {
    r123::Philox4x32 reference;
    Words counter = {1, 2, 3, 4};
    std::uint64_t key = 5;
    for (int i = 0; i < 100000; ++i) {
        const r123::Philox4x32::ctr_type theirs =
            reference({{counter[0], counter[1], counter[2], counter[3]}},
                      {{static_cast<std::uint32_t>(key), static_cast<std::uint32_t>(key >> 32)}});
        const Words ours = philox(counter, key).word;
        for (std::size_t w = 0; w < 4; ++w)
            ASSERT_EQ(ours[w], theirs[w]);
        counter = ours;  // wander over the whole space
        key = key * 6364136223846793005u + ours[0];
    }
}

TEST(Draw, PacksItsNameAsWrittenDown) {
    // The layout is frozen: it is part of every result. Counter: entity, day and purpose and index,
    // replicate, city; key: the seed. Day -4096 counts as zero.
    const RandomKey random_key{0x1122334455667788, 9, 0xabcdef01};
    const DrawName name{77, 4, Purpose{3}, 0x21};
    const Words counter = {77, 0x21031004, 9, 0xabcdef01};
    EXPECT_EQ(draw(random_key, name).word, philox(counter, 0x1122334455667788).word);
    EXPECT_EQ(draw(random_key, {77, first_drawable_day, Purpose{3}, 0x21}).word,
              philox({77, 0x21030000, 9, 0xabcdef01}, 0x1122334455667788).word);
}

TEST(Draw, ADayBeyondTheLastWrapsOnlyWithinItsOwnBits) {
    const RandomKey random_key{1, 1, 1};
    EXPECT_EQ(draw(random_key, {5, 61439, Purpose{7}, 2}).word,
              philox({5, 0x0207ffff, 1, 1}, 1).word);
}

TEST(Draw, EveryPartOfTheNameMatters) {
    const RandomKey random_key{1, 1, 1};
    const DrawName name{5, 6, Purpose{7}, 8};
    const Words words = draw(random_key, name).word;
    EXPECT_NE(draw({2, 1, 1}, name).word, words);
    EXPECT_NE(draw({1, 2, 1}, name).word, words);
    EXPECT_NE(draw({1, 1, 2}, name).word, words);
    EXPECT_NE(draw(random_key, {6, 6, Purpose{7}, 8}).word, words);
    EXPECT_NE(draw(random_key, {5, 7, Purpose{7}, 8}).word, words);
    EXPECT_NE(draw(random_key, {5, 6, Purpose{8}, 8}).word, words);
    EXPECT_NE(draw(random_key, {5, 6, Purpose{7}, 9}).word, words);
}

TEST(Uniform, IsTheMiddleOfItsCellAndNeverZeroOrOne) {
    EXPECT_EQ(uniform(0), 0x1p-33);
    EXPECT_EQ(uniform(1), 3 * 0x1p-33);
    EXPECT_EQ(uniform(0x80000000), 0.5 + 0x1p-33);
    EXPECT_EQ(uniform(0xffffffff), 1 - 0x1p-33);
}

TEST(UniformBelow, CoversEveryNumberEquallyOften) {
    EXPECT_EQ(uniform_below(0, 10), 0u);
    EXPECT_EQ(uniform_below(0xffffffff, 10), 9u);
    EXPECT_EQ(uniform_below(0x7fffffff, 2), 0u);
    EXPECT_EQ(uniform_below(0x80000000, 2), 1u);
    EXPECT_EQ(uniform_below(0xffffffff, 1), 0u);
}

TEST(Happens, NeverWithProbabilityZeroAlwaysWithOne) {
    EXPECT_FALSE(happens(0, 0));
    EXPECT_TRUE(happens(0xffffffff, 1));
    EXPECT_TRUE(happens(0x7fffffff, 0.5));
    EXPECT_FALSE(happens(0x80000000, 0.5));
    EXPECT_FALSE(happens(0, 0x1p-33));  // the number itself does not lie below itself
}

}  // namespace
}  // namespace tumen

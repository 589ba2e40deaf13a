#include "base/hash.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace tumen {
namespace {

TEST(Hash, IsXxh3AsPublished) {
    // XXH3 of nothing, 128 bits, seed 0, as printed by xxhsum -H2
    EXPECT_EQ(hex(hash_of("")), "99aa06d3014798d86001c324468d497f");
}

TEST(Hash, OfTextAndOfItsBytesIsOne) {
    const std::vector<std::uint8_t> bytes = {'a', 'b', 'c'};
    EXPECT_EQ(hash_of(std::span<const std::uint8_t>(bytes)), hash_of("abc"));
    EXPECT_NE(hash_of("abc"), hash_of("abd"));
}

TEST(Hash, IsWrittenHighHalfFirst) {
    EXPECT_EQ(hex({0x0123456789abcdef, 0xfedcba9876543210}), "fedcba98765432100123456789abcdef");
    EXPECT_EQ(hex({}), std::string(32, '0'));
}

TEST(NameHash, IsXxh32AsPublished) {
    EXPECT_EQ(name_hash(""), 0x02cc5d05u);
    EXPECT_EQ(name_hash("a"), 0x550d7456u);
    EXPECT_EQ(name_hash("abc"), 0x32d153ffu);
    EXPECT_NE(name_hash("hyesan"), name_hash("hoeryong"));
}

TEST(ByteForm, IsLittleEndian) {
    ByteForm form;
    form.add(std::uint64_t{0x0807060504030201});
    const std::vector<std::uint8_t> bytes = {1, 2, 3, 4, 5, 6, 7, 8};
    EXPECT_EQ(form.hash(), hash_of(std::span<const std::uint8_t>(bytes)));
}

TEST(ByteForm, TakesMinusZeroAsZero) {
    ByteForm plus, minus, one;
    plus.add(0.0);
    minus.add(-0.0);
    one.add(1.0);
    EXPECT_EQ(plus.hash(), minus.hash());
    EXPECT_NE(plus.hash(), one.hash());
}

TEST(ByteForm, TakesADoubleByItsBits) {
    ByteForm number, bits;
    number.add(1.0);
    bits.add(std::uint64_t{0x3ff0000000000000});
    EXPECT_EQ(number.hash(), bits.hash());
}

TEST(ByteForm, KeepsOrderAndForgetsWhenCleared) {
    ByteForm one, other;
    one.add(std::uint64_t{1});
    one.add(std::uint64_t{2});
    other.add(std::uint64_t{2});
    other.add(std::uint64_t{1});
    EXPECT_NE(one.hash(), other.hash());
    one.clear();
    EXPECT_EQ(one.hash(), hash_of(""));
    one.add(Hash{2, 1});
    EXPECT_EQ(one.hash(), other.hash());  // low half first
}

}  // namespace
}  // namespace tumen

#include "base/text.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace tumen {
namespace {

using namespace std::string_view_literals;

TEST(Shortest, WritesTheShortestTextThatReadsBack) {
    EXPECT_EQ(shortest(0.1), "0.1");
    EXPECT_EQ(shortest(1e-06), "1e-06");
    EXPECT_EQ(shortest(192680), "192680");
    EXPECT_EQ(shortest(-2.5), "-2.5");
    EXPECT_EQ(shortest(0), "0");
}

TEST(ReadNumber, ReadsTheUsualForms) {
    EXPECT_EQ(read_number("0.22"), 0.22);
    EXPECT_EQ(read_number("-3"), -3.0);
    EXPECT_EQ(read_number("+3"), 3.0);
    EXPECT_EQ(read_number(".5"), 0.5);
    EXPECT_EQ(read_number("5."), 5.0);
    EXPECT_EQ(read_number("1e-6"), 1e-6);
    EXPECT_EQ(read_number("1.5E+3"), 1500.0);
    EXPECT_EQ(read_number("000123"), 123.0);
    EXPECT_EQ(read_number("0e999"), 0.0);
    EXPECT_EQ(read_number("1e-400"), 0.0);
}

TEST(ReadNumber, RefusesWhatIsNotAFiniteNumber) {
    for (const char* wrong : {"",
                              "-",
                              "+",
                              ".",
                              "e5",
                              "1e",
                              "1e+",
                              "1.2.3",
                              "1,5",
                              "0x10",
                              "inf",
                              "nan",
                              "infinity",
                              "1 ",
                              " 1",
                              "1_000",
                              "--1",
                              "1e309",
                              "1e99999999999",
                              "2e308"}) {
        EXPECT_FALSE(read_number(wrong)) << wrong;
    }
    EXPECT_FALSE(read_number("1\0"sv));
}

TEST(ReadNumber, ReadsBackWhatPeopleWriteExactly) {
    for (int i = 1; i < 20000; ++i) {
        const double number = i / 1000.0;  // up to five digits
        ASSERT_EQ(read_number(shortest(number)), number);
    }
}

TEST(ReadNumber, IsAUnitInTheLastPlaceOffAtMostForManyDigits) {
    for (int i = 1; i < 5000; ++i) {
        const double number = std::sqrt(static_cast<double>(i)) * std::pow(10.0, i % 20 - 10);
        const auto read = read_number(shortest(number));
        ASSERT_TRUE(read);
        ASSERT_NEAR(*read / number, 1, 0x1p-51) << shortest(number);
    }
    // more digits than a mantissa holds
    EXPECT_NEAR(*read_number("123456789012345678901234567890"), 1.2345678901234568e29, 1e14);
    EXPECT_NEAR(*read_number("0.000000000000000000000000000012345678901234567890123"),
                1.2345678901234568e-29, 1e-44);
}

TEST(EditDistance, CountsInsertionsDeletionsAndReplacements) {
    EXPECT_EQ(edit_distance("", ""), 0u);
    EXPECT_EQ(edit_distance("", "abc"), 3u);
    EXPECT_EQ(edit_distance("abc", ""), 3u);
    EXPECT_EQ(edit_distance("kitten", "sitting"), 3u);
    EXPECT_EQ(edit_distance("fee_base", "fee_base"), 0u);
    EXPECT_EQ(edit_distance("fee_base", "fee_bsae"), 2u);
    EXPECT_EQ(edit_distance("abc", "xabc"), 1u);
}

TEST(DidYouMean, FindsTheNearestAndNothingWhereNothingIsNear) {
    const std::array<std::string_view, 3> names = {"fee_base", "fee_max", "phone_price"};
    EXPECT_EQ(did_you_mean("fee_bse", names), "fee_base");
    EXPECT_EQ(did_you_mean("fee_mxa", names), "fee_max");
    EXPECT_EQ(did_you_mean("phone_prize", names), "phone_price");
    EXPECT_EQ(did_you_mean("temperature", names), std::nullopt);
    EXPECT_EQ(did_you_mean("", names), std::nullopt);
    EXPECT_EQ(did_you_mean("fee_base", {}), std::nullopt);
    EXPECT_EQ(did_you_mean(std::string(65, 'f'), names), std::nullopt);
    // the first of two that are equally near
    const std::array<std::string_view, 2> twins = {"aab", "aac"};
    EXPECT_EQ(did_you_mean("aaa", twins), "aab");
}

TEST(DidYouMean, AllowsOneWrongLetterMoreThanAThirdOfTheWord) {
    const std::array<std::string_view, 1> names = {"abcdef"};
    EXPECT_EQ(did_you_mean("abcxyz", names), "abcdef");      // 3 of 6: 3 < 6/3 + 2
    EXPECT_EQ(did_you_mean("abwxyz", names), std::nullopt);  // 4 of 6
}

TEST(CheckUtf8, AcceptsEveryLengthOfCharacter) {
    for (const auto text :
         {""sv, "plain"sv, "\x7f"sv, "\xc2\x80"sv, "\xdf\xbf"sv, "\xe0\xa0\x80"sv, "\xed\x9f\xbf"sv,
          "\xee\x80\x80"sv, "\xef\xbf\xbf"sv, "\xf0\x90\x80\x80"sv, "\xf4\x8f\xbf\xbf"sv, "\0"sv}) {
        EXPECT_EQ(check_utf8(text), Utf8::valid);
    }
}

TEST(CheckUtf8, RefusesOverlongSurrogateAndBrokenCharacters) {
    for (const auto text :
         {"\x80"sv, "\xbf"sv, "\xc0\x80"sv, "\xc1\xbf"sv, "\xc2"sv, "\xc2\x41"sv, "\xe0\x9f\xbf"sv,
          "\xe1\x80"sv, "\xe1\x80\x41"sv, "\xe1\x41\x80"sv, "\xed\xa0\x80"sv, "\xf0\x8f\xbf\xbf"sv,
          "\xf0\x90\x80"sv, "\xf4\x90\x80\x80"sv, "\xf1\x80\x80\x41"sv, "\xf1\x41\x80\x80"sv,
          "\xf5\x80\x80\x80"sv, "\xff"sv, "fine until \xfe"sv}) {
        EXPECT_EQ(check_utf8(text), Utf8::invalid);
    }
}

TEST(Printable, ShowsControlCharactersAndBrokenBytesEscaped) {
    EXPECT_EQ(printable("a\tb"), "a b");
    EXPECT_EQ(printable("a\nb\x1b[31m"), "a\\x0ab\\x1b[31m");
    EXPECT_EQ(printable("\x7f"), "\\x7f");
    EXPECT_EQ(printable("\xc3\xa9"), "\xc3\xa9");
    EXPECT_EQ(printable("\xc3"), "\\xc3");
    EXPECT_EQ(printable("\0"sv), "\\x00");
}

TEST(Printable, IsCutAtItsLimit) {
    EXPECT_EQ(printable("abcdef", 3), "abc...");
    EXPECT_EQ(printable("abc", 3), "abc");
    EXPECT_EQ(printable(std::string(1000, 'x')).size(), 203u);
}

}  // namespace
}  // namespace tumen

#include "app/cli/terminal/language.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "app/cli/command/command.hpp"
#include "app/cli/terminal/columns.hpp"
#include "scenario/text/files.hpp"

namespace tumen::app {

namespace {

std::string korean(std::string_view text) {
    return told_lines(text, Language::korean);
}

bool has_hangul(std::string_view text) {
    return std::any_of(text.begin(), text.end(),
                       [](char byte) { return static_cast<unsigned char>(byte) >= 0xEA; });
}

Asked asked_for(std::initializer_list<const char*> words) {
    return language_asked_for(std::span(words.begin(), words.size()));
}

/// The locale of the process for one test.
class WithLocale {
  public:
    explicit WithLocale(const char* lang) {
        unsetenv("LC_ALL");
        unsetenv("LC_MESSAGES");
        setenv("LANG", lang, 1);
    }
    ~WithLocale() { setenv("LANG", "C.UTF-8", 1); }
    WithLocale(const WithLocale&) = delete;
    WithLocale& operator=(const WithLocale&) = delete;
};

}  // namespace

TEST(Language, EnglishIsSaidAsItIsWritten) {
    EXPECT_EQ(told_lines("Results  a.sqlite\n", Language::english), "Results  a.sqlite\n");
}

TEST(Language, ASentenceBrokenIntoLinesIsSaidWholeWithItsNumbers) {
    const std::string said = korean(
        "What changed from the eve of the campaign to its end: 20 fewer (11 to 36) called abroad\n"
        "than the 119 (109 to 142) people before, there were 6 fewer (3 to 12) working phones,\n"
        "and 2 (0 to 5.5) people were arrested.\n");
    EXPECT_TRUE(has_hangul(said));
    EXPECT_EQ(said.find("called"), said.npos) << said;
    for (const char* const number : {"20", "11~36", "119", "109~142", "6", "3~12", "0~5.5"})
        EXPECT_NE(said.find(number), said.npos) << number << " in " << said;
    EXPECT_EQ(said.back(), '\n');
}

TEST(Language, AmountsAreSaidInCellsAndNeverAsWholeSentences) {
    EXPECT_EQ(told_cell("15 to 630", Language::korean), "15~630");
    EXPECT_EQ(korean("from here to there"), "from here to there");
    EXPECT_EQ(told_cell("from here to there", Language::korean), "from here to there");
}

TEST(Language, WhatTheTableLacksStaysEnglishBesideWhatItHas) {
    EXPECT_EQ(korean("A sentence of another version.\nNone of it is known.\n"),
              "A sentence of another version.\nNone of it is known.\n");
    const std::string said = korean("A line that nobody knows\n  way out: did you mean run?\n");
    EXPECT_TRUE(said.starts_with("A line that nobody knows\n  "));
    EXPECT_TRUE(has_hangul(said));
}

TEST(Language, LinesThatEachSaySomethingStayLines) {
    const std::string places = korean("Results  a.sqlite\nReport   a.html\n");
    EXPECT_EQ(std::count(places.begin(), places.end(), '\n'), 2);
    EXPECT_EQ(places.find("Report"), places.npos) << places;
    const std::string trouble = korean("error: tumen knows no rnu\n  way out: did you mean run?");
    EXPECT_EQ(trouble.find("way out"), trouble.npos) << trouble;
    EXPECT_NE(trouble.find("\n  "), trouble.npos) << trouble;
}

TEST(Language, SentencesThatAreKnownOneByOneAreSaidAsAParagraph) {
    const std::string said = korean(
        "It ended after the 5 generations asked for. Fewer sets of values show K1 than before.");
    EXPECT_EQ(said.find("ended"), said.npos) << said;
    EXPECT_EQ(said.find("Fewer"), said.npos) << said;
    EXPECT_NE(said.find("K1"), said.npos) << said;
    const std::string_view half = "It is not finished. Nobody knows this sentence.";
    EXPECT_EQ(korean(half), half) << "never half in one language and half in the other";
}

TEST(Language, ASlotDoesNotSwallowTheSentenceBehindIt) {
    const std::string said = korean(
        "10 patterns on 2 replicates, seed 1: 1 shown, 6 mixed, 3 not shown. None was held out: "
        "all were looked at while values were set. What is held out from now on is dated.");
    EXPECT_EQ(said.find("held out"), said.npos) << said;
}

TEST(Language, WhatStandsAboveAndBelowStaysApart) {
    const std::string places = korean("\nResults  a.sqlite\nReport   a.html\n");
    EXPECT_TRUE(places.starts_with('\n')) << places;
    EXPECT_EQ(std::count(places.begin(), places.end(), '\n'), 3) << places;
    EXPECT_EQ(places.find("Report"), places.npos) << places;
}

TEST(Language, AStatisticIsTheNameOfANumber) {
    EXPECT_TRUE(has_hangul(korean("mean(fee, all): 12 at every point.")));
    EXPECT_FALSE(has_hangul(korean("A line of somebody (with brackets): 12 at every point.")));
}

TEST(Language, WhatBeginsWithANameIsKnownWithinOthersAlone) {
    EXPECT_EQ(korean("fee_base above 20 %"), "fee_base above 20 %");
    const std::string said = korean(
        "What would turn it round: it is above 100 in 10 of 29 draws. With fee_base above 20 % it "
        "is so in 70 of 100 draws, and 40 of 100 draws in which it is so have that. Both are "
        "counted in draws that the search did not see.");
    EXPECT_EQ(said.find("above"), said.npos) << said;
}

TEST(Language, ACountWithinASentenceIsOneOfNumbers) {
    const std::string said = korean("lower in 14 of 16 plays, under every rule");
    EXPECT_NE(said.find("16\uBC88 \uAC00\uC6B4\uB370 14\uBC88"), said.npos) << said;
}

TEST(Language, UnitsAreNamesAndStay) {
    EXPECT_EQ(told_cell("phones", Language::korean), "phones");
}

TEST(Language, AParticleFollowsTheSoundBeforeIt) {
    const std::string phones = korean(
        "For each person who stopped calling, officers counted 1.2 phones (90 % interval of this "
        "ratio: 1.0 to 1.5)");
    // "hyudaejeonhwa" ends in a vowel and takes "neun", not "eun".
    EXPECT_NE(phones.find("\uD734\uB300\uC804\uD654\uB294"), phones.npos) << phones;
    EXPECT_EQ(phones.find("\uD734\uB300\uC804\uD654\uC740"), phones.npos) << phones;
}

TEST(Language, TheMostExactTextIsTriedFirst) {
    const auto all = told_texts();
    ASSERT_GT(all.size(), 500U);
    const auto literal = [](std::string_view text) {
        std::size_t count = 0;
        for (std::size_t depth = 0; const char c : text) {
            if (c == '{') ++depth;
            if (depth == 0) ++count;
            if (c == '}') --depth;
        }
        return count;
    };
    EXPECT_GE(literal(all.front().english), literal(all.back().english));
    EXPECT_EQ(all.back().place, ToldText::Place::within);
}

TEST(Language, EveryCommandAndFamilyIsSaidInKorean) {
    for (const Command& command : commands())
        EXPECT_TRUE(has_hangul(told(command.help, Language::korean))) << command.name;
    for (const Family& family : families())
        EXPECT_TRUE(has_hangul(told(family.help, Language::korean))) << family.name;
}

TEST(Language, LangStandsAnywhereAndIsNoPartOfTheCommand) {
    const Asked after = asked_for({"tumen", "run", "mine.toml", "--lang", "ko", "--seed", "2"});
    EXPECT_EQ(after.language, Language::korean);
    EXPECT_EQ(after.words.size(), 5U);
    EXPECT_STREQ(after.words.back(), "2");
    EXPECT_EQ(asked_for({"tumen", "--lang=en", "info"}).language, Language::english);
    EXPECT_FALSE(asked_for({"tumen", "info"}).language);
}

TEST(Language, AnUnknownLanguageIsNamed) {
    EXPECT_EQ(asked_for({"tumen", "--lang", "fr"}).unknown, "fr");
    EXPECT_EQ(asked_for({"tumen", "--lang"}).unknown, "");
    EXPECT_EQ(asked_for({"tumen", "--lang=ko"}).unknown, std::nullopt);
}

TEST(Language, TheLocaleSaysWhichLanguageATerminalSpeaks) {
    EXPECT_EQ((WithLocale("ko_KR.UTF-8"), language_of_locale()), Language::korean);
    EXPECT_EQ((WithLocale("kok_IN"), language_of_locale()), Language::english);
    const WithLocale german("de_DE.UTF-8");
    EXPECT_EQ(language_of_locale(), Language::english);
    setenv("LC_ALL", "ko", 1);
    EXPECT_EQ(language_of_locale(), Language::korean) << "LC_ALL goes before LANG";
    unsetenv("LC_ALL");
}

TEST(Columns, ASyllableOfHangulTakesTwo) {
    EXPECT_EQ(columns_of("\uD734\uB300 a"), 6U);
    EXPECT_EQ(columns_of("caf\u00E9"), 4U);
    EXPECT_EQ(beginning_of("\uD734\uB300 a", 3), "\uD734");
    EXPECT_EQ(wrapped("\uD734\uB300 \uC804\uD654", 8), "\uD734\uB300\n\uC804\uD654");
    EXPECT_EQ(wrapped("\uD734\uB300 \uC804\uD654", 9), "\uD734\uB300 \uC804\uD654");
}

}  // namespace tumen::app

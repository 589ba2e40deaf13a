#include "scenario/text/nesting.hpp"
#include "support.hpp"

/// Bytes that are no scenario at all: refused at their place, quickly, whatever they are.
namespace tumen {
namespace {

using testing::complaints;
using ::testing::HasSubstr;
using testing::read;
using testing::sound;

std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i)
        all += text;
    return all;
}

TEST(TextInput, EmptyFilesAreRefused) {
    for (const std::string text : {"", " \n\n", "\xEF\xBB\xBF"}) {
        EXPECT_THAT(complaints(read(text)), HasSubstr("test.toml: error: the file is empty"));
    }
    EXPECT_THAT(complaints(read("# nothing but a comment\n")),
                HasSubstr("the scenario has no start"));
}

TEST(TextInput, FilesOverTheLimitAreRefused) {
    const std::string large = sound + "#" + std::string(1u << 20, 'x');
    EXPECT_THAT(complaints(read(large)), HasSubstr("larger than 1 MiB"));
}

TEST(TextInput, InvalidUtf8IsShownAtItsPlace) {
    const std::string said = complaints(read("start = 2020-09-01\ntitle = \"\xFF\"\n"));
    EXPECT_THAT(said, HasSubstr("test.toml:2:10: error: this is not UTF-8"));
    EXPECT_THAT(said, HasSubstr("\\xff"));
    EXPECT_THAT(complaints(read(std::string("\xC3"))),
                HasSubstr("test.toml:1:1: error: this is not UTF-8"));
}

TEST(TextInput, WhatIsNotTomlIsShownAtItsPlace) {
    EXPECT_THAT(complaints(read("start = \n")), HasSubstr("test.toml:1:"));
    EXPECT_THAT(complaints(read("days = 200\ndays = 300\n")), HasSubstr("test.toml:2:"));
    EXPECT_THAT(complaints(read("title = \"open\n")), HasSubstr("error: "));
    EXPECT_THAT(complaints(read("days = 200 days\n")), HasSubstr("test.toml:1:"));
    EXPECT_FALSE(read(std::string("a\0b", 3)));
}

TEST(TextInput, LettersOutsideTextsMustBeAscii) {
    const std::string curly = complaints(read("days = 200\ntitle = \u201Chello\u201D\n"));
    EXPECT_THAT(curly, HasSubstr("test.toml:2:9: error: this letter can stand only in a text"));
    EXPECT_THAT(curly, HasSubstr("straight quotes"));
    EXPECT_THAT(complaints(read("'\u00E9' = 1\n\u00E9t\u00E9 = 1\n")),
                HasSubstr("test.toml:2:1: error"));
    EXPECT_THAT(complaints(read("a = '\u00E9' \u03B1\n")), HasSubstr("test.toml:1:9: error"));
    EXPECT_EQ(complaints(read("\xEF\xBB\xBF# \u03B1\ntitle = '\u00E9'\n" + sound)), "");
    EXPECT_EQ(complaints(read("title = \"\"\"a\\\n \u00E9\"\"\"\n" + sound)), "");
}

TEST(TextInput, SlipsThatTheParserWouldNotSurvive) {
    for (const std::string text :
         {"[[[a]]]\n", "[!]\n", "[=]\n", "[[ ]]\n", "a.!b = 1\n", "[a.]\n", "= 1\n"}) {
        EXPECT_THAT(complaints(read(text)), HasSubstr("test.toml:1:")) << text;
    }
}

TEST(TextInput, DepthIsBoundedHoweverItIsWritten) {
    const std::size_t n = 200000;
    const std::string deep[] = {
        "a = " + repeated("[", n),
        "a = " + repeated("{b = ", n),
        repeated("a.", n) + "a = 1\n",
        "[" + repeated("a.", n) + "a]\n",
        "[[" + repeated("a .", n) + "a]]\n",
        "x = {" + repeated("a.", n) + "a = 1}\n",
        "x = ['''a'''', {" + repeated("a.", n) + "a = 1}]\n",
        "x = [\"\"\"a\"\"\"\"\", {" + repeated("a.", n) + "a = 1}]\n",
        "x = '#'\n" + repeated("\"a\".", n) + "a = 1\n",
        "]]]]\n" + repeated("[", n),
    };
    for (const std::string& text : deep) {
        EXPECT_THAT(complaints(read(text)), HasSubstr("nests too deep")) << text.substr(0, 30);
    }
}

TEST(TextInput, DotsAndBracketsInTextsAndCommentsAreFree) {
    const std::string dots = repeated("[.{", 500);
    EXPECT_EQ(complaints(read("title = \"" + dots + "\"\n# " + dots + "\n" + sound)), "");
    EXPECT_EQ(complaints(read("title = '" + dots + "'\n" + sound)), "");
    EXPECT_EQ(complaints(read("title = \"\"\"\n" + dots + "\n\"\" \\\"\"\"\" \n" + sound)), "");
    EXPECT_EQ(complaints(read("title = \"a \\\" [[[[[[[[[[[[[[[[[[[[\"\n" + sound)), "");
}

TEST(TextInput, LongTitlesAndStrangeLettersAreText) {
    const std::string title = repeated("<script>\u202E\u05D0", 1000);
    const auto scenario = read("title = \"" + title + "\"\n" + sound);
    ASSERT_TRUE(scenario) << complaints(scenario);
    EXPECT_EQ(scenario->title, title);
}

TEST(TextInput, ControlCharactersInKeysAreShownEscaped) {
    const std::string said = complaints(read("\"a\\u001b[31m\" = 1\n" + sound));
    EXPECT_THAT(said, HasSubstr("unknown key \"a\\x1b[31m\""));
}

TEST(TextInput, BreadthIsBounded) {
    std::string wide;
    for (int i = 0; i < 60000; ++i)
        wide += "k" + std::to_string(i) + ".a=1\n";
    EXPECT_THAT(complaints(read(wide)),
                HasSubstr("test.toml:30001:9: error: the file has too many keys"));
    std::string many = sound;
    for (int i = 0; i < 900; ++i)
        many += "[[peak]]\nfrom = 2020-10-01\nto = 2020-10-02\npressure = 0\n";
    EXPECT_EQ(complaints(read(many)), "");
}

}  // namespace
}  // namespace tumen

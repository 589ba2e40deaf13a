#include "scenario/evidence/own_patterns.hpp"

#include <fstream>
#include <sstream>

#include "support.hpp"

namespace tumen {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

Expected<std::shared_ptr<const OwnPatterns>, Diagnostics> read_own(
    const std::string& text, std::string_view scenario = "a") {
    return OwnPatterns::read({"mine", "mine.toml", text, Place::folder}, scenario);
}

const std::string pattern_start = "[[pattern]]\nid = \"mine\"\nstatement = \"Fees rise.\"\n";

TEST(OwnPatterns, NeedNoMoreThanIdStatementAndTest) {
    const auto own = read_own(pattern_start +
                              "test.statistic = \"mean(fee, during)\"\ntest.band = [0.2, 0.3]\n");
    ASSERT_TRUE(own) << describe(own.error().front());
    const Pattern* pattern = (*own)->find("mine");
    ASSERT_NE(pattern, nullptr);
    EXPECT_EQ(pattern->role, PatternRole::calibrate);
    EXPECT_EQ(pattern->test.scenario, "a");
    EXPECT_EQ(pattern->test.expectation, Expectation::band);
    EXPECT_EQ(pattern->test.judged, JudgedBy::share);
    EXPECT_EQ(pattern->test.high, 0.3);
    EXPECT_EQ((*own)->find("other"), nullptr);
}

TEST(OwnPatterns, SayWhatTheLedgersSay) {
    const auto own = read_own(
        pattern_start +
        "role = \"held-out\"\nparameters = [\"fee_base\"]\n"
        "switch_off.set = { extortion = 0 }\nswitch_off.rules = { oath = \"none\" }\n"
        "test.scenario = \"b\"\ntest.set = { extortion = \"20 %\", phone_share.broker = 0.9 }\n"
        "test.rules = { trust = \"fixed\" }\n"
        "test.against = \"b\"\ntest.against_set = { extortion = 0 }\n"
        "test.against2 = \"c\"\ntest.against2_rules = { oath = \"none\" }\n"
        "test.statistic = \"mean(fee, all) - base(mean(fee, all)) - base2(mean(fee, all))\"\n"
        "test.old_statistic = \"mean(fee, all)\"\n"
        "test.sign = \"+\"\ntest.judged = \"mean\"\n");
    ASSERT_TRUE(own) << describe(own.error().front());
    const Pattern& pattern = (*own)->patterns().front();
    EXPECT_EQ(pattern.role, PatternRole::held_out);
    EXPECT_THAT(pattern.switch_off, ElementsAre("extortion=0", "rules.oath=none"));
    const PatternTest& test = pattern.test;
    EXPECT_THAT(test.settings,
                ElementsAre("extortion=20 %", "phone_share.broker=0.9", "rules.trust=fixed"));
    EXPECT_EQ(test.against, "b");
    EXPECT_THAT(test.against_settings, ElementsAre("extortion=0"));
    ASSERT_EQ(test.more.size(), 1u);
    EXPECT_EQ(test.more[0].scenario, "c");
    EXPECT_THAT(test.more[0].settings, ElementsAre("rules.oath=none"));
    EXPECT_EQ(test.judged, JudgedBy::mean);
    EXPECT_EQ(test.old_statistic, "mean(fee, all)");
}

struct PatternMistake {
    std::string text, complaint;
};

TEST(OwnPatterns, AreRefusedWithTheirPlaceAndAWayOut) {
    const std::string band = "test.statistic = \"1\"\ntest.band = [0, 1]\n";
    const PatternMistake mistakes[] = {
        {"pattern = []\n", "there is no pattern"},
        {"title = \"x\"\n", "unknown key \"title\""},
        {pattern_start, "mine: no test"},
        {"[[pattern]]\nid = \"P01\"\nstatement = \"x\"\n" + band, "the ledger has a pattern"},
        {"[[pattern]]\nid = \"a b\"\nstatement = \"x\"\n" + band, "no spaces and no commas"},
        {pattern_start + band + pattern_start + band, "taken by a pattern above"},
        {pattern_start + "test.statistic = \"mean(fees, all)\"\ntest.band = [0, 1]\n",
         "mine.toml:4:24: error: mine.test: there is no observable"},
        {pattern_start + "test.statistic = \"1\"\n", "a band or a sign"},
        {pattern_start + band + "test.sign = \"+\"\n", "a band or a sign"},
        {pattern_start + "test.statistic = \"base(1)\"\ntest.sign = \"+\"\n", "go together"},
        {pattern_start + band + "test.against_set = { extortion = 0 }\n", "without against"},
        {pattern_start + band + "test.against2 = \"b\"\n", "without the one before it"},
        {pattern_start + band + "test.set = { extorsion = 0 }\n", "no parameter \"extorsion\""},
        {pattern_start + band + "test.set = { extortion = \"2 days\" }\n", "extortion: "},
        {pattern_start + band + "test.rules = { oat = \"none\" }\n", "no rival rule \"oat\""},
        {pattern_start + band + "test.rules = { oath = \"nun\" }\n", "did you mean none?"},
        {pattern_start + band + "test.judged = \"luck\"\n", "unknown way of judging"},
        {pattern_start + "parameters = [\"fee\"]\n" + band, "no parameter \"fee\""},
        {pattern_start + "colour = \"red\"\n" + band, "unknown key \"colour\""},
    };
    for (const PatternMistake& mistake : mistakes) {
        const auto own = read_own(mistake.text);
        ASSERT_FALSE(own) << mistake.text;
        EXPECT_THAT(describe(own.error().front()), HasSubstr(mistake.complaint)) << mistake.text;
    }
}

TEST(OwnPatterns, NameTheirScenarioWhereNoneIsAskedAbout) {
    const std::string text = pattern_start + "test.statistic = \"1\"\ntest.band = [0, 1]\n";
    const auto own = read_own(text, "");
    ASSERT_FALSE(own);
    EXPECT_THAT(describe(own.error().front()), HasSubstr("no scenario"));
}

TEST(OwnPatterns, TheTheoryPageHasTenThatAreSound) {
    std::ifstream file(std::string(TUMEN_SOURCE_DIR) + "/docs/theory.toml");
    std::ostringstream text;
    text << file.rdbuf();
    const auto own = read_own(text.str(), "");
    ASSERT_TRUE(own) << describe(own.error().front());
    for (int n = 1; n <= 10; ++n) {
        const Pattern* pattern = (*own)->find("T" + std::to_string(n));
        ASSERT_NE(pattern, nullptr) << n;
        EXPECT_EQ(pattern->role, PatternRole::analogue);  // judged, and never fitted to
    }
}

}  // namespace
}  // namespace tumen

#include "scenario/own_headline.hpp"

#include "rules/oath.hpp"
#include "scenario/assembly/settings.hpp"
#include "support.hpp"

namespace tumen {
namespace {

using testing::complaints;
using ::testing::HasSubstr;
using testing::read;
using testing::sound;

TEST(OwnHeadline, OfAStatisticAloneIsCalledAsItIsWritten) {
    const auto headline = own_headline("mean(fee, during[-7:-1])");
    ASSERT_TRUE(headline);
    EXPECT_EQ(headline->id, "mean_fee_during_7_1");
    EXPECT_EQ(headline->label, "mean(fee, during[-7:-1])");
    EXPECT_EQ(headline->unit, "1");
    EXPECT_TRUE(is_headline_id(headline->id));
}

TEST(OwnHeadline, IsOfOneRun) {
    EXPECT_FALSE(own_headline("mean(fee, during) - base(mean(fee, during))"));
    EXPECT_EQ(own_headline("mean(fees, during)").error().column, 6u);
}

TEST(OwnHeadline, HasAnIdThatNoOtherHeadlineHas) {
    EXPECT_FALSE(is_headline_id("handed_in"));
    EXPECT_FALSE(is_headline_id("Handed"));
    EXPECT_FALSE(is_headline_id(""));
    EXPECT_FALSE(is_headline_id(std::string(65, 'a')));
}

struct Mistake {
    std::string entry, complaint;
};

TEST(OwnHeadline, InAScenarioIsReadWithItsMistakesNamed) {
    const auto with = [](const std::string& entry) {
        return read(sound + "[[headline]]\n" + entry);
    };
    const auto good = with("statistic = \"mean(fee, all)\"\n");
    ASSERT_TRUE(good) << complaints(good);
    EXPECT_EQ(good->headlines.at(0).id, "mean_fee_all");
    const Mistake mistakes[] = {
        {"id = \"a\"\n", "has no \"statistic\""},
        {"statistic = \"mean(fees, all)\"\n", "test.toml:6:19: error: there is no observable"},
        {"statistic = \"1\"\nid = \"handed_in\"\n", "cannot be the id of a headline"},
        {"statistic = \"1\"\nname = \"x\"\n", "unknown key \"name\""},
        {"statistic = \"base(1)\"\n", "a headline is of one run"},
        {"statistic = \"1\"\nid = \"a\"\n[[headline]]\nid = \"a\"\nstatistic = \"2\"\n",
         "two headlines called a"},
    };
    for (const Mistake& mistake : mistakes)
        EXPECT_THAT(complaints(with(mistake.entry)), HasSubstr(mistake.complaint)) << mistake.entry;
}

TEST(OwnHeadline, OfTheExtendingFileReplaceThoseOfTheOther) {
    const testing::TextFiles files(
        {{"first", sound + "[[headline]]\nstatistic = \"mean(fee, all)\"\n"}});
    const auto kept = read("extends = \"first\"\n", {}, files);
    ASSERT_TRUE(kept) << complaints(kept);
    EXPECT_EQ(kept->headlines.size(), 1u);
    const auto other =
        read("extends = \"first\"\n[[headline]]\nid = \"b\"\nstatistic = \"1\"\n", {}, files);
    ASSERT_TRUE(other) << complaints(other);
    ASSERT_EQ(other->headlines.size(), 1u);
    EXPECT_EQ(other->headlines[0].id, "b");
}

TEST(Settings, AreLaidOverAScenarioAndNothingElseChanges) {
    const auto scenario = read(sound + "[parameters]\nfee_base = \"30 %\"\n");
    ASSERT_TRUE(scenario);
    constexpr std::string_view settings[] = {"extortion=20 %", "rules.oath=none"};
    const auto set = with_settings(*scenario, settings);
    ASSERT_TRUE(set) << complaints(set);
    const ParameterRef extortion = *find_parameter("extortion");
    EXPECT_EQ(get(set->plan.parameters, extortion), 0.2);
    EXPECT_EQ(set->plan.rules.oath, OathForce::none);
    EXPECT_EQ(set->name, scenario->name);
    for (std::size_t i = 0; i < parameter_refs().size(); ++i) {
        const ParameterRef ref = parameter_refs()[i];
        const bool changed = ref == extortion;
        EXPECT_EQ(set->origins[i].kind == OriginKind::flag, changed) << name_of(ref);
        if (changed) continue;
        EXPECT_EQ(get(set->plan.parameters, ref), get(scenario->plan.parameters, ref));
        EXPECT_EQ(set->origins[i].line, scenario->origins[i].line);
    }
    constexpr std::string_view impossible[] = {"fee_base=200"};
    EXPECT_FALSE(with_settings(*scenario, impossible));
}

}  // namespace
}  // namespace tumen

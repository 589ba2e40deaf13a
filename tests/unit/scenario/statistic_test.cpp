#include "scenario/evidence/statistic.hpp"

#include "model/observables.hpp"
#include "support.hpp"

namespace tumen {
namespace {

TEST(Statistic, PutsOperandsBeforeWhatUsesThem) {
    const auto statistic =
        parse_statistic("mean(fee, during[20:60]) - 2 * base(mean(fee, before[14]))");
    ASSERT_TRUE(statistic);
    const auto& nodes = statistic->nodes;
    ASSERT_EQ(nodes.size(), 6u);
    EXPECT_EQ(nodes.back().kind, StatisticKind::subtract);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (nodes[i].kind == StatisticKind::number || !nodes[i].observables.empty()) continue;
        EXPECT_LT(nodes[i].left, i);
        EXPECT_LT(nodes[i].right, i);
    }
    const StatisticNode& during = nodes[nodes.back().left];
    EXPECT_EQ(during.kind, StatisticKind::mean);
    EXPECT_EQ(during.window.part, WindowPart::during);
    EXPECT_EQ(during.window.from, 20);
    EXPECT_EQ(during.window.to, 60);
    const StatisticNode& product = nodes[nodes.back().right];
    EXPECT_EQ(product.kind, StatisticKind::multiply);
    const StatisticNode& base = nodes[product.right];
    EXPECT_EQ(base.kind, StatisticKind::base);
    EXPECT_EQ(nodes[base.left].window.part, WindowPart::before);
    EXPECT_EQ(nodes[base.left].window.to, 14);
}

TEST(Statistic, MultipliesBeforeItAddsAndSubtractsFromTheLeft) {
    const auto statistic = parse_statistic("1 - 2 - 3 * 4");
    ASSERT_TRUE(statistic);
    const StatisticNode& root = statistic->nodes.back();
    EXPECT_EQ(root.kind, StatisticKind::subtract);
    EXPECT_EQ(statistic->nodes[root.left].kind, StatisticKind::subtract);
    EXPECT_EQ(statistic->nodes[root.right].kind, StatisticKind::multiply);
}

TEST(Statistic, NamesOneDriveOrAllOfThem) {
    const auto window = [](std::string_view text) {
        return parse_statistic("mean(fee, " + std::string(text) + ")")->nodes.back().window;
    };
    EXPECT_EQ(window("drive").event, Window::every);
    EXPECT_EQ(window("oath[2]").event, 2);
    EXPECT_EQ(window("oath[2]").part, WindowPart::oath);
    EXPECT_EQ(window("sweep[last]").event, Window::final);
    const Window part = window("drive[2][0:-1]");
    EXPECT_EQ(part.event, 2);
    EXPECT_EQ(part.extent, Window::Extent::cut);
    EXPECT_EQ(part.from, 0);
    EXPECT_EQ(part.to, -1);
}

TEST(Statistic, SaysHowManyOtherRunsItReads) {
    EXPECT_EQ(bases_read(*parse_statistic("residents / households")), 0u);
    EXPECT_EQ(bases_read(*parse_statistic("1 - base(2)")), 1u);
    EXPECT_EQ(bases_read(*parse_statistic("base(1) - base3(2)")), 3u);
}

TEST(Statistic, KnowsSumsOfColumnsByName) {
    EXPECT_EQ(observable_terms("calling").size(), 4u);
    EXPECT_EQ(observable_terms("handed_in").size(), 4u);
    EXPECT_EQ(observable_terms("fee"), std::vector<std::size_t>{count_total});
    EXPECT_TRUE(observable_terms("fees").empty());
    for (const DerivedObservable& sum : derived_observables()) {
        EXPECT_EQ(observable_terms(sum.name).size(), sum.columns.size()) << sum.name;
    }
}

struct StatisticMistake {
    std::string text;
    std::uint32_t column;
    std::string_view problem;
    std::string_view suggestion;
};

TEST(Statistic, SaysWhatIsWrongAndWhere) {
    const StatisticMistake mistakes[] = {
        {"mean(fees, all)", 6, "no observable called \"fees\"", "did you mean fee?"},
        {"mean(nonsense_word, all)", 6, "no observable called \"nonsense_word\"", "tumen info"},
        {"1 + sum( Fee , all)", 10, "no observable called \"Fee\"", "did you mean fee?"},
        {"mean(, all)", 6, "no observable called \"\"", "tumen info"},
        {"mean(fee, later)", 11, "no window called \"later\"", "before[n]"},
        {"avg(fee, all)", 1, "no function called \"avg\"", "mean"},
        {"2 * Mean(fee, all)", 5, "no function called \"Mean\"", "mean"},
        {"ratio(1, nonsense)", 10, "no function called \"nonsense\"", "mean"},
        {"1 + @", 5, "expected a number, a function or '('", ""},
        {"mean(fee)", 9, "expected ','", "as fee, during"},
        {"mean(fee, during[60:20])", 11, "ends before it begins", ""},
        {"mean(fee, all[3])", 16, "expected ':'", ""},
        {"mean(fee, eve[1:2])", 11, "\"eve\" has no part", ""},
        {"mean(fee, between[1:2])", 11, "\"between\" has no part", ""},
        {"mean(fee, drive[0])", 17, "drive[1] is the first", "drive[last]"},
        {"mean(fee, drive[0:30])", 18, "expected ']'", "drive[1][a:b]"},
        {"mean(fee, drive[2][5:3])", 11, "ends before it begins", ""},
        {"mean(fee, during[-1:-7])", 11, "ends before it begins", ""},
        {"mean(fee, during[-0:3])", 19, "-1 is the last day", ""},
        {"base(base3(1))", 6, "cannot stand inside base", ""},
        {"base4(1)", 1, "no function called \"base4\"", "residents"},
        {"mean(fee, before[])", 18, "number of days", ""},
        {"mean(fee, before[99999999])", 18, "more than 20000 days", ""},
        {"1 +", 4, "ends too early", ""},
        {"", 1, "ends too early", ""},
        {"1 2", 3, "expected an operator", ""},
        {"(1", 3, "expected ')'", ""},
        {"1.2.3", 1, "no number", ""},
        {"base(base(1))", 6, "cannot stand inside base", ""},
        {std::string(1000, '('), 65, "too deep", ""},
        {std::string(1000, '-'), 65, "too deep", ""},
    };
    for (const StatisticMistake& mistake : mistakes) {
        const auto statistic = parse_statistic(mistake.text);
        ASSERT_FALSE(statistic) << mistake.text;
        EXPECT_THAT(statistic.error().problem, ::testing::HasSubstr(mistake.problem))
            << mistake.text;
        EXPECT_THAT(statistic.error().suggestion, ::testing::HasSubstr(mistake.suggestion));
        EXPECT_EQ(statistic.error().column, mistake.column) << mistake.text;
    }
}

}  // namespace
}  // namespace tumen

#include "hindcast/page/hindcast_page.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "hindcast/page/chart.hpp"

namespace tumen {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::size_t count_of(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1))
        ++count;
    return count;
}

/// One report known and one to come, of 20 %; foretold 10 to 50 %.
SeriesChart one_foretold(std::optional<double> told) {
    SeriesChart chart;
    chart.label = "Fee";
    chart.scale = ReportScale::share;
    chart.earlier = {{"2019", 0.3}};
    chart.foretold = {{"2021",
                       {0.1, 0.2, 0.3, 0.4, 0.5},
                       {0.05, 0.2, 0.3, 0.4, 0.6},
                       {0.2, 0.25, 0.3, 0.35, 0.4},
                       {},
                       told}};
    return chart;
}

TEST(Chart, shows_what_was_told_only_where_that_is_known) {
    const std::string blind = svg_of(one_foretold({}));
    EXPECT_EQ(count_of(blind, "class=\"told\""), 0u);
    EXPECT_EQ(count_of(blind, "class=\"half\""), 1u);
    EXPECT_EQ(count_of(blind, "class=\"ninety\""), 1u);
    EXPECT_EQ(count_of(blind, "class=\"last\""), 1u);
    EXPECT_EQ(count_of(blind, "class=\"trend\""), 0u);
    EXPECT_EQ(count_of(blind, "class=\"known\""), 1u);
    EXPECT_EQ(count_of(svg_of(one_foretold(0.2)), "class=\"told\""), 2u);  // line and diamond
}

TEST(Chart, has_larger_values_higher_up) {
    const auto height_of_told = [](double told) {
        const std::string svg = svg_of(one_foretold(told));
        const std::size_t at = svg.find("y1=\"", svg.find("line class=\"told\""));
        return std::stod(svg.substr(at + 4));
    };
    EXPECT_LT(height_of_told(0.4), height_of_told(0.3));
    EXPECT_LT(height_of_told(0.3), height_of_told(0.2));
}

TEST(Chart, keeps_a_trend_that_leads_away_as_an_arrow_at_the_edge) {
    SeriesChart chart = one_foretold({});
    chart.foretold[0].trend = {0.99, 0.995, 0.999, 0.9995, 0.9999};
    const std::string svg = svg_of(chart);
    EXPECT_EQ(count_of(svg, "class=\"trend\""), 1u);
    EXPECT_THAT(svg, Not(HasSubstr("nan")));
    EXPECT_THAT(svg, Not(HasSubstr("y1=\"-")));
}

TEST(Chart, writes_values_in_few_digits) {
    EXPECT_EQ(short_value(0.3189, ReportScale::share), "31.9 %");
    EXPECT_EQ(short_value(14582, ReportScale::amount), "14,600");
    EXPECT_EQ(short_value(1.3, ReportScale::amount), "1.3");
    EXPECT_EQ(short_value(HUGE_VAL, ReportScale::count), "none");
    EXPECT_EQ(in_html("<a \"b\" & c>"), "&lt;a &quot;b&quot; &amp; c&gt;");
}

/// A forecast of 0 +- 1 on the logarithmic scale of a series, in a page with a hostile label.
struct SmallHindcast {
    SmallHindcast() {
        ReportSeries series;
        series.id = "money";
        series.label = "Money <script>";
        targets.series = {series};
        TargetQuestion later;
        later.id = "money-2021";
        later.known = *make_date(2021, 12, 31);
        later.window = {*make_date(2021, 1, 1), *make_date(2021, 12, 1)};
        later.voice = "survey";
        targets.targets = {{later, std::exp(3.0), ""}};
        cut.date = *make_date(2020, 12, 31);
        cut.known.scenario.title = "A history";
        cut.told_later = {"fee_base"};
        one.cut = &cut;
        one.text = "a forecast";
        one.forecast.cutoff = cut.date;
        one.forecast.draws = 4;
        one.forecast.targets = {
            {later, {{1, 0, 1}}, {{1, 0, 2}}, Component{1, 3, 0.5}, std::nullopt, 0}};
    }

    std::string page() { return hindcast_page(targets, {one}, {"tumen", "tumen hindcast", {}}); }

    Targets targets;
    CutOff cut;
    JudgedForecast one;
};

TEST(HindcastPage, prints_a_skill_below_0_and_marks_it) {
    SmallHindcast hindcast;
    hindcast.one.judgement = judge(hindcast.targets, hindcast.one.forecast);
    const double skill = hindcast.one.judgement->summaries.front().persistence.crps.value;
    ASSERT_LT(skill, -1);  // the last report is at what was told, the forecast three spreads off
    const std::string page = hindcast.page();
    EXPECT_THAT(page, HasSubstr("<span class=\"worse\">" + fmt::format("{:.2f}", skill)));
    EXPECT_THAT(page, HasSubstr("worse than the last report in 1 of 1 forecasts"));
    EXPECT_THAT(page, HasSubstr("what was told"));
    EXPECT_THAT(page, HasSubstr(hex(forecast_hash("a forecast"))));
    EXPECT_THAT(page, HasSubstr("Too few to be relied on"));
}

TEST(HindcastPage, has_nothing_of_later_reports_without_a_judgement) {
    SmallHindcast hindcast;
    const std::string before = hindcast.page();
    EXPECT_THAT(before, Not(HasSubstr("worse than")));
    hindcast.targets.targets[0].observed = 77;
    EXPECT_EQ(hindcast.page(), before);
}

TEST(HindcastPage, needs_no_script_and_asks_for_nothing) {
    SmallHindcast hindcast;
    const std::string page = hindcast.page();
    EXPECT_THAT(page, Not(HasSubstr("<script")));
    EXPECT_THAT(page, Not(HasSubstr("http:")));
    EXPECT_THAT(page, Not(HasSubstr("https:")));
    EXPECT_THAT(page, Not(HasSubstr("url(")));
    EXPECT_THAT(page, HasSubstr("default-src 'none'"));
    EXPECT_THAT(page, HasSubstr("Money &lt;script&gt;"));
}

TEST(HindcastPage, says_how_many_draws_could_not_be_widened) {
    SmallHindcast hindcast;
    EXPECT_THAT(hindcast.page(), Not(HasSubstr("nothing wider")));
    hindcast.one.as_was = 3;
    EXPECT_THAT(hindcast.page(), HasSubstr("3 draws stay as they are believed"));
}

}  // namespace
}  // namespace tumen

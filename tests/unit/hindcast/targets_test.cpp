#include "hindcast/targets.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace tumen {
namespace {

using ::testing::HasSubstr;

const std::string targets_head =
    "[reading]\nvoice_power = 0.5\nmost = 3\nwithout_value = 2\nyearly_change = 0.3\n"
    "[discrepancy]\nB = 0.75\n"
    "[series.contact]\nlabel = 'Contact'\nunit = 'share'\nscale = 'share'\nbias = 1.0\n"
    "statistic = 'last(reached_365, window) / last(kin_households, window)'\n"
    "drift_from = 2020-01-01\ndrift = -0.1\ndrift_error = 0.2\n";

std::string target(const std::string& date = "date = 2023-12-04\n", const std::string& more = "") {
    return "[[target]]\nid = 'a'\nseries = 'contact'\n" + date +
           "from = 2023-01-01\nto = 2023-11-30\nvalue = 0.237\nerror = 0.1\ngrade = 'B'\n"
           "source = ['nkdb-2023']\n" +
           more;
}

Expected<Targets, Diagnostic> read_as_targets(const std::string& text) {
    return read_targets({"made up", "made_up.toml", text});
}

std::string problem_of(const std::string& text) {
    const auto found = read_as_targets(text);
    return found ? "" : describe(found.error());
}

TEST(TargetReader, refuses_what_is_not_dated_at_its_place) {
    EXPECT_THAT(problem_of(targets_head + target("")),
                AllOf(HasSubstr("made_up.toml:17:"), HasSubstr("has no date")));
}

TEST(TargetReader, names_what_is_wrong) {
    EXPECT_THAT(problem_of(targets_head + target("date = 2023-11-29\n")),
                HasSubstr("days are over"));
    EXPECT_THAT(problem_of(targets_head + target("date = 'soon'\n")), HasSubstr("no date"));
    EXPECT_THAT(problem_of(targets_head + target() + target()), HasSubstr("twice"));
    EXPECT_THAT(problem_of(targets_head + target("date = 2023-12-04\n", "why = 1\n")),
                HasSubstr("why"));
    EXPECT_THAT(problem_of(targets_head), HasSubstr("[[target]]"));
    EXPECT_THAT(problem_of("[reading]\nmost = 0\n"), HasSubstr("not above 0"));
    std::string text = targets_head + target();
    EXPECT_THAT(problem_of(text.replace(text.find("nkdb-2023"), 9, "nkdb-2099")),
                HasSubstr("nkdb-2099"));
    text = targets_head + target();
    EXPECT_THAT(problem_of(text.replace(text.find("kin_households"), 14, "nothing_counted")),
                HasSubstr("statistic"));
    text = targets_head + target();
    EXPECT_THAT(problem_of(text.replace(text.find("grade = 'B'"), 11, "grade = 'Q'")),
                HasSubstr("grade Q"));
}

TEST(TargetReader, refuses_a_date_before_the_source_was_written) {
    std::string text = targets_head + target("date = 2022-12-04\n");
    text.replace(text.find("from = 2023-01-01\nto = 2023-11-30"), 33,
                 "from = 2022-01-01\nto = 2022-11-30");
    EXPECT_THAT(problem_of(text), HasSubstr("before its source"));
}

TEST(TargetReader, adds_what_the_model_is_not_asked_to_meet_and_what_drifts) {
    const auto targets = read_as_targets(targets_head + target());
    ASSERT_TRUE(targets) << describe(targets.error());
    const TargetQuestion& question = targets->targets.front().question;
    // To the end of November 2023 3.91 years: 0.1 squared times 1 + 0.75^2, and 0.2 a year.
    EXPECT_NEAR(question.shift, -0.391, 0.001);
    EXPECT_NEAR(question.error, std::sqrt(0.015625 + 0.782 * 0.782), 0.001);
    EXPECT_DOUBLE_EQ(question.report_error, 0.1);
    EXPECT_EQ(question.voice, "nkdb");
}

TEST(TargetScale, is_undone_by_its_inverse) {
    for (const ReportScale scale : {ReportScale::share, ReportScale::amount, ReportScale::count})
        EXPECT_NEAR(off_scale(scale, on_scale(scale, 0.3)), 0.3, 1e-12);
    EXPECT_DOUBLE_EQ(on_scale(ReportScale::count, 0), 0);
    EXPECT_TRUE(std::isfinite(on_scale(ReportScale::share, 0)));
}

TEST(Statistic, of_a_target_is_of_days_counted_from_the_start) {
    ReportSeries series;
    series.statistic = "mean(fee, window) / mean(fee, earlier)";
    TargetQuestion question;
    question.window = {*make_date(2020, 1, 11), *make_date(2020, 1, 20)};
    question.earlier = DateSpan{*make_date(2020, 1, 1), *make_date(2020, 1, 2)};
    EXPECT_EQ(statistic_of(series, question, *make_date(2020, 1, 1)),
              "mean(fee, all[10:19]) / mean(fee, all[0:1])");
}

TEST(SourceDates, are_all_days_that_a_text_may_mean) {
    const auto days = [](std::string_view text) {
        const auto found = source_dates(text);
        return found ? iso(found->first) + " " + iso(found->last) : "none";
    };
    EXPECT_EQ(days("2021-12-29"), "2021-12-29 2021-12-29");
    EXPECT_EQ(days("about 2021-12-29"), "2021-12-29 2021-12-29");
    EXPECT_EQ(days("2020-02"), "2020-02-01 2020-02-29");
    EXPECT_EQ(days("mid 2020"), "2020-01-01 2020-12-31");
    EXPECT_EQ(days("about 2022-2023"), "2022-01-01 2023-12-31");
    EXPECT_EQ(days("with this release"), "none");
}

TEST(Targets, of_the_evidence_are_dated_and_of_several_voices) {
    std::set<std::string> voices;
    for (const ToldTarget& one : ledger_targets().targets) {
        voices.insert(one.question.voice);
        EXPECT_LE(*make_date(2018, 1, 1), one.question.window.first) << one.question.id;
    }
    EXPECT_GE(voices.size(), 4u);
    EXPECT_GE(ledger_targets().targets.size(), 30u);
}

}  // namespace
}  // namespace tumen

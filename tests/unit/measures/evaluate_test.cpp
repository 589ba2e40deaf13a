#include "measures/headlines/evaluate.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tumen::test {
namespace {

using testing::DoubleNear;
using testing::Optional;

/// 100 days with a campaign on days 40 to 59; on day t there are t arrests, 2 t people calling of
/// two roles together, and a fee of t / 100.
Trajectory counting_up(Campaign campaign = Campaign::drive) {
    Trajectory trajectory;
    for (int day = 0; day < 100; ++day) {
        DayReport report;
        report[Count::arrested] = day;
        report[Count::calling_brokers] = day / 2;
        report[Count::calling_families] = 2 * day - day / 2;
        report[Quantity::fee] = day / 100.0;
        trajectory.days.push_back(report);
    }
    trajectory.residents = 4000;
    trajectory.households = 1000;
    trajectory.dates = {campaign, {0, 99}, {}, {}, {}};
    if (campaign == Campaign::drive) {
        trajectory.dates.window = {40, 59};
        trajectory.dates.hand_in_drives = {{40, 59}};
    }
    return trajectory;
}

std::optional<double> measured(std::string_view text, const Trajectory& scenario,
                               const Trajectory* against = nullptr) {
    const auto statistic = parse_statistic(text);
    if (!statistic) {
        ADD_FAILURE() << text << ": " << statistic.error().problem;
        return std::nullopt;
    }
    std::vector<const Trajectory*> runs;
    if (against != nullptr) runs.push_back(against);
    return evaluate(*statistic, scenario, runs);
}

std::optional<double> measured(std::string_view text) {
    return measured(text, counting_up());
}

auto value(double expected) {
    return Optional(DoubleNear(expected, 1e-9));
}

TEST(Evaluate, read_the_days_that_a_window_names) {
    EXPECT_THAT(measured("first(arrested, all)"), value(0));
    EXPECT_THAT(measured("last(arrested, all)"), value(99));
    EXPECT_THAT(measured("first(arrested, before)"), value(10));  // 30 days before day 40
    EXPECT_THAT(measured("last(arrested, before)"), value(39));
    EXPECT_THAT(measured("first(arrested, before[5])"), value(35));
    EXPECT_THAT(measured("first(arrested, during)"), value(40));
    EXPECT_THAT(measured("last(arrested, during)"), value(59));
    EXPECT_THAT(measured("first(arrested, during[3:25])"), value(43));
    EXPECT_THAT(measured("last(arrested, during[3:25])"), value(65));  // past its end
    EXPECT_THAT(measured("first(arrested, after)"), value(60));
    EXPECT_THAT(measured("last(arrested, after)"), value(99));
    EXPECT_THAT(measured("first(arrested, after[2:4])"), value(62));
    EXPECT_THAT(measured("last(arrested, after[2:4])"), value(64));
}

TEST(Evaluate, put_the_days_of_a_window_into_one_number) {
    EXPECT_THAT(measured("mean(arrested, during[0:3])"), value(41.5));
    EXPECT_THAT(measured("sum(arrested, during[0:3])"), value(40 + 41 + 42 + 43));
    EXPECT_THAT(measured("max(fee, during)"), value(0.59));
    EXPECT_THAT(measured("min(fee, during)"), value(0.40));
    EXPECT_THAT(measured("max(fee, all)"), value(0.99));
}

TEST(Evaluate, add_up_the_columns_of_a_derived_observable_day_by_day) {
    EXPECT_THAT(measured("mean(calling, during[1:1])"), value(82));
    EXPECT_THAT(measured("min(calling, during)"), value(80));
}

TEST(Evaluate, compute_with_the_usual_precedence) {
    EXPECT_THAT(measured("1 + 2 * 3 - 8 / 4"), value(5));
    EXPECT_THAT(measured("(1 + 2) * 3"), value(9));
    EXPECT_THAT(measured("2 - 3 - 4"), value(-5));
    EXPECT_THAT(measured("-first(arrested, during)"), value(-40));
    EXPECT_THAT(measured("log(8) / log(2)"), value(3));
    EXPECT_THAT(measured("ratio(last(fee, during), first(fee, during))"), value(0.59 / 0.40));
}

TEST(Evaluate, have_no_value_where_there_is_none) {
    EXPECT_EQ(measured("ratio(sum(reports, all), sum(noticed, all))"), std::nullopt);
    EXPECT_EQ(measured("1 / (2 - 2)"), std::nullopt);
    EXPECT_EQ(measured("log(0)"), std::nullopt);
    EXPECT_EQ(measured("1 + log(-1)"), std::nullopt);
    EXPECT_EQ(measured("mean(arrested, after[40:50])"), std::nullopt);  // the run ends before
    EXPECT_EQ(measured("base(mean(arrested, all))"), std::nullopt);     // nothing to compare with
}

TEST(Evaluate, cut_windows_at_the_ends_of_the_run) {
    EXPECT_THAT(measured("first(arrested, before[200])"), value(0));
    EXPECT_THAT(measured("last(arrested, after[10:500])"), value(99));
    Trajectory from_the_start = counting_up();
    from_the_start.dates.window = {0, 59};
    EXPECT_EQ(measured("mean(arrested, before)", from_the_start), std::nullopt);
    EXPECT_THAT(measured("first(arrested, during)", from_the_start), value(0));
}

TEST(Evaluate, take_the_whole_run_for_every_window_where_there_is_no_campaign) {
    const Trajectory calm = counting_up(Campaign::none);
    for (const char* window : {"before", "during", "after", "before[5]", "after[2:4]"}) {
        const std::string part = std::string("(arrested, ") + window + ")";
        EXPECT_THAT(measured("first" + part, calm), value(0)) << window;
        EXPECT_THAT(measured("last" + part, calm), value(99)) << window;
    }
}

TEST(Evaluate, compare_the_same_days_where_the_other_scenario_has_no_campaign) {
    const Trajectory calm = counting_up(Campaign::none);
    EXPECT_THAT(measured("mean(fee, during) - base(mean(fee, during))", counting_up(), &calm),
                value(0));
    EXPECT_THAT(measured("base(first(arrested, after[2:4]))", counting_up(), &calm), value(62));
    EXPECT_THAT(measured("base(first(arrested, all))", counting_up(), &calm), value(0));
}

TEST(Evaluate, read_the_other_scenario_by_its_own_campaign_where_it_has_one) {
    Trajectory later = counting_up();
    later.dates.window = {70, 79};
    EXPECT_THAT(
        measured("base(first(arrested, during)) - first(arrested, during)", counting_up(), &later),
        value(30));
}

/// The same 100 days with two drives, an oath drive and a sweep.
Trajectory busy() {
    Trajectory trajectory = counting_up();
    trajectory.dates.window = {10, 89};
    trajectory.dates.hand_in_drives = {{10, 19}, {60, 69}};
    trajectory.dates.oath_drives = {{15, 24}};
    trajectory.dates.sweeps = {{80, 89}};
    return trajectory;
}

TEST(Evaluate, names_each_drive_oath_drive_and_sweep_by_its_place) {
    EXPECT_THAT(measured("first(arrested, drive[1])", busy()), value(10));
    EXPECT_THAT(measured("last(arrested, drive[2])", busy()), value(69));
    EXPECT_THAT(measured("last(arrested, drive[last])", busy()), value(69));
    EXPECT_THAT(measured("first(arrested, oath[1])", busy()), value(15));
    EXPECT_THAT(measured("first(arrested, sweep)", busy()), value(80));
    EXPECT_EQ(measured("first(arrested, drive[3])", busy()), std::nullopt);
    EXPECT_EQ(measured("first(arrested, sweep[2])", busy()), std::nullopt);
    // Days 60 to 65, and past the end of the drive to day 75.
    EXPECT_THAT(measured("last(arrested, drive[2][0:5])", busy()), value(65));
    EXPECT_THAT(measured("last(arrested, drive[2][0:15])", busy()), value(75));
}

TEST(Evaluate, counts_each_day_of_several_drives_once_and_none_between_them) {
    // Days 10 to 19 and 60 to 69: 145 + 645 arrests.
    EXPECT_THAT(measured("sum(arrested, drive)", busy()), value(790));
    EXPECT_THAT(measured("mean(arrested, drive)", busy()), value(39.5));
    // The oath drive overlaps the first: days 10 to 24, 60 to 69 and 80 to 89.
    EXPECT_THAT(measured("sum(arrested, active)", busy()), value(255 + 645 + 845));
    // Between: days 25 to 59 and 70 to 79.
    EXPECT_THAT(measured("sum(arrested, between)", busy()), value(1470 + 745));
    EXPECT_THAT(measured("sum(arrested, during)", busy()), value(255 + 645 + 845 + 1470 + 745));
    EXPECT_EQ(measured("sum(arrested, between)"), std::nullopt);
    EXPECT_THAT(measured("sum(arrested, active) - sum(arrested, during)"), value(0));
}

TEST(Evaluate, counts_negative_days_from_the_end) {
    EXPECT_THAT(measured("first(arrested, during[-7:-1])"), value(53));
    EXPECT_THAT(measured("last(arrested, during[-7:-1])"), value(59));
    EXPECT_THAT(measured("first(arrested, during[-70:-1])"), value(40));  // not before its first
    EXPECT_THAT(measured("last(arrested, during[5:-2])"), value(58));
    EXPECT_THAT(measured("first(arrested, all[-14:-1])"), value(86));
    EXPECT_THAT(measured("last(arrested, all[0:9])"), value(9));
    EXPECT_THAT(measured("first(arrested, drive[1][-3:-1])", busy()), value(17));
}

TEST(Evaluate, knows_the_eve_which_is_the_first_day_of_a_run_that_begins_with_its_campaign) {
    EXPECT_THAT(measured("last(arrested, eve)"), value(39));
    Trajectory at_once = counting_up();
    at_once.dates.window = {0, 59};
    EXPECT_THAT(measured("last(arrested, eve)", at_once), value(0));
}

TEST(Evaluate, reads_the_same_days_of_a_run_that_has_no_such_drive) {
    const Trajectory calm = counting_up(Campaign::none);
    const Trajectory drive = counting_up();
    const Trajectory both = busy();
    EXPECT_THAT(measured("base(first(arrested, sweep))", both, &calm), value(80));
    EXPECT_THAT(measured("base(first(arrested, sweep))", both, &drive), value(80));
    EXPECT_THAT(measured("base(first(arrested, drive[1]))", both, &drive), value(40));
    EXPECT_THAT(measured("base(first(arrested, active))", both, &calm), value(10));
}

TEST(Evaluate, knows_how_large_each_run_is) {
    Trajectory twice = counting_up(Campaign::none);
    twice.residents = 8000;
    twice.households = 2000;
    EXPECT_THAT(measured("residents / households"), value(4));
    EXPECT_THAT(measured("base(residents) / households", counting_up(), &twice), value(8));
    EXPECT_THAT(measured("100000 * sum(arrested, during) / residents"), value(25 * 990));
}

std::int32_t last_day_of(std::string_view text, const Trajectory& scenario,
                         const Trajectory* against = nullptr) {
    std::vector<const Trajectory*> runs;
    if (against != nullptr) runs.push_back(against);
    return last_day_read(*parse_statistic(text), scenario, runs);
}

TEST(Evaluate, says_which_day_is_the_last_that_it_reads) {
    const Trajectory drive = counting_up();
    const Trajectory calm = counting_up(Campaign::none);
    EXPECT_EQ(last_day_of("mean(arrested, before)", drive), 39);
    EXPECT_EQ(last_day_of("last(arrested, during[-7:-1])", drive), 59);
    EXPECT_EQ(last_day_of("sum(arrested, during[3:25])", drive), 65);
    EXPECT_EQ(last_day_of("mean(arrested, after[2:4]) - mean(arrested, before)", drive), 64);
    EXPECT_EQ(last_day_of("log(-max(arrested, all))", drive), 99);
    EXPECT_EQ(last_day_of("base(mean(arrested, during)) / residents", drive, &calm), 59);
    EXPECT_EQ(last_day_of("mean(arrested, eve) * base(mean(arrested, after))", drive, &calm), 99);
    EXPECT_EQ(last_day_of("mean(arrested, during)", calm), 99) << "the whole run";
    EXPECT_EQ(last_day_of("residents / households + 1", drive), -1);
}

TEST(Evaluate, has_its_value_on_the_morning_after_the_last_day_that_it_reads) {
    for (const std::string_view text :
         {"mean(arrested, before)", "last(calling, during[-7:-1])", "sum(fee, after[2:4])",
          "base(mean(fee, during)) - mean(fee, during)", "ratio(sum(arrested, drive), residents)",
          "max(arrested, active) - min(arrested, eve)"}) {
        Trajectory run = counting_up();
        Trajectory beside = counting_up(Campaign::none);
        const auto whole = measured(text, run, &beside);
        const auto until = static_cast<std::size_t>(last_day_of(text, run, &beside)) + 1;
        ASSERT_LT(until, run.days.size()) << text;
        for (Trajectory* one : {&run, &beside}) {
            for (std::size_t day = until; day < one->days.size(); ++day)
                one->days[day] = {};
        }
        EXPECT_EQ(measured(text, run, &beside), whole) << text;
        run.days[until - 1] = {};
        EXPECT_NE(measured(text, run, &beside), whole) << text << " reads a day less";
    }
}

TEST(Evaluate, dates_a_plan_by_what_it_says_and_the_end_of_the_run) {
    Plan plan;
    plan.days = 100;
    plan.cities = {{"a", "A", 3000}, {"b", "B", 1000}};
    plan.parameters.population.household_size = 4;
    plan.hand_in_drives = {{40, 150, Forgiveness::none}};
    plan.sweeps = {{120, 130}};
    const std::vector<std::vector<DayReport>> cities(2, std::vector<DayReport>(100));
    const Trajectory run = trajectory_of(plan, cities);
    EXPECT_EQ(run.dates.hand_in_drives, (std::vector<DaySpan>{{40, 99}}));
    EXPECT_TRUE(run.dates.sweeps.empty());
    EXPECT_EQ(run.residents, 4000);
    EXPECT_EQ(run.households, 1000);
}

}  // namespace
}  // namespace tumen::test

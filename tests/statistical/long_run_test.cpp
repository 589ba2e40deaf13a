#include <gtest/gtest.h>

#include "support/plans.hpp"
#include "support/sample.hpp"

/// Properties of the contract that hold on average.
namespace tumen::testing {
namespace {

/// Half-years of a run of two years.
double mean_of(const CityResult& result, std::size_t half, double (*value)(const DayReport&)) {
    double sum = 0;
    for (std::size_t day = half * 182; day < (half + 1) * 182; ++day)
        sum += value(result.days[day]);
    return sum / 182;
}

struct Watched {
    const char* name;
    double (*value)(const DayReport&);
    double tolerance;  // relative change that would count as a trend
};

const Watched watched[] = {
    {"phones", [](const DayReport& day) { return static_cast<double>(day[Count::phones_held]); },
     0.05},
    {"calling", [](const DayReport& day) { return static_cast<double>(calling(day)); }, 0.08},
    {"need", [](const DayReport& day) { return day[Quantity::need_kin]; }, 0.05},
    {"fee", [](const DayReport& day) { return day[Quantity::fee]; }, 0.08},
    {"followed", [](const DayReport& day) { return static_cast<double>(day[Count::followed]); },
     0.15},
};

// 120 replicates of 40,000 residents in wards of ordinary size. The second half-year is compared
// with the fourth, the first being that of settling down; a trend is a mean change beyond the
// tolerance. With standard errors of 1 % to 3 % a city without trend fails with a probability below
// 1e-4.
TEST(TwoYearsWithoutACampaign, ShowNoTrendBeyondASlowLossByArrests) {
    Plan plan = calm_plan(40000, 728);
    set_parameters(plan, {{"ward_units", 60}});
    const Game game(plan);
    SerialExecutor executor;
    std::vector<Sample> change(std::size(watched));
    for (std::uint32_t replicate = 1; replicate <= 120; ++replicate) {
        const CityResult result = game.play(seed, replicate, 0, executor);
        for (std::size_t i = 0; i < std::size(watched); ++i) {
            const double early = mean_of(result, 1, watched[i].value);
            const double late = mean_of(result, 3, watched[i].value);
            change[i].add(late / early - 1);
        }
        // phones go by being caught alone: nobody hands in, and who lost one may buy another
        const std::int64_t lost =
            result.days.front()[Count::phones_held] - result.days.back()[Count::phones_held];
        EXPECT_LE(lost, total(result, Count::caught) + total(result, Count::exiled_people));
        EXPECT_EQ(handed_in(result), 0);
    }
    for (std::size_t i = 0; i < std::size(watched); ++i) {
        EXPECT_LT(std::fabs(change[i].mean()), watched[i].tolerance) << watched[i].name;
        EXPECT_LT(change[i].standard_error(), watched[i].tolerance / 4) << "too little to tell";
    }
    EXPECT_LE(change[0].mean(), 0.01);  // phones: a loss, no gain
}

// 24 replicates of a city and of one twice as large, through a hand-in drive: means per adult
// differ by less than 4.5 standard errors, which by chance happens to one of the ten with a
// probability below 1e-3.
TEST(TwiceTheResidents, AreTwiceTheCountsAtTheSameRates) {
    constexpr Count counts[] = {Count::phones_held, Count::calls,       Count::transfers_asked,
                                Count::reports,     Count::considered,  Count::caught,
                                Count::arrested,    Count::signed_oath, Count::followed};
    Sample small[std::size(counts) + 1];
    Sample large[std::size(counts) + 1];
    const auto collect = [&](double residents, Sample* samples) {
        Plan plan = hand_in_plan(residents, 100);
        set_parameters(plan, {{"deadline_salience", 0.1}, {"notice", 0.003}, {"detection", 0.02}});
        const Game game(plan);
        SerialExecutor executor;
        for (std::uint32_t replicate = 1; replicate <= 24; ++replicate) {
            // other replicates for the large city: the two shall not share their luck
            const std::uint32_t number = residents > 15000 ? replicate + 1000 : replicate;
            const CityResult result = game.play(seed, number, 0, executor);
            const auto adults = static_cast<double>(result.adults);
            for (std::size_t i = 0; i < std::size(counts); ++i) {
                samples[i].add(static_cast<double>(total(result, counts[i])) / adults);
            }
            samples[std::size(counts)].add(static_cast<double>(handed_in(result)) / adults);
        }
    };
    collect(15000, small);
    collect(30000, large);
    for (std::size_t i = 0; i <= std::size(counts); ++i) {
        EXPECT_GT(small[i].mean(), 0) << i;
        EXPECT_LT(std::fabs(standardised_difference(small[i], large[i])), 4.5)
            << i << ": " << small[i].mean() << " and " << large[i].mean();
    }
}

// On the same luck, 16 replicates: directions that the contract's formulas imply.
TEST(Directions, AreThoseOfTheRules) {
    const auto mean = [](const Plan& plan, auto value) {
        const Game game(plan);
        SerialExecutor executor;
        double sum = 0;
        for (std::uint32_t replicate = 1; replicate <= 16; ++replicate) {
            sum += value(game.play(seed, replicate, 0, executor));
        }
        return sum / 16;
    };
    const auto reports = [](const CityResult& result) {
        return static_cast<double>(total(result, Count::reports));
    };
    const auto quiet = [](const CityResult& result) {
        double sum = 0;
        for (const DayReport& day : result.days) {
            sum += static_cast<double>(day[Count::phones_held] - calling(day));
        }
        return sum;
    };
    const auto fees = [](const CityResult& result) { return total(result, Quantity::fee); };
    const auto detected = [](const CityResult& result) {
        return static_cast<double>(total(result, Count::detected));
    };
    Plan plan = calm_plan(20000, 100);
    set_parameters(plan, {{"notice", 0.01}});
    Plan rewarded = plan;
    set_parameters(rewarded, {{"reward", 1}});
    EXPECT_GT(mean(rewarded, reports), mean(plan, reports));
    const Plan drive = hand_in_plan(20000, 100);
    const Plan calm = calm_plan(20000, 100);
    EXPECT_GT(mean(drive, quiet), mean(calm, quiet));
    EXPECT_GT(mean(drive, fees), mean(calm, fees));
    EXPECT_GT(mean(sweep_plan(20000, 100), detected), mean(calm, detected));
    EXPECT_GT(mean(oath_plan(20000, 100), quiet), mean(calm, quiet));
}

}  // namespace
}  // namespace tumen::testing

#include <gtest/gtest.h>

#include "support/plans.hpp"
#include "support/sample.hpp"

/// Properties of the contract that hold on average.
namespace tumen::testing {
namespace {

constexpr std::size_t days = 1095;
constexpr std::size_t quarter = 273;

/// A quantity of calm years, and how the contract says that its last quarter differs from its
/// first.
struct Drift {
    const char* name;
    double (*value)(const DayReport&);
    double change;          // relative where `relative`
    double standard_error;  // of that, over the 96 replicates that the contract played
    bool relative;
};

template <Count count>
double count_of(const DayReport& day) {
    return static_cast<double>(day[count]);
}

template <Quantity quantity>
double quantity_of(const DayReport& day) {
    return day[quantity];
}

// Without a trend first; then what the contract names: lost brokers are replaced (too slowly at
// first), which lowers the fee and brings requests.
constexpr Drift drifts[] = {
    {"need of kin", quantity_of<Quantity::need_kin>, -0.001, 0.0003, false},
    {"need of traders", quantity_of<Quantity::need_traders>, 0.001, 0.001, false},
    {"followed", count_of<Count::followed>, -0.2, 0.2, false},
    {"reached in 365 days", count_of<Count::reached_365>, 0.1, 1.5, false},
    {"fee", quantity_of<Quantity::fee>, -0.029, 0.004, false},
    {"transfers asked", count_of<Count::transfers_asked>, 0.038, 0.010, true},
    {"families calling", count_of<Count::calling_families>, -0.024, 0.005, true},
    {"callers", [](const DayReport& day) { return static_cast<double>(calling(day)); }, -0.018,
     0.003, true},
};

double mean_of(const CityResult& result, std::size_t first, double (*value)(const DayReport&)) {
    double sum = 0;
    for (std::size_t day = first; day < first + quarter; ++day)
        sum += value(result.days[day]);
    return sum / double{quarter};
}

// 48 replicates of 60,000 residents, played on after a year of warm-up. Both the contract's figure
// and this one have their error: 4.5 of the error of their difference, which by chance happens to
// one of the eight with a probability below 1e-4.
TEST(ThreeYearsWithoutACampaign, ShowNoTrendButTheOnesThatAreNamed) {
    constexpr std::uint32_t replicates = 48;
    Plan plan = calm_plan(60000, days);
    set_parameters(plan, {{"warmup", 365}, {"ward_units", 60}});
    const Simulation simulation(plan);
    SerialExecutor executor;
    std::vector<Sample> early(std::size(drifts));
    std::vector<Sample> late(std::size(drifts));
    Sample phones;
    for (std::uint32_t replicate = 1; replicate <= replicates; ++replicate) {
        const CityResult result = simulation.play(seed, replicate, 0, executor);
        for (std::size_t i = 0; i < std::size(drifts); ++i) {
            early[i].add(mean_of(result, 0, drifts[i].value));
            late[i].add(mean_of(result, days - quarter, drifts[i].value));
        }
        // phones go by being caught alone: nobody hands in, and who lost one may buy another
        const std::int64_t lost =
            result.days.front()[Count::phones_held] - result.days.back()[Count::phones_held];
        EXPECT_LE(lost, total(result, Count::caught) + total(result, Count::exiled_people));
        EXPECT_EQ(handed_in(result), 0);
        phones.add(static_cast<double>(lost));
    }
    EXPECT_GT(phones.mean(), 0);  // a slow loss, no gain
    for (std::size_t i = 0; i < std::size(drifts); ++i) {
        const Drift& named = drifts[i];
        const double change = named.relative ? late[i].mean() / early[i].mean() - 1
                                             : late[i].mean() - early[i].mean();
        const double error = named.standard_error * std::sqrt(1 + 96.0 / replicates);
        EXPECT_NEAR(change, named.change, 4.5 * error) << named.name;
    }
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
        const Simulation simulation(plan);
        SerialExecutor executor;
        for (std::uint32_t replicate = 1; replicate <= 24; ++replicate) {
            // other replicates for the large city: the two shall not share their luck
            const std::uint32_t number = residents > 15000 ? replicate + 1000 : replicate;
            const CityResult result = simulation.play(seed, number, 0, executor);
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
        const Simulation simulation(plan);
        SerialExecutor executor;
        double sum = 0;
        for (std::uint32_t replicate = 1; replicate <= 16; ++replicate) {
            sum += value(simulation.play(seed, replicate, 0, executor));
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

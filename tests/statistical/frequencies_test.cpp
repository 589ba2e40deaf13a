#include <gtest/gtest.h>

#include <cmath>

#include "support/still.hpp"

/// Events come as often as the rules say. Seed fixed; bounds are five standard deviations, alpha
/// about 1e-6 each.
namespace tumen::testing {
namespace {

/// A still city in which everything is as `settings` say.
CityResult still_city(double residents, std::initializer_list<Setting> settings,
                      std::uint32_t replicate = 1) {
    Plan plan = still_plan();
    plan.cities[0].residents = residents;
    set_parameters(plan, settings);
    return play(plan, replicate);
}

void expect_count(std::int64_t count, double trials, double probability) {
    EXPECT_GT(trials * probability, 25) << "too few to tell";
    EXPECT_NEAR(static_cast<double>(count), trials * probability,
                5 * std::sqrt(trials * probability * (1 - probability)));
}

TEST(Frequencies, OfCallsFollowTheRateOfTheRole) {
    const CityResult result = still_city(
        4000, {{"call_rate.family", 0.013}, {"call_rate.smuggler", 0}, {"call_rate.broker", 0}});
    expect_count(total(result, Count::calls),
                 static_cast<double>(total(result, Count::calling_families)), 0.013);
}

TEST(Frequencies, OfDetectionFollowTheRulePerCall) {
    const CityResult result =
        still_city(4000, {{"call_rate.smuggler", 0.5}, {"detection", 0.02}, {"raid", 0}});
    expect_count(total(result, Count::detected), static_cast<double>(total(result, Count::calls)),
                 0.02);
}

TEST(Frequencies, OfRaidsFollowTheRulePerDetectedCall) {
    const CityResult result = still_city(8000, {{"call_rate.smuggler", 0.5},
                                                {"detection", 0.2},
                                                {"raid", 0.3},
                                                {"settle_base", 1e6},
                                                {"bribe_keeps_phone", 1}});
    expect_count(total(result, Count::caught), static_cast<double>(total(result, Count::detected)),
                 0.3);
    EXPECT_EQ(total(result, Count::bribed), total(result, Count::caught));
}

TEST(Frequencies, OfSentencesFollowTheirShares) {
    const CityResult result = still_city(40000, {{"call_rate.smuggler", 1},
                                                 {"detection", 1},
                                                 {"raid", 1},
                                                 {"settle_base", -1e6},
                                                 {"sentence_calm.warned", 0.4},
                                                 {"sentence_calm.detained", 0.3},
                                                 {"sentence_calm.imprisoned", 0.2},
                                                 {"sentence_calm.exiled", 0.1},
                                                 {"custody", 0}});
    const auto arrested = static_cast<double>(total(result, Count::cases_decided));
    EXPECT_GT(arrested, 1000);
    expect_count(total(result, Count::warned), arrested, 0.4);
    expect_count(total(result, Count::detained), arrested, 0.3);
    expect_count(total(result, Count::imprisoned), arrested, 0.2);
    expect_count(total(result, Count::exiled_households), arrested, 0.1);
}

TEST(Frequencies, OfSettlingFollowTheLogOdds) {
    const CityResult result = still_city(40000, {{"call_rate.smuggler", 1},
                                                 {"detection", 1},
                                                 {"raid", 1},
                                                 {"settle_base", 1},
                                                 {"settle_affordability", 0}});
    expect_count(total(result, Count::bribed), static_cast<double>(total(result, Count::caught)),
                 1 / (1 + std::exp(-1.0)));
}

TEST(Frequencies, OfReportsFollowTheWitnesses) {
    // loyalty and cohesion are standard normal: with equal weights of one the log-odds are -1 +
    // N(0, 2), and the mean of their logistic is 0.3176 (by quadrature)
    const CityResult result = still_city(40000, {{"call_rate.smuggler", 1},
                                                 {"notice", 1},
                                                 {"report_base", -1},
                                                 {"report_loyalty", 1},
                                                 {"report_cohesion", 1},
                                                 {"report_own_phone", 0},
                                                 {"report_fear", 0},
                                                 {"reward", 0}});
    const auto noticed = static_cast<double>(total(result, Count::noticed));
    EXPECT_GT(noticed, 10000);
    double mean = 0;
    constexpr int steps = 20000;
    for (int i = 0; i < steps; ++i) {
        const double z = std::sqrt(2.0) * (-8 + 16 * (i + 0.5) / steps);
        const double density = std::exp(-z * z / 4) / std::sqrt(4 * std::acos(-1.0));
        mean += density / (1 + std::exp(1 - z)) * std::sqrt(2.0) * 16 / steps;
    }
    EXPECT_NEAR(mean, 0.3176, 0.01);
    // callers of one unit share its cohesion: 680 units count for fewer than the calls made
    const double spread = std::sqrt(0.0576 / 600 + mean * (1 - mean) / noticed);
    EXPECT_NEAR(static_cast<double>(total(result, Count::reports)) / noticed, mean, 5 * spread);
}

TEST(Frequencies, OfPurchasesFollowTheRate) {
    // Everybody is caught on the first day, settles and loses the phone; then they buy at the rate.
    Plan plan = still_plan();
    plan.cities[0].residents = 20000;
    set_parameters(plan, {{"call_rate.smuggler", 1},
                          {"settle_base", 1e6},
                          {"bribe_keeps_phone", 0},
                          {"penalty", 0},
                          {"bribe_base", 1},
                          {"phone_price", 1},
                          {"savings_spread", 0},
                          {"purchase_rate", 0.05}});
    plan.schedules = {scheduled("detection", 0, 0, 1), scheduled("raid", 0, 0, 1)};
    const CityResult result = play(plan);
    double wanting = 0;
    std::int64_t bought = 0;
    std::int64_t without = result.days[0][Count::caught];
    EXPECT_GT(without, 500);
    for (std::size_t day = 1; day < result.days.size(); ++day) {
        wanting += static_cast<double>(without);
        bought += result.days[day][Count::phones_bought];
        without -= result.days[day][Count::phones_bought];
    }
    expect_count(bought, wanting, 0.05);
}

TEST(Frequencies, OfPromisesBrokenFollowTheRule) {
    Plan plan = still_plan();
    plan.cities[0].residents = 20000;
    set_parameters(plan, {{"deadline_salience", 1},
                          {"deadline_salience_time", 1e9},
                          {"amnesty_value", 1e6},
                          {"contact_benefit.family", 0},
                          {"contact_benefit.smuggler", 0},
                          {"contact_benefit.broker", 0},
                          {"dead_phone_found.family", 0},
                          {"dead_phone_found.smuggler", 0},
                          {"dead_phone_found.broker", 0},
                          {"promise_breach", 0.2},
                          {"promise_breach_delay", 5}});
    plan.hand_in_drives = {{0, 3, Forgiveness::promised}};
    const CityResult result = play(plan);
    const std::int64_t handed = handed_in(result);
    EXPECT_GT(handed, 500);
    expect_count(total(result, Count::promises_broken), static_cast<double>(handed), 0.2);
    // on average five days after the day that follows the hand-in
    double days = 0;
    for (std::size_t day = 0; day < result.days.size(); ++day) {
        days += static_cast<double>(day) *
                static_cast<double>(result.days[day][Count::promises_broken]);
    }
    const auto broken = static_cast<double>(total(result, Count::promises_broken));
    EXPECT_EQ(handed_in(result.days[0]), handed);  // all of them on the first day
    EXPECT_NEAR(days / broken, 6, 5 * std::sqrt(5 / broken));
}

}  // namespace
}  // namespace tumen::testing

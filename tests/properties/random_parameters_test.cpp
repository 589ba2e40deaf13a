#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <cstdlib>

#include "scenario/evidence/ledger.hpp"
#include "support/plans.hpp"

/// Whatever the evidence leaves open, a run ends, conserves people and reports finite numbers.
namespace tumen::testing {
namespace {

/// The same sets on every run; RC_PARAMS="seed=..." in the environment tries others.
[[maybe_unused]] const int seeded = setenv("RC_PARAMS", "seed=20201001", 0);

/// A number of the parameter's range, its ends included.
double within_range(ParameterRef ref) {
    const Interval range = evidence_range(ref);
    const int step = *rc::gen::inRange(0, 101);
    return range.low + (range.high - range.low) * step / 100;
}

/// Every parameter anywhere in its range, in a small city with everything going on.
Plan random_plan() {
    Plan plan = crowded_plan(1500, 70);
    for (const ParameterRef ref : parameter_refs()) {
        set(plan.parameters, ref, within_range(ref));
    }
    PopulationParameters& built = plan.parameters.population;
    built.household_size = std::max(built.household_size, built.household_adults);
    built.unit_households_min = std::floor(built.unit_households_min);
    built.unit_households_max =
        std::max(std::floor(built.unit_households_max), built.unit_households_min);
    built.ward_units = *rc::gen::inRange(1, 20);
    built.warmup = std::floor(built.warmup);
    return plan;
}

void expect_sound(const CityResult& result, std::size_t days) {
    ASSERT_EQ(result.days.size(), days);
    const auto adults = static_cast<std::int64_t>(result.adults);
    for (const DayReport& day : result.days) {
        ASSERT_EQ(day[Count::free_adults] + day[Count::in_custody] + day[Count::in_detention] +
                      day[Count::in_prison] + day[Count::in_exile],
                  adults);
        ASSERT_LE(day[Count::phones_held], adults);
        ASSERT_EQ(day[Count::transfers_asked],
                  day[Count::transfers_served] + day[Count::transfers_unmet]);
        for (const std::int64_t count : day.counts)
            ASSERT_GE(count, 0);
        for (const double quantity : day.quantities)
            ASSERT_FALSE(std::isinf(quantity));  // a mean over nobody is missing
        for (const Quantity level : {Quantity::threat, Quantity::pressure, Quantity::money_sent})
            ASSERT_TRUE(std::isfinite(day[level]));
        ASSERT_FALSE(day[Quantity::risk_roles] < 0);
        ASSERT_FALSE(day[Quantity::risk_roles] > 1);
        ASSERT_FALSE(day[Quantity::need_kin] > 1);
        ASSERT_FALSE(day[Quantity::belief] < 0 || day[Quantity::belief] > 1);
        ASSERT_GE(day[Quantity::fee], 0);
        ASSERT_LE(day[Quantity::fee], 1);
    }
}

RC_GTEST_PROP(RandomParameters, EndConserveAndStayFinite, ()) {
    expect_sound(play(random_plan(), *rc::gen::inRange(1u, 1000u)), 70);
    RC_ASSERT(!::testing::Test::HasFailure());
}

/// One number of a day at the very end of what it can be at all, everything else as it starts.
TEST(Parameters, OfADayMayStandAtTheLimitOfWhatTheyCanBe) {
    for (const ParameterRef ref : parameter_refs()) {
        if (row_of(ref).kind == Kind::build) continue;
        for (const double end : {limits(ref).low, limits(ref).high}) {
            if (!std::isfinite(end)) continue;
            Plan plan = crowded_plan(1000, 50);
            set(plan.parameters, ref, end);
            SCOPED_TRACE(name_of(ref) + " = " + std::to_string(end));
            expect_sound(play(plan), 50);
        }
    }
}

}  // namespace
}  // namespace tumen::testing

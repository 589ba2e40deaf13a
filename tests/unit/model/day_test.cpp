
#include "model/day.hpp"
#include <gtest/gtest.h>
#include <cmath>
#include <set>
#include <string>
#include "model/schedule.hpp"
#include "rules/acquisition.hpp"
#include "rules/contact.hpp"
#include "rules/punishment.hpp"
#include "support/still.hpp"

/// The day as a whole, what it reports, and playing many of them.
namespace tumen {
namespace {

using namespace tumen::testing;

/// What the city reports of means, computed a second time from its state.
TEST(Observation, MeansAreOverEveryHomeAndPersonOfTheKind) {
    Town town(crowded_plan(2000, 60));
    for (std::int32_t day = town.first_day(); day < 40; ++day) {
        play_day(town.city, town.on(day), town.executor, 8);
    }
    const DayConditions day = town.on(40);
    play_day(town.city, day, town.executor, 8);
    const Today now = today_in(town.city, day);
    double kin = 0, kin_homes = 0, traders = 0, trader_homes = 0, risk = 0, people = 0;
    for (const Ward& ward : town.city.wards) {
        for (const HomePlace h : ward.homes.household.places()) {
            const double n = need(now.p.contact, ward.homes.base_need[h], savings_of(now, ward, h));
            kin += n * ward.homes.kin_weight[h];
            kin_homes += ward.homes.kin_weight[h];
            traders += n * ward.homes.trader_weight[h];
            trader_homes += ward.homes.trader_weight[h];
        }
        for (const PersonPlace i : ward.persons.identity.places()) {
            if (ward.persons.identity[i].role == Role::resident) continue;
            risk += risk_of(now, ward, i);
            ++people;
        }
    }
    const DayReport report = report_of(now, town.city);
    EXPECT_NEAR(report[Quantity::need_kin], kin / kin_homes, 1e-12);
    EXPECT_NEAR(report[Quantity::need_traders], traders / trader_homes, 1e-12);
    EXPECT_NEAR(report[Quantity::risk_roles], risk / people, 1e-12);
    EXPECT_EQ(report[Quantity::threat], day.threat);
    EXPECT_EQ(report[Quantity::pressure], day.pressure);
    EXPECT_EQ(report[Quantity::fee], town.city.fee);
    EXPECT_EQ(report[Quantity::phone_price], phone_price(now.p.acquisition, day.threat));
    EXPECT_EQ(report[Quantity::bribe_asked],
              bribe_asked(now.p.punishment, Role::family, day.threat, day.pressure));
}

/// Eight wards are summed side by side where roles come first among their people, one after the
/// other where residents stand between; the bits are the same.
TEST(Observation, OfManyWardsGivesEachWhatItGivesAlone) {
    Plan only_roles = crowded_plan(12000, 60);
    set_parameters(only_roles, {{"ward_units", 5}});
    Plan everybody = only_roles;
    set_parameters(everybody, {{"phone_share.resident", 0.1}});
    for (const Plan& plan : {only_roles, everybody}) {
        Town town(plan);
        ASSERT_GT(town.city.wards.size(), 9u);
        for (std::int32_t day = town.first_day(); day < 20; ++day) {
            play_day(town.city, town.on(day), town.executor, 8);
        }
        const DayConditions day = town.on(20);
        const Today now = today_in(town.city, day);
        start_day(now, town.city);
        observe(now, town.city.wards);
        for (Ward& ward : town.city.wards) {
            const WardTally together = ward.today;
            EXPECT_NE(together[Quantity::risk_roles], 0);
            ward.today = WardTally{};
            observe(now, std::span(&ward, 1));
            EXPECT_EQ(ward.today.counts, together.counts);
            EXPECT_EQ(ward.today.quantities, together.quantities);
        }
    }
}

TEST(Observation, ChangesNothing) {
    Town town(still_plan());
    const DayConditions day = town.on(0);
    const Today now = today_in(town.city, day);
    start_day(now, town.city);
    Ward& ward = town.city.wards.front();
    const std::vector<double> before = ward.homes.savings_excess;
    observe(now, std::span(&ward, 1));
    const WardTally once = ward.today;
    ward.today = WardTally{};
    observe(now, std::span(&ward, 1));
    EXPECT_EQ(ward.today.counts, once.counts);
    EXPECT_EQ(ward.today.quantities, once.quantities);
    EXPECT_EQ(ward.homes.savings_excess, before);
}

TEST(Observation, CountsCallersByRole) {
    Town town(still_plan());
    const DayConditions day = town.on(0);
    const Today now = today_in(town.city, day);
    start_day(now, town.city);
    Ward& ward = town.city.wards.front();
    std::array<std::int64_t, role_count> holders{};
    for (const Identity& identity : ward.persons.identity)
        ++holders[index_of(identity.role)];
    person(ward, Role::family).lower(Flag::calling);
    sign_oath(now, ward, person(ward, Role::smuggler).i);
    sign_oath(now, ward, person(ward, Role::family).i);
    observe(now, std::span(&ward, 1));
    EXPECT_EQ(ward.today[Count::calling_residents], 0);
    EXPECT_EQ(ward.today[Count::calling_families], holders[1] - 1);
    EXPECT_EQ(ward.today[Count::calling_smugglers], holders[2]);
    EXPECT_EQ(ward.today[Count::calling_brokers], holders[3]);
    EXPECT_EQ(ward.today[Count::phones_held], holders[1] + holders[2] + holders[3]);
    EXPECT_EQ(ward.today[Count::signed_oath], 2);
    EXPECT_EQ(ward.today[Count::signers_calling], 1);
}

TEST(Observables, HaveDistinctNamesAndCompleteRows) {
    const auto rows = observable_rows();
    ASSERT_EQ(rows.size(), count_total + quantity_total);
    std::set<std::string_view> names;
    for (const ObservableRow& row : rows) {
        names.insert(row.name);
        EXPECT_FALSE(row.label.empty() || row.unit.empty() || row.rule.empty());
        EXPECT_EQ(row.explanation.back(), '.') << row.name;
    }
    EXPECT_EQ(names.size(), rows.size());
    EXPECT_EQ(rows[static_cast<std::size_t>(Count::phones_held)].name, "phones_held");
    EXPECT_EQ(rows[static_cast<std::size_t>(Count::in_exile)].name, "in_exile");
    EXPECT_EQ(rows[static_cast<std::size_t>(Count::questioned)].name, "questioned");
    EXPECT_EQ(rows[static_cast<std::size_t>(Count::told_hand_ins)].name, "told_hand_ins");
    EXPECT_EQ(rows[count_total].name, "fee");
    EXPECT_EQ(rows[count_total + static_cast<std::size_t>(Quantity::bribe_asked)].name,
              "bribe_asked");
    EXPECT_EQ(rows[count_total + static_cast<std::size_t>(Quantity::belief)].name, "belief");
}

TEST(Observables, ARowsValueIsThatOfItsName) {
    DayReport report;
    report[Count::calls] = 7;
    report[Quantity::pressure] = 0.25;
    EXPECT_EQ(report.value(static_cast<std::size_t>(Count::calls)), 7);
    EXPECT_EQ(report.value(count_total + static_cast<std::size_t>(Quantity::pressure)), 0.25);
}

TEST(Play, ReportsTheDaysOfTheScenarioAndNotTheWarmUp) {
    Plan plan = calm_plan(2000, 25);
    plan.meetings = {{0}};
    const CityResult result = play(plan);
    EXPECT_EQ(result.days.size(), 25u);
    EXPECT_EQ(result.chain.size(), 25u);
    EXPECT_GT(result.adults, 1000u);
}

TEST(Play, ARunThatBreaksOffIsContinuedByNoOne) {
    Plan plan = calm_plan(1000, 25);
    const std::function<bool()> at_once = [] { return true; };
    PlayOptions options;
    options.stop = &at_once;
    EXPECT_TRUE(play(plan, 1, 0, options).days.empty());
}

TEST(Play, TheChainTellsDaysWithTheSameReportApart) {
    const CityResult result = play(calm_plan(0, 5));
    std::set<std::string> links;
    for (const Hash& link : result.chain)
        links.insert(hex(link));
    EXPECT_EQ(links.size(), 5u);
    links.insert(hex(result.state_hash));
    EXPECT_EQ(links.size(), 6u);
}

TEST(Play, TheHashOfAReplicateIsThatOfItsCitiesInOrder) {
    const std::array<Hash, 2> one = {Hash{1, 2}, Hash{3, 4}};
    const std::array<Hash, 2> other = {Hash{3, 4}, Hash{1, 2}};
    EXPECT_NE(replicate_hash(one), replicate_hash(other));
    EXPECT_EQ(replicate_hash(one), replicate_hash(one));
}

TEST(Play, ASimulationCanBeMoved) {
    Simulation simulation(crowded_plan(1000, 20));
    SerialExecutor executor;
    const Hash expected = simulation.play(seed, 1, 0, executor).state_hash;
    Simulation moved = std::move(simulation);
    EXPECT_EQ(moved.play(seed, 1, 0, executor).state_hash, expected);
    Simulation assigned(calm_plan(500, 5));
    assigned = std::move(moved);
    EXPECT_EQ(assigned.play(seed, 1, 0, executor).state_hash, expected);
}

TEST(Day, ArrestedPeopleStopActingTomorrowAreHeldDetainedAndReturn) {
    // Everybody who calls is raided, held for a day and detained for a day; nobody buys a phone.
    Plan plan = still_plan();
    set_parameters(plan, {{"call_rate.smuggler", 1},
                          {"detection", 1},
                          {"raid", 1},
                          {"custody", 0},
                          {"detention", 0},
                          {"settle_base", -1e6},
                          {"settle_affordability", 0},
                          {"sentence_calm.warned", 0},
                          {"sentence_calm.detained", 1},
                          {"sentence_calm.imprisoned", 0},
                          {"sentence_calm.exiled", 0}});
    const CityResult result = play(plan);
    const std::int64_t smugglers = result.days[0][Count::arrested];
    EXPECT_GT(smugglers, 5);
    EXPECT_EQ(result.days[0][Count::calls], smugglers);
    EXPECT_EQ(result.days[0][Count::in_custody], smugglers);
    EXPECT_EQ(result.days[0][Count::in_detention], 0);
    EXPECT_EQ(result.days[0][Count::calling_smugglers], 0);
    EXPECT_EQ(result.days[1][Count::in_custody], 0);
    EXPECT_EQ(result.days[1][Count::cases_decided], smugglers);
    EXPECT_EQ(result.days[1][Count::in_detention], smugglers);
    EXPECT_EQ(result.days[1][Count::calls], 0);
    EXPECT_EQ(result.days[2][Count::in_detention], 0);
    EXPECT_EQ(result.days[2][Count::free_adults], static_cast<std::int64_t>(result.adults));
}

TEST(Day, AMeanOverNobodyIsMissing) {
    Plan plan = calm_plan(1000, 3);
    set_parameters(plan, {{"kin_abroad", 0}, {"smuggler_households", 0}, {"broker_households", 0}});
    const CityResult result = play(plan);
    for (const Quantity mean :
         {Quantity::need_kin, Quantity::need_traders, Quantity::risk_roles, Quantity::belief})
        EXPECT_TRUE(std::isnan(result.days[0][mean]));
    EXPECT_EQ(play(plan).state_hash, result.state_hash);
}

TEST(Schedule, GoesThroughTheStepsInOrder) {
    std::uint8_t last = 0;
    for (const DayStep& step : day_steps()) {
        // Who would ask for money is noted before phones are bought.
        if (step.number != 4) {
            EXPECT_TRUE(step.number >= last || step.number == 5) << step.what;
        }
        last = std::max(last, step.number);
    }
    EXPECT_EQ(day_steps().front().number, 0);
    EXPECT_EQ(day_steps().back().rule, "observation");
    EXPECT_EQ(steps_on(0).size(), day_steps().size());
    EXPECT_LT(steps_on(-1).size(), day_steps().size());
    for (const DayStep& step : steps_on(-1))
        EXPECT_NE(step.number, 13);
}

}  // namespace
}  // namespace tumen

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <vector>

#include "model/purposes.hpp"
#include "rules/news.hpp"
#include "support/still.hpp"

/// Step 12 of the day: news reaches exactly the people whom the contract names.
namespace tumen {
namespace {

using namespace tumen::testing;

constexpr double fear = 0.1;

Plan news_plan(double residents = 1200) {
    Plan plan = still_plan();
    plan.cities[0].residents = residents;
    set_parameters(
        plan, {{"news_fear", fear}, {"news_distrust", 0.25}, {"ties", 6}, {"tie_same_ward", 0.5}});
    return plan;
}

using Id = std::pair<HouseholdId, std::uint8_t>;  // household, member

struct NewsDay {
    Town town;
    DayConditions conditions;
    explicit NewsDay(Plan plan) : town(std::move(plan)), conditions(town.on(9)) {}
    City& city() { return town.city; }
    Today now() const { return today_in(town.city, conditions); }

    void arrest(const Who& who) {
        who.ward->arrests.push_back(who.i);
        who.persons().arrest_day[who.i] = conditions.day;
        who.ward->today[Count::arrested_brokers] +=
            who.persons().identity[who.i].role == Role::broker;
    }
    void spread() {
        for (Ward& ward : city().wards)
            tell_neighbours(now(), ward);
        spread_news(now(), city(), town.executor);
    }
    /// What anybody perceives, with a place or without.
    double risk(const Ward& ward, Id id) const {
        const PersonPlace place = find_place(ward, {id.first, id.second});
        const double excess = place == nobody ? ward.units[unit_of(ward, id.first)].risk_excess
                                              : ward.persons.risk_excess[place];
        return perceived_risk(now(), excess);
    }
};

/// The adults of the city in order of id, with their wards.
std::vector<std::pair<std::size_t, Id>> everybody(const City& city) {
    std::vector<std::pair<std::size_t, Id>> all;
    for (const WardId w : city.wards.places()) {
        for (std::uint32_t n = 0; n < city.wards[WardId(w)].adults; ++n) {
            const AdultId adult = adult_of_ward(city.wards[WardId(w)], n);
            all.push_back({w, {adult.household, adult.member}});
        }
    }
    return all;
}

/// Whom somebody names as ties, from the draws: two words a tie, two ties a block.
std::multiset<Id> ties_of(const City& city, const Ward& own, Id namer,
                          const PopulationParameters& p) {
    const auto all = everybody(city);
    std::multiset<Id> ties;
    for (std::uint32_t n = 0; n < static_cast<std::uint32_t>(p.ties); ++n) {
        const RandomBlock drawn = draw(
            city.random_key, {namer.first, 0, purpose::ties,
                              purpose::of_member(namer.second, static_cast<std::uint8_t>(n / 2))});
        const std::uint32_t where = drawn.word[2 * (n % 2)];
        const std::uint32_t whom = drawn.word[2 * (n % 2) + 1];
        const bool near = happens(where, p.tie_same_ward);
        const std::uint32_t place = near ? own.first_adult + uniform_below(whom, own.adults)
                                         : uniform_below(whom, city.adults);
        ties.insert(all[place].second);
    }
    return ties;
}

/// How many arrests everybody hears of, counted from the contract's sentence.
std::map<Id, int> arrests_heard(NewsDay& day, const std::vector<Who>& arrested) {
    std::map<Id, int> heard;
    City& city = day.city();
    for (const Who& who : arrested) {
        const Persons& persons = who.persons();
        const Id id{persons.identity[who.i].household, persons.identity[who.i].member};
        const WatchUnit& unit = who.ward->units[persons.identity[who.i].unit];
        for (std::uint32_t n = 0; n < unit.adults; ++n) {
            const AdultId adult = adult_of_unit(*who.ward, unit, n);
            ++heard[{adult.household, adult.member}];
        }
        for (const Id& tie : ties_of(city, *who.ward, id, day.now().p.population))
            ++heard[tie];
        if (persons.identity[who.i].role != Role::broker) continue;
        for (const Ward& ward : city.wards) {
            for (const KinHome& kin : ward.kin) {
                bool known = false;
                for (const std::uint32_t number : kin.brokers) {
                    const Who theirs = broker(city, number);
                    known = known || (theirs.ward == who.ward && theirs.i == who.i);
                }
                if (known) ++heard[{ward.homes.household[kin.home], 0}];
            }
        }
    }
    return heard;
}

void expect_heard(NewsDay& day, const std::vector<Who>& arrested) {
    const std::map<Id, int> heard = arrests_heard(day, arrested);
    for (const Who& who : arrested)
        day.arrest(who);
    const double before = day.now().p.drift.risk_baseline;
    day.spread();
    std::size_t frightened_people = 0;
    for (const auto& [w, id] : everybody(day.city())) {
        const auto found = heard.find(id);
        const int y = found == heard.end() ? 0 : found->second;
        const double expected = risk_after_news(day.now().p.news, before, y);
        ASSERT_NEAR(day.risk(day.city().wards[WardId(w)], id), expected, 1e-14)
            << "household " << id.first << ", member " << int{id.second} << ", heard of " << y;
        frightened_people += y > 0;
    }
    EXPECT_GT(frightened_people, 20u);
    EXPECT_LT(frightened_people, day.city().adults);
}

TEST(News, OfAFamilysArrestReachesItsUnitAndItsTies) {
    NewsDay day(news_plan());
    expect_heard(day, {person(day.city(), Role::family)});
}

TEST(News, OfABrokersArrestReachesTheClientsToo) {
    NewsDay day(news_plan());
    expect_heard(day, {broker(day.city(), 1)});
}

TEST(News, OfSeveralArrestsAddsUp) {
    NewsDay day(news_plan());
    expect_heard(day, {broker(day.city(), 0), broker(day.city(), 3),
                       person(day.city(), Role::family, 2), person(day.city(), Role::smuggler, 4)});
}

TEST(News, OfSomebodyWithoutARoleReachesUnitAndTies) {
    NewsDay day(news_plan());
    Ward& ward = day.city().wards[WardId(1)];
    const AdultId adult = adult_of_ward(ward, 17);
    const PersonPlace place = place_of(day.city(), ward, day.conditions, adult);
    expect_heard(day, {{&ward, place}});
}

TEST(News, WithManyTiesUsesManyDraws) {
    Plan plan = news_plan(4000);
    set_parameters(plan, {{"ties", 61}});
    NewsDay day(plan);
    expect_heard(day, {person(day.city(), Role::family)});
}

TEST(News, AClientOfOneBrokerTwiceHearsOnce) {
    NewsDay day(news_plan());
    for (Ward& ward : day.city().wards) {
        for (KinHome& kin : ward.kin)
            kin.brokers.fill(BrokerId(1));
    }
    expect_heard(day, {broker(day.city(), 1)});
}

TEST(News, IsHeardInPrisonToo) {
    NewsDay day(news_plan());
    const Who who = person(day.city(), Role::family);
    who.lower(Flag::free);
    who.raise(Flag::imprisoned);
    expect_heard(day, {who});
}

TEST(News, OfNoArrestIsNone) {
    NewsDay day(news_plan());
    day.spread();
    for (const Ward& ward : day.city().wards) {
        for (const WatchUnit& unit : ward.units)
            EXPECT_EQ(unit.risk_excess, 0);
        for (const double excess : ward.persons.risk_excess)
            EXPECT_EQ(excess, 0);
    }
}

TEST(News, TiesAreMostlyOfTheOwnWardWhereTheRuleSaysSo) {
    for (const double same : {0.0, 1.0}) {
        Plan plan = news_plan();
        set_parameters(plan, {{"tie_same_ward", same}, {"ties", 20}});
        NewsDay day(plan);
        ASSERT_GT(day.city().wards.size(), 5u);
        day.arrest(person(day.city(), Role::family));
        day.spread();
        std::size_t elsewhere = 0;
        for (std::size_t w = 1; w < day.city().wards.size(); ++w) {
            for (const double excess : day.city().wards[WardId(w)].persons.risk_excess)
                elsewhere += excess > 0;
        }
        EXPECT_EQ(elsewhere > 0, same == 0);
    }
}

TEST(News, UnderTheRuleCityEverybodyHearsTheSame) {
    Plan plan = news_plan();
    plan.rules.learning = Learning::city;
    NewsDay day(plan);
    day.arrest(person(day.city(), Role::family));
    day.arrest(broker(day.city(), 0));
    day.spread();
    const double rate = 2.0 / day.city().adults * 1000;
    const double expected =
        risk_after_news(day.now().p.news, day.now().p.drift.risk_baseline, rate);
    for (const auto& [w, id] : everybody(day.city())) {
        ASSERT_NEAR(day.risk(day.city().wards[WardId(w)], id), expected, 1e-14);
    }
}

TEST(BrokenPromiseNews, WeighsByTheCaseInTheWardByTiesAndALittleInTheCity) {
    Plan plan = news_plan();
    set_parameters(plan, {{"news_city_reach", 0.5}, {"ties", 6}, {"tie_same_ward", 0}});
    NewsDay day(plan);
    Ward& ward = day.city().wards[WardId(1)];
    const Id who{ward.persons.identity.front().household, ward.persons.identity.front().member};
    const std::multiset<Id> ties = ties_of(day.city(), ward, who, day.now().p.population);
    ward.broken = {{PersonPlace(0), 0.5}};
    shake_belief(day.now(), day.city(), day.town.executor);
    // 0.75^(0.5 x 0.5) in the city, 0.75^0.5 in the ward and by ties
    EXPECT_NEAR(day.city().wards.front().belief_left, 0.9306048591020996, 1e-14);
    EXPECT_NEAR(ward.belief_left, 0.8660254037844386, 1e-14);
    std::size_t told = 0;
    for (const auto& [w, id] : everybody(day.city())) {
        const Ward& theirs = day.city().wards[WardId(w)];
        const PersonPlace place = find_place(theirs, {id.first, id.second});
        if (place == nobody) continue;
        const double left = theirs.belief_left * theirs.persons.belief_left[place];
        const bool near = w == 1 || ties.contains(id);
        told += near && w != 1;
        ASSERT_NEAR(left, near ? 0.8660254037844386 : 0.9306048591020996, 1e-14);
    }
    EXPECT_GT(told, 0u);
}

TEST(BrokenPromiseNews, TheMeanBeliefOfPeopleWithARoleFollows) {
    Plan plan = news_plan();
    set_parameters(plan, {{"tie_same_ward", 0}, {"ties", 61}});
    NewsDay day(plan);
    day.city().wards[WardId(1)].broken = {{PersonPlace(0), 1}};
    shake_belief(day.now(), day.city(), day.town.executor);
    for (const Ward& ward : day.city().wards) {
        double sum = 0;
        for (const PersonPlace i : ward.persons.identity.places()) {
            if (ward.persons.identity[i].role != Role::resident)
                sum += belief_of(day.now(), ward, i);
        }
        ASSERT_NEAR(ward.belief_of_roles * ward.belief_left, sum, 1e-12);
    }
}

TEST(BrokenPromiseNews, CostsNoBeliefWhereTrustIsFixed) {
    Plan plan = news_plan();
    plan.rules.trust = Trust::fixed;
    NewsDay day(plan);
    day.city().wards[WardId(1)].broken = {{PersonPlace(0), 1}};
    shake_belief(day.now(), day.city(), day.town.executor);
    EXPECT_EQ(day.city().wards[WardId(1)].belief_left, 1);
}

/// Who is named after these arrests, where every arrest gives everybody away whom it may.
std::set<Id> named_after(NewsDay& day, const std::vector<Who>& arrested) {
    for (const Who& who : arrested)
        day.arrest(who);
    day.spread();
    give_names_away(day.now(), day.city(), day.town.executor);
    std::set<Id> named;
    for (const Ward& ward : day.city().wards) {
        for (const PersonPlace i : ward.named) {
            EXPECT_TRUE(ward.persons.is(i, Flag::named));
            named.insert({ward.persons.identity[i].household, ward.persons.identity[i].member});
        }
    }
    return named;
}

Plan naming_plan() {
    Plan plan = news_plan();
    set_parameters(plan, {{"naming", 1 - 1e-9}});
    return plan;
}

TEST(Names, ABrokerGivesTheClientsAway) {
    NewsDay day(naming_plan());
    std::set<Id> clients;
    const Who arrested = broker(day.city(), 1);
    for (Ward& ward : day.city().wards) {
        for (const KinPlace k : ward.kin.places()) {
            ward.kin[k].brokers = {BrokerId(0), BrokerId(k % 2 == 0 ? 1 : 0)};
            const std::uint32_t first = ward.homes.entries[ward.kin[k].home].first_person;
            const bool same = &ward == arrested.ward && first == arrested.i;
            if (k % 2 == 0 && !same) clients.insert({ward.homes.household[ward.kin[k].home], 0});
        }
    }
    // If the broker's own household has kin abroad, its other broker is given away as well.
    std::set<Id> named = named_after(day, {arrested});
    const Who other = broker(day.city(), 0);
    named.erase({other.household(), 0});
    clients.erase({other.household(), 0});
    EXPECT_EQ(named, clients);
    EXPECT_GT(named.size(), 5u);
}

TEST(Names, AFamilyGivesItsBrokersAwayUnlessTheyAreArrestedToday) {
    NewsDay day(naming_plan());
    const Who who = person(day.city(), Role::family);
    who.ward->kin[who.ward->homes.entries[who.home()].kin].brokers = {BrokerId(2), BrokerId(3)};
    const std::set<Id> named = named_after(day, {who});
    EXPECT_EQ(named, (std::set<Id>{{broker(day.city(), 2).household(), 0},
                                   {broker(day.city(), 3).household(), 0}}));
    NewsDay again(naming_plan());
    const Who same = person(again.city(), Role::family);
    same.ward->kin[same.ward->homes.entries[same.home()].kin].brokers = {BrokerId(2), BrokerId(2)};
    const Who theirs = broker(again.city(), 2);
    EXPECT_FALSE(named_after(again, {same, theirs}).contains({theirs.household(), 0}));
}

TEST(Names, NobodyIsNamedWithoutAnArrestOrWhereNamingIsOff) {
    NewsDay day(naming_plan());
    EXPECT_TRUE(named_after(day, {}).empty());
    NewsDay off(news_plan());
    EXPECT_TRUE(named_after(off, {broker(off.city(), 0)}).empty());
}

TEST(Telling, EventsNearASourceAreToldAndOthersRarely) {
    Plan plan = news_plan();
    set_parameters(plan, {{"news_city_reach", 0}, {"ties", 0}});
    NewsDay day(plan);
    const Who near = person(day.city().wards.front(), Role::family, 0);
    const Who far = person(day.city().wards[WardId(2)], Role::family, 0);
    const Who source = person(day.city().wards.front(), Role::smuggler, 0);
    for (Ward& ward : day.city().wards) {
        for (PersonBlock& block : ward.persons.blocks)
            block[Flag::source] = 0;
    }
    source.raise(Flag::source);
    day.arrest(near);
    day.arrest(far);
    near.ward->handed_in = {near.i};
    far.ward->exiles.assign(1, far.i);
    tell_outside(day.now(), day.city(), day.town.executor);
    EXPECT_EQ(near.ward->today[Count::told_arrests], 1);
    EXPECT_EQ(near.ward->today[Count::told_hand_ins], 1);
    EXPECT_EQ(far.ward->today[Count::told_arrests], 0);
    EXPECT_EQ(far.ward->today[Count::told_exiles], 0);
    source.lower(Flag::calling);
    near.ward->today = {};
    tell_outside(day.now(), day.city(), day.town.executor);
    EXPECT_EQ(near.ward->today[Count::told_arrests], 0);
}

}  // namespace
}  // namespace tumen

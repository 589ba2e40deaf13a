#include <gtest/gtest.h>

#include <map>
#include <set>
#include <vector>

#include "model/purposes.hpp"
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

using Id = std::pair<std::uint32_t, std::uint8_t>;  // household, member

struct NewsDay {
    Town town;
    DayConditions conditions;
    explicit NewsDay(Plan plan) : town(std::move(plan)), conditions(town.on(9)) {}
    City& city() { return town.city; }
    Today now() const { return today_in(town.city, conditions); }

    void arrest(const Who& who) { who.ward->arrests.push_back(who.i); }
    void spread() {
        for (Ward& ward : city().wards)
            tell_neighbours(now(), ward);
        spread_news(now(), city(), town.executor);
    }
    /// What anybody perceives, with a place or without.
    double risk(const Ward& ward, Id id) const {
        const std::uint32_t place = find_place(ward, id.first, id.second);
        const double excess = place == nobody ? ward.units[unit_of(ward, id.first)].risk_excess
                                              : ward.persons.risk_excess[place];
        return perceived_risk(now(), excess);
    }
};

/// The adults of the city in order of id, with their wards.
std::vector<std::pair<std::size_t, Id>> everybody(const City& city) {
    std::vector<std::pair<std::size_t, Id>> all;
    for (std::size_t w = 0; w < city.wards.size(); ++w) {
        for (std::uint32_t n = 0; n < city.wards[w].adults; ++n) {
            const AdultId adult = adult_of_ward(city.wards[w], n);
            all.push_back({w, {adult.household, adult.member}});
        }
    }
    return all;
}

/// Whom somebody names as ties, from the draws: two words a tie, two ties a block.
std::set<Id> ties_of(const City& city, const Ward& own, Id namer, const PopulationParameters& p) {
    const auto all = everybody(city);
    std::set<Id> ties;
    for (std::uint32_t n = 0; n < static_cast<std::uint32_t>(p.ties); ++n) {
        const RandomBlock drawn =
            draw(city.luck, {namer.first, 0, purpose::ties,
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
        ASSERT_NEAR(day.risk(day.city().wards[w], id), expected, 1e-14)
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
    Ward& ward = day.city().wards[1];
    const AdultId adult = adult_of_ward(ward, 17);
    const std::uint32_t place =
        place_of(day.city(), ward, day.conditions, adult.household, adult.member);
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
            kin.brokers = {1, 1};
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
            for (const double excess : day.city().wards[w].persons.risk_excess)
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
        ASSERT_NEAR(day.risk(day.city().wards[w], id), expected, 1e-14);
    }
}

TEST(BrokenPromiseNews, CostsBeliefInTheOwnWardOnly) {
    NewsDay day(news_plan());
    day.city().wards[1].promises_broken = 2;
    day.spread();
    EXPECT_EQ(day.city().wards[0].belief_left, 1);
    EXPECT_NEAR(day.city().wards[1].belief_left, 0.5625, 1e-15);
    day.spread();
    EXPECT_NEAR(day.city().wards[1].belief_left, 0.31640625, 1e-15);
}

TEST(BrokenPromiseNews, CostsNoBeliefWhereTrustIsFixed) {
    Plan plan = news_plan();
    plan.rules.trust = Trust::fixed;
    NewsDay day(plan);
    day.city().wards[1].promises_broken = 2;
    day.spread();
    EXPECT_EQ(day.city().wards[1].belief_left, 1);
}

}  // namespace
}  // namespace tumen

#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "model/purposes.hpp"
#include "rules/contact.hpp"
#include "rules/drift.hpp"
#include "rules/population.hpp"
#include "support/town.hpp"

/// The building of a city.
namespace tumen {
namespace {

using namespace tumen::testing;

TEST(City, HasTheHouseholdsOfItsResidentsWithoutGapsOrOverlaps) {
    Town town(calm_plan(9000, 1));
    const City& city = town.city;
    EXPECT_EQ(city.households, 2308u);  // 9000 / 3.9 = 2307.7
    std::uint32_t household = 0;
    std::uint32_t adult = 0;
    for (const Ward& ward : city.wards) {
        ASSERT_EQ(ward.first_household, household);
        ASSERT_EQ(ward.first_adult, adult);
        std::uint32_t adults = 0;
        std::uint32_t most = 0;
        for (const WatchUnit& unit : ward.units) {
            most = std::max(most, unit.adults);
            ASSERT_EQ(unit.first_household, household);
            ASSERT_EQ(unit.first_adult, adults);
            std::uint32_t in_unit = 0;
            for (std::uint32_t h = 0; h < unit.households; ++h) {
                in_unit += ward.households[household + h - ward.first_household] & adults_mask;
            }
            ASSERT_EQ(unit.adults, in_unit);
            adults += in_unit;
            household += unit.households;
        }
        ASSERT_EQ(ward.adults, adults);
        ASSERT_EQ(ward.most_in_a_unit, most);
        adult += adults;
    }
    EXPECT_EQ(household, city.households);
    EXPECT_EQ(adult, city.adults);
}

TEST(City, UnitsHaveTheirSizesAndWardsTheirUnits) {
    Town town(calm_plan(40000, 1));
    std::set<std::uint32_t> sizes;
    const auto& wards = town.city.wards;
    for (const WardId w : wards.places()) {
        ASSERT_EQ(wards[w].ordinal, w);
        if (w + 1 < wards.size()) {
            ASSERT_EQ(wards[w].units.size(), 10u);
        }
        for (const UnitId u : wards[w].units.places()) {
            const bool last = w + 1 == wards.size() && u + 1u == wards[w].units.size();
            ASSERT_LE(wards[w].units[u].households, 40u);
            if (!last) {
                ASSERT_GE(wards[w].units[u].households, 20u);
                sizes.insert(wards[w].units[u].households);
            }
        }
    }
    EXPECT_GE(sizes.size(), 20u);  // of 21; about 340 units
}

TEST(City, EveryHouseholdIsWhatItsDrawsSay) {
    const Plan plan = calm_plan(9000, 1);
    Town town(plan);
    const PopulationParameters& p = plan.parameters.population;
    const BinomialTable more(more_adults_max, more_adults_probability(p));
    std::size_t with_role = 0;
    for (const Ward& ward : town.city.wards) {
        for (std::uint32_t h = 0; h < ward.households.size(); ++h) {
            const HouseholdId household(ward.first_household + h);
            const RandomBlock drawn =
                draw(town.city.random_key, {household, 0, purpose::household});
            ASSERT_EQ(ward.households[h] & adults_mask, 1 + more.quantile(uniform(drawn.word[0])));
            const Role role = first_adult_role<double>(role_shares(p), uniform(drawn.word[1]),
                                                       uniform(drawn.word[2]));
            const PersonPlace place = find_place(ward, {household, 0});
            const Role built = place == nobody ? Role::resident : ward.persons.identity[place].role;
            ASSERT_EQ(built, role);
            with_role += role != Role::resident;
            if (place == nobody) continue;
            const HomePlace home = ward.persons.identity[place].home;
            const bool kin = uniform(drawn.word[2]) < p.kin_abroad;
            ASSERT_EQ(ward.homes.kin_weight[home], kin ? 1 : 0);
            const bool trader = role == Role::smuggler || role == Role::broker;
            ASSERT_EQ(ward.homes.trader_weight[home], trader ? 1 : 0);
            ASSERT_EQ(ward.homes.entries[home].first_person, place);
        }
    }
    EXPECT_GT(with_role, 100u);
}

TEST(City, EveryPersonHasTheTraitsDrawn) {
    const Plan plan = calm_plan(9000, 1);
    Town town(plan);
    const PopulationParameters& p = plan.parameters.population;
    for (const Ward& ward : town.city.wards) {
        const Persons& persons = ward.persons;
        for (const PersonPlace i : persons.identity.places()) {
            const auto role = persons.identity[i].role;
            const RandomBlock drawn =
                draw(town.city.random_key, {persons.identity[i].household, 0, purpose::traits,
                                            purpose::of_member(persons.identity[i].member)});
            const bool phone = uniform(drawn.word[0]) < p.phone_share[index_of(role)];
            const bool old_phone =
                phone && uniform(drawn.word[1]) < p.old_phone_share[index_of(role)];
            ASSERT_EQ(persons.is(i, Flag::phone), phone);
            ASSERT_EQ(persons.is(i, Flag::calling), phone);
            ASSERT_EQ(persons.is(i, Flag::ever_held), phone);
            ASSERT_EQ(persons.is(i, Flag::old_phone), old_phone);
            ASSERT_EQ(persons.identity[i].aversion, risk_aversion(p, uniform(drawn.word[2])));
            ASSERT_EQ(persons.suspicion_base[i],
                      initial_suspicion(p, role, uniform(drawn.word[3])));
            ASSERT_EQ(persons.suspicion_excess[i], 0);
            ASSERT_EQ(persons.risk_excess[i], 0);
            ASSERT_TRUE(persons.is(i, Flag::free));
            ASSERT_EQ(persons.identity[i].unit, unit_of(ward, persons.identity[i].household));
            ASSERT_EQ(persons.is(i, Flag::family), role == Role::family);
            ASSERT_EQ(persons.is(i, Flag::smuggler), role == Role::smuggler);
            ASSERT_EQ(persons.is(i, Flag::broker), role == Role::broker);
        }
    }
}

TEST(City, HomesHaveTheNeedAndSavingsDrawn) {
    const Plan plan = calm_plan(9000, 1);
    Town town(plan);
    const PopulationParameters& p = plan.parameters.population;
    const BetaTable need(p.need_alpha, p.need_beta);
    for (const Ward& ward : town.city.wards) {
        for (const HomePlace h : ward.homes.household.places()) {
            const RandomBlock drawn =
                draw(town.city.random_key, {ward.homes.household[h], 0, purpose::home});
            const Role role = ward.persons.identity[ward.homes.entries[h].first_person].role;
            ASSERT_EQ(ward.homes.base_need[h], need.quantile(uniform(drawn.word[0])));
            ASSERT_EQ(ward.homes.entries[h].savings_ordinary,
                      ordinary_savings(p, role, uniform(drawn.word[1])));
            if (!is_trader(role)) ASSERT_EQ(ward.homes.savings_excess[h], 0);
        }
        for (const Identity& who : ward.persons.identity)
            ASSERT_EQ(who.base_need, ward.homes.base_need[who.home]);
    }
}

TEST(City, EveryFamilyKnowsTwoOfItsBrokers) {
    Town town(calm_plan(20000, 1));
    const City& city = town.city;
    ASSERT_GT(city.brokers.size(), 3u);
    std::set<std::uint32_t> known;
    std::size_t kin = 0;
    for (const Ward& ward : city.wards) {
        for (const KinHome& home : ward.kin) {
            ++kin;
            ASSERT_EQ(ward.homes.kin_weight[home.home], 1);
            ASSERT_EQ(home.household, ward.homes.household[home.home]);
            ASSERT_EQ(home.first_person, ward.homes.entries[home.home].first_person);
            const RandomBlock drawn =
                draw(city.random_key, {ward.homes.household[home.home], 0, purpose::home});
            for (std::size_t n = 0; n < 2; ++n) {
                ASSERT_EQ(home.brokers[n],
                          uniform_below(drawn.word[2 + n],
                                        static_cast<std::uint32_t>(city.brokers.size())));
                known.insert(home.brokers[n]);
            }
        }
    }
    EXPECT_GT(kin, 150u);
    EXPECT_EQ(known.size(), city.brokers.size());
    std::uint32_t last = 0;
    for (const PersonInCity& place : city.brokers) {
        const Persons& persons = city.wards[place.ward].persons;
        ASSERT_EQ(persons.identity[place.person].role, Role::broker);
        ASSERT_GE(persons.identity[place.person].household, last);  // by id
        last = persons.identity[place.person].household;
    }
}

TEST(City, WithoutBrokersFamiliesKnowNobody) {
    Plan plan = calm_plan(5000, 1);
    set_parameters(plan, {{"broker_households", 0}});
    Town town(plan);
    EXPECT_TRUE(town.city.brokers.empty());
    for (const Ward& ward : town.city.wards) {
        for (const KinHome& home : ward.kin) {
            EXPECT_EQ(home.brokers[0], nobody);
            EXPECT_EQ(home.brokers[1], nobody);
        }
    }
}

TEST(City, ResidentsWhomOfficersSuspectWaitOnAListAndNotInPlaces) {
    Plan plan = calm_plan(3000, 1);
    set_parameters(plan, {{"suspicion_prior.resident", 0.5}});
    Town town(plan);
    for (const Ward& ward : town.city.wards) {
        ASSERT_LT(ward.persons.size(), ward.adults / 4);
        ASSERT_GT(ward.suspected.size(), ward.adults / 4);
        const double least = ward.zone->tables.least_follow_threshold;
        for (const Suspected& one : ward.suspected) {
            ASSERT_GT(one.suspicion * (1 + ward.zone->tables.most_reputation_weight),
                      least * 0.999);
            const RandomBlock drawn = draw(
                town.city.random_key,
                {one.adult.household, 0, purpose::traits, purpose::of_member(one.adult.member)});
            ASSERT_EQ(one.suspicion, uniform(drawn.word[3]));  // 2 * 0.5 * u
        }
    }
    Town calm(calm_plan(3000, 1));
    for (const Ward& ward : calm.city.wards)
        ASSERT_TRUE(ward.suspected.empty());
}

TEST(City, EveryResidentWhoHoldsAPhoneHasAPlaceAndFewOthers) {
    Plan plan = calm_plan(9000, 1);
    set_parameters(plan, {{"phone_share.resident", 0.1}});
    Town town(plan);
    std::size_t holders = 0;
    for (const Ward& ward : town.city.wards) {
        std::size_t without = 0;
        for (std::uint32_t n = 0; n < ward.adults; ++n) {
            const AdultId adult = adult_of_ward(ward, n);
            const PersonPlace place = find_place(ward, adult);
            if (place != nobody && ward.persons.identity[place].role != Role::resident) continue;
            const RandomBlock drawn =
                draw(town.city.random_key,
                     {adult.household, 0, purpose::traits, purpose::of_member(adult.member)});
            const bool holds = uniform(drawn.word[0]) < 0.1;
            holders += holds;
            ASSERT_TRUE(!holds || place != nobody);
            if (place == nobody) continue;
            ASSERT_EQ(ward.persons.is(place, Flag::phone), holds);
            without += !holds;
        }
        // Only who comes first in the household of somebody with a phone or kin abroad.
        ASSERT_LT(without, ward.adults / 4);
    }
    ASSERT_GT(holders, 300u);
}

TEST(City, PicksCoverEveryAdultExactlyOnce) {
    Town town(calm_plan(5000, 1));
    for (const Ward& ward : town.city.wards) {
        std::set<std::pair<std::uint32_t, std::uint8_t>> seen;
        for (std::uint32_t n = 0; n < ward.adults; ++n) {
            const AdultId adult = adult_of_ward(ward, n);
            ASSERT_LT(adult.member,
                      ward.households[adult.household - ward.first_household] & adults_mask);
            seen.insert({adult.household, adult.member});
        }
        ASSERT_EQ(seen.size(), ward.adults);
        for (const UnitId u : ward.units.places()) {
            std::set<std::pair<std::uint32_t, std::uint8_t>> in_unit;
            for (std::uint32_t n = 0; n < ward.units[u].adults; ++n) {
                const AdultId adult = adult_of_unit(ward, ward.units[u], n);
                ASSERT_EQ(unit_of(ward, adult.household), u);
                in_unit.insert({adult.household, adult.member});
            }
            ASSERT_EQ(in_unit.size(), ward.units[u].adults);
        }
    }
}

TEST(City, MeansAreTakenOverWhoeverIsThereAtTheStart) {
    Town town(calm_plan(9000, 1));
    for (const Ward& ward : town.city.wards) {
        double traders = 0;
        double roles = 0;
        for (const double weight : ward.homes.trader_weight)
            traders += weight;
        for (const Identity& identity : ward.persons.identity)
            roles += identity.role != Role::resident;
        EXPECT_EQ(ward.kin_homes, static_cast<double>(ward.kin.size()));
        EXPECT_EQ(ward.trader_homes, traders);
        EXPECT_EQ(ward.people_with_role, roles);
        EXPECT_EQ(ward.homes_observed, ward.homes.size());
    }
}

TEST(City, SuspectsAreThoseAboveTheLeastThreshold) {
    Town town(calm_plan(30000, 1));
    const double least = town.simulation.tables().least_follow_threshold;
    std::size_t suspects = 0;
    for (const Ward& ward : town.city.wards) {
        for (const PersonPlace i : ward.persons.identity.places()) {
            ASSERT_EQ(ward.persons.is(i, Flag::suspect), ward.persons.suspicion_base[i] > least);
            suspects += ward.persons.is(i, Flag::suspect);
        }
    }
    EXPECT_GT(suspects, 0u);
}

TEST(City, HouseholdsThatLiveFromTheTradeSpendWhatTheyHave) {
    Town town(calm_plan(9000, 1));
    const Parameters& p = town.simulation.plan().parameters;
    const Today now = today_in(town.city, town.simulation.calendar().on(town.first_day()));
    std::size_t living = 0;
    for (const Ward& ward : town.city.wards) {
        for (const PersonPlace i : ward.persons.identity.places()) {
            const Identity& who = ward.persons.identity[i];
            const double ordinary = ward.homes.entries[who.home].savings_ordinary;
            const bool lives = is_trader(who.role) && ward.persons.is(i, Flag::ever_held);
            // The first day played has a step 2 already.
            ASSERT_NEAR(savings_of(now, ward, who.home),
                        lives ? ordinary * savings_gap_left(p.drift) : ordinary, 1e-9);
            ASSERT_EQ(ward.homes.goods[who.home], p.population.goods_factor * ordinary);
            living += lives;
        }
    }
    EXPECT_GT(living, 20u);
}

}  // namespace
}  // namespace tumen

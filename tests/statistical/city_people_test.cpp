#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "model/purposes.hpp"
#include "rules/population.hpp"
#include "support/town.hpp"

/// A built city has the distributions of the contract. Seed fixed, one city of 200,000 residents;
/// bounds are five standard deviations of the statistic under the contract, alpha about 1e-6 each.
namespace tumen::testing {
namespace {

class BigCity : public ::testing::Test {
  protected:
    static void SetUpTestSuite() {
        town = new Town(calm_plan(200000, 1));
        give_everybody_a_place(town->city, town->on(town->first_day()));
    }
    static void TearDownTestSuite() {
        delete town;
        town = nullptr;
    }
    static const PopulationParameters& p() { return town->simulation.plan().parameters.population; }
    static const City& city() { return town->city; }
    static inline Town* town = nullptr;
};

/// Greatest distance between the sorted values and their distribution function, times the root of
/// their number: above 2.7 with a probability of about 1e-6 (Kolmogorov).
template <class Distribution>
double kolmogorov(std::vector<double> values, const Distribution& distribution) {
    std::sort(values.begin(), values.end());
    const auto n = static_cast<double>(values.size());
    double distance = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double exact = distribution(values[i]);
        const auto rank = static_cast<double>(i);
        distance =
            std::max({distance, std::fabs(exact - rank / n), std::fabs(exact - (rank + 1) / n)});
    }
    return distance * std::sqrt(n);
}

double normal_probability(double x) {
    return 0.5 * std::erfc(-x / std::sqrt(2.0));
}

void expect_share(double count, double trials, double share) {
    EXPECT_NEAR(count, trials * share, 5 * std::sqrt(trials * share * (1 - share)))
        << "of " << trials;
}

TEST_F(BigCity, RolesHaveTheirShares) {
    std::array<double, role_count> firsts{};
    for (const Ward& ward : city().wards) {
        for (const PersonPlace i : ward.persons.identity.places()) {
            const Role role = ward.persons.identity[i].role;
            if (ward.persons.identity[i].member == 0) {
                ++firsts[index_of(role)];
            } else {
                ASSERT_EQ(role, Role::resident);
            }
        }
    }
    const double households = city().households;
    const double traders = p().broker_households + p().smuggler_households;
    expect_share(firsts[index_of(Role::broker)], households, p().broker_households);
    expect_share(firsts[index_of(Role::smuggler)], households, p().smuggler_households);
    expect_share(firsts[index_of(Role::family)], households, (1 - traders) * p().kin_abroad);
}

TEST_F(BigCity, AdultsAreOnePlusBinomial) {
    std::array<double, 7> seen{};
    for (const Ward& ward : city().wards) {
        for (const std::uint8_t mark : ward.households)
            ++seen[mark & adults_mask];
    }
    EXPECT_EQ(seen[0], 0);
    const double q = more_adults_probability(p());
    const double choose[] = {1, 5, 10, 10, 5, 1};
    for (int k = 0; k <= 5; ++k) {
        expect_share(seen[static_cast<std::size_t>(k) + 1], city().households,
                     choose[k] * std::pow(q, k) * std::pow(1 - q, 5 - k));
    }
}

TEST_F(BigCity, PhonesAndOldPhonesHaveTheirSharesByRole) {
    std::array<double, role_count> people{}, phones{}, old_phones{};
    for (const Ward& ward : city().wards) {
        for (const PersonPlace i : ward.persons.identity.places()) {
            const std::size_t role = index_of(ward.persons.identity[i].role);
            ++people[role];
            phones[role] += ward.persons.is(i, Flag::phone);
            old_phones[role] += ward.persons.is(i, Flag::old_phone);
        }
    }
    for (std::size_t role = 1; role < role_count; ++role) {
        expect_share(phones[role], people[role], p().phone_share[role]);
        expect_share(old_phones[role], phones[role], p().old_phone_share[role]);
    }
}

TEST_F(BigCity, BaseNeedIsBeta) {
    std::vector<double> values;
    for (const Ward& ward : city().wards) {
        for (const HomePlace h : ward.homes.household.places())  // (the column is padded)
            values.push_back(ward.homes.base_need[h]);
    }
    EXPECT_EQ(values.size(), city().households);
    EXPECT_LT(
        kolmogorov(values,
                   [](double x) { return beta_probability(p().need_alpha, p().need_beta, x); }),
        2.7);
}

TEST_F(BigCity, SavingsAndAversionAreLogNormal) {
    std::vector<double> savings;
    std::vector<double> aversion;
    for (const Ward& ward : city().wards) {
        for (const HomePlace h : ward.homes.household.places()) {
            const Role role = ward.persons.identity[ward.homes.entries[h].first_person].role;
            const double median = p().savings_median * p().savings_factor[index_of(role)];
            savings.push_back(std::log(ward.homes.entries[h].savings_ordinary / median) /
                              p().savings_spread);
        }
        for (const Identity& who : ward.persons.identity) {
            aversion.push_back(std::log(who.aversion) / p().aversion_spread);
        }
    }
    EXPECT_LT(kolmogorov(savings, normal_probability), 2.7);
    EXPECT_LT(kolmogorov(aversion, normal_probability), 2.7);
}

TEST_F(BigCity, SuspicionOfBrokersAndSmugglersIsUniform) {
    for (const Role role : {Role::smuggler, Role::broker}) {
        const double prior = p().suspicion_prior[index_of(role)];
        std::vector<double> values;
        for (const Ward& ward : city().wards) {
            for (const PersonPlace i : ward.persons.identity.places()) {
                if (ward.persons.identity[i].role == role)
                    values.push_back(ward.persons.suspicion_base[i]);
            }
        }
        EXPECT_LT(kolmogorov(values, [&](double x) { return x / (2 * prior); }), 2.7);
    }
}

TEST_F(BigCity, UnitsAreOfEverySizeEquallyOften) {
    std::vector<double> sizes(41);
    double units = 0;
    for (const Ward& ward : city().wards) {
        for (const WatchUnit& unit : ward.units) {
            ++sizes[unit.households];
            ++units;
        }
    }
    for (std::size_t size = 20; size <= 40; ++size) {
        EXPECT_NEAR(sizes[size], units / 21, 5 * std::sqrt(units / 21) + 1) << size;
    }
}

TEST_F(BigCity, KnownBrokersAreDrawnUniformly) {
    std::vector<double> known(city().brokers.size());
    double draws = 0;
    for (const Ward& ward : city().wards) {
        for (const KinHome& kin : ward.kin) {
            for (const std::uint32_t broker : kin.brokers) {
                ++known[broker];
                ++draws;
            }
        }
    }
    // chi-square with k - 1 degrees of freedom: mean k - 1, variance 2 (k - 1)
    const double expected = draws / static_cast<double>(known.size());
    double chi_square = 0;
    for (const double count : known)
        chi_square += (count - expected) * (count - expected) / expected;
    const auto freedom = static_cast<double>(known.size() - 1);
    EXPECT_NEAR(chi_square, freedom, 5.5 * std::sqrt(2 * freedom));
}

TEST_F(BigCity, DaysSinceTheLastTransferAreExponential) {
    std::vector<double> days;
    const std::int32_t first_day = city().simulation->calendar().first_day();
    for (const Ward& ward : city().wards) {
        for (const KinHome& kin : ward.kin) {
            days.push_back(first_day - kin.transfer_day - 0.5);  // the middle of the day
            ASSERT_GE(ward.homes.entries[kin.home].contact_day, kin.transfer_day);
            ASSERT_LT(ward.homes.entries[kin.home].contact_day, first_day);
        }
    }
    const double mean = p().transfer_gap_start;
    EXPECT_LT(kolmogorov(days, [&](double x) { return 1 - std::exp(-x / mean); }), 2.7);
}

TEST_F(BigCity, SourcesAreAShareOfHolders) {
    double holders = 0;
    double sources = 0;
    for (const Ward& ward : city().wards) {
        for (const PersonPlace i : ward.persons.identity.places()) {
            const bool source = ward.persons.is(i, Flag::source);
            ASSERT_TRUE(!source || ward.persons.is(i, Flag::phone));
            holders += ward.persons.is(i, Flag::phone);
            sources += source;
        }
    }
    const double share = p().source_share;
    EXPECT_NEAR(sources, holders * share, 5 * std::sqrt(holders * share) + 1);
}

}  // namespace
}  // namespace tumen::testing

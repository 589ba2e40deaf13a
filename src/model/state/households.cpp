#include "model/state/households.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#include "base/draw_many.hpp"
#include "model/lanes/wide.hpp"
#include "model/purposes.hpp"
#include "rules/population.hpp"

namespace tumen {

namespace {

/// What up to columns_length households drew, in their order.
class HouseholdDraws {
  public:
    HouseholdDraws() { what_.fill(described_by({0, 0, purpose::household})); }

    void draw(const RandomKey& random_key, std::uint32_t first, std::uint32_t count) {
        for (std::uint32_t i = 0; i < entities_.size(); ++i)
            entities_[i] = first + i;
        draw_columns(random_key, entities_, what_, count, drawn_);
    }
    const WordColumn& adults() const { return drawn_[0]; }
    const WordColumn& role() const { return drawn_[1]; }
    const WordColumn& kin() const { return drawn_[2]; }

  private:
    WordColumn entities_;
    WordColumn what_;
    std::array<WordColumn, 4> drawn_;
};

Founder founder_of(const Tables& tables, const HouseholdDraws& drawn, std::size_t i,
                   HouseholdId household) {
    const std::uint64_t kin = drawn.kin()[i];
    return {household, UnitId(),
            first_adult_role<std::uint64_t>(tables.role_below, drawn.role()[i], kin), 1,
            kin < tables.role_below.kin};
}

using Adults = std::array<std::uint8_t, columns_length>;

/// What the traits of adults as residents come to: who would hold a phone, a bit each; who would be
/// suspected enough to be followed for it is visited.
class ResidentTraits {
  public:
    ResidentTraits(const City& city, const Ward& ward)
        : random_key_(city.random_key),
          tables_(ward.zone->tables),
          p_(ward.zone->parameters.population),
          most_(for_rounding * (1 + tables_.most_reputation_weight)),
          suspects_(most_ * initial_suspicion(p_, Role::resident, 1) >
                    tables_.least_follow_threshold) {}

    /// Calls `suspect(household, member, suspicion)`, by member, then household.
    template <class Suspect>
    Adults holding(std::uint32_t first, std::uint32_t count, const Adults& adults,
                   const Suspect& suspect) {
        const std::uint64_t threshold = tables_.phone_below[index_of(Role::resident)];
        Adults holding{};
        for (std::uint8_t member = 0; member <= more_adults_max; ++member) {
            const std::size_t some = draw(member, first, count, adults);
            for (std::size_t n = 0; n < some; ++n)
                holding[whose_[n]] |=
                    static_cast<std::uint8_t>((words_[0][n] < threshold) << member);
            if (!suspects_) continue;
            for (std::size_t n = 0; n < some; ++n) {
                const double suspicion =
                    initial_suspicion(p_, Role::resident, uniform(words_[3][n]));
                if (most_ * suspicion > tables_.least_follow_threshold)
                    suspect(whose_[n], member, suspicion);
            }
        }
        return holding;
    }

  private:
    std::size_t draw(std::uint8_t member, std::uint32_t first, std::uint32_t count,
                     const Adults& adults) {
        std::size_t some = 0;
        for (std::uint32_t i = 0; i < count; ++i) {
            if (adults[i] <= member) continue;
            entities_[some] = first + i;
            whose_[some++] = static_cast<std::uint8_t>(i);
        }
        what_.fill(described_by({0, 0, purpose::traits, purpose::of_member(member)}));
        draw_columns(random_key_, entities_, what_, some, words_);
        return some;
    }

    const RandomKey& random_key_;
    const Tables& tables_;
    const PopulationParameters& p_;
    /// What is suspected from the start times this is the most that officers may choose by, a
    /// little more than exact.
    static constexpr double for_rounding = 1 + 1e-9;
    double most_;
    bool suspects_;
    WordColumn entities_{};
    WordColumn what_{};
    std::array<std::uint8_t, columns_length> whose_{};
    std::array<WordColumn, 4> words_;
};

/// The households, as bits, of which `holding` names somebody other than an adult with a role.
std::uint64_t with_holders(const Adults& holding) {
    std::uint64_t found = 0;
    for (std::size_t i = 0; i < columns_length; ++i)
        found |= std::uint64_t{holding[i] != 0} << i;
    return found;
}

static_assert(std::endian::native == std::endian::little,
              "earlier households stand in the lower bytes of a word");

/// How many adults live in the first households of a ward, which bear no marks yet. Eight are added
/// up at a time: their sum fits into a byte.
class AdultsBefore {
  public:
    explicit AdultsBefore(const std::vector<std::uint8_t>& adults)
        : adults_(adults), sums_(adults.size() / 8 + 1) {
        std::uint32_t sum = 0;
        for (std::size_t eight = 0; eight < sums_.size(); ++eight) {
            sums_[eight] = sum;
            sum += added(eight_from(8 * eight));
        }
    }
    std::uint32_t operator()(std::size_t household) const {
        const std::size_t eight = household / 8;
        const std::uint64_t earlier = (std::uint64_t{1} << (8 * (household % 8))) - 1;
        return sums_[eight] + added(eight_from(8 * eight) & earlier);
    }

  private:
    std::uint64_t eight_from(std::size_t first) const {
        std::uint64_t eight = 0;
        if (first + 8 <= adults_.size()) {
            std::memcpy(&eight, adults_.data() + first, 8);
        } else {
            std::memcpy(&eight, adults_.data() + first, adults_.size() - first);
        }
        return eight;
    }
    static std::uint32_t added(std::uint64_t eight) {
        return static_cast<std::uint32_t>(eight * 0x0101010101010101u >> 56);
    }

    const std::vector<std::uint8_t>& adults_;
    std::vector<std::uint32_t> sums_;
};

/// The unit of each household. As much is written for every unit, and the next one writes over what
/// is too much: how long each is nobody could foresee.
std::vector<UnitId> units_of_households(const Ward& ward) {
    std::uint32_t longest = 0;
    for (const WatchUnit& unit : ward.units)
        longest = std::max(longest, unit.households);
    std::vector<UnitId> units(ward.households.size() + longest);
    for (const UnitId u : ward.units.places()) {
        const std::uint32_t first = ward.units[u].first_household - ward.first_household;
        std::fill_n(units.data() + first, longest, u);
    }
    return units;
}

}  // namespace

std::vector<Founder> draw_households(const City& city, Ward& ward, Founding founding) {
    const Tables& tables = ward.zone->tables;
    const auto count = static_cast<std::uint32_t>(ward.households.size());
    std::vector<Founder> founders;
    founders.reserve(count / 8);
    HouseholdDraws drawn;
    ResidentTraits residents(city, ward);
    Adults adults;
    for (std::uint32_t at = 0; at < count; at += columns_length) {
        const auto some = std::min<std::uint32_t>(columns_length, count - at);
        drawn.draw(city.random_key, ward.first_household + at, some);
        adults_of(drawn.adults(), tables.more_adults, adults);
        std::memcpy(ward.households.data() + at, adults.data(), some);
        const std::uint64_t live = ~std::uint64_t{0} >> (columns_length - some);
        Adults holding{};
        if (founding == Founding::residents_too) {
            holding =
                residents.holding(ward.first_household + at, some, adults,
                                  [&](std::uint32_t i, std::uint8_t member, double suspicion) {
                                      const HouseholdId household(ward.first_household + at + i);
                                      ward.suspected.push_back({suspicion, {household, member}});
                                  });
        }
        const std::uint64_t chosen =
            live & (below(drawn.role(), tables.role_below.trader) |
                    below(drawn.kin(), tables.role_below.kin) | with_holders(holding));
        for_each_bit<std::size_t>(chosen, 0, [&](std::size_t i) {
            const HouseholdId household(ward.first_household + at + i);
            Founder founder = founder_of(tables, drawn, i, household);
            founder.members |= holding[i];
            founders.push_back(founder);
        });
    }
    std::make_heap(ward.suspected.begin(), ward.suspected.end(), suspected_less);
    return founders;
}

void settle_units(Ward& ward, std::span<const std::uint32_t> first_of_unit,
                  std::vector<Founder>& founders) {
    const AdultsBefore adults_before(ward.households);
    for (const UnitId u : ward.units.places()) {
        WatchUnit& unit = ward.units[u];
        unit.first_household = HouseholdId(first_of_unit[u]);
        const std::uint32_t end = first_of_unit[std::size_t{u} + 1];
        unit.households = end - unit.first_household;
        unit.first_adult = ward.adults;
        ward.adults = adults_before(end - ward.first_household);
        unit.adults = ward.adults - unit.first_adult;
    }
    const std::vector<UnitId> unit_of = units_of_households(ward);
    for (Founder& founder : founders)
        founder.unit = unit_of[founder.household - ward.first_household];
}

}  // namespace tumen

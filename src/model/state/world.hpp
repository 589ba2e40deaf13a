#pragma once
#include <array>
#include <bit>
#include <cassert>
#include <compare>
#include <cstdint>
#include <vector>

#include "base/draw.hpp"
#include "model/diary.hpp"
#include "model/observables.hpp"
#include "model/play.hpp"
#include "model/state/contacts.hpp"
#include "model/state/ids.hpp"
#include "model/state/suspected.hpp"
#include "model/tables.hpp"

/// The state of a city: wards, each contiguous and written only by itself within a day. Most adults
/// have no state of their own: what all adults of a unit share stands in the unit, and what never
/// changes is drawn again from its key. A person gets a place in the ward's columns by having a
/// role, a phone or suspicion, or by the first event that concerns nobody else.
namespace tumen {

inline constexpr std::int32_t never = INT32_MIN;

/// What is true or false of a person, one bit each.
enum class Flag : std::uint8_t {
    phone,
    old_phone,
    calling,
    ever_held,
    free,
    detained,
    imprisoned,
    exiled,
    signed_oath,
    followed,
    followed_at_dawn,
    asked_to_call,
    caught,
    suspect,
    family,
    smuggler,
    broker,
    reputed,          // suspected by reputation, for life
    handed_in,        // in the drive in force
    held,             // until the case is decided
    promise_case,     // held although forgiveness had been promised
    named,            // to be questioned tomorrow
    source,           // tells the outside
    broker_since_now  // smuggler until today's step 5
};
inline constexpr std::size_t flag_count = 24;

/// The chances of sixteen days for 64 persons, drawn ahead.
using DayRows = std::array<std::uint64_t, 16>;

/// The flags of 64 persons, and the days on which chance lets them review, call or think of the
/// deadline, and smugglers become brokers.
struct PersonBlock {
    std::array<std::uint64_t, flag_count> flags{};
    DayRows review{};
    DayRows calling{};
    DayRows salience{};
    DayRows entry{};

    std::uint64_t operator[](Flag flag) const { return flags[static_cast<std::size_t>(flag)]; }
    std::uint64_t& operator[](Flag flag) { return flags[static_cast<std::size_t>(flag)]; }
};

/// A watch unit; its fields are those of every adult in it who has none of his or her own.
struct WatchUnit {
    HouseholdId first_household;
    std::uint32_t households = 0;
    std::uint32_t first_adult = 0;  // counted from the ward's first
    std::uint32_t adults = 0;
    double risk_excess = 0;
    std::int32_t oath_day = never;    // of the last visit
    std::int32_t visited_in = never;  // first day of the drive that has visited it
};

/// Who somebody is and where he or she lives: never changes, and is read together. So what a review
/// asks of it lies here as well.
struct alignas(32) Identity {
    HouseholdId household;
    HomePlace home;
    UnitId unit;
    std::uint8_t member;
    Role role;
    double aversion = 1;   // to risk
    double base_need = 0;  // of the home, as in its column

    AdultId adult() const { return {household, member}; }
};

/// Persons of interest as columns; each is read by the person's place in the ward.
struct Persons {
    std::vector<PersonBlock> blocks;
    Column<PersonPlace, Identity> identity;
    Column<PersonPlace, double> risk_excess;
    Column<PersonPlace, double> suspicion_base;
    Column<PersonPlace, double> suspicion_excess;
    Column<PersonPlace, double> watched;        // days watched, as of
    Column<PersonPlace, double> watched_clock;  // this reading of the calendar's clock
    Column<PersonPlace, std::int32_t> oath_day;
    Column<PersonPlace, std::int32_t> breach_day;
    Column<PersonPlace, std::int32_t> release_day;
    Column<PersonPlace, std::int32_t> arrest_day;    // of the last arrest
    Column<PersonPlace, std::int32_t> decision_day;  // of the case, of whoever is held
    Column<PersonPlace, std::uint32_t> offers;       // of an officer, refused
    Column<PersonPlace, double> belief_left;         // beside the ward's share

    std::size_t size() const { return identity.size(); }
    bool is(PersonPlace i, Flag flag) const { return block_of(i)[flag] >> (i & 63u) & 1u; }
    void raise(PersonPlace i, Flag flag) { block_of(i)[flag] |= bit(i); }
    void lower(PersonPlace i, Flag flag) { block_of(i)[flag] &= ~bit(i); }
    PersonBlock& block_of(PersonPlace i) { return blocks[i >> 6]; }
    const PersonBlock& block_of(PersonPlace i) const { return blocks[i >> 6]; }
    static std::uint64_t bit(PersonPlace i) { return std::uint64_t{1} << (i & 63u); }
};

/// Eight doubles are summed side by side; what is summed is padded to so many with zeros.
inline constexpr std::size_t lanes = 8;
constexpr std::size_t padded(std::size_t count) {
    return (count + lanes - 1) / lanes * lanes;
}

/// What calls, payments and news ask of one home: read together, so that it lies together.
struct alignas(32) HomeEntry {
    PersonPlace first_person = nobody;  // of the first adult, or nobody
    KinPlace kin = nobody;              // or nobody
    std::int32_t contact_day = never;   // the last one; of those with kin abroad
    std::int32_t changed_day = never;   // of the last change of its savings
    double dawn_excess = 0;             // before that day's first one
    double savings_ordinary = 0;
};

/// Households of interest as columns. What needs are summed of is padded with zeros, so that the
/// sum goes in whole steps; homes that come later take the places of the padding,
/// without weight.
struct Homes {
    Column<HomePlace, HouseholdId> household;
    Column<HomePlace, HomeEntry> entries;
    Column<HomePlace, double> goods;      // [CNY] that can be sold
    Column<HomePlace, double> base_need;  // padded, and all that follow
    Column<HomePlace, double> savings_base;
    Column<HomePlace, double> savings_excess;
    Column<HomePlace, double> kin_weight;     // 1 with kin abroad and not exiled, else 0
    Column<HomePlace, double> trader_weight;  // 1 with a smuggler or broker and not exiled, else 0

    std::size_t size() const { return household.size(); }
    std::array<std::vector<double>*, 5> padded_columns() {
        return {&base_need, &savings_base, &savings_excess, &kin_weight, &trader_weight};
    }
};

/// A household with kin abroad: whom it may ask for money.
struct KinHome {
    HomePlace home;
    HouseholdId household;
    PersonPlace first_person;         // of its first adult
    std::array<BrokerId, 2> brokers;  // or nobody
    std::int32_t transfer_day;        // the last one
};

/// A promise that was broken, and how much that weighs by what became of the case.
struct BrokenPromise {
    PersonPlace person;
    double weight;
};

/// Money that leaves a household at the end of a step.
struct Payment {
    HomePlace home;
    double money;
};

/// What the fee depends on, of one broker.
struct BrokerToday {
    double risk = 0;  // perceived
    bool calling = false;
};

/// Somebody whom officers may choose to follow, and the score by which they do.
struct Candidate {
    double score;
    PersonPlace person;
};

/// A household that would ask for money today if the fee lets it.
struct Asking {
    KinPlace kin;
    double u;  // its draw
};

/// What a ward counts of its day, and sums for the city's means. Smaller than the city's report,
/// since every ward's is cleared and added up every day: a ward has fewer than 2^31 adults.
struct WardTally {
    std::array<std::int32_t, count_total> counts{};
    std::array<double, quantity_total> quantities{};

    std::int32_t& operator[](Count count) { return counts[static_cast<std::size_t>(count)]; }
    std::int32_t operator[](Count count) const { return counts[static_cast<std::size_t>(count)]; }
    double& operator[](Quantity quantity) { return quantities[static_cast<std::size_t>(quantity)]; }
    double operator[](Quantity quantity) const {
        return quantities[static_cast<std::size_t>(quantity)];
    }
};

/// What a day asks of every ward, whatever happens in it, lies together at the front.
struct Ward {
    WardId ordinal;
    HouseholdId first_household;
    std::uint32_t first_adult = 0;  // in the city
    std::uint32_t adults = 0;
    std::uint32_t most_in_a_unit = 0;  // adults, of its watch units
    const Zone* zone = nullptr;        // whose values and events it has
    Diary* diary = nullptr;            // of one of its households, where somebody asked for it
    double belief_left = 1;            // share of the initial belief in forgiveness
    double belief_of_roles = 0;        // of people with a role, summed, but for that share
    std::int32_t exiled_adults = 0;
    std::int32_t signed_unseen = 0;  // adults without a place who have ever signed

    // Buffers of a day, kept so that a day allocates nothing.
    std::vector<Asking> asking;
    std::vector<KinPlace> asked;
    std::vector<PersonPlace> caught;
    std::vector<PersonPlace> arrests;
    std::vector<Candidate> candidates;
    std::vector<PersonPlace> suspects;  // whom officers have chosen, by id
    std::vector<PersonPlace> detainees;
    std::vector<PersonPlace> promised;  // with a pending breach
    std::vector<PersonPlace> held;      // cases not yet decided
    std::vector<PersonPlace> named;     // to be questioned tomorrow
    std::vector<BrokenPromise> broken;  // promises, whose cases were decided today
    std::vector<PersonPlace> exiles;    // whose sentence it was
    std::vector<PersonPlace> handed_in;
    std::vector<Payment> payments;
    std::vector<PersonPlace> due;  // of those who wait, whose day it is

    std::vector<DayRows> requests;  // chances of kin homes, 64 a block
    Persons persons;
    WardTally today;
    Homes homes;
    std::size_t homes_observed = 0;  // those there from the start
    double kin_homes = 0;            // not exiled: what means are taken over
    double trader_homes = 0;
    double people_with_role = 0;  // whatever becomes of them
    Contacts contacts;
    bool roles_come_first = true;  // in the columns, before everybody without one
    Column<KinPlace, KinHome> kin;
    std::vector<BrokerId> brokers;           // of the ward
    std::vector<BrokerToday> brokers_today;  // of each of these
    Column<UnitId, WatchUnit> units;
    std::vector<std::uint8_t> households;  // adults (low bits) and the marks below
    std::vector<PersonPlace> by_id;        // places in order of household and member
    std::vector<Suspected> suspected;      // a heap: whom officers suspect most comes first
};

/// Whether one household of the ward has its diary written, alone.
inline bool observes_one(const Ward& ward) {
    return ward.diary != nullptr && !ward.diary->is_of_everybody();
}
/// True where a diary is kept of that household, of the household of person i.
inline bool observed(const Ward& ward, HouseholdId household) {
    return ward.diary != nullptr && ward.diary->turn_to(household);
}
inline bool observed_person(const Ward& ward, PersonPlace i) {
    return ward.diary != nullptr && ward.diary->turn_to(ward.persons.identity[i].household);
}

inline constexpr std::uint8_t adults_mask = 0x07;
inline constexpr std::uint8_t exiled_mark = 0x80;
inline constexpr std::uint8_t known_mark = 0x40;  // some member has a place

/// What the draws of a unit are keyed by.
inline std::uint32_t entity_of(const Ward& ward, UnitId unit) {
    return ward.ordinal << 16 | unit;
}
/// How many adults a household has, and its marks.
inline std::uint8_t marks_of(const Ward& ward, HouseholdId household) {
    assert(household - ward.first_household < ward.households.size());
    return ward.households[household - ward.first_household];
}
inline std::uint8_t& marks_of(Ward& ward, HouseholdId household) {
    assert(household - ward.first_household < ward.households.size());
    return ward.households[household - ward.first_household];
}
inline std::uint8_t adults_in(const Ward& ward, HouseholdId household) {
    return marks_of(ward, household) & adults_mask;
}

/// Whether the person at one place has the lower id: of household, then of member.
inline bool id_before(const Persons& persons, PersonPlace one, PersonPlace other) {
    return persons.identity[one].adult() < persons.identity[other].adult();
}

/// Where somebody of interest is found.
struct PersonInCity {
    WardId ward;
    PersonPlace person;
    auto operator<=>(const PersonInCity&) const = default;
};

struct City {
    const Simulation* simulation = nullptr;
    const Zone* zone = nullptr;  // of all its wards, else of those in no group
    bool one_zone = true;
    RandomKey random_key{};
    Column<WardId, Ward> wards;
    Column<BrokerId, PersonInCity> brokers;  // by id as of the start, then as they join
    std::size_t brokers_at_start = 0;
    std::uint32_t households = 0;
    std::uint32_t adults = 0;

    // Of today
    double fee = 0;
    double calling_share = 0;                        // Q
    std::vector<BrokerId> calling_brokers;           // in order
    Column<BrokerId, std::uint8_t> broker_arrested;  // on a day with arrests
    Column<BrokerId, std::uint32_t> broker_exposed;  // ... how many arrests may give it away
    std::vector<std::uint32_t> calling_sources;      // adults, counted through the city, in order
    Column<WardId, std::uint8_t> ward_has_source;    // whether one is calling
    std::vector<PersonInCity> told;                  // of one broken promise, each once
};

/// An empty ward, city in the memory of another one.
Ward emptied(Ward&& used);
City emptied(City&& used);

/// Builds the city of one replicate in place of another, of which nothing stays but its memory.
void build_city(const Simulation& simulation, std::size_t which, const RandomKey& random_key,
                Executor& executor, City& city);
/// ... in memory of its own.
City build_city(const Simulation& simulation, std::size_t which, const RandomKey& random_key,
                Executor& executor);

/// The place of a person who needs one, making it if there is none yet: everything starts as it is
/// for the person's unit.
PersonPlace place_of(const City& city, Ward& ward, const DayConditions& day, AdultId adult);
/// The place, or nobody.
PersonPlace find_place(const Ward& ward, AdultId adult);

/// The n-th adult of the unit, of the ward.
AdultId adult_of_unit(const Ward& ward, const WatchUnit& unit, std::uint32_t n);
AdultId adult_of_ward(const Ward& ward, std::uint32_t n);
/// The ward in which the n-th adult of the city lives.
Ward& ward_of_adult(City& city, std::uint32_t adult);
UnitId unit_of(const Ward& ward, HouseholdId household);
/// Whether one household of the unit has its diary written, alone.
inline bool observes_one_of(const Ward& ward, UnitId unit) {
    return observes_one(ward) && unit_of(ward, HouseholdId(ward.diary->household())) == unit;
}

/// Calls `visit(place)` for every set bit of `mask`, in order, as the place 64 * block + bit: of a
/// person, unless it says of whom.
template <class Place = PersonPlace, class Visit>
void for_each_bit(std::uint64_t mask, std::size_t block, const Visit& visit) {
    while (mask != 0) {
        visit(Place(block * 64 + static_cast<std::size_t>(std::countr_zero(mask))));
        mask &= mask - 1;
    }
}

}  // namespace tumen

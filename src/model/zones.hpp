#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "model/calendar.hpp"
#include "model/tables.hpp"

/// Where values and events are the same. A plan without cities' or ward groups' own ones has a
/// single zone; else each city, and each ward group in it, has one, and those with the same entries
/// share it. What a day asks of a ward it asks of the ward's zone, so that nothing is looked up by
/// person.
namespace tumen {

/// Made ready to be played: parameters as built, calendar and tables.
struct Zone {
    explicit Zone(const Plan& plan)
        : parameters(plan.parameters), calendar(plan), tables(plan, calendar) {}

    Parameters parameters;
    Calendar calendar;
    Tables tables;
};

/// A ward group as a city has it.
struct GroupInCity {
    double share;
    std::uint32_t zone;
};

class Zones {
  public:
    explicit Zones(const Plan& plan);

    /// The zone of the city's wards that are in no group.
    const Zone& of(std::size_t city) const { return at(cities_[city].rest); }
    /// The ward groups of a city, in the order of the plan.
    std::span<const GroupInCity> groups_of(std::size_t city) const { return cities_[city].groups; }
    const Zone& at(std::uint32_t zone) const { return *zones_[zone]; }
    std::size_t size() const { return zones_.size(); }

  private:
    struct InCity {
        std::uint32_t rest = 0;
        std::vector<GroupInCity> groups;
    };

    std::vector<std::unique_ptr<const Zone>> zones_;
    std::vector<InCity> cities_;
};

/// The plan as it is in the wards of one city that are in that group, or in none of the groups:
/// entries that hold there, with the values of city and group.
inline constexpr std::uint32_t no_group = UINT32_MAX;
Plan plan_within(const Plan& plan, std::uint32_t city, std::uint32_t group);

/// Whether something holds there.
bool covers(const Scope& scope, std::uint32_t city, std::uint32_t group);
/// Whether both hold in some ward.
bool meet(const Plan& plan, const Scope& one, const Scope& other);
/// Whether the city has the group.
bool has_group(const WardGroup& group, std::uint32_t city);

/// A city, and a ward group in it or its rest.
struct CityPart {
    std::uint32_t city;
    std::uint32_t group;
};
/// The first place of each zone.
std::vector<CityPart> distinct_parts(const Plan& plan);

/// What a plan's zones come to, before any is made.
struct ZonesToMake {
    std::size_t pairs = 0;   // of a city and a ward group, or its rest
    std::size_t places = 0;  // zones; not counted with more than `most_pairs`
    std::size_t cuts = 0;    // days on which values change, at most, over all zones
};
ZonesToMake zones_to_make(const Plan& plan, std::size_t most_pairs);

}  // namespace tumen

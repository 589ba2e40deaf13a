#include "model/zones.hpp"

#include <algorithm>
#include <map>

#include "base/rounding.hpp"

namespace tumen {

namespace {

bool holds(const std::vector<std::uint32_t>& places, std::uint32_t one) {
    return std::find(places.begin(), places.end(), one) != places.end();
}

/// What sets a zone apart: a bit for each entry that holds in it but not everywhere, and whose
/// values it has.
class Signature {
  public:
    template <class Entry>
    void add(const std::vector<Entry>& entries, std::uint32_t city, std::uint32_t group) {
        for (const Entry& entry : entries) {
            if (!entry.scope.everywhere()) bits_.push_back(covers(entry.scope, city, group));
        }
    }
    void add(const std::vector<OwnValue>& values, std::uint32_t owner) {
        owners_.push_back(values.empty() ? no_group : owner);
    }
    friend auto operator<=>(const Signature&, const Signature&) = default;

  private:
    std::vector<std::uint8_t> bits_;
    std::vector<std::uint32_t> owners_;
};

Signature signature(const Plan& plan, std::uint32_t city, std::uint32_t group) {
    Signature signature;
    each_list(plan, [&](EventKind, const auto& list) { signature.add(list, city, group); });
    const std::vector<OwnValue> none;
    signature.add(city < plan.cities.size() ? plan.cities[city].values : none, city);
    signature.add(group == no_group ? none : plan.ward_groups[group].values, group);
    return signature;
}

}  // namespace

bool covers(const Scope& scope, std::uint32_t city, std::uint32_t group) {
    const bool in_city = scope.cities.empty() || holds(scope.cities, city);
    return in_city && (scope.groups.empty() || holds(scope.groups, group));
}

bool has_group(const WardGroup& group, std::uint32_t city) {
    return group.cities.empty() || holds(group.cities, city);
}

Plan plan_within(const Plan& plan, std::uint32_t city, std::uint32_t group) {
    Plan within = plan;
    if (city < plan.cities.size()) {
        for (const OwnValue& own : plan.cities[city].values)
            set(within.parameters, own.parameter, own.value);
    }
    if (group != no_group) {
        for (const OwnValue& own : plan.ward_groups[group].values)
            set(within.parameters, own.parameter, own.value);
    }
    each_list(within, [&](EventKind, auto& list) {
        std::erase_if(list, [&](const auto& event) { return !covers(event.scope, city, group); });
    });
    return within;
}

bool meet(const Plan& plan, const Scope& one, const Scope& other) {
    if (one.everywhere() || other.everywhere()) return true;
    for (std::uint32_t city = 0; city < plan.cities.size(); ++city) {
        if (covers(one, city, no_group) && covers(other, city, no_group)) return true;
        for (std::uint32_t group = 0; group < plan.ward_groups.size(); ++group) {
            const bool there = has_group(plan.ward_groups[group], city);
            if (there && covers(one, city, group) && covers(other, city, group)) return true;
        }
    }
    return false;
}

namespace {

/// Gives equal places one number: `add(city, group)` is called for the first of each.
class Numbering {
  public:
    explicit Numbering(const Plan& plan) : plan_(plan) {}

    template <class Add>
    std::uint32_t number(std::uint32_t city, std::uint32_t group, const Add& add) {
        const auto next = static_cast<std::uint32_t>(known_.size());
        const auto [found, fresh] = known_.emplace(signature(plan_, city, group), next);
        if (fresh) add(city, group);
        return found->second;
    }

  private:
    const Plan& plan_;
    std::map<Signature, std::uint32_t> known_;
};

}  // namespace

std::vector<CityPart> distinct_parts(const Plan& plan) {
    std::vector<CityPart> places;
    Numbering numbering(plan);
    const auto add = [&](std::uint32_t city, std::uint32_t group) {
        places.push_back({city, group});
    };
    for (std::uint32_t city = 0; city < plan.cities.size(); ++city) {
        numbering.number(city, no_group, add);
        for (std::uint32_t group = 0; group < plan.ward_groups.size(); ++group) {
            if (has_group(plan.ward_groups[group], city)) numbering.number(city, group, add);
        }
    }
    return places;
}

ZonesToMake zones_to_make(const Plan& plan, std::size_t most_pairs) {
    ZonesToMake size;
    const auto groups_in = [&](std::uint32_t city) {
        return static_cast<std::size_t>(
            std::count_if(plan.ward_groups.begin(), plan.ward_groups.end(),
                          [&](const WardGroup& group) { return has_group(group, city); }));
    };
    for (std::uint32_t city = 0; city < plan.cities.size(); ++city)
        size.pairs += 1 + groups_in(city);
    if (size.pairs > most_pairs) return size;
    for (const CityPart& place : distinct_parts(plan)) {
        ++size.places;
        for (const Schedule& entry : plan.schedules)
            size.cuts += covers(entry.scope, place.city, place.group) ? 2 : 0;
    }
    return size;
}

Zones::Zones(const Plan& plan) {
    const UsualRounding usual;
    Numbering numbering(plan);
    const auto add = [&](std::uint32_t city, std::uint32_t group) {
        zones_.push_back(std::make_unique<const Zone>(plan_within(plan, city, group)));
    };
    cities_.resize(std::max<std::size_t>(plan.cities.size(), 1));
    for (std::uint32_t city = 0; city < cities_.size(); ++city) {
        cities_[city].rest = numbering.number(city, no_group, add);
        for (std::uint32_t group = 0; group < plan.ward_groups.size(); ++group) {
            if (!has_group(plan.ward_groups[group], city)) continue;
            cities_[city].groups.push_back(
                {plan.ward_groups[group].share, numbering.number(city, group, add)});
        }
    }
}

}  // namespace tumen

#include "scenario/assembly/owners.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "model/zones.hpp"
#include "scenario/draft/range_draft.hpp"
#include "scenario/text/quantity.hpp"

namespace tumen {

namespace {

constexpr double share_tolerance = 1e-9;

/// What a whole city has in common.
constexpr std::array<std::string_view, 4> of_the_cut = {
    "household_size", "ward_units", "unit_households_min", "unit_households_max"};
constexpr std::array<std::string_view, 4> of_the_fee = {"fee_base", "fee_risk", "fee_scarcity",
                                                        "fee_max"};

bool is_among(std::span<const std::string_view> names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::vector<std::uint32_t> cities_of(const GroupDraft& group, const Plan& plan) {
    std::vector<std::uint32_t> cities;
    for (std::uint32_t city = 0; city < plan.cities.size(); ++city) {
        const auto named = [&](const Said<std::string>& name) {
            return name.value == plan.cities[city].name;
        };
        if (std::any_of(group.cities.begin(), group.cities.end(), named)) cities.push_back(city);
    }
    return cities;
}

void check_names(const std::vector<GroupDraft>& groups, Problems& problems) {
    for (std::size_t i = 1; i < groups.size(); ++i) {
        if (groups[i].name.value != groups[i - 1].name.value) continue;
        problems.add(groups[i].name.spot,
                     "there are two ward groups called " + groups[i].name.value,
                     "the other is at " + place_text(groups[i - 1].name.spot));
    }
}

/// A ward is in one group at most.
void check_shares(const std::vector<GroupDraft>& groups, const Plan& plan, Problems& problems) {
    for (std::uint32_t city = 0; city < plan.cities.size(); ++city) {
        double sum = 0;
        for (std::size_t i = 0; i < groups.size(); ++i) {
            if (!has_group(plan.ward_groups[i], city)) continue;
            sum += groups[i].range
                       ? std::max(groups[i].range->low.value, groups[i].range->high.value)
                       : groups[i].share.value;
            if (sum <= 1 + share_tolerance) continue;
            problems.add(groups[i].share.spot,
                         "the ward groups of " + plan.cities[city].name + " take " +
                             quantity_text(sum, Unit::share) + " of its wards" +
                             (groups[i].range ? " at most" : ""),
                         "a ward is in one group at most, so the shares sum to 100 % at most",
                         "make a group of its own of what two have in common");
            return;
        }
    }
}

}  // namespace

Origin origin_of(const Spot& spot) {
    if (spot.text == nullptr) return {OriginKind::flag, {}, 0, spot.flag};
    return {OriginKind::file, spot.text->file, spot.mark.line, {}};
}

std::string_view reason_against(OwnerKind owner, std::string_view parameter) {
    if (parameter == "warmup") return "all cities begin on the same day";
    if (parameter == "residents") {
        return owner == OwnerKind::city ? "a city says how many it has itself: residents = ..."
                                        : "how many live in a ward follows from its units";
    }
    if (owner == OwnerKind::city) return {};
    if (is_among(of_the_cut, parameter)) return "it says how the city is cut into wards";
    if (is_among(of_the_fee, parameter)) return "the brokers' fee is one for the whole city";
    return {};
}

std::vector<Origin> set_own_values(const Owner& owner, const std::vector<OwnDraft>& said,
                                   std::vector<OwnValue>& values, Ranges& ranges,
                                   Problems& problems) {
    std::vector<OwnDraft> sorted = said;
    std::stable_sort(sorted.begin(), sorted.end(), [](const OwnDraft& one, const OwnDraft& other) {
        return one.parameter < other.parameter;
    });
    std::vector<Origin> origins;
    for (const OwnDraft& own : sorted) {
        const std::string name = name_of(own.parameter);
        const std::string_view why = reason_against(owner.kind, name);
        if (!why.empty()) {
            problems.add(own.value.spot, name + " cannot be " + owner.name + "'s own",
                         std::string(why));
            continue;
        }
        ranges.check(own.value, own.parameter, name + " of " + owner.name);
        values.push_back({own.parameter, own.value.value});
        origins.push_back(origin_of(own.value.spot));
    }
    return origins;
}

void set_ward_groups(const std::vector<GroupDraft>& groups, Scenario& scenario, Ranges& ranges,
                     Problems& problems) {
    Plan& plan = scenario.plan;
    for (const GroupDraft& group : groups) {
        WardGroup& added = plan.ward_groups.emplace_back();
        added.name = group.name.value;
        added.share = group.share.value;
        added.cities = cities_of(group, plan);
        scenario.group_origins.push_back(origin_of(group.share.spot));
        scenario.group_origins.back().range = range_of(group.range, added.share);
        scenario.group_value_origins.push_back(set_own_values(
            {OwnerKind::ward_group, added.name}, group.values, added.values, ranges, problems));
    }
    check_names(groups, problems);
    check_shares(groups, plan, problems);
}

}  // namespace tumen

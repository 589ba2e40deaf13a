#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "scenario/assembly/ranges.hpp"

/// Values that a city or a ward group has of its own.
namespace tumen {

enum class OwnerKind : std::uint8_t { city, ward_group };

struct Owner {
    OwnerKind kind;
    std::string name;
};

Origin origin_of(const Spot& spot);

/// Why a city, or some of its wards, cannot have another value of that parameter; empty where they
/// can.
std::string_view reason_against(OwnerKind owner, std::string_view parameter);

/// Sets the values, in the order of the parameters, each held against what it can be; returns where
/// each was said.
std::vector<Origin> set_own_values(const Owner& owner, const std::vector<OwnDraft>& said,
                                   std::vector<OwnValue>& values, Ranges& ranges,
                                   Problems& problems);

/// Sets the ward groups of the plan, whose cities are there: shares of one city sum to 1 at most.
void set_ward_groups(const std::vector<GroupDraft>& groups, Scenario& scenario, Ranges& ranges,
                     Problems& problems);

}  // namespace tumen

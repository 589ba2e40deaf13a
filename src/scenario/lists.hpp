#pragma once
#include "scenario/draft.hpp"
#include "scenario/values.hpp"

namespace tumen {

/// [[city]]: replaces all cities said before.
void read_cities(const Member& member, Values& values, Draft& draft);

/// A list of the calendar: replaces the list of that kind said before.
void read_events(EventKind kind, const Member& member, Values& values, Draft& draft);

/// The list [[headline]]: statistics that the scenario is asked for.
void read_headlines(const Member& member, Values& values, Draft& draft);

}  // namespace tumen

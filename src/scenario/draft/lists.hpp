#pragma once
#include "scenario/draft/draft.hpp"
#include "scenario/draft/values.hpp"

namespace tumen {

// Lists of a file: each is put in the place of the list of that kind said before, or added to it.
void read_cities(const Member& member, Values& values, Draft& draft, Listing listing);
void read_groups(const Member& member, Values& values, Draft& draft, Listing listing);
void read_events(EventKind kind, const Member& member, Values& values, Draft& draft,
                 Listing listing);
/// Statistics that the scenario is asked for.
void read_headlines(const Member& member, Values& values, Draft& draft, Listing listing);

/// One entry of the calendar; nothing, and problems, where it is not whole.
std::optional<EventDraft> read_event(EventKind kind, const Node& entry, Values& values);

/// The values of a table such as [parameters], each at its place.
std::vector<OwnDraft> read_values(const Node& table, Values& values);

}  // namespace tumen

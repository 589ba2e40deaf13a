#pragma once
#include <optional>
#include <string_view>

#include "scenario/draft/draft.hpp"
#include "scenario/draft/values.hpp"

/// Entries of the calendar that may not have happened, as files and flags say it.
namespace tumen {

/// The keys `happened` and `happened_as` of an entry.
std::optional<HappenedDraft> read_happened(const Node& entry, std::string_view owner,
                                           Values& values);

/// Says where two entries of one name have different probabilities.
void check_happened(const Draft& draft, Problems& problems);

std::optional<Happening> happening_of(const std::optional<HappenedDraft>& happened);

/// What flags say of it holds: such entries are certain, or gone.
void hold_happenings(Draft& draft, Problems& problems);

}  // namespace tumen

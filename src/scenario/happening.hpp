#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "scenario/scenario.hpp"

/// Entries of a scenario's calendar of which it is not known whether they happened at all.
namespace tumen {

/// How the draw of such a name is called where values are: "happened.strike-team". It is a place
/// from 0 to 1; the entries of the name took place where it lies below their probability.
inline constexpr std::string_view happened_prefix = "happened.";

/// The names under which entries are drawn, each once, in order.
std::vector<std::string> happening_names(const Scenario& scenario);

/// Takes out the entries of `name` whose probability does not exceed `place`; 1 takes out all.
void place_happening(Scenario& scenario, std::string_view name, double place);

/// Whether that is the name of something drawn about a calendar: of a place in a range, or of this.
bool is_drawn_of_calendar(std::string_view name);

}  // namespace tumen

#pragma once
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "belief/information/narrowing.hpp"
#include "belief/prior/implied.hpp"
#include "experiment/results.hpp"

/// What could be known of the draws that an experiment played: each value, each rival rule, values
/// of one group together, and what somebody could be asked.
namespace tumen {

/// In the order of the table; groups of more than one value stand behind the rules. What is held is
/// the same in all plays and no fact.
enum class Groups : std::uint8_t { left_out, too };
std::vector<Fact> facts_of(const std::vector<const ReplicateDraw*>& draws,
                           const std::vector<std::string>& held, Groups groups);

/// What could be asked of somebody: the quantities that people have views on, as they are in the
/// same city without the campaign.
std::vector<const ImpliedQuantity*> questions_there_are();

/// One value a draw; a question without a value in a draw counts there as 0, or it would take that
/// draw from all the other facts.
Fact question_of(const ImpliedQuantity& quantity, std::vector<double> answers);

/// The id of the difference between two scenarios that a sentence is about.
inline constexpr std::string_view difference_id = "difference";

/// Draws on the side of the turning point on which fewer are.
struct Reversal {
    double point = 0;
    bool above = false;          // that side; else at most the point
    std::vector<bool> reversed;  // by draw
};

/// Of all plays that have the number, those of one draw each for itself, the share on that side.
double share_reversed(const Reversal& reversal, std::span<const double> plays);

/// A ratio turns at one each, a difference at 0; nothing for a level.
std::optional<Reversal> reversal_of(std::string_view id, const std::vector<double>& number);

}  // namespace tumen

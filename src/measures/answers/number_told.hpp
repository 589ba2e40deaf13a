#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "measures/answers/spread.hpp"

/// The numbers that are told of plays which draw what is not known, which of them an answer is
/// about, and how many plays and what range are said.
namespace tumen {

/// The id of what officials counted for every hundred people who stopped because of the campaign.
inline constexpr std::string_view gap_id = "official_per_changed";

/// A headline of the table, or the count for every hundred, which is said like one.
struct NumberTold {
    Headline headline;
    PlayValues values;
};

/// The ratio as a count for every hundred people, in the unit of what was counted.
NumberTold gap_of(const PlayRatio& ratio, const HeadlineTable& table);

/// What was counted: "phones" or "oaths".
std::string_view things_counted(const PlayRatio& ratio);

/// By the id of a headline, or gap_id; nothing where the plays have no such number.
std::optional<NumberTold> number_told(const HeadlineTable& table, std::string_view id);

/// The one that the first sentence is about: the count for every hundred, else what changed, else
/// how many call where there is no campaign.
std::optional<NumberTold> number_of_answer(const HeadlineTable& table);

/// "97 of 100 plays", "62 of 64 plays", "all 64 plays".
std::string plays_text(std::size_t some, std::size_t plays);

/// "16 to 74"; an end beyond every number is said so.
std::string range_text(const Interval& range, std::string_view unit);

/// "none seen in 64 plays; at most 1 play in 17 has any (95 %)".
std::string none_seen_text(const Spread& spread);
/// The same of so many plays, which are so many independent ones.
std::string none_seen_text(std::size_t plays, std::size_t draws);

}  // namespace tumen

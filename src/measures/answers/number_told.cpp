#include "measures/answers/number_told.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

#include "measures/numbers/hundred.hpp"
#include "measures/numbers/words.hpp"

namespace tumen {

namespace {

constexpr double hundred = 100;  // people, or plays, that a count is set beside

constexpr std::array<std::string_view, 3> by_rank = {gap_id, "stopped_by_campaign",
                                                     "calling_level"};

}  // namespace

std::string_view things_counted(const PlayRatio& ratio) {
    return ratio.official == "handed_in" ? "phones" : "oaths";
}

NumberTold gap_of(const PlayRatio& ratio, const HeadlineTable& table) {
    NumberTold gap{*table.headline(ratio.official), ratio.values};
    std::string things(things_counted(ratio));
    things.front() = static_cast<char>(things.front() - 'a' + 'A');
    gap.headline.id = gap_id;
    gap.headline.label = things + " for every 100 people who stopped";
    for (auto& [replicate, value] : gap.values)
        value *= hundred;
    return gap;
}

std::optional<NumberTold> number_told(const HeadlineTable& table, std::string_view id) {
    if (id == gap_id) {
        const auto ratio = play_ratio(table);
        if (!ratio) return std::nullopt;
        return gap_of(*ratio, table);
    }
    const Headline* headline = table.headline(id);
    if (headline == nullptr) return std::nullopt;
    return NumberTold{*headline, play_values(table, id)};
}

std::optional<NumberTold> number_of_answer(const HeadlineTable& table) {
    for (const std::string_view id : by_rank) {
        if (auto told = number_told(table, id)) return told;
    }
    return std::nullopt;
}

std::string plays_text(std::size_t some, std::size_t plays) {
    if (some == plays && plays > 0)
        return plays == 1 ? "the only play" : fmt::format("all {} plays", plays);
    if (static_cast<double>(plays) < hundred || some == 0)
        return fmt::format("{} of {} plays", some, plays);
    const double share = hundred * static_cast<double>(some) / static_cast<double>(plays);
    if (share < 1) return "fewer than 1 of 100 plays";
    if (share > hundred - 1) return "more than 99 of 100 plays";
    return fmt::format("{} of 100 plays", of_hundred(share / hundred));
}

std::string range_text(const Interval& range, std::string_view unit) {
    if (std::isinf(range.low) && range.low > 0) return "beyond every number";
    if (std::isinf(range.high)) return number_text(range.low, unit) + " and more";
    return interval_text(range, unit);
}

std::string none_seen_text(std::size_t plays, std::size_t draws) {
    return fmt::format("none seen in {}; at most 1 play in {:.0f} has any (95 %)",
                       plays_text(plays, plays), std::floor(1 / at_most(draws)));
}

std::string none_seen_text(const Spread& spread) {
    return none_seen_text(spread.plays, spread.draws);
}

}  // namespace tumen

#include "measures/answers/number_told.hpp"

#include <array>

namespace tumen {

namespace {

constexpr double people = 100;  // that a count is set beside

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
        value *= people;
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

}  // namespace tumen

#include "measures/answers/ratio_told.hpp"

#include <fmt/format.h>

#include "measures/answers/number_told.hpp"

namespace tumen {

namespace {

std::string_view silence_text(Silence silence) {
    switch (silence) {
        case Silence::fewer:
            return "";
        case Silence::no_fewer:
            return "No ratio: it cannot be told whether fewer people called than before.";
        case Silence::more:
            return "No ratio: more people called than before.";
        case Silence::unknown:
            return "No ratio: too few replicates to tell whether fewer people called.";
    }
    return "";
}

/// Of plays that each have their own draw: a quantile of their ratios.
std::optional<RatioTold> ratio_of_plays(const Experiment& experiment, const HeadlineTable& table) {
    const auto ratio = play_ratio(table);
    if (!ratio) return std::nullopt;
    const Spread spread = spread_without_error(ratio->values, draws_of_plays(experiment));
    if (spread.plays == 0) return std::nullopt;
    RatioTold told;
    told.label = things_counted(*ratio) == "phones"
                     ? "Phones counted for each person who stopped because of the campaign"
                     : "Oaths counted for each person who stopped because of the campaign";
    told.unit = "1";
    told.value = spread.middle;
    told.low = spread.all.low;
    told.high = spread.all.high;
    told.explanation = fmt::format(
        "Of each play, then what 90 of 100 plays lie between. In {} hardly anybody "
        "stopped: there it has no upper end, or no value where nothing was counted.",
        plays_text(ratio->endless, table.replicates()));
    return told;
}

}  // namespace

std::optional<RatioTold> ratio_told(const Experiment& experiment, const HeadlineTable& table) {
    if (!experiment.draws.empty()) return ratio_of_plays(experiment, table);
    const std::optional<PictureRatio> ratio = picture_ratio(table);
    if (!ratio) return std::nullopt;
    constexpr std::string_view meaning =
        "Ratio of means over replicates, with a 90 % bootstrap interval. The further it is from 1, "
        "the less the count tells of who stopped; even at 1 they need not be the same people.";
    RatioTold told;
    told.label = ratio->label;
    told.unit = ratio->unit;
    told.value = ratio->value;
    if (ratio->interval) {
        told.low = ratio->interval->low;
        told.high = ratio->interval->high;
    }
    told.explanation = ratio->value ? meaning : silence_text(ratio->silence);
    return told;
}

}  // namespace tumen

#pragma once
#include <cstdint>
#include <span>
#include <string_view>

/// What is measured by default, as evidence/measures.toml says it: compiled in like the ledger.
namespace tumen {

/// What a headline says of a campaign: what officers can count, what really changed, what of it the
/// outside is told, or else.
enum class Side : std::uint8_t { official, changed, told, other };

/// When a headline has a meaning: with a drive of the kind, with any campaign, with one that ended
/// a fortnight before the run does, or without any.
enum class When : std::uint8_t { hand_in_drive, oath_drive, campaign, campaign_left_behind, calm };

/// Whether a headline is of a run alone, or a difference from the yardstick: the same scenario
/// without its campaign, on the same draw, luck and days.
enum class Against : std::uint8_t { nothing, yardstick };

struct HeadlineRow {
    std::string_view id;
    std::string_view label;
    std::string_view unit;  // unit ids of the parameter table, or what is counted
    std::string_view statistic;
    std::string_view explanation;
    Side side;
    When when;
    double smallest;  // size that matters, an assumption; of counts for each 100,000 residents
    Against against = Against::nothing;
    std::string_view instead_of = {};  // which headline it takes the place of; may be none
};
std::span<const HeadlineRow> headline_rows();

/// A difference between two scenarios on the same seeds, or within one, whose sign is judged.
struct ConclusionRow {
    std::string_view id;
    std::string_view label;  // "Hand-in drive less calm: people calling in its last week"
    std::string_view scenario;
    std::string_view against;  // empty where the difference is within one
    std::string_view statistic;
};
std::span<const ConclusionRow> conclusion_rows();

/// One of the widest unknowns, and the values it is tried at: its whole plausible range.
struct UnknownRow {
    std::string_view id;
    std::string_view label;
    std::string_view unit;
    std::string_view how;   // which parameters are set
    std::string_view sets;  // a parameter, or the id of a way to set several
    std::span<const double> values;
};
std::span<const UnknownRow> unknown_rows();

std::string_view name_of(Side side);

}  // namespace tumen

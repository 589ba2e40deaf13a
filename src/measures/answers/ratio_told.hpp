#pragma once
#include <optional>
#include <string>

#include "base/rows/fields.hpp"
#include "measures/headlines/headlines.hpp"

/// The official picture over what changed, as it is told of a run.
namespace tumen {

struct RatioTold {
    std::string id = "official_per_changed";
    std::string label;
    std::string unit;
    std::optional<double> value;
    std::optional<double> low;
    std::optional<double> high;
    std::string explanation;
};

/// Of means over replicates, with a bootstrap interval; of plays that draw what is not known,
/// quantiles of their own ratios. Nothing where the plan has no hand-in and no oath drive.
std::optional<RatioTold> ratio_told(const Experiment& experiment, const HeadlineTable& table);

template <>
inline constexpr ResultKind result_kind<RatioTold> = {
    "ratio", "What officials count for each person who stopped because of the campaign.",
    "run",   "ratio",
    "ratio", "Results.ratio",
    "id",    "answer"};
template <>
inline constexpr auto fields_of<RatioTold> = FieldList{
    Field{"id", "", "Always the same.", &RatioTold::id},
    Field{"label", "", "What it is called.", &RatioTold::label},
    Field{"unit", "", "The unit of its numbers.", &RatioTold::unit},
    Field{"value", "row",
          "The ratio of means over replicates, or the middle over plays that draw what is not "
          "known; missing where people did not call less.",
          &RatioTold::value},
    Field{"low", "row", "Where its 90 % interval, or 90 of 100 plays, begin.", &RatioTold::low},
    Field{"high", "row", "Where its 90 % interval, or 90 of 100 plays, end.", &RatioTold::high},
    Field{"explanation", "", "How to read it, or why it has no value.", &RatioTold::explanation}};

}  // namespace tumen

#pragma once
#include "base/rows/fields.hpp"
#include "model/schedule.hpp"

/// What is told of the steps of a day.
namespace tumen {

template <>
inline constexpr ResultKind result_kind<DayStep> = {
    "step of a day", "What happens on a day, in order.", "info schedule", "schedule[]", "", "",
    "what"};
template <>
inline constexpr auto fields_of<DayStep> = FieldList{
    Field{"step", "", "Its number in docs/model.md.", &DayStep::number},
    Field{"rule", "", "The noun of its rule.", &DayStep::rule},
    Field{"what", "", "What happens.", &DayStep::what},
    Field{"scope", "", "Ward by ward, or of the city, where all wards hear of each other.",
          [](const DayStep& step) -> std::string_view {
              return step.is_barrier() ? "city" : "ward";
          }},
    Field{"in_warmup", "", "Whether it is played on days of the warm-up too.",
          [](const DayStep& step) { return step.days == StepDays::all; }}};

}  // namespace tumen

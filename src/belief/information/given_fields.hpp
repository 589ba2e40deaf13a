#pragma once
#include "base/rows/fields.hpp"
#include "belief/information/given_draws.hpp"

/// What is told of plays before and after something was heard, in every face.
namespace tumen {

template <>
inline constexpr auto fields_of<WeightedRange> =
    FieldList{Field{"low", "row", "Below it lies 5 % of the weight.", &WeightedRange::low},
              Field{"middle", "row", "The middle of the weight.", &WeightedRange::middle, {}, "."},
              Field{"high", "row", "Below it lies 95 % of the weight.", &WeightedRange::high}};

template <>
inline constexpr ResultKind result_kind<HeadlineGiven> = {
    "headline given",
    "A headline over plays weighed by how well each shows what was heard.",
    "given",
    "headlines[]",
    "",
    "Given.headlines",
    "id"};
template <>
inline constexpr auto fields_of<HeadlineGiven> =
    FieldList{Field{"id", "", "The headline.", &HeadlineGiven::id},
              Field{"label", "", "What it is called.", &HeadlineGiven::label},
              Field{"unit", "", "The unit of its numbers.", &HeadlineGiven::unit},
              Field{"before", "row", "Over all plays alike.", &HeadlineGiven::before},
              Field{"given", "row", "Given what was heard.", &HeadlineGiven::after}};

template <>
inline constexpr ResultKind result_kind<ValueGiven> = {
    "value given",
    "A value whose mean moves by more than noise given what was heard.",
    "given",
    "values[]",
    "",
    "Given.values",
    "name"};
template <>
inline constexpr auto fields_of<ValueGiven> =
    FieldList{Field{"name", "", "The parameter.", &ValueGiven::name},
              Field{"unit", "", "Its unit.", &ValueGiven::unit},
              Field{"shift", "1", "How far its mean moves, in spreads of what was believed before.",
                    &ValueGiven::shift},
              Field{"before", "row", "Over all draws alike.", &ValueGiven::before},
              Field{"given", "row", "Given what was heard.", &ValueGiven::after}};

template <>
inline constexpr ResultKind result_kind<RuleGiven> = {
    "rule given", "A rival of a rule, and how much is believed in it given what was heard.",
    "given",      "rules[]",
    "",           "Given.rules",
    "rule choice"};
template <>
inline constexpr auto fields_of<RuleGiven> = FieldList{
    Field{"rule", "", "The rule.", &RuleGiven::rule},
    Field{"choice", "", "The rival.", &RuleGiven::choice},
    Field{"before", "1", "The share of draws that have it.", &RuleGiven::before},
    Field{"given", "1", "The share of their weight given what was heard.", &RuleGiven::after},
    Field{"error", "1", "The Monte Carlo error of the latter.", &RuleGiven::error}};

}  // namespace tumen

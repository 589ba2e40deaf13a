#pragma once
#include "base/rows/fields.hpp"
#include "scenario/evidence/ledger.hpp"
#include "scenario/variable.hpp"
#include "sweep/estimate_fields.hpp"

/// What is told of a design: what it varies, and its points.
namespace tumen {

constexpr std::string_view name_of(Scale scale) {
    return scale == Scale::logarithmic ? "logarithmic" : "linear";
}
template <>
inline constexpr std::optional<Scale> last_of<Scale> = Scale::logarithmic;

/// An end of the range; rivals have no order, so that there is none between them.
inline std::optional<Setting> end_of(const Factor& factor, double end) {
    if (rule_named(factor.name)) return std::nullopt;
    return Setting{factor.name, end};
}

inline std::vector<std::string_view> rivals_of(const Factor& factor) {
    std::vector<std::string_view> list;
    if (const auto rule = rule_named(factor.name)) {
        for (std::size_t place = 0; place < choices_of(*rule); ++place)
            list.push_back(rule_rows()[*rule].choices[place]);
    }
    return list;
}

template <>
inline constexpr ResultKind result_kind<Factor> = {
    "varied parameter",
    "A parameter that a design varies, a rival rule or the date of an event.",
    "sweep",
    "factors[]",
    "sweep.factors[] sensitivity.parameters[]",
    "Sweep.varied",
    "name"};
template <>
inline constexpr auto fields_of<Factor> = FieldList{
    Field{"name", "", "What is set by it.", &Factor::name},
    Field{"label", "", "What it is called.",
          [](const Factor& row) {
              const auto ref = find_parameter(row.name);
              return ref ? entry_of(*ref).label : std::string_view(row.name);
          }},
    Field{"unit", "", "The unit of its values: rival of a rule, date of an event.", unit_name},
    Field{"low", "row", "Where the range begins; missing of a rule.",
          [](const Factor& row) { return end_of(row, row.low); }},
    Field{"high", "row", "Where the range ends; missing of a rule.",
          [](const Factor& row) { return end_of(row, row.high); }},
    Field{"scale", "", "On which scale the range is filled evenly.", &Factor::scale},
    Field{"levels", "levels", "How many values a grid has of it; 0 in other designs.",
          &Factor::levels},
    Field{"choices", "", "The rivals of a rule, as scenarios name them; else none.", rivals_of},
    Field{"beyond_evidence", "", "Whether the range goes beyond what the evidence leaves open.",
          [](const Factor& row) { return row.evidence == Evidence::beyond; }}};

/// A point, with what became of its replicates.
struct PointRow {
    const Points& points;
    const SweptPoint& of;
};

inline constexpr Without told_by_replicates = {.python = "`replicates` says what became of each"};

template <>
inline constexpr ResultKind result_kind<PointRow> = {
    "point",          "A point of a sweep: what was varied, and to what.",
    "sweep",          "points[]",
    "sweep.points[]", "Sweep.points",
    "name",           "sweep-PARAMETER"};
template <>
inline constexpr auto fields_of<PointRow> =
    FieldList{Field{"point", "", "Its number.", [](const PointRow& row) { return row.of.point; },
                    Without{.page = "its name tells it", .python = "its name tells it"}},
              Field{"name",
                    "",
                    "What was varied, and to what.",
                    [](const PointRow& row) { return row.points.name(row.of.point); },
                    {},
                    "point"},
              Field{"values", "",
                    "What was varied: each parameter's value in its unit, a rule's rival, an "
                    "event's date.",
                    [](const PointRow& row) { return Settings{row.points.values(row.of.point)}; }},
              Field{"done", "replicates", "Replicates that were played to their end.",
                    [](const PointRow& row) { return row.of.done; }, told_by_replicates},
              Field{"failed", "replicates", "Replicates that failed.",
                    [](const PointRow& row) { return row.of.failed; }, told_by_replicates}};

}  // namespace tumen

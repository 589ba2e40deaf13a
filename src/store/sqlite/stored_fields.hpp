#pragma once
#include "base/rows/fields.hpp"
#include "experiment/replicate_fields.hpp"

/// What tables of results hold, in a results file and as CSV. In a file points and cities are
/// numbers; CSV has their names, and behind the point what sets it apart, a column each.
namespace tumen {

/// What begins a row of every table.
struct StoredPlace {
    std::string point;
    Settings values;
    std::uint32_t replicate = 0;
};

/// A day of a city; behind these columns stand those of all observables.
struct StoredDay : StoredPlace {
    std::string city;
    std::string date;
    std::int32_t day = 0;
};

struct StoredReplicate : StoredPlace {
    std::uint64_t seed = 0;
    Outcome outcome = Outcome::done;
    std::string reason;
    Hash hash;
    double seconds = 0;
};

struct StoredHeadline : StoredPlace {
    std::string_view id;
    double value = 0;
};

template <class Row>
inline constexpr auto place_fields =
    FieldList{Field{"point", "", "The point: a scenario, or what sets it apart.", &Row::point},
              Field{"values", "row", "What sets points apart, in a column each.", &Row::values}};

template <>
inline constexpr ResultKind result_kind<StoredDay> = {"stored day",
                                                      "A day of a city in a replicate, as CSV.",
                                                      "export",
                                                      "",
                                                      "",
                                                      "",
                                                      "point replicate city day",
                                                      {},
                                                      "daily"};
template <>
inline constexpr auto fields_of<StoredDay> =
    joined(place_fields<StoredDay>,
           FieldList{Field{"replicate", "",
                           "Which replicate, from 1; replicates of one number share their luck.",
                           &StoredDay::replicate},
                     Field{"city", "", "The city.", &StoredDay::city},
                     Field{"date", "", "The calendar day.", &StoredDay::date},
                     Field{"day", "days", "Days since the scenario's start.", &StoredDay::day}});

template <>
inline constexpr ResultKind result_kind<StoredReplicate> = {"stored replicate",
                                                            "What became of a replicate, as CSV.",
                                                            "export",
                                                            "",
                                                            "",
                                                            "",
                                                            "point replicate",
                                                            {},
                                                            "replicate"};
template <>
inline constexpr auto fields_of<StoredReplicate> = joined(
    place_fields<StoredReplicate>,
    FieldList{Field{"replicate", "", "Which replicate, from 1.", &StoredReplicate::replicate},
              Field{"seed", "", "The seed of all random draws.", &StoredReplicate::seed},
              Field{"status", "", "done or failed.", &StoredReplicate::outcome},
              Field{"reason", "", "Why it failed.", &StoredReplicate::reason},
              Field{"state_hash", "", "Of all days and the final state: equal for equal results.",
                    [](const StoredReplicate& row) { return hex(row.hash); }},
              Field{"seconds", "s", "Time it took.", &StoredReplicate::seconds}});

template <>
inline constexpr ResultKind result_kind<StoredHeadline> = {
    "stored headline",
    "One of the few numbers that a replicate comes to, as CSV.",
    "export",
    "",
    "",
    "",
    "point replicate id",
    {},
    "headline"};
template <>
inline constexpr auto fields_of<StoredHeadline> =
    joined(place_fields<StoredHeadline>,
           FieldList{Field{"replicate", "", "Which replicate, from 1.", &StoredHeadline::replicate},
                     Field{"id", "", "The headline.", &StoredHeadline::id},
                     Field{"value", "row", "What it came to; empty where there is none.",
                           &StoredHeadline::value}});

}  // namespace tumen

#pragma once
#include "app/session/output/teller.hpp"
#include "base/rows/fields.hpp"
#include "experiment/results.hpp"

/// What every answer to a command that plays says of itself, beside its rows.
namespace tumen {

struct PlayedRow {
    const Experiment& experiment;
    const app::Places& places;
};

template <>
inline constexpr ResultKind result_kind<PlayedRow> = {
    "played experiment",
    "What was played: of run, compare, sweep, sensitivity and calibrate, beside their rows.",
    "run",
    "{}",
    "",
    "",
    "name"};
template <>
inline constexpr auto fields_of<PlayedRow> =
    FieldList{Field{"name", "", "Of the experiment.",
                    [](const PlayedRow& row) -> const std::string& { return row.experiment.name; }},
              Field{"seed", "", "The seed of all random draws.",
                    [](const PlayedRow& row) { return row.experiment.seed; }},
              Field{"replicates", "replicates", "Replicates of each point that were asked for.",
                    [](const PlayedRow& row) { return row.experiment.replicates.size(); }},
              Field{"results", "", "The file of results.",
                    [](const PlayedRow& row) -> const std::string& { return row.places.results; }},
              Field{"report", "", "The report; empty where none was made.",
                    [](const PlayedRow& row) -> const std::string& { return row.places.report; }}};

}  // namespace tumen

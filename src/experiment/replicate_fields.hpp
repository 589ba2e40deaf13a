#pragma once
#include "base/rows/fields.hpp"
#include "experiment/results.hpp"

/// What is told of a replicate that was played, in every face.
namespace tumen {

constexpr std::string_view name_of(Outcome outcome) {
    return outcome == Outcome::done ? "done" : "failed";
}
template <>
inline constexpr std::optional<Outcome> last_of<Outcome> = Outcome::failed;

struct ReplicateRow {
    std::string scenario;
    std::uint32_t replicate = 0;
    Outcome outcome = Outcome::done;
    std::string reason;
    Hash hash;
    double seconds = 0;
};

inline ReplicateRow replicate_row(std::string scenario, const ReplicateResult& result) {
    return {std::move(scenario), result.replicate,  result.outcome,
            result.reason,       result.state_hash, result.seconds};
}

inline constexpr Without done_alone = {.command_line = "those that are done are listed",
                                       .page = "those that are done are listed"};

template <>
inline constexpr ResultKind result_kind<ReplicateRow> = {
    "replicate",
    "What became of a replicate, and what it came to in one number: played again it is the same.",
    "run",
    "replicate_hashes[]",
    "provenance.replicate_hashes[]",
    "Results.replicates",
    "replicate"};
template <>
inline constexpr auto fields_of<ReplicateRow> = FieldList{
    Field{"scenario", "", "The scenario; Python leaves it out where there is one.",
          &ReplicateRow::scenario,
          Without{.command_line = "the scenario that is told is listed",
                  .page = "the scenario that is told is listed"}},
    Field{"replicate", "", "Its number.", &ReplicateRow::replicate},
    Field{"status", "", "Whether it was played to its end.", &ReplicateRow::outcome, done_alone},
    Field{"reason", "", "Why it failed; empty where it did not.", &ReplicateRow::reason,
          done_alone},
    Field{"hash", "", "The hash of its state on the last day; empty where it failed.",
          [](const ReplicateRow& row) {
              return row.outcome == Outcome::done ? hex(row.hash) : std::string();
          }},
    Field{"seconds", "s", "How long it took.", &ReplicateRow::seconds,
          Without{.command_line = "it differs from play to play",
                  .page = "it differs from play to play"}}};

}  // namespace tumen

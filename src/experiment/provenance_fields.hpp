#pragma once
#include "base/rows/fields.hpp"
#include "experiment/provenance.hpp"

/// What is told of where results come from, in every face that tells it.
namespace tumen {

template <>
inline constexpr std::optional<Worktree> last_of<Worktree> = Worktree::unknown;

struct ProvenanceRow {
    const Provenance& of;
    std::string_view fingerprint;  // empty where nothing says it
};

template <>
inline constexpr ResultKind result_kind<ProvenanceRow> = {
    "provenance",
    "Which program played results, and what it was told.",
    "",
    "",
    "provenance",
    "Results.provenance",
    "parameter_hash"};
template <>
inline constexpr auto fields_of<ProvenanceRow> = FieldList{
    Field{"version", "", "The program's version.",
          [](const ProvenanceRow& row) -> const std::string& { return row.of.build.version; }},
    Field{"commit", "", "Its commit; empty where it was built outside a repository.",
          [](const ProvenanceRow& row) -> const std::string& { return row.of.build.commit; }},
    Field{"dirty",
          "",
          "Whether it was built from exactly that commit.",
          [](const ProvenanceRow& row) { return row.of.build.worktree; },
          {},
          "worktree"},
    Field{"compiler", "", "What compiled it.",
          [](const ProvenanceRow& row) -> const std::string& { return row.of.build.compiler; }},
    Field{"platform", "", "What it played on.",
          [](const ProvenanceRow& row) -> const std::string& { return row.of.build.platform; }},
    Field{"seed", "", "The luck, as text: a script's numbers end at 2^53.",
          [](const ProvenanceRow& row) { return std::to_string(row.of.seed); },
          Without{.python = "a number there"}},
    Field{"seed", "", "The luck.", [](const ProvenanceRow& row) { return row.of.seed; },
          Without{.page = "a text there"}},
    Field{"command", "", "What was typed.",
          [](const ProvenanceRow& row) -> const std::string& { return row.of.command; }},
    Field{"parameter_hash", "", "The hash of all values of the first point.",
          [](const ProvenanceRow& row) { return hex(row.of.parameter_hash); }},
    Field{"fingerprint", "", "Of the model that played; empty where the results do not say.",
          &ProvenanceRow::fingerprint, Without{.python = "`tumen info` says this program's"}},
    Field{"created", "", "When, in UTC.",
          [](const ProvenanceRow& row) -> const std::string& { return row.of.created; }}};

}  // namespace tumen

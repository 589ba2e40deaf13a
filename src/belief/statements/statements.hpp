#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/expected.hpp"
#include "base/interval.hpp"
#include "belief/making/making.hpp"
#include "belief/without_voice.hpp"

/// What can be said at all: sentences of evidence/statements.toml, each judged by the share of
/// draws in which it is true.
namespace tumen {

struct LedgerStatement {
    std::string id;
    std::string statement;
    std::string scenario;
    std::string against;
    std::string statistic;              // above 0 where it is true
    std::vector<std::string> patterns;  // that speak about it
    std::string built_in;               // why its sign is in a formula; empty where it is not
    std::string turns_on;               // the assumption that it turns on; may be empty
    std::vector<std::string> off;       // settings without its mechanism; may be empty
};

Expected<std::vector<LedgerStatement>, Diagnostic> read_statements(const ScenarioText& text);

/// The project's own, read once.
const std::vector<LedgerStatement>& ledger_statements();

/// Valid as long as the statement is.
Measurement measurement_of(const LedgerStatement& statement);
/// The same with its mechanism switched off.
Measurement switched_off(const LedgerStatement& statement);

/// Newsrooms and offices behind the patterns that it rests on, each once.
std::vector<std::string> voices_of(const LedgerStatement& statement);

/// The replicates that are played under one view: draws of a belief or a prior, or none.
struct View {
    std::string name;                       // "belief", "prior", "start"
    std::vector<ReplicateDraw> draws;       // empty at the starting values
    std::vector<std::uint32_t> replicates;  // in the order of the draws
    std::vector<std::uint32_t> families;    // by replicate: draws of one family lie near each other
};

/// A share of draws, of how many independent ones, and where it lies with 95 % on either side.
struct StatementShare {
    double share = 0;
    double effective = 0;
    Interval bounds;  // one-sided bounds of 95 % each (Wilson)
    double error = 0;
    std::size_t draws = 0;
    std::size_t without_value = 0;  // counted as not true
};

/// `in_favour` by draw: true, false, or nothing where there is no value.
StatementShare share_of(std::span<const std::optional<bool>> in_favour,
                        std::span<const std::uint32_t> families);
/// The same with draws that weigh what their family weighs; families without a weight count as 0.
StatementShare share_of(std::span<const std::optional<bool>> in_favour,
                        std::span<const std::uint32_t> families, const CandidateWeights& weights);

/// stands: above 0.95 with 95 %, whatever rival is taken, the others drawn; falls: its contrary
/// does, below 0.05.
enum class StatementVerdict : std::uint8_t { built_in, stands, falls, cannot_be_told };
std::string_view name_of(StatementVerdict verdict);

struct StatementUnderRule {
    std::string rule;
    std::string choice;
    StatementShare share;
    StatementShare others;  // of the draws with another choice for this rule
};

/// The share of the view's draws, weighed as if a voice had reported nothing.
struct StatementWithoutVoice {
    std::string voice;
    StatementShare share;
};

struct StatementResult {
    const LedgerStatement* statement = nullptr;
    StatementShare view;  // over the belief, or the prior where there is none
    StatementShare prior;
    StatementShare start;
    std::vector<StatementUnderRule> rules;       // of the view
    std::vector<StatementWithoutVoice> without;  // each of its voices that the view rests on
    StatementVerdict verdict = StatementVerdict::cannot_be_told;
    std::string turns_on;  // what the table names, or the one rival without which it would stand

    /// Whether most draws of the view say otherwise than most plays at the starting values.
    bool start_disagrees() const;
};

/// Judges a statement by its statistic's values, by replicate. `without` has what draws of the view
/// weigh without each voice.
StatementResult judge(const LedgerStatement& statement,
                      const std::map<std::uint32_t, std::optional<double>>& values,
                      const View& view, const View& prior, const View& start,
                      const std::map<std::string, CandidateWeights>& without = {});

}  // namespace tumen

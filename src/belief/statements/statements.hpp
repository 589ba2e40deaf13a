#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/expected.hpp"
#include "belief/making/making.hpp"
#include "belief/statements/judged_sign.hpp"

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

struct StatementResult : JudgedSign {
    const LedgerStatement* statement = nullptr;
};

/// Judges a statement by its statistic's values, by replicate. `without` has what draws of the view
/// weigh without each voice.
StatementResult judge(const LedgerStatement& statement,
                      const std::map<std::uint32_t, std::optional<double>>& values,
                      const View& view, const View& prior, const View& start,
                      const std::map<std::string, CandidateWeights>& without = {});

}  // namespace tumen

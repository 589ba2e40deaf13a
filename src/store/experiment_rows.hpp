#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "experiment/provenance.hpp"
#include "experiment/results.hpp"
#include "store/database.hpp"

/// The rows that say what was played and by what: everything but the replicates. All of it throws
/// Failure.
namespace tumen {

std::string_view name_of(ExperimentKind kind);

/// "1-64,70" for ascending numbers, and back; throws Failure for anything else or too many.
std::string ranges_text(const std::vector<std::uint32_t>& numbers);
std::vector<std::uint32_t> read_ranges(std::string_view text, const std::string& path);
inline constexpr std::size_t most_replicates = 4000000;  // of one experiment

/// The day as 2020-10-01, UTC: the second would tell when somebody worked.
std::string today();

void write_experiment(Database& database, const Experiment& experiment);

/// Adds a row unless the program has one already; the row's id.
std::int64_t write_provenance(Database& database, const Experiment& experiment, const Build& build);
std::vector<Provenance> read_provenance(Database& database);

/// What the file holds about its experiment.
struct StoredExperiment {
    Experiment experiment;
    std::vector<std::string> scenario_hashes;  // by point, as written
    std::vector<std::string> notes;  // where a stored scenario does not give its hash again
};
StoredExperiment read_experiment(Database& database);

/// The fingerprint of the model that played everything in the file; empty where it does not say.
std::string read_fingerprint(Database& database);

/// Widens the planned replicates of the file.
void write_replicate_plan(Database& database, const std::vector<std::uint32_t>& replicates);

}  // namespace tumen

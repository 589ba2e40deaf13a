#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "experiment/older.hpp"
#include "experiment/results.hpp"
#include "store/sqlite/database.hpp"

/// The rows that say what was played and by what: everything but the replicates. All of it throws
/// Failure.
namespace tumen {

std::string_view name_of(ExperimentKind kind);

/// "1-64,70" for ascending numbers, and back; throws Failure for anything else or too many.
std::string ranges_text(const std::vector<std::uint32_t>& numbers);
std::vector<std::uint32_t> read_ranges(std::string_view text, const std::string& path);
inline constexpr std::size_t most_replicates = 4000000;  // of one experiment

void write_experiment(Database& database, const Experiment& experiment);

/// What the file holds about its experiment.
struct StoredExperiment {
    Experiment experiment;
    std::vector<std::string> scenario_hashes;  // by point, as written
    std::optional<OlderResults> older;         // where an older version of the model played
    std::vector<std::string> notes;  // where a stored scenario does not give its hash again
};
StoredExperiment read_experiment(Database& database);

/// Titles, questions and labels of `wanted` in place of those that are stored; whether any is
/// another one. What is played stays.
bool mend_words(Database& database, const StoredExperiment& stored, const Experiment& wanted);

void rewrite_design(Database& database, const Design& design);
/// Design and points of `experiment` in place of those that are stored.
void rewrite_points(Database& database, const Experiment& experiment);

/// Widens the planned replicates of the file.
void write_replicate_plan(Database& database, const std::vector<std::uint32_t>& replicates);

}  // namespace tumen

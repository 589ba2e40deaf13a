#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "store/rows/point_rows.hpp"

/// The rows that say what was played and by what: everything but the points and the replicates. All
/// of it throws Failure.
namespace tumen {

std::string_view name_of(ExperimentKind kind);

/// "1-64,70" for ascending numbers, and back; throws Failure for anything else or too many.
std::string ranges_text(const std::vector<std::uint32_t>& numbers);
std::vector<std::uint32_t> read_ranges(std::string_view text, const std::string& path);
inline constexpr std::size_t most_replicates = 4000000;  // of one experiment

void write_experiment(Database& database, const Experiment& experiment);

StoredExperiment read_experiment(Database& database);

void rewrite_design(Database& database, const Design& design);
/// Design and points of `experiment` in place of those that are stored.
void rewrite_points(Database& database, const Experiment& experiment);

/// Widens the planned replicates of the file.
void write_replicate_plan(Database& database, const std::vector<std::uint32_t>& replicates);

}  // namespace tumen

#pragma once
#include <vector>

#include "experiment/results.hpp"
#include "store/sqlite/database.hpp"

/// The rows that hold what is drawn for replicates: parameters and rival rules. All of it throws
/// Failure.
namespace tumen {

/// Adds what is not there; a replicate that has another draw already is an error.
void add_draws(Database& database, const std::vector<ReplicateDraw>& draws);
std::vector<ReplicateDraw> read_draws(Database& database);

}  // namespace tumen

#pragma once
#include <vector>

#include "experiment/results.hpp"
#include "store/database.hpp"

/// The rows that hold parameters drawn for replicates. All of it throws Failure.
namespace tumen {

/// Adds what is not there; a replicate that has other parameters already is an error.
void add_draws(Database& database, const std::vector<ReplicateDraw>& draws);
std::vector<ReplicateDraw> read_draws(Database& database);

}  // namespace tumen

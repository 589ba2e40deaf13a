#pragma once
#include "experiment/results.hpp"
#include "store/database.hpp"

namespace tumen {

/// Judges the patterns on the replicates that the file holds and writes what came of it, in place
/// of what was there. Throws Failure.
void write_patterns(Database& database, const Experiment& experiment);

}  // namespace tumen

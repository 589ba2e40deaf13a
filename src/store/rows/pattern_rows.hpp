#pragma once
#include <string>
#include <vector>

#include "experiment/results.hpp"
#include "store/sqlite/database.hpp"

namespace tumen {

/// Judges the patterns on the replicates that the file holds and writes what came of it, in place
/// of what was there. Throws Failure.
void write_patterns(Database& database, const Experiment& experiment);

/// Patterns of which the file says something else than its replicates come to, by rules and id;
/// patterns that only the file or this program knows are let be. Throws Failure.
std::vector<std::string> wrong_patterns(Database& database, const Experiment& experiment);

}  // namespace tumen

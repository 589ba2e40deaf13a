#pragma once
#include <optional>
#include <string>
#include <vector>

#include "experiment/extension.hpp"
#include "experiment/older.hpp"
#include "experiment/results.hpp"
#include "store/sqlite/database.hpp"

/// The rows that say which scenarios were played, point by point. All of it throws Failure.
namespace tumen {

/// What the file holds about its experiment.
struct StoredExperiment {
    Experiment experiment;
    OtherHashes other_hashes;
    std::optional<OlderResults> older;  // where an older version of the model played
    std::vector<std::string> notes;     // where a stored scenario does not give its hash again
};

void write_points(Database& database, const Experiment& experiment);
/// Reads them into `result`, of which nothing else is asked but whether it is older.
void read_points(Database& database, StoredExperiment& result);

/// Titles, questions and labels of `wanted` in place of those that are stored; whether any is
/// another one. What is played stays.
bool mend_words(Database& database, const StoredExperiment& stored, const Experiment& wanted);

}  // namespace tumen

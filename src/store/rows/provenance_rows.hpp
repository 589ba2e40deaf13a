#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "experiment/provenance.hpp"
#include "experiment/results.hpp"
#include "store/sqlite/database.hpp"

/// The rows that say which program, and which model, wrote a file. All of it throws Failure.
namespace tumen {

/// The row of table meta that names the model.
inline constexpr std::string_view fingerprint_key = "model_fingerprint";

/// The day as 2020-10-01, UTC: the second would tell when somebody worked.
std::string today();

/// Adds a row unless the program has one already; the row's id.
std::int64_t write_provenance(Database& database, const Experiment& experiment, const Build& build);
/// What the program with that id was asked for last, as it asked for more than before.
void set_command(Database& database, std::int64_t id, const std::string& command);
std::vector<Provenance> read_provenance(Database& database);

/// The fingerprint of the model that played everything in the file; empty where it does not say.
std::string read_fingerprint(Database& database);

}  // namespace tumen

#pragma once
#include <optional>
#include <string_view>

#include "experiment/results.hpp"
#include "store/sqlite/database.hpp"

/// The rows that say how points were chosen. All of it throws Failure.
namespace tumen {

std::string_view name_of(Days days);
Days read_days(Database& database);

void write_design(Database& database, const Design& design);
/// Nothing where the points are not those of a design.
std::optional<Design> read_design(Database& database);

}  // namespace tumen

#pragma once
#include <string>

#include "store/reader.hpp"
#include "store/store.hpp"

namespace tumen::app {

/// Writes the report of stored results. What goes wrong ends the command.
void make_report(ResultReader& results, const std::string& path, Overwrite overwrite);

}  // namespace tumen::app

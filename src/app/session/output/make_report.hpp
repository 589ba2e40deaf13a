#pragma once
#include <optional>
#include <string>

#include "app/cli/terminal/terminal.hpp"
#include "report/report.hpp"
#include "store/reader.hpp"
#include "store/store.hpp"

namespace tumen::app {

/// What a report is made of beside the replicates.
ReportRequest report_request(const ResultReader& results);

/// Says first what was asked for and what of it is there, and why this program plays another model.
void tell_extent(const ResultReader& results, Terminal& terminal);

/// Writes the report of stored results, of which `plays` may have been gathered before. What goes
/// wrong ends the command.
void make_report(ResultReader& results, const std::string& path, Overwrite overwrite,
                 std::optional<ReportPlays> plays = {});

}  // namespace tumen::app

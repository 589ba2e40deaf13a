#pragma once
#include <functional>
#include <string>

#include "base/diagnostic.hpp"
#include "base/expected.hpp"
#include "calibration/source.hpp"
#include "report/parts/request.hpp"

/// From stored results to the one HTML file that anyone can read: the data of the page, and the
/// page.
namespace tumen {

/// Somebody else who wants to know of each replicate as it is read.
using Hear = std::function<void(const ReplicateResult&)>;

/// The page's data as JSON: quantiles over replicates, seeds and hashes, never the days of every
/// replicate. Reads the replicates one after the other. An error where a replicate cannot be read,
/// or none is done.
Expected<std::string, Diagnostic> report_json(CalibrationSource& results,
                                              const ReportRequest& request, const Hear& hear = {});

/// The same as a page (report/page.hpp).
Expected<std::string, Diagnostic> report_page(CalibrationSource& results,
                                              const ReportRequest& request, const Hear& hear = {});

}  // namespace tumen

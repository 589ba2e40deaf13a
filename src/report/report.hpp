#pragma once
#include <cstdint>
#include <span>
#include <string>

#include "base/diagnostic.hpp"
#include "base/expected.hpp"
#include "calibration/source.hpp"
#include "experiment/older.hpp"
#include "experiment/provenance.hpp"

/// From stored results to the one HTML file that anyone can read: the data of the page, and the
/// page.
namespace tumen {

struct ReportRequest {
    std::uint32_t point = 0;  // the scenario the report is about
    Provenance provenance;
    std::string fingerprint = {};         // of the model that played; empty where nobody says
    std::size_t failures = 0;             // of the replicates of all points
    const OlderResults* older = nullptr;  // where an older version of the model played
};

/// The page's data as JSON: quantiles over replicates, seeds and hashes, never the days of every
/// replicate. Reads the replicates one after the other. An error where a replicate cannot be read,
/// or none is done.
Expected<std::string, Diagnostic> report_json(CalibrationSource& results,
                                              const ReportRequest& request);

/// The same as a page (report/page.hpp).
Expected<std::string, Diagnostic> report_page(CalibrationSource& results,
                                              const ReportRequest& request);

}  // namespace tumen

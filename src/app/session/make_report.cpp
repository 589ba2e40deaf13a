#include "app/session/make_report.hpp"

#include "app/cli/files.hpp"
#include "app/cli/stop.hpp"
#include "report/report.hpp"

namespace tumen::app {

void make_report(ResultReader& results, const std::string& path, Overwrite overwrite) {
    const ReportRequest request{0, results.provenance().front()};
    write_file(path, value_or_stop(report_page(results, request)), overwrite);
}

}  // namespace tumen::app

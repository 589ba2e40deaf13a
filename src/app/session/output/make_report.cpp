#include "app/session/output/make_report.hpp"

#include "app/cli/command/output_files.hpp"
#include "app/cli/command/stop.hpp"
#include "experiment/extent.hpp"
#include "report/report.hpp"

namespace tumen::app {

ReportRequest report_request(const ResultReader& results) {
    return {0, results.provenance().front(), results.fingerprint(), results.failures(),
            results.older()};
}

void tell_extent(const ResultReader& results, Terminal& terminal) {
    terminal.say(extent_text(extent_of(results, results.failures())));
    for (const std::string& note : results.notes())
        terminal.say("Note: " + note + ".");
}

void make_report(ResultReader& results, const std::string& path, Overwrite overwrite,
                 std::optional<ReportPlays> plays) {
    const ReportRequest request = report_request(results);
    if (!plays) plays.emplace(value_or_stop(read_plays(results, request)));
    write_file(path, value_or_stop(report_page(results, request, *std::move(plays))), overwrite);
}

}  // namespace tumen::app

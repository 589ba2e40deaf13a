#include <iostream>

#include "app/cli/command/command_list.hpp"
#include "app/cli/command/output_files.hpp"
#include "app/cli/command/shared_options.hpp"
#include "app/cli/command/stop.hpp"
#include "app/session/output/make_report.hpp"
#include "base/text.hpp"
#include "report/report.hpp"

namespace tumen::app {

namespace {

ExitCode carry_out_report(const Arguments& arguments, Terminal& terminal) {
    const std::string path = arguments.text_or("RESULTS", "");
    auto results = value_or_stop(ResultReader::open(path));
    tell_extent(*results, terminal);
    if (arguments.has("--json")) {
        terminal.exact(value_or_stop(report_json(*results, report_request(*results))) + "\n");
        return ExitCode::done;
    }
    const std::string report = arguments.text_or("--out", with_ending(path, ".html"));
    if (report == "-") {
        std::cout << value_or_stop(report_page(*results, report_request(*results)));
        std::cout.flush();
        return ExitCode::done;
    }
    if (report == path)
        usage_error("--out " + printable(report), "these are the results; a report ends in .html");
    if (!report.ends_with(".html") && !report.ends_with(".htm"))
        usage_error("--out " + report, "a report is a page for a browser: its name ends in .html");
    make_report(*results, report,
                arguments.has("--force") ? Overwrite::replace : Overwrite::refuse);
    terminal.exact(report + "\n");
    if (arguments.has("--open") && open_in_browser(report) == Opened::no) {
        terminal.say("No browser could be opened; the report is " + report);
    }
    return ExitCode::done;
}

constexpr Positional report_positionals[] = {
    {"RESULTS", "Results file that `tumen run` wrote", Arity::one}};
constexpr Option report_options[] = {
    shared("--out", "Where the report goes (beside the results); - is the standard output"),
    shared("--json", "The data of the report as JSON, to stdout"),
    shared("--force", "Replace a report that is there"),
    shared("--open"),
};

}  // namespace

const Command report_command = {"report", "Make the report of stored results", report_positionals,
                                report_options, carry_out_report};

}  // namespace tumen::app

#include <array>
#include <iostream>

#include "app/cli/command/command_list.hpp"
#include "app/cli/command/output_files.hpp"
#include "app/cli/command/python_package.hpp"
#include "app/cli/command/shared_options.hpp"
#include "app/cli/command/stop.hpp"
#include "app/cli/terminal/json.hpp"
#include "app/session/output/make_report.hpp"
#include "base/text.hpp"
#include "store/export.hpp"

namespace tumen::app {

namespace {

CsvTable table_of(const std::string& name) {
    constexpr std::array tables = {CsvTable::daily, CsvTable::replicate, CsvTable::headline,
                                   CsvTable::columns};
    for (const CsvTable table : tables) {
        if (name_of(table) == name) return table;
    }
    usage_error("--table " + printable(name, 60), "expected daily, replicate, headline or columns");
}

ExitCode export_folder(ResultReader& results, const std::string& folder, const Arguments& arguments,
                       Terminal& terminal) {
    const Overwrite overwrite = arguments.has("--force") ? Overwrite::replace : Overwrite::refuse;
    const std::vector<std::string> paths = value_or_stop(export_csv(results, folder, overwrite));
    if (arguments.has("--json")) {
        print_json({{"files", paths}}, terminal);
    } else {
        for (const std::string& path : paths)
            terminal.exact(path + "\n");
    }
    return ExitCode::done;
}

/// Forms that libraries of Python write.
constexpr std::array<std::string_view, 3> python_forms = {"--parquet", "--arrow", "--xlsx"};

/// Where one of them is asked for, Python writes it and this program ends.
void export_by_python(const std::string& path, const Arguments& arguments) {
    std::vector<std::string> words = {"export"};
    for (const std::string_view form : python_forms) {
        if (const auto file = arguments.text(form))
            words.push_back(fmt::format("{}={}", form, *file));
    }
    if (words.size() == 1) return;
    for (const std::string_view other : {"--csv", "--out", "--table", "--force", "--json"}) {
        if (arguments.has(other))
            usage_error(fmt::format("{} belongs to CSV alone", other),
                        other == "--force" ? "remove the file that is there, or name another one"
                                           : "export CSV by a call of its own");
    }
    words.insert(words.end(), {"--", path});
    hand_over_to_python(words);
}

ExitCode carry_out_export(const Arguments& arguments, Terminal& terminal) {
    const std::string path = arguments.text_or("RESULTS", "");
    export_by_python(path, arguments);
    const std::optional<std::string> table = arguments.text("--table");
    // (Before the file is opened, so that a wrong name is the first thing said.)
    const CsvTable wanted = table_of(table.value_or("daily"));
    auto results = value_or_stop(ResultReader::open(path));
    tell_extent(*results, terminal);
    if (!table) {
        return export_folder(*results, arguments.text_or("--out", with_ending(path, "") + "-csv"),
                             arguments, terminal);
    }
    if (const auto problem = write_csv(*results, wanted, std::cout))
        stop(ExitCode::failed, *problem);
    std::cout.flush();
    return ExitCode::done;
}

constexpr Positional export_positionals[] = {
    {"RESULTS", "Results file that `tumen run` wrote", Arity::one}};
constexpr Option export_options[] = {
    {"--csv", "",
     "As CSV: daily, replicate, headline and a table of their columns (what is written where "
     "nothing is said)",
     OptionKind::flag},
    {"--parquet", "FILE", "The days as Parquet (by the Python package, with pyarrow)",
     OptionKind::value},
    {"--arrow", "FILE", "The days as Arrow's file format (by the Python package)",
     OptionKind::value},
    {"--xlsx", "FILE", "A workbook with a sheet for each table (by the Python package)",
     OptionKind::value},
    {"--out", "FOLDER", "Where the files go (RESULTS-csv)", OptionKind::value},
    {"--table", "NAME", "One table to stdout: daily, replicate, headline or columns",
     OptionKind::value},
    shared("--force", "Replace CSV files that are there"),
    shared("--json", "The paths as JSON"),
};

}  // namespace

const Command export_command = {"export",
                                "Write stored results as CSV, Parquet, Arrow or a workbook",
                                export_positionals, export_options, carry_out_export};

}  // namespace tumen::app

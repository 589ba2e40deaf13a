#include <unistd.h>

#include <cstdlib>

#include "app/cli/command/command_list.hpp"
#include "app/cli/command/python_package.hpp"
#include "app/cli/command/stop.hpp"

namespace tumen::app {

namespace {

/// The program that runs, for the page that it writes into the folder.
void name_this_program() {
    std::string path(4096, '\0');
    const ssize_t length = readlink("/proc/self/exe", path.data(), path.size());
    if (length > 0) setenv("TUMEN", path.substr(0, static_cast<std::size_t>(length)).c_str(), 0);
}

ExitCode carry_out_package(const Arguments& arguments, Terminal&) {
    const auto results = arguments.text("RESULTS");
    const auto out = arguments.text("--out");
    if (!out) usage_error("package needs --out FOLDER", "name the folder to write");
    if (results.has_value() == arguments.has("--program"))
        usage_error("package takes a results file, or --program", "name one of them");
    std::vector<std::string> words = {"package", "--out=" + *out};
    if (const auto clone = arguments.text("--clone")) words.push_back("--clone=" + *clone);
    if (results) {
        words.insert(words.end(), {"--", *results});
    } else {
        name_this_program();
        words.emplace_back("--program");
    }
    hand_over_to_python(words);
}

constexpr Positional package_positionals[] = {{"RESULTS", "Results file to pack", Arity::optional}};
constexpr Option package_options[] = {
    {"--program", "", "Pack the model itself in place of results", OptionKind::flag},
    {"--out", "FOLDER", "Folder to write, which must not be there", OptionKind::value},
    {"--clone", "FOLDER",
     "A clone of Tumen: its source, and ODD+D and TRACE as docx and PDF, go in besides",
     OptionKind::value},
};

}  // namespace

const Command package_command = {
    "package", "Write a folder for an archive, with its metadata (by the Python package)",
    package_positionals, package_options, carry_out_package};

}  // namespace tumen::app

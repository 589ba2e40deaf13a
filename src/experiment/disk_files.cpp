#include "experiment/disk_files.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>
#include <mutex>

#include "base/text.hpp"

namespace tumen {

namespace {

namespace fs = std::filesystem;

const std::string standard_input = "/dev/stdin";

Diagnostic about(const std::string& path, std::string problem, std::string reason = {},
                 std::string suggestion = {}) {
    Diagnostic diagnostic;
    diagnostic.file = path;
    diagnostic.problem = std::move(problem);
    diagnostic.reason = std::move(reason);
    diagnostic.suggestion = std::move(suggestion);
    return diagnostic;
}

bool is_file(const fs::path& path) {
    std::error_code ignored;
    return fs::is_regular_file(path, ignored);
}

/// The files *.toml of a folder, without the ending; none where it cannot be read.
std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code failure;
    for (fs::directory_iterator at(folder, failure), end; !failure && at != end;
         at.increment(failure)) {
        if (at->path().extension() == ".toml") names.push_back(at->path().stem().string());
        if (names.size() >= 1000) break;  // only for suggestions
    }
    std::sort(names.begin(), names.end());
    return names;
}

/// Whether a file of the folder is a link to a place outside: what a stranger packed into the
/// folder must not read what is not in it.
bool leads_out(const fs::path& folder, const fs::path& file) {
    std::error_code failure;
    const fs::path real = fs::canonical(file, failure);
    if (failure) return true;
    return real.parent_path() != fs::canonical(folder.empty() ? "." : folder, failure) || failure;
}

Diagnostic missing(const std::string& path) {
    const fs::path file(path);
    const std::vector<std::string> names =
        names_in(file.has_parent_path() ? file.parent_path() : ".");
    const std::vector<std::string_view> candidates(names.begin(), names.end());
    const auto near = did_you_mean(file.stem().string(), candidates);
    if (near) {
        const fs::path nearest = file.parent_path() / (std::string(*near) + ".toml");
        return about(path, "there is no such file", "", "did you mean " + nearest.string() + "?");
    }
    std::string carried;
    for (const std::string& name : EmbeddedFiles().names(Place::embedded))
        carried += " " + name;
    return about(path, "there is no such file", "", "the program itself carries" + carried);
}

Expected<ScenarioText, Diagnostic> read_stream(const std::string& path) {
    errno = 0;
    std::ifstream file(path, std::ios::binary);
    if (!file) return about(path, "cannot read this file", errno != 0 ? std::strerror(errno) : "");
    std::string text(scenario_limits.file_bytes + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (file.bad()) return about(path, "cannot read this file", "reading broke off");
    text.resize(static_cast<std::size_t>(file.gcount()));
    if (text.size() > scenario_limits.file_bytes) {
        return about(path, "the file is larger than 1 MiB",
                     "a scenario is a page of text; the limit is 1,048,576 bytes");
    }
    return ScenarioText{fs::path(path).stem().string(), path, std::move(text), Place::folder};
}

bool is_pipe(const std::string& path) {
    std::error_code ignored;
    const fs::file_status status = fs::status(path, ignored);
    return fs::is_fifo(status) || path == standard_input;
}

/// What comes through a pipe can be read once, and a scenario is read once for each point: it is
/// kept for as long as the process lives.
Expected<ScenarioText, Diagnostic> read_pipe(const std::string& path) {
    static std::mutex access;
    static std::map<std::string, Expected<ScenarioText, Diagnostic>> read;
    const std::lock_guard lock(access);
    const auto there = read.find(path);
    if (there != read.end()) return there->second;
    return read.emplace(path, read_stream(path)).first->second;
}

bool is_path(const std::string& argument) {
    return argument.find('/') != argument.npos || argument.ends_with(".toml");
}

}  // namespace

Expected<ScenarioText, Diagnostic> read_scenario_file(const std::string& path) {
    std::error_code failure;
    const fs::file_status status = fs::status(path, failure);
    if (status.type() == fs::file_type::not_found) return missing(path);
    if (fs::is_directory(status)) {
        return about(path, "this is a directory", "a scenario is a file",
                     "name a .toml file in it");
    }
    // (A device could give for ever.)
    if (!fs::is_regular_file(status)) return about(path, "this is not an ordinary file");
    return read_stream(path);
}

Expected<ScenarioText, Diagnostic> FolderFiles::read(std::string_view name, Place from) const {
    const fs::path path = fs::path(folder_) / (std::string(name) + ".toml");
    if (from == Place::folder && is_file(path)) {
        if (leads_out(folder_, path)) {
            return about(path.string(), "this is a link that leads out of its folder",
                         "a scenario extends what lies beside it, and nothing else",
                         "put a copy beside the scenario that extends it");
        }
        return read_scenario_file(path.string());
    }
    auto embedded = EmbeddedFiles().read(name, from);
    if (embedded) return embedded;
    return no_such_scenario(name, names(from));
}

std::vector<std::string> FolderFiles::names(Place from) const {
    std::vector<std::string> all = EmbeddedFiles().names(from);
    if (from == Place::embedded) return all;
    const std::vector<std::string> here = names_in(folder_.empty() ? "." : folder_);
    all.insert(all.end(), here.begin(), here.end());
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

Expected<Scenario, Diagnostics> load_scenario(const std::string& given,
                                              const ReadOptions& options) {
    const std::string argument = given == "-" ? standard_input : given;
    const EmbeddedFiles embedded;
    if (!is_path(argument)) {
        const auto text = embedded.read(argument, Place::embedded);
        if (text) return read_scenario(*text, embedded, options);
        std::error_code ignored;
        if (!fs::exists(argument, ignored)) {
            Diagnostic diagnostic = text.error();
            if (is_file(argument + ".toml")) {
                diagnostic.suggestion = "a file is named in full: " + printable(argument) + ".toml";
            }
            return Diagnostics{diagnostic};
        }
    }
    const bool piped = is_pipe(argument);
    const auto text = piped ? read_pipe(argument) : read_scenario_file(argument);
    if (!text) return Diagnostics{text.error()};
    // (What comes through a pipe stands in no folder: it may extend what lies here.)
    const std::string folder = piped ? "" : fs::path(argument).parent_path().string();
    return read_scenario(*text, FolderFiles(folder), options);
}

std::string shadowed_name(const std::string& argument, const Scenario& scenario) {
    const auto is_carried = [](const std::string& name) {
        return static_cast<bool>(EmbeddedFiles().read(name, Place::embedded));
    };
    if (!is_path(argument)) {
        if (!is_carried(argument) || !is_file(argument + ".toml")) return "";
        return printable(argument) +
               " is the scenario that the program carries; the file here is " +
               printable(argument) + ".toml";
    }
    for (const std::string& name : scenario.extends) {
        const fs::path file = fs::path(argument).parent_path() / (name + ".toml");
        if (!is_carried(name) || !is_file(file)) continue;
        return "it extends " + printable(file.string()) +
               ", which lies beside it, and not the scenario of that name that the program carries";
    }
    return "";
}

}  // namespace tumen

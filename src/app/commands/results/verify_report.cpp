#include "app/commands/results/verify_report.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "app/cli/command/build_info.hpp"
#include "app/cli/command/stop.hpp"
#include "app/cli/terminal/json.hpp"
#include "app/session/request/run_request.hpp"
#include "base/text.hpp"
#include "report/again.hpp"
#include "report/page.hpp"
#include "report/report.hpp"
#include "scenario/fingerprint/fingerprint.hpp"
#include "store/reader.hpp"

namespace tumen::app {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t largest_page = 256u << 20;  // [bytes]

/// A folder for the results that are played again; gone at the end.
class ScratchFolder {
  public:
    ScratchFolder() : path_((fs::temp_directory_path() / "tumen-verify-XXXXXX").string()) {
        if (mkdtemp(path_.data()) == nullptr)
            stop(ExitCode::failed, trouble("there is no room to play again", std::strerror(errno),
                                           "set TMPDIR to a folder that can be written"));
    }
    ~ScratchFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    std::string results() const { return path_ + "/again.sqlite"; }

  private:
    std::string path_;
};

std::string read_whole(const std::string& path) {
    std::error_code failure;
    if (fs::is_regular_file(path, failure) && fs::file_size(path, failure) > largest_page)
        stop(ExitCode::failed, trouble(path + " is too large for a report"));
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        stop(ExitCode::failed, trouble(path + " cannot be read", std::strerror(errno)));
    }
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Everything that was there when the report was made, played again into `results`.
ExitCode play_again(const PageToVerify& page, const std::string& results, Session& session) {
    const Experiment& experiment = page.again.experiment;
    auto store =
        value_or_stop(ResultStore::create(results, experiment, this_build(), Overwrite::refuse));
    const DoneSet missing(page.again.missing);
    const Summary summary =
        session.play(experiment, missing, playing_options(session.arguments()), *store);
    if (!page.stopped.empty()) store->note_stopped(page.stopped);
    if (const auto problem = store->close()) stop(ExitCode::failed, *problem);
    return summary.left > 0 ? ExitCode::interrupted : ExitCode::done;
}

struct Findings {
    std::size_t replayed = 0;
    std::vector<std::string> differences;  // of the data
    bool same_page = false;
};

Json findings_json(const Findings& found) {
    return {{"replayed", found.replayed},
            {"differences", found.differences},
            {"same_page", found.same_page}};
}

void tell(const Findings& found, Terminal& terminal) {
    terminal.data(fmt::format("Replayed: {}, from what the page carries.\n",
                              counted(found.replayed, "replicate")));
    if (found.differences.empty()) {
        terminal.data("Recomputed: every sentence, number and table of the page is the same.\n");
    } else {
        terminal.data(
            "Recomputed: this page does not say what the model gives (page and again):\n");
        for (const std::string& difference : found.differences)
            terminal.data("  " + difference + "\n");
        if (found.differences.size() == most_listed) terminal.data("  and more\n");
    }
    terminal.data(found.same_page ? "Compared: the page made again is equal, byte for byte.\n"
                                  : "Compared: the page made again is not equal, byte for byte.\n");
    terminal.data(
        "Not looked at: what the page says of the program, command and day that made the "
        "results.\n");
}

}  // namespace

bool is_report(const std::string& path) {
    return path.ends_with(".html") || path.ends_with(".htm");
}

ExitCode verify_report(const std::string& path, Session& session) {
    const std::string html = read_whole(path);
    const PageToVerify page = value_or_stop(read_page(html));
    if (page.fingerprint != model_fingerprint()) {
        stop(ExitCode::difference,
             trouble("the report is of another model",
                     "it says " + printable(page.fingerprint, 40) + ", this program has " +
                         model_fingerprint(),
                     "verify it with version " + printable(page.provenance.build.version, 40) +
                         ", commit " + printable(page.provenance.build.commit, 40)));
    }
    const ScratchFolder folder;
    if (play_again(page, folder.results(), session) != ExitCode::done) return ExitCode::interrupted;
    auto again = value_or_stop(ResultReader::open(folder.results()));
    const std::string data = value_or_stop(
        report_json(*again, {0, page.provenance, page.fingerprint, again->failures(), nullptr}));
    Findings found;
    found.replayed = again->replicates().size();
    if (embeddable(data) != page.data)
        found.differences = data_differences(page.data, data, most_listed);
    found.same_page = render_page(data) == html;
    Terminal& terminal = session.terminal();
    if (session.arguments().has("--json")) {
        print_json(findings_json(found), terminal);
    } else {
        tell(found, terminal);
    }
    if (found.same_page) return ExitCode::done;
    if (found.differences.empty()) {
        terminal.say(
            "The page around the data is not that of this program: another version made "
            "it, or it was altered. Read the data in a report that you make yourself.");
    }
    return ExitCode::difference;
}

}  // namespace tumen::app

#include "app/dry_run.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "app/build_info.hpp"
#include "app/json.hpp"
#include "app/progress.hpp"
#include "app/signals.hpp"
#include "app/stop.hpp"

namespace tumen::app {

namespace {

namespace fs = std::filesystem;

/// A folder that goes when it is done with.
class OwnFolder {
  public:
    OwnFolder() {
        std::string name = (fs::temp_directory_path() / "tumen-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) {
            stop(ExitCode::failed, trouble("no temporary folder can be made", name));
        }
        path_ = name;
    }
    OwnFolder(const OwnFolder&) = delete;
    OwnFolder& operator=(const OwnFolder&) = delete;
    ~OwnFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    const fs::path& path() const { return path_; }

  private:
    fs::path path_;
};

struct Measured {
    double seconds;  // of processor work
    double bytes;
};

/// One replicate of one point, as it would be played.
Measured measure(const RunRequest& request) {
    const OwnFolder folder;
    const std::string path = (folder.path() / "one.sqlite").string();
    Experiment one = request.experiment;
    one.replicates.resize(1);
    one.points.resize(1);
    auto store = value_or_stop(ResultStore::create(path, one, this_build(), Overwrite::refuse));
    EnsembleOptions options = request.playing;
    options.stop = &stop_on_signals();
    const Summary summary = value_or_stop(play_experiment(one, {}, options, *store));
    if (const auto problem = store->close()) stop(ExitCode::failed, *problem);
    if (summary.interrupted == Answer::yes) stop(ExitCode::interrupted, trouble("interrupted"));
    if (summary.failed > 0) stop(ExitCode::some_replicates_failed, trouble("the replicate failed"));
    auto stored = value_or_stop(ResultReader::open(path));
    const ReplicateResult result = value_or_stop(stored->read({one.replicates.front(), 0}));
    return {result.seconds, static_cast<double>(fs::file_size(path))};
}

}  // namespace

ExitCode dry_run(const RunRequest& request, Format format, Terminal& terminal) {
    const Measured one = measure(request);
    const Experiment& experiment = request.experiment;
    const double runs =
        static_cast<double>(experiment.replicates.size() * experiment.points.size());
    const double seconds = one.seconds * runs / static_cast<double>(request.playing.threads);
    const double bytes = one.bytes * runs;
    if (format == Format::json) {
        print_json({{"replicates", runs},
                    {"threads", request.playing.threads},
                    {"seconds_a_replicate", one.seconds},
                    {"bytes_a_replicate", one.bytes},
                    {"seconds", seconds},
                    {"bytes", bytes}},
                   terminal);
        return ExitCode::done;
    }
    terminal.data(fmt::format(
        "One replicate takes {} of one processor and {} of disk; {} on {} threads would "
        "take about {} and {}.\nNothing was kept.\n",
        duration_text(one.seconds), size_text(one.bytes), runs, request.playing.threads,
        duration_text(seconds), size_text(bytes)));
    return ExitCode::done;
}

}  // namespace tumen::app

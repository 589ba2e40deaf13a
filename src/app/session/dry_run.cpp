#include "app/session/dry_run.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "app/cli/build_info.hpp"
#include "app/cli/json.hpp"
#include "app/cli/signals.hpp"
#include "app/cli/stop.hpp"
#include "app/session/progress.hpp"

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

/// The one result that is played, in memory.
class OneResult final : public ResultSink {
  public:
    void accept(ReplicateResult result) override { result_ = std::move(result); }
    const ReplicateResult& result() const { return result_; }

  private:
    ReplicateResult result_;
};

/// One replicate of one point, as it would be played.
ReplicateResult played(const RunRequest& request) {
    Experiment one = request.experiment;
    one.replicates.resize(1);
    one.points.resize(1);
    EnsembleOptions options = request.playing;
    options.stop = &stop_on_signals();
    OneResult sink;
    const Summary summary = value_or_stop(play_experiment(one, {}, options, sink));
    if (summary.interrupted == Answer::yes) stop(ExitCode::interrupted, trouble("interrupted"));
    if (summary.failed > 0) stop(ExitCode::some_replicates_failed, trouble("the replicate failed"));
    return sink.result();
}

/// Size of a results file of the whole experiment that holds the first `copies` replicates, each
/// the same.
double size_with(const Experiment& experiment, const ReplicateResult& result, std::size_t copies) {
    const OwnFolder folder;
    const std::string path = (folder.path() / "size.sqlite").string();
    auto store =
        value_or_stop(ResultStore::create(path, experiment, this_build(), Overwrite::refuse));
    const std::size_t points = experiment.points.size();
    for (std::size_t i = 0; i < copies; ++i) {
        ReplicateResult copy = result;
        copy.replicate = experiment.replicates[i / points];
        copy.point = static_cast<std::uint32_t>(i % points);
        store->accept(std::move(copy));
    }
    if (const auto problem = store->close()) stop(ExitCode::failed, *problem);
    return static_cast<double>(fs::file_size(path));
}

struct Disk {
    double begun;      // [bytes] of a file with no replicate
    double replicate;  // [bytes] a replicate adds to it
};

/// What is stored once, such as the scenarios, is told from what each replicate adds. A replicate
/// without days takes less than the pages in which a file grows: of small ones many are stored.
Disk disk_of(const Experiment& experiment, const ReplicateResult& result) {
    constexpr double enough = 1e6;  // [bytes] to tell one replicate's part from
    constexpr double most_copies = 256;
    const auto runs = static_cast<double>(experiment.replicates.size() * experiment.points.size());
    const double begun = size_with(experiment, result, 0);
    const double one = size_with(experiment, result, 1) - begun;
    const double wanted = one > 0 ? std::clamp(enough / one, 1.0, most_copies) : most_copies;
    const auto copies = static_cast<std::size_t>(std::min(wanted, runs));
    const double more = size_with(experiment, result, copies) - begun;
    return {begun, more / static_cast<double>(copies)};
}

}  // namespace

ExitCode dry_run(const RunRequest& request, Format format, Terminal& terminal) {
    const Experiment& experiment = request.experiment;
    const ReplicateResult one = played(request);
    const Disk disk = disk_of(experiment, one);
    const double runs =
        static_cast<double>(experiment.replicates.size() * experiment.points.size());
    const double seconds = one.seconds * runs / static_cast<double>(request.playing.threads);
    const double bytes = disk.begun + disk.replicate * runs;
    if (format == Format::json) {
        print_json({{"replicates", runs},
                    {"threads", request.playing.threads},
                    {"seconds_a_replicate", one.seconds},
                    {"bytes_a_replicate", disk.replicate},
                    {"seconds", seconds},
                    {"bytes", bytes}},
                   terminal);
        return ExitCode::done;
    }
    terminal.data(fmt::format(
        "One replicate takes {} of one processor and {} of disk; {} on {} threads would "
        "take about {} and {}.\nNothing was kept.\n",
        duration_text(one.seconds), size_text(disk.replicate), runs, request.playing.threads,
        duration_text(seconds), size_text(bytes)));
    return ExitCode::done;
}

}  // namespace tumen::app

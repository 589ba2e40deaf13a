#include "app/session/play/dry_run.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "app/cli/command/build_info.hpp"
#include "app/cli/command/signals.hpp"
#include "app/cli/command/stop.hpp"
#include "app/cli/terminal/json.hpp"
#include "app/session/output/progress.hpp"
#include "experiment/memory.hpp"

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

/// The same experiment with its first points and replicates alone.
Experiment first_of(const Experiment& all, std::size_t points, std::size_t replicates) {
    Experiment some;
    some.kind = all.kind;
    some.name = all.name;
    some.command = all.command;
    some.seed = all.seed;
    some.design = all.design;
    some.days = all.days;
    some.draws = all.draws;
    for (std::size_t i = 0; i < std::min(points, all.points.size()); ++i)
        some.points.push_back(all.points.at(i));
    const auto plays = static_cast<std::ptrdiff_t>(std::min(replicates, all.replicates.size()));
    some.replicates.assign(all.replicates.begin(), all.replicates.begin() + plays);
    return some;
}

/// One replicate of one point, as it would be played.
ReplicateResult played(const RunRequest& request) {
    const Experiment one = first_of(request.experiment, 1, 1);
    EnsembleOptions options = request.playing;
    options.stop = &stop_on_signals();
    OneResult sink;
    const Summary summary = value_or_stop(play_experiment(one, {}, options, sink));
    if (summary.interrupted) stop(ExitCode::interrupted, trouble("interrupted"));
    if (summary.failed > 0) stop(ExitCode::some_replicates_failed, trouble("the replicate failed"));
    return sink.result();
}

/// A result of one point as one of another would be: with its cities and its days.
ReplicateResult of_point(ReplicateResult result, const Plan& plan) {
    const auto cities = std::max<std::size_t>(plan.cities.size(), 1);
    const auto days = static_cast<std::size_t>(plan.days);
    result.adults.resize(cities, result.adults.front());
    result.city_hashes.resize(cities, result.city_hashes.front());
    if (result.cities.empty()) return result;
    result.cities.resize(cities, result.cities.front());
    for (std::vector<DayReport>& city : result.cities)
        city.resize(days, city.back());
    return result;
}

/// Size of a results file of an experiment that holds the first `copies` replicates, each
/// the same.
double size_with(const Experiment& experiment, const ReplicateResult& result, std::size_t copies) {
    const OwnFolder folder;
    const std::string path = (folder.path() / "size.sqlite").string();
    auto store =
        value_or_stop(ResultStore::create(path, experiment, this_build(), Overwrite::refuse));
    const std::size_t points = experiment.points.size();
    for (std::size_t i = 0; i < copies; ++i) {
        const Plan& plan = experiment.points.outline(i % points).plan;
        ReplicateResult copy = of_point(result, plan);
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

/// What is stored once, such as the scenarios, is told from what each replicate adds, and what
/// points add from some of them. A replicate without days takes less than the pages in which a file
/// grows: of small ones many are stored.
Disk disk_of(const Experiment& experiment, const ReplicateResult& result) {
    constexpr double enough = 1e6;  // [bytes] to tell one replicate's part from
    constexpr double most_copies = 256;
    constexpr std::size_t most_points = 256;
    const Experiment some = first_of(experiment, most_points, experiment.replicates.size());
    const auto runs = static_cast<double>(some.replicates.size() * some.points.size());
    const double begun = size_with(some, result, 0);
    const double one = size_with(some, result, 1) - begun;
    const double wanted = one > 0 ? std::clamp(enough / one, 1.0, most_copies) : most_copies;
    const auto copies = static_cast<std::size_t>(std::min(wanted, runs));
    const double more = size_with(some, result, copies) - begun;
    double all_begun = begun;
    if (some.points.size() < experiment.points.size()) {
        const Experiment fewer = first_of(some, most_points / 2, experiment.replicates.size());
        const double a_point = (begun - size_with(fewer, result, 0)) / (most_points / 2.0);
        all_begun += a_point * static_cast<double>(experiment.points.size() - most_points);
    }
    return {all_begun, more / static_cast<double>(copies)};
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
    const double memory = total(memory_needed(experiment), request.playing.threads);
    if (format == Format::json) {
        print_json({{"replicates", runs},
                    {"threads", request.playing.threads},
                    {"seconds_a_replicate", one.seconds},
                    {"bytes_a_replicate", disk.replicate},
                    {"seconds", seconds},
                    {"bytes", bytes},
                    {"memory", memory}},
                   terminal);
        return ExitCode::done;
    }
    terminal.data(fmt::format(
        "One replicate takes {} of one processor and {} of disk; {} on {} threads would "
        "take about {} and {}, and {} of memory at most.\nNothing was kept.\n",
        duration_text(one.seconds), size_text(disk.replicate), runs, request.playing.threads,
        duration_text(seconds), size_text(bytes), size_text(memory)));
    return ExitCode::done;
}

}  // namespace tumen::app

#include <unistd.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "bench/support/scenarios.hpp"
#include "bench/support/timings.hpp"
#include "scenario/assembly/read_scenario.hpp"
#include "scenario/scenario.hpp"
#include "scenario/text/files.hpp"
#include "store/reader.hpp"
#include "store/store.hpp"

/// What does it cost to store a replicate, and is that hidden behind playing the others? Figures
/// are of hyesan-handin, all its days.
namespace tumen::bench {

namespace {

constexpr std::uint32_t replicates = 128;

Experiment hand_in() {
    const EmbeddedFiles files;
    auto scenario = read_scenario("hyesan-handin", files);
    if (!scenario) stop("an embedded scenario cannot be read");
    Experiment experiment;
    experiment.name = "hyesan-handin";
    experiment.command = "bench_storing";
    experiment.seed = seed;
    experiment.points.push_back({"", *std::move(scenario), {}});
    for (std::uint32_t n = 1; n <= replicates; ++n)
        experiment.replicates.push_back(n);
    return experiment;
}

const Experiment& experiment() {
    static const Experiment experiment = hand_in();
    return experiment;
}

class Kept final : public ResultSink {
  public:
    void accept(ReplicateResult result) override { results.push_back(std::move(result)); }
    std::vector<ReplicateResult> results;
};

void play(std::size_t threads, ResultSink& sink) {
    EnsembleOptions options;
    options.threads = threads;
    const auto summary = play_experiment(experiment(), {}, options, sink);
    if (!summary || summary->done != replicates) stop("not all replicates were played");
}

const std::vector<ReplicateResult>& played() {
    static const std::vector<ReplicateResult> results = [] {
        Kept kept;
        play(1, kept);
        return std::move(kept.results);
    }();
    return results;
}

/// A results file of its own; gone at the end.
class File {
  public:
    File() {
        const Build build{"0", "benchmark", Worktree::clean, "", ""};
        auto made = ResultStore::create(path_, experiment(), build, Overwrite::replace);
        if (!made) stop("a results file cannot be made: " + describe(made.error()));
        store_ = *std::move(made);
    }
    ~File() { std::filesystem::remove(path_); }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    ResultStore& sink() { return *store_; }
    void close() {
        if (const auto failure = store_->close()) stop(describe(*failure));
    }
    const std::string& path() const { return path_; }

  private:
    std::string path_ = std::filesystem::temp_directory_path() /
                        ("tumen_bench_" + std::to_string(::getpid()) + ".sqlite");
    std::unique_ptr<ResultStore> store_;
};

/// Before timing: what is stored is what was played.
void check_result() {
    File file;
    for (const ReplicateResult& result : played())
        file.sink().take(result);
    file.close();
    const auto stored = read_results(file.path());
    if (!stored || stored->replicates.size() != played().size()) stop("replicates are missing");
    for (std::size_t n = 0; n < played().size(); ++n) {
        if (stored->replicates[n].state_hash != played()[n].state_hash) {
            stop("a stored replicate is another one than was played");
        }
    }
}

/// Processor time of all threads: the file's own as well, opening and closing included.
void storing(::benchmark::State& state) {
    for (auto _ : state) {
        File file;
        for (const ReplicateResult& result : played())
            file.sink().take(result);
        file.close();
    }
}
BENCHMARK(storing)->Repetitions(5)->MeasureProcessCPUTime()->Unit(::benchmark::kMillisecond);

void playing(::benchmark::State& state) {
    for (auto _ : state) {
        Kept kept;
        play(static_cast<std::size_t>(state.range(0)), kept);
    }
}
BENCHMARK(playing)->Arg(2)->UseRealTime()->Repetitions(5)->Unit(::benchmark::kMillisecond);

void playing_and_storing(::benchmark::State& state) {
    for (auto _ : state) {
        File file;
        play(static_cast<std::size_t>(state.range(0)), file.sink());
        file.close();
    }
}
BENCHMARK(playing_and_storing)
    ->Arg(2)
    ->UseRealTime()
    ->Repetitions(5)
    ->Unit(::benchmark::kMillisecond);

}  // namespace

}  // namespace tumen::bench

int main(int argc, char** argv) {
    using namespace tumen::bench;
    check_result();
    Timings timings;
    run_all(argc, argv, timings);
    print_at_most("storing a replicate of hyesan-handin, processor time",
                  timings.seconds("storing") / replicates * 1e3, "ms", 2);
    print_finding("playing and storing over playing alone, two threads",
                  timings.seconds("playing_and_storing/2") / timings.seconds("playing/2"), "times");
    return 0;
}

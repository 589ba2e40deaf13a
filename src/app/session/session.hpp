#pragma once
#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/cli/command/arguments.hpp"
#include "app/cli/command/command.hpp"
#include "app/cli/terminal/terminal.hpp"
#include "app/session/output/progress.hpp"
#include "app/session/output/status_file.hpp"
#include "app/session/workers.hpp"

namespace tumen::app {

/// The life of a command that plays: what was asked for, the terminal, who plays. All plays go
/// through it, and have from it the line of progress, the file of --status, the end by --time-limit
/// and by signals, and no more threads than can be started.
class Session {
  public:
    Session(const Arguments& arguments, Terminal& terminal, Workers& workers);

    const Arguments& arguments() const { return arguments_; }
    Terminal& terminal() { return terminal_; }

    /// The time begins to run; signals end the work in order from here on. What plays calls it by
    /// itself; whoever writes a file before that calls it first.
    void begin();

    /// Plays what `done` lacks. Where it is called several times, `expect` says before how many
    /// replicates all calls together will play, if that is known.
    Summary play(const Experiment& experiment, const DoneSet& done, const EnsembleOptions& playing,
                 ResultSink& sink);
    void expect(std::size_t replicates);

    /// The same for a calibration's proposals.
    AbcEnd sample(const Experiment& experiment, const Calibration& calibration,
                  std::vector<Generation>& history, AbcSink& sink, std::size_t threads,
                  std::function<void(const AbcProgress&)> progress);

    /// What --status says at the end; without it that the command failed.
    void ended(const Summary& summary);

    bool is_late() const;
    /// "Interrupted", or "The time limit is reached".
    std::string_view why_interrupted() const;

    /// `playing` with progress and the request to stop, for what plays in this process alone.
    EnsembleOptions watched(EnsembleOptions playing);

  private:
    using Clock = std::chrono::steady_clock;

    StatusFile& status();
    std::size_t startable(std::size_t threads);
    Progress of_all(Progress progress) const;

    const Arguments& arguments_;
    Terminal& terminal_;
    Workers& workers_;
    ProgressLine line_;
    std::function<std::string()> early_;  // what the plays so far say, while some are played
    std::optional<double> seconds_;       // of --time-limit
    std::optional<Clock::time_point> begun_;
    std::unique_ptr<StatusFile> status_;
    std::size_t threads_told_ = 0;
    std::size_t expected_ = 0;
    Progress before_;  // of the calls since then
    Clock::time_point expected_from_;
};

/// Adds a batch to those before it; what is left is what the last one left.
void add(Summary& all, const Summary& batch);

/// The end by --on-error, failed replicates and success as an exit code.
ExitCode code_of(const Summary& summary);

}  // namespace tumen::app

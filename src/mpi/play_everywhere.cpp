#include "app/session/play_everywhere.hpp"

#include <chrono>
#include <thread>

#include "experiment/failure.hpp"
#include "mpi/ranks.hpp"
#include "store/experiment_bytes.hpp"
#include "wire/message.hpp"

/// Hands replicates out to the other ranks, one at a time to whoever is free, and stores what comes
/// back. With one rank alone the process plays itself.
namespace tumen::app {

namespace {

using Clock = std::chrono::steady_clock;
constexpr auto pause = std::chrono::microseconds(200);

class Manager {
  public:
    Manager(const Experiment& experiment, const DoneSet& done, const EnsembleOptions& options,
            ResultSink& sink)
        : options_(options), sink_(sink), todo_(planned_replicates(experiment)) {
        summary_.skipped =
            std::erase_if(todo_, [&](ReplicateKey key) { return done.contains(key); });
        progress_.replicates = todo_.size();
        for (const ReplicateKey key : todo_)
            progress_.cities += cities_of(experiment, key.point);
        const std::string bytes = bytes_of(
            ExperimentMessage{options.threads, options.wards_a_task, experiment_bytes(experiment)});
        for (int rank = 1; rank < rank_count(); ++rank)
            send(rank, Tag::experiment, bytes);
        for (const Point& point : experiment.points)
            cities_.push_back(point.scenario.plan.cities.size());
    }

    Expected<Summary, Diagnostic> play() {
        for (int rank = 1; rank < rank_count(); ++rank)
            hand_out(rank);
        while (playing_ > 0) {
            if (auto message = poll()) {
                take(*message);
            } else {
                std::this_thread::sleep_for(pause);
            }
        }
        if (failure_) return *failure_;
        summary_.done = progress_.done;
        summary_.failed = progress_.failed;
        summary_.left = progress_.replicates - summary_.done - summary_.failed;
        summary_.interrupted = asked() && summary_.left > 0 ? Answer::yes : Answer::no;
        summary_.seconds = seconds();
        return summary_;
    }

  private:
    static std::size_t cities_of(const Experiment& experiment, std::uint32_t point) {
        return experiment.points[point].scenario.plan.cities.size();
    }

    /// By a signal to this rank, or to one that then dropped what it played.
    bool asked() const {
        return dropped_ || (options_.stop != nullptr && *options_.stop == StopRequest::stop);
    }
    double seconds() const { return std::chrono::duration<double>(Clock::now() - start_).count(); }

    void hand_out(int rank) {
        if (next_ == todo_.size() || halted_ || asked()) return;
        const ReplicateKey key = todo_[next_++];
        send(rank, Tag::task, bytes_of(TaskMessage{key.point, key.replicate}));
        ++playing_;
    }

    void take(const Message& message) {
        --playing_;
        if (message.tag == Tag::dropped) dropped_ = true;
        if (message.tag == Tag::result && !failure_) store(message.bytes);
        hand_out(message.from);
    }

    /// Nothing is lost where storing fails: what was stored stays, and no more is handed out.
    void store(const std::string& bytes) {
        try {
            ReplicateResult result = read_result(bytes);
            const bool failed = result.outcome == Outcome::failed;
            progress_.cities_played += cities_[result.point];
            if (failed && options_.on_error == OnError::stop) halted_ = true;
            sink_.accept(std::move(result));
            ++(failed ? progress_.failed : progress_.done);
            progress_.seconds = seconds();
            if (options_.progress) options_.progress(progress_);
        } catch (const Failure& failure) {
            failure_ = failure.diagnostic();
            halted_ = true;
        }
    }

    const EnsembleOptions& options_;
    ResultSink& sink_;
    Clock::time_point start_ = Clock::now();
    std::vector<ReplicateKey> todo_;
    std::vector<std::size_t> cities_;  // by point
    std::size_t next_ = 0;
    std::size_t playing_ = 0;
    bool halted_ = false;
    bool dropped_ = false;
    Progress progress_;
    Summary summary_;
    std::optional<Diagnostic> failure_;
};

}  // namespace

Expected<Summary, Diagnostic> play_everywhere(const Experiment& experiment, const DoneSet& done,
                                              const EnsembleOptions& options, ResultSink& sink) {
    if (rank_count() == 1) return play_experiment(experiment, done, options, sink);
    try {
        return Manager(experiment, done, options, sink).play();
    } catch (const Failure& failure) {
        return failure.diagnostic();
    }
}

}  // namespace tumen::app

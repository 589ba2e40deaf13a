#include <chrono>
#include <thread>

#include "experiment/ensemble/account.hpp"
#include "experiment/failure.hpp"
#include "mpi/rank_workers.hpp"
#include "mpi/ranks.hpp"
#include "store/experiment_bytes.hpp"
#include "wire/message.hpp"

/// Hands replicates out to the other ranks, one at a time to whoever is free, and stores what comes
/// back. With one rank alone the process plays itself.
namespace tumen {

namespace {

class Manager {
  public:
    Manager(const Experiment& experiment, const DoneSet& done, const EnsembleOptions& options,
            ResultSink& sink)
        : options_(options), sink_(sink), account_(experiment, done, options) {
        const std::string bytes = bytes_of(
            ExperimentMessage{options.threads, options.wards_a_task, experiment_bytes(experiment)});
        for (int rank = 1; rank < rank_count(); ++rank)
            send(rank, Tag::experiment, bytes);
        for (std::size_t i = 0; i < experiment.points.size(); ++i)
            cities_.push_back(experiment.points.outline(i).plan.cities.size());
    }

    Expected<Summary, Diagnostic> play() {
        for (int rank = 1; rank < rank_count(); ++rank)
            hand_out(rank);
        while (playing_ > 0) {
            if (auto message = poll()) {
                take(*message);
            } else {
                std::this_thread::sleep_for(polling_pause);
            }
        }
        if (failure_) return *failure_;
        return account_.summary(asked());
    }

  private:
    /// By a signal to this rank, or to one that then dropped what it played.
    bool asked() const { return dropped_ || account_.asked_to_stop(); }

    void hand_out(int rank) {
        if (next_ == account_.todo().size() || halted_ || asked()) return;
        const ReplicateKey key = account_.todo()[next_++];
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
            const Outcome outcome = result.outcome;
            account_.count_cities(cities_[result.point]);
            if (outcome == Outcome::failed && options_.on_error == OnError::stop) halted_ = true;
            sink_.accept(std::move(result));
            account_.count_stored(outcome);
        } catch (const Failure& failure) {
            failure_ = failure.diagnostic();
            halted_ = true;
        }
    }

    const EnsembleOptions& options_;
    ResultSink& sink_;
    Account account_;
    std::vector<std::size_t> cities_;  // by point
    std::size_t next_ = 0;
    std::size_t playing_ = 0;
    bool halted_ = false;
    bool dropped_ = false;
    std::optional<Diagnostic> failure_;
};

}  // namespace

Expected<Summary, Diagnostic> RankWorkers::play(const Experiment& experiment, const DoneSet& done,
                                                const EnsembleOptions& options, ResultSink& sink) {
    if (rank_count() == 1) return alone_.play(experiment, done, options, sink);
    try {
        return Manager(experiment, done, options, sink).play();
    } catch (const Failure& failure) {
        return failure.diagnostic();
    }
}

}  // namespace tumen

#include "mpi/worker.hpp"

#include <memory>

#include "app/cli/command/signals.hpp"
#include "calibration/calibrate.hpp"
#include "experiment/ensemble/ensemble.hpp"
#include "experiment/ensemble/pool.hpp"
#include "experiment/failure.hpp"
#include "experiment/memory.hpp"
#include "measures/headlines/headlines.hpp"
#include "mpi/ranks.hpp"
#include "store/experiment_bytes.hpp"
#include "wire/message.hpp"

namespace tumen {

namespace {

/// Plays a point of the whole experiment as if there were no other.
class PointPlayer final : public CityPlayer {
  public:
    PointPlayer(CityPlayer& whole, std::uint32_t point) : whole_(whole), point_(point) {}
    CityResult play(const CityTask& task, Executor& executor, const PlayOptions& options) override {
        return whole_.play({point_, task.replicate, task.city}, executor, options);
    }

  private:
    CityPlayer& whole_;
    std::uint32_t point_;
};

class OneSink final : public ResultSink {
  public:
    void accept(ReplicateResult result) override { played = std::move(result); }
    std::optional<ReplicateResult> played;
};

template <class Value>
Value value_or_throw(Expected<Value, Diagnostic> value) {
    if (!value) throw Failure(value.error());
    return *std::move(value);
}

/// Simulates proposals of a calibration, one at a time, with all threads of the rank.
class ProposalPlayer {
  public:
    ProposalPlayer(const Experiment& experiment, const EnsembleOptions& options)
        : calibration_(value_or_throw(calibration_of(experiment))),
          crew_(options.threads),
          simulator_(
              experiment, calibration_,
              [stop = options.stop] { return *stop == StopRequest::stop; }, &crew_) {}
    std::optional<Simulated> simulate(const Proposal& proposal) {
        return simulator_(proposal.name, proposal.values);
    }

  private:
    Calibration calibration_;
    Pool crew_;
    PatternSimulator simulator_;
};

/// An experiment that arrived, and what is needed to play it.
class Work {
  public:
    explicit Work(const ExperimentMessage& message)
        : experiment_(value_or_throw(read_experiment_bytes(message.experiment))),
          player_(experiment_) {
        options_.threads = message.threads;
        options_.wards_a_task = message.wards_a_task;
        options_.stop = &app::stop_on_signals();
    }

    /// Nothing where a signal came before its end.
    std::optional<ReplicateResult> play(const TaskMessage& task) {
        Experiment one;
        one.seed = experiment_.seed;
        one.replicates = {task.replicate};
        one.points = {experiment_.points.at(task.point)};
        PointPlayer player(player_, task.point);
        OneSink sink;
        const auto summary = play_experiment(one, {}, options_, sink, player);
        if (!summary) throw Failure(summary.error());
        if (!sink.played) return std::nullopt;
        sink.played->point = task.point;
        if (experiment_.days == Days::left_out) leave_days_out(*sink.played);
        return std::move(sink.played);
    }

    /// Nothing where a signal came before its end.
    std::optional<Simulated> simulate(const Proposal& proposal) {
        if (!proposals_) proposals_.emplace(experiment_, options_);
        return proposals_->simulate(proposal);
    }

  private:
    /// What will not be stored need not be sent.
    void leave_days_out(ReplicateResult& result) const {
        if (result.outcome == Outcome::failed) return;
        const Scenario scenario = experiment_.points.at(result.point).scenario;
        result.headlines = headline_values(scenario, result.cities);
        for (auto& city : result.cities)
            city.clear();
    }

    Experiment experiment_;
    SimulationPlayer player_;
    EnsembleOptions options_;
    std::optional<ProposalPlayer> proposals_;
};

template <class Result>
void answer(Tag tag, const std::optional<Result>& result) {
    if (result) {
        send(writer_rank, tag, bytes_of(*result));
    } else {
        send(writer_rank, Tag::dropped, {});
    }
}

}  // namespace

void work() {
    app::stop_on_signals();
    keep_freed_memory();
    std::unique_ptr<Work> at_work;
    while (true) {
        const Message message = wait();
        if (message.tag == Tag::end) return;
        if (message.tag == Tag::experiment) {
            at_work = std::make_unique<Work>(read_experiment_message(message.bytes));
        } else if (message.tag == Tag::proposal) {
            answer(Tag::simulated, at_work->simulate(read_proposal(message.bytes)));
        } else {
            answer(Tag::result, at_work->play(read_task(message.bytes)));
        }
    }
}

}  // namespace tumen

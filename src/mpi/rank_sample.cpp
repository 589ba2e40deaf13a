#include "calibration/abc/abc_simulators.hpp"
#include "experiment/ensemble/ensemble.hpp"
#include "experiment/failure.hpp"
#include "mpi/rank_workers.hpp"
#include "mpi/ranks.hpp"
#include "store/experiment_bytes.hpp"
#include "wire/message.hpp"

/// Hands the proposals of a calibration out to the other ranks, one at a time to whoever is free,
/// and judges what comes back. With one rank alone the process simulates itself.
namespace tumen {

namespace {

constexpr std::size_t ahead_a_rank = 8;

class RankSimulators final : public Simulators {
  public:
    RankSimulators(const Experiment& experiment, std::size_t threads) {
        const std::string bytes = bytes_of(ExperimentMessage{
            threads, EnsembleOptions{}.wards_a_task, experiment_bytes(experiment)});
        for (int rank = 1; rank < rank_count(); ++rank) {
            send(rank, Tag::experiment, bytes);
            free_.push_back(rank);
        }
        given_.resize(static_cast<std::size_t>(rank_count()));
    }

    /// Where the generation is closed, what ranks still simulate of it is not waited for: they are
    /// given proposals of the next one as they become free.
    void play(OpenProposals& proposals) override {
        while (proposals.status() == GenerationStatus::open) {
            hand_out(proposals);
            if (simulating() == 0) return;
            take(proposals);
        }
    }

    /// Lets the ranks finish what nobody wants any more.
    void wait_for_all() {
        for (; simulating() > 0; free_.push_back(wait().from)) {
        }
    }

  private:
    std::size_t simulating() const {
        return static_cast<std::size_t>(rank_count()) - 1 - free_.size();
    }

    void hand_out(OpenProposals& proposals) {
        while (!free_.empty()) {
            const auto proposal = proposals.next();
            if (!proposal) return;
            const int rank = free_.back();
            free_.pop_back();
            given_[static_cast<std::size_t>(rank)] = proposal->name;
            send(rank, Tag::proposal, bytes_of(*proposal));
        }
    }

    void take(OpenProposals& proposals) {
        const Message message = wait();
        free_.push_back(message.from);
        std::optional<Simulated> simulated;
        if (message.tag == Tag::simulated) simulated = read_simulated(message.bytes);
        proposals.take(given_[static_cast<std::size_t>(message.from)], std::move(simulated));
    }

    std::vector<int> free_;
    std::vector<ProposalName> given_;  // by rank: what it was given last
};

}  // namespace

Expected<AbcEnd, Diagnostic> RankWorkers::sample(const Experiment& experiment,
                                                 const Calibration& calibration,
                                                 std::vector<Generation>& history, AbcSink& sink,
                                                 std::size_t threads, const AbcOptions& options) {
    if (rank_count() == 1)
        return alone_.sample(experiment, calibration, history, sink, threads, options);
    AbcOptions shared_out = options;
    shared_out.chunk = ahead_a_rank * static_cast<std::size_t>(rank_count() - 1);
    try {
        RankSimulators simulators(experiment, threads);
        auto end = run_abc(calibration.settings, history, simulators, sink, shared_out);
        simulators.wait_for_all();
        return end;
    } catch (const Failure& failure) {
        return failure.diagnostic();
    }
}

}  // namespace tumen

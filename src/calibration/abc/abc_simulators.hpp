#pragma once
#include <optional>
#include <vector>

#include "calibration/abc/abc.hpp"

/// Between who proposes and who simulates, be it the threads of a process or other processes.
namespace tumen {

/// A simulation that is asked for.
struct Proposal {
    ProposalName name;
    std::vector<double> values;  // of the parameters, in their units
};

/// The proposals of a generation. Safe to use from many threads at once.
class OpenProposals {
  public:
    virtual ~OpenProposals() = default;
    /// The next to be simulated. None where what is being simulated may be enough, which is known
    /// when some of it is taken back; none after a request to stop or once the generation is
    /// closed.
    virtual std::optional<Proposal> next() = 0;
    /// What came of one, in any order; nothing where its simulation was stopped, which stops all.
    /// What comes after its generation was closed is passed over.
    virtual void take(const ProposalName& name, std::optional<Simulated> simulated) = 0;
    /// Open until enough are accepted, or too few.
    virtual GenerationStatus status() const = 0;
};

class Simulators {
  public:
    virtual ~Simulators() = default;
    /// Simulates what next() gives, until it has no more and all of it is taken back; may leave
    /// earlier where the generation is closed, and is called again where it is not.
    virtual void play(OpenProposals& proposals) = 0;
};

/// The threads of an executor, each simulating one proposal at a time.
class ThreadSimulators final : public Simulators {
  public:
    ThreadSimulators(const Simulate& simulate, Executor& executor, std::size_t threads)
        : simulate_(simulate), executor_(executor), threads_(threads) {}
    void play(OpenProposals& proposals) override;

  private:
    const Simulate& simulate_;
    Executor& executor_;
    std::size_t threads_;  // at most; more than there are do no harm
};

}  // namespace tumen

#pragma once
#include <map>
#include <mutex>

#include "calibration/abc/abc_plan.hpp"
#include "calibration/abc/abc_simulators.hpp"

namespace tumen {

/// One generation while it is simulated: hands out its proposals; results wait until all before
/// them are there.
class OpenGeneration final : public OpenProposals {
  public:
    OpenGeneration(const AbcSettings& settings, const GenerationPlan& plan, Generation& generation,
                   AbcSink& sink, const AbcOptions& options);

    std::optional<Proposal> next() override;
    void take(const ProposalName& name, std::optional<Simulated> simulated) override;
    GenerationStatus status() const override;

    /// A kill between the last proposal and the closing leaves all but the closing.
    void close_if_done();
    bool interrupted() const { return interrupted_; }

  private:
    std::size_t most_ahead() const;
    std::optional<std::uint32_t> hand_out();
    void take_in();
    void take_next();

    const AbcSettings& settings_;
    const GenerationPlan& plan_;
    Generation& generation_;
    AbcSink& sink_;
    const AbcOptions& options_;
    mutable std::mutex mutex_;
    std::map<std::uint32_t, Particle> waiting_;
    std::size_t accepted_;
    std::size_t handed_out_;
    bool interrupted_ = false;
};

}  // namespace tumen

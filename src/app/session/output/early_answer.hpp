#pragma once
#include <cstddef>
#include <memory>
#include <mutex>
#include <string>

#include "experiment/ensemble/settling_sink.hpp"
#include "measures/headlines/yardstick.hpp"

namespace tumen::app {

/// What the first plays of a run say while the others are played: stands between the player and
/// the sink. Of runs whose plays each draw what is not known; nothing is said of others.
class EarlyAnswer final : public SettlingSink {
  public:
    EarlyAnswer(const Experiment& experiment, ResultSink& sink);

    void accept(ReplicateResult result) override;
    void take(ReplicateResult result) override;
    std::size_t settle() override;

    /// From any thread; empty before the first play, and where nothing can be said.
    std::string text() const;

  private:
    void look_at(const ReplicateResult& result);

    ResultSink& sink_;
    SettlingSink* settling_;  // the same, if it is one
    std::size_t asked_ = 0;   // replicates
    mutable std::mutex mutex_;
    std::unique_ptr<HeadlineBook> book_;
};

/// In a line. Below 64 plays each is a dot and no number stands there, so that few never look surer
/// than many; then the range of 90 of 100 plays, its ends rounded to fives below 256.
std::string early_text(const HeadlineTable& table, std::size_t asked);

}  // namespace tumen::app

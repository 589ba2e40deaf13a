#pragma once
#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "experiment/ensemble/ensemble.hpp"
#include "experiment/results.hpp"

/// Experiments and results made up for tests of what is done with them.
namespace tumen::test {

/// Two small cities, 40 days from 1 September 2020, a hand-in drive on days 20 to 29. `more` is
/// added to the text.
Scenario small_scenario(const std::string& name = "small", const std::string& more = "");

/// `points` small scenarios that differ in the broker's fee, over replicates 1 .. `replicates`.
Experiment small_experiment(std::uint32_t points, std::uint32_t replicates);

/// A number for each name, the same wherever and whenever it is asked for.
CityResult made_up_city(const Experiment& experiment, const CityTask& task);
ReplicateResult made_up_result(const Experiment& experiment, ReplicateKey key);

/// Plays made-up cities; `before` may throw or wait.
class MadeUpPlayer final : public CityPlayer {
  public:
    explicit MadeUpPlayer(const Experiment& experiment) : experiment_(experiment) {}
    CityResult play(const CityTask& task, Executor& executor, const PlayOptions& options) override;

    std::function<void(const CityTask&, Executor&, const PlayOptions&)> before;

  private:
    const Experiment& experiment_;
};

/// Keeps what it gets.
class MemorySink final : public ResultSink {
  public:
    void accept(ReplicateResult result) override {
        if (before) before(result);
        results.push_back(std::move(result));
    }
    std::function<void(const ReplicateResult&)> before;
    std::vector<ReplicateResult> results;
};

/// Results in memory as a source.
class MemorySource final : public ResultSource {
  public:
    MemorySource(Experiment experiment, std::vector<ReplicateResult> results);
    const Experiment& experiment() const override { return experiment_; }
    const std::vector<ReplicateKey>& replicates() const override { return keys_; }
    Expected<ReplicateResult, Diagnostic> read(ReplicateKey key) override;

    std::vector<ReplicateResult> results;

  private:
    Experiment experiment_;
    std::vector<ReplicateKey> keys_;
};

}  // namespace tumen::test

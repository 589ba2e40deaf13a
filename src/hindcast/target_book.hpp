#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "experiment/results.hpp"
#include "hindcast/targets.hpp"
#include "scenario/evidence/statistic.hpp"

/// Targets measured on what is played: of each replicate the values alone are kept.
namespace tumen {

/// By target; nothing where the statistic has no value.
using TargetValues = std::vector<std::optional<double>>;

/// The questions whose days the scenario plays, by place; a question about a city that the scenario
/// does not have is an error at its place.
Expected<std::vector<std::size_t>, Diagnostic> askable(const Targets& targets,
                                                       const Scenario& scenario);

/// Takes the finished replicates of an experiment whose points differ in what happens alone.
class TargetBook final : public ResultSink {
  public:
    /// `asked` as from askable().
    TargetBook(const Targets& targets, const std::vector<std::size_t>& asked,
               const Scenario& scenario);

    void accept(ReplicateResult result) override;

    /// Of a point by replicate, in the order of `asked`. One that failed has no entry.
    const std::map<std::uint32_t, TargetValues>& values(std::uint32_t point) const;

  private:
    struct Asked {
        Statistic statistic;
        std::vector<std::size_t> cities;  // places in the plan
    };

    Plan plan_;
    std::vector<Asked> asked_;
    std::map<std::uint32_t, std::map<std::uint32_t, TargetValues>> values_;  // by point
};

}  // namespace tumen

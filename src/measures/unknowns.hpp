#pragma once
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "experiment/results.hpp"
#include "measures/headlines.hpp"

/// How the headline ratio (official picture over what changed) moves over what nobody knows.
namespace tumen {

/// One of the widest unknowns, and the values it is tried at: its whole plausible range.
struct Unknown {
    std::string_view id;
    std::string_view label;
    std::string_view unit;  // as number_text() takes it
    std::string_view how;   // which parameters are set
    std::span<const double> values;
    void (*apply)(Plan& plan, double value);
};
std::span<const Unknown> unknowns();

/// One point for each value of each unknown, all else as in `scenario`.
Experiment unknowns_experiment(Experiment experiment, const Scenario& scenario);

/// What a value of an unknown leads to.
struct UnknownResult {
    const Unknown* unknown = nullptr;
    double value = 0;
    std::size_t replicates = 0;
    std::optional<double> official;  // phones or oaths counted, mean over replicates
    std::optional<double> changed;   // people who stopped calling, mean over replicates
    std::optional<PictureRatio> ratio;
};

/// Gathers replicates of unknowns_experiment().
class UnknownsBook final : public ResultSink {
  public:
    explicit UnknownsBook(const Experiment& experiment);
    void accept(ReplicateResult result) override { tables_[result.point].add(result); }

    /// In the order of unknowns() and of their values.
    std::vector<UnknownResult> results() const;

  private:
    std::vector<HeadlineTable> tables_;  // by point
};

}  // namespace tumen

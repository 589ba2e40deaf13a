#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "experiment/results.hpp"
#include "measures/headlines/headlines.hpp"

/// How the headline ratio (official picture over what changed) moves over what nobody knows.
namespace tumen {

/// One of the widest unknowns (evidence/measures.toml).
using Unknown = UnknownRow;
std::span<const Unknown> unknowns();

/// Sets what the unknown says to one of its values.
void apply(const Unknown& unknown, Plan& plan, double value);

/// A value that the scenario cannot be played with, and why.
struct ImpossibleValue {
    std::string name;  // "brokers = 1000"
    Diagnostic why;
};

/// One point for each value of each unknown, all else as in `scenario`; what cannot be played goes
/// to `impossible`.
Experiment unknowns_experiment(Experiment experiment, const Scenario& scenario,
                               std::vector<ImpossibleValue>& impossible);

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

    /// In the order of unknowns() and of their values; none for values without a point.
    std::vector<UnknownResult> results() const;

  private:
    std::vector<std::string> names_;     // of points
    std::vector<HeadlineTable> tables_;  // by point
};

}  // namespace tumen

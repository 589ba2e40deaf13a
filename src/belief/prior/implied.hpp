#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/expected.hpp"
#include "belief/prior/formula.hpp"
#include "belief/prior/prior.hpp"
#include "experiment/results.hpp"
#include "patterns/pattern_book.hpp"

/// The prior predictive check: what the priors imply for quantities that people have views on,
/// beside what is known of each (evidence/implied.toml).
namespace tumen {

struct ImpliedQuantity {
    std::string id;
    std::string quantity;  // in words, with its unit
    std::string scenario;  // empty where it is a formula over the priors
    std::string against;
    std::string statistic;
    std::optional<Formula> value;
    std::array<double, 3> known{};  // 5, 50 and 95 %
    std::string grade;
    std::string reserved;  // the pattern that rests on the same evidence; empty where there is none
    std::string note;
};

Expected<std::vector<ImpliedQuantity>, Diagnostic> read_implied(const ScenarioText& text,
                                                                const Priors& priors);

/// The project's own, read once.
const std::vector<ImpliedQuantity>& implied_quantities();

/// The scenarios that they are measured on, each once.
std::vector<std::string> scenarios_of(const std::vector<ImpliedQuantity>& quantities);

/// How a quantity came out.
struct Implied {
    const ImpliedQuantity* quantity = nullptr;
    std::size_t draws = 0;    // with a value
    std::size_t without = 0;  // draws in which it has none: counted, never dropped silently
    std::array<double, 3> quantiles{};  // 5, 50 and 95 % of those with a value
    double within = 0;                  // share of these inside the known 5 to 95 %

    /// Whether the prior should be looked at again: its middle lies outside the known middle half,
    /// or less than 70 % inside the known nine tenths, and no pattern narrows it.
    bool asks_for_a_look() const;
};

/// Gathers replicates of an experiment whose points bear the scenarios' names.
class ImpliedBook final : public ResultSink {
  public:
    ImpliedBook(const Experiment& experiment, const std::vector<ImpliedQuantity>& quantities);
    void accept(ReplicateResult result) override { book_.add(result); }

    /// In the order of the quantities; formulas over `drawn`, whole draws of the priors.
    std::vector<Implied> results(const std::vector<std::vector<double>>& drawn) const;

  private:
    const std::vector<ImpliedQuantity>& quantities_;
    MeasurementBook book_;
};

}  // namespace tumen

#pragma once
#include <string>
#include <vector>

#include "scenario/draft/draft.hpp"

namespace tumen {

/// Holds single values against what they can be and against the evidence.
class Ranges {
  public:
    Ranges(BeyondEvidence beyond_evidence, Problems& problems)
        : beyond_evidence_(beyond_evidence), problems_(problems) {}

    /// `label` is how the value is called in diagnostics and in the list of what is beyond the
    /// evidence.
    void check(const Said<double>& said, ParameterRef ref, const std::string& label);

    /// Against what it can be alone: of what an event makes of a value, which the evidence does not
    /// bound.
    void check_possible(const Said<double>& said, ParameterRef ref, const std::string& label);

    const std::vector<std::string>& beyond() const { return beyond_; }

  private:
    BeyondEvidence beyond_evidence_;
    Problems& problems_;
    std::vector<std::string> beyond_;
};

/// Whether a parameter is counted in whole ones when a city is built.
bool must_be_whole(ParameterRef ref);

/// "0 % to 40 %"; "at least 0.1 days" where the upper end is open.
std::string interval_text(double low, double high, Unit unit);

}  // namespace tumen

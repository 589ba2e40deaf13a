#pragma once
#include <string>
#include <utility>
#include <vector>

#include "scenario/scenario.hpp"

namespace tumen {

/// The part of the canonical text that is played: what scenario_hash() is the hash of.
std::string played_text(const Scenario& scenario);
/// A number as it stands there.
std::string canonical_number(double value);

/// The text of what is played of a scenario, with other values in it: only their lines differ, so
/// that a hash takes a hundredth of writing the whole.
class ValuedText {
  public:
    /// For values of these parameters; names of others (the dummy of a design) change nothing.
    ValuedText(const Scenario& scenario, const std::vector<std::string>& names);

    /// scenario_hash(with_values(scenario, ...)) for values in the order of the names.
    Hash hash(const double* values) const;

  private:
    struct Line {
        std::size_t value;  // which of the values
        std::string after;  // the text from its end to the next one that changes
    };
    std::string before_;  // the first that changes
    std::vector<Line> lines_;
};

}  // namespace tumen

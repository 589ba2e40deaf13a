#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/distributions.hpp"
#include "base/expected.hpp"
#include "base/hash.hpp"
#include "belief/prior/formula.hpp"
#include "model/parameter_table.hpp"
#include "scenario/text/files.hpp"

/// What is believed of every number before any pattern is looked at: evidence/priors.toml, whose
/// head explains its form. A range is what may be tried, a prior what one believes.
namespace tumen {

enum class PriorShape : std::uint8_t {
    none,        // the formula alone
    normal,      // by three quantiles; each half has its own spread, so that all are met exactly
    log_normal,  // the same for the logarithm
    share,       // the same for the log-odds
    beta         // by its two shapes
};

/// What a normal score goes with.
struct PriorPartner {
    std::size_t entry;
    double correlation;
};

/// One entry: a parameter, or a quantity on whose scale somebody could have a view.
struct PriorEntry {
    std::string name;
    std::optional<ParameterRef> parameter;
    std::string meaning;  // of what is no parameter
    std::string reason;
    std::string start;  // why the starting value is not near the median; empty where it is
    PriorShape shape = PriorShape::none;
    std::array<double, 3> numbers{};         // quantiles at 5, 50 and 95 %, or the two shapes
    std::shared_ptr<const BetaTable> table;  // of a beta distribution
    double zero = 0;                         // probability that the entry is 0
    std::optional<PriorPartner> partner;
    bool whole = false;
    std::optional<Formula> value;
    std::string formula;  // the text of `value`
};

class Priors {
  public:
    /// Reads a text of the form of evidence/priors.toml.
    static Expected<Priors, Diagnostic> read(const ScenarioText& text);

    /// In the order of the file: later ones may depend on earlier ones.
    const std::vector<PriorEntry>& entries() const { return entries_; }

    /// What formulas read: the entries' values from place 0, what was drawn from the shape, and
    /// from first_fixed on the numbers that stay fixed, at their starting values.
    static constexpr std::size_t drawn = 1023;
    static constexpr std::size_t first_fixed = 1024;
    std::vector<double> blank_values() const;

  private:
    friend class PriorReader;
    std::vector<PriorEntry> entries_;
    std::vector<ParameterRef> fixed_;  // named in formulas, without an entry before
};

/// The project's own, read once. A test reads them; a text that cannot be read ends the program.
const Priors& ledger_priors();

/// Of all that draws depend on: what entries are and the ranges of parameters, not why.
Hash prior_hash(const Priors& priors);

/// The entry's value at a standard normal score, before zero, formula and rounding.
double shaped(const PriorEntry& entry, double score);

}  // namespace tumen

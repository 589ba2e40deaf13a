#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/expected.hpp"

namespace tumen {

/// A formula of the priors, as in "logit(reporting_share) - 0.35": numbers, names, + - * / ^,
/// brackets, exp, ln, logit, logistic, min and max. Names are places in a list of values that the
/// caller keeps.
class Formula {
  public:
    /// The place of a name; nothing where there is none.
    using Lookup = std::function<std::optional<std::size_t>(std::string_view name)>;

    /// An error says, in a sentence, what cannot be read.
    static Expected<Formula, std::string> read(std::string_view text, const Lookup& lookup);

    /// May be infinite or no number, as its functions may.
    double value(std::span<const double> values) const;

    /// Places of the names in it, each once.
    const std::vector<std::size_t>& places() const { return places_; }

  private:
    friend class FormulaReader;

    enum class Operation : std::uint8_t {
        number,
        name,
        add,
        subtract,
        multiply,
        divide,
        power,
        negate,
        exp,
        ln,
        logit,
        logistic,
        min,
        max
    };
    /// In the order in which they are carried out on a stack.
    struct Step {
        Operation operation;
        double number = 0;
        std::size_t place = 0;
    };
    static double result_of(Operation operation, double left, double right);

    std::vector<Step> steps_;
    std::vector<std::size_t> places_;
};

}  // namespace tumen

#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/expected.hpp"
#include "experiment/source.hpp"
#include "measures/headlines/headlines.hpp"

/// When there are enough replicates: a rule on the interval of one headline, looked at after
/// batches whose ends are fixed, so that neither threads nor time decide where a run ends.
namespace tumen {

enum class Goal : std::uint8_t { relative, absolute };

/// What has to be known well enough: a mean, of replicates that differ by luck; or both ends of the
/// range that 90 of 100 plays lie between, of plays that each have their own draw.
enum class Known : std::uint8_t { mean, range };

/// Play until half the width of the 95 % interval (of a range: the Monte Carlo error of its ends)
/// is at most this, as a share of the mean's size (of the range's width) or in the headline's unit.
struct StoppingRule {
    double half_width = 0;
    Goal goal = Goal::relative;
    std::string headline;  // id; empty for the first that says what changed
    Known known = Known::mean;
};

/// "half-width=5%", "half-width=20@stopped_calling", "error=10%".
Expected<StoppingRule, Diagnostic> read_stopping_rule(std::string_view text);

/// `id`, which must be a headline of the scenario.
Expected<std::string, Diagnostic> known_headline(const Scenario& scenario, const std::string& id);

/// Ends of the batches: 16, then half as many again each time, `most` at the end.
std::uint32_t next_batch(std::uint32_t played, std::uint32_t most);

/// How well one number is known.
struct Precision {
    std::string what;  // "Phones handed in", or "Phones handed in, b less a"
    std::string unit;
    std::size_t n = 0;
    double mean = 0;  // or the width of the range
    double half_width = 0;
    std::optional<Interval> range = {};
    std::size_t beyond = 0;  // draws beyond an end of the range
};

/// The headline that the rule is about, for experiments with these headlines; an error for an
/// unknown one, with what was meant.
Expected<Headline, Diagnostic> headline_of_rule(const StoppingRule& rule,
                                                const std::vector<Headline>& known);

/// What replicates 1 .. `last` tell: the mean of a run, or for a compare the paired differences of
/// each other scenario from the first. Empty where there are fewer than two values.
Expected<std::vector<Precision>, Diagnostic> precisions(ResultSource& results,
                                                        const StoppingRule& rule,
                                                        std::uint32_t last);

enum class Enough : std::uint8_t { no, yes };
/// Yes where all of them are as precise as asked for.
Enough enough(const StoppingRule& rule, const std::vector<Precision>& all);

/// "Phones handed in: 412 +- 19 phones, 4.6 % of it, from 54 replicates"
std::string precision_text(const Precision& precision);
/// "5 % of the mean", "20 phones"
std::string goal_text(const StoppingRule& rule, std::string_view unit);

}  // namespace tumen

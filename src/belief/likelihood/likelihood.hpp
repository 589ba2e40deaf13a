#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/expected.hpp"
#include "base/hash.hpp"
#include "scenario/evidence/ledger.hpp"
#include "scenario/scenario.hpp"
#include "scenario/text/files.hpp"

/// How likely the patterns of role `calibrate` are where a play came to certain values:
/// evidence/likelihood.toml, whose head says how a band is read.
namespace tumen {

/// On which scale a statistic and its band are compared.
enum class PatternScale : std::uint8_t { plain, amount, share };
enum class OpenEnd : std::uint8_t { none, low, high };

/// A pattern as it is read.
struct PatternReading {
    const Pattern* pattern = nullptr;
    Expectation expectation = Expectation::none;
    PatternScale scale = PatternScale::plain;
    OpenEnd open = OpenEnd::none;
    double middle = 0;            // of the band, on the scale; its one end where the other is open
    double spread = 0;            // of band and discrepancy together; without luck
    double wrong_sign = 0;        // of a sign
    std::size_t voice = 0;        // whose it is: of its voices the one with the fewest patterns
    double counts_as = 1;         // of one independent pattern
    double second_counts_as = 1;  // the same where reports are read the second way
};

/// What is said of all patterns together.
struct ReadingRules {
    double coverage = 0;
    double open_edge = 0;
    double most = 0;
    double without_value = 0;
    double shared = 0;
    double voice_power = 0;
    std::optional<double> second_voice_power = {};  // of the second reading; not hashed
};

class Likelihood {
  public:
    /// Patterns without a line in the text are an error, and so are lines without a pattern.
    static Expected<Likelihood, Diagnostic> read(const ScenarioText& text,
                                                 const std::vector<const Pattern*>& patterns);

    const std::vector<PatternReading>& patterns() const { return patterns_; }
    const std::vector<std::string>& voices() const { return voices_; }
    /// Prior weights of the choices of each rival rule, which sum to 1.
    const std::array<std::vector<double>, rule_count>& rule_weights() const { return rules_; }

    /// A statistic on the pattern's scale; infinite at the ends of the scale.
    static double on_scale(const PatternReading& pattern, double value);

    /// How many spreads off a band the value is, by sign; at most the most that counts. `luck` is
    /// the spread of one play on the scale.
    double off(const PatternReading& pattern, std::optional<double> value, double luck) const;

    /// Log-likelihood of each voice's patterns. Values and luck in the order of patterns().
    std::vector<double> by_voice(std::span<const std::optional<double>> values,
                                 std::span<const double> luck) const;
    double log_of(std::span<const std::optional<double>> values,
                  std::span<const double> luck) const;

    /// The same with all spreads so many times as wide, or without what a voice or pattern says.
    Likelihood widened(double times) const;
    Likelihood without_voice(std::string_view voice) const;
    Likelihood without_pattern(std::string_view id) const;

    /// Where the evidence states a second way to read the reports, under which answers are shown
    /// too: n patterns of one voice count as n to this power. The likelihood read so; and by voice,
    /// how many times as much its say counts then.
    const std::optional<double>& second_voice_power() const { return all_.second_voice_power; }
    Likelihood second() const;
    std::vector<double> times_in_second() const;

    /// The same with the patterns of these places alone, in their order.
    Likelihood of_patterns(std::span<const std::size_t> places) const;
    /// What would be said where a city has come to `values`, with the errors that the likelihood
    /// takes reports to have, drawn by `seed`. Patterns without a value there are said nothing of.
    Likelihood observing(std::span<const std::optional<double>> values,
                         std::span<const double> luck, std::uint64_t seed) const;

    /// Of all that counts; labels and notes do not, and neither does the second reading: by it
    /// draws are weighed again that do not depend on it.
    Hash hash() const;

  private:
    friend class LikelihoodReader;
    double sign_part(const PatternReading& pattern, std::optional<double> value) const;

    ReadingRules all_;
    std::vector<PatternReading> patterns_;
    std::vector<std::string> voices_;
    std::array<std::vector<double>, rule_count> rules_;
};

/// Those that are fitted: role `calibrate`, with a test.
std::vector<const Pattern*> fitted_patterns();

/// The project's own, of fitted_patterns(), read once.
const Likelihood& ledger_likelihood();

/// The rival rules of draw n of the prior, by name, as a function of seed and n.
std::vector<std::pair<std::string, std::string>> draw_rules(const Likelihood& likelihood,
                                                            std::uint64_t seed, std::uint32_t draw);

}  // namespace tumen

#include "belief/prior_draw.hpp"

#include <algorithm>
#include <cmath>
#include <memory>

#include "base/distributions.hpp"
#include "base/draw.hpp"
#include "base/hash.hpp"
#include "scenario/ledger.hpp"

namespace tumen {

namespace {

constexpr std::uint64_t key_of_priors = 0x7072696F72732121u;  // any fixed one
constexpr std::uint32_t most_trials = 1000;                   // of a whole draw
constexpr std::uint32_t most_redraws = 64;                    // of one entry in a trial

/// One draw of everything, entry by entry.
class Trial {
  public:
    Trial(const Priors& priors, std::uint64_t seed, std::uint32_t draw, std::uint32_t trial)
        : priors_(priors),
          seed_(seed),
          draw_(draw),
          trial_(trial),
          values_(priors.blank_values()),
          scores_(priors.entries().size()) {}

    /// Nothing where some value fell outside its range and could not be drawn again alone.
    std::optional<std::vector<double>> values() {
        for (std::size_t i = 0; i < priors_.entries().size(); ++i) {
            if (!take(i)) return std::nullopt;
        }
        values_.resize(priors_.entries().size());
        return values_;
    }

  private:
    bool take(std::size_t i) {
        const PriorEntry& entry = priors_.entries()[i];
        for (std::uint32_t redraw = 0; redraw < most_redraws; ++redraw) {
            values_[i] = value_of(i, redraw);
            if (fits(entry, values_[i])) return true;
            if (entry.shape == PriorShape::none) return false;
        }
        return false;
    }

    static bool fits(const PriorEntry& entry, double value) {
        if (!std::isfinite(value)) return false;
        if (!entry.parameter) return true;
        const Interval range = evidence_range(*entry.parameter);
        return value >= range.low && value <= range.high;
    }

    double value_of(std::size_t i, std::uint32_t redraw) {
        const PriorEntry& entry = priors_.entries()[i];
        double value = 0;
        if (entry.shape != PriorShape::none) {
            const RandomBlock drawn =
                philox({name_hash(entry.name), draw_, trial_, redraw}, seed_ ^ key_of_priors);
            if (uniform(drawn.word[1]) < entry.zero) return 0;
            value = drawn_value(i, uniform(drawn.word[0]), uniform(drawn.word[2]), redraw);
        }
        if (entry.value) {
            values_[Priors::drawn] = value;
            value = entry.value->value(values_);
        }
        return entry.whole ? std::floor(value + 0.5) : value;
    }

    /// A partner whose score alone would decide gives way to a fresh one where that falls outside.
    double drawn_value(std::size_t i, double own, double fresh, std::uint32_t redraw) {
        const PriorEntry& entry = priors_.entries()[i];
        double score = normal_quantile(own);
        if (entry.partner) {
            const double rho = entry.partner->correlation;
            const double shared =
                redraw == 0 ? scores_[entry.partner->entry] : normal_quantile(fresh);
            score = rho * shared + std::sqrt(1 - rho * rho) * score;
        }
        scores_[i] = score;
        if (entry.shape != PriorShape::beta) return shaped(entry, score);
        return BetaTable(entry.numbers[0], entry.numbers[1]).quantile(own);
    }

    const Priors& priors_;
    std::uint64_t seed_;
    std::uint32_t draw_;
    std::uint32_t trial_;
    std::vector<double> values_;
    std::vector<double> scores_;
};

double quantile(std::vector<double>& sorted, double part) {
    const double place = part * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

PriorSummary summary_of(const PriorEntry& entry, std::vector<double> drawn) {
    std::sort(drawn.begin(), drawn.end());
    PriorSummary summary{quantile(drawn, 0.05), quantile(drawn, 0.5), quantile(drawn, 0.95), 0};
    if (!entry.parameter) return summary;
    const double start = ledger_value(*entry.parameter).value;
    const auto [first, last] = std::equal_range(drawn.begin(), drawn.end(), start);
    summary.start_at =
        (static_cast<double>(first - drawn.begin()) + static_cast<double>(last - drawn.begin())) /
        2 / static_cast<double>(drawn.size());
    return summary;
}

}  // namespace

Expected<std::vector<double>, Diagnostic> draw_priors(const Priors& priors, std::uint64_t seed,
                                                      std::uint32_t draw) {
    for (std::uint32_t trial = 0; trial < most_trials; ++trial) {
        if (auto values = Trial(priors, seed, draw, trial).values()) return *std::move(values);
    }
    return diagnostic("the priors have no draw within the ranges of the parameters",
                      "a thousand trials fell outside",
                      "widen a range in evidence/parameters.toml");
}

std::vector<std::pair<std::string, double>> parameter_values(const Priors& priors,
                                                             const std::vector<double>& drawn) {
    std::vector<std::pair<std::string, double>> values;
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        if (priors.entries()[i].parameter) values.emplace_back(priors.entries()[i].name, drawn[i]);
    }
    return values;
}

Expected<std::vector<PriorSummary>, Diagnostic> summarise(const Priors& priors, std::uint64_t seed,
                                                          std::uint32_t draws) {
    std::vector<std::vector<double>> columns(priors.entries().size());
    for (std::uint32_t draw = 1; draw <= draws; ++draw) {
        const auto drawn = draw_priors(priors, seed, draw);
        if (!drawn) return drawn.error();
        for (std::size_t i = 0; i < columns.size(); ++i)
            columns[i].push_back((*drawn)[i]);
    }
    std::vector<PriorSummary> summaries;
    for (std::size_t i = 0; i < columns.size(); ++i)
        summaries.push_back(summary_of(priors.entries()[i], std::move(columns[i])));
    return summaries;
}

}  // namespace tumen

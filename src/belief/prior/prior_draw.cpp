#include "belief/prior/prior_draw.hpp"

#include <algorithm>
#include <cmath>
#include <memory>

#include "base/distributions.hpp"
#include "base/draw.hpp"
#include "base/hash.hpp"
#include "measures/numbers/confidence.hpp"
#include "scenario/evidence/ledger.hpp"

namespace tumen {

namespace {

constexpr std::uint64_t key_of_priors = 0x7072696F72732121u;  // any fixed one
constexpr std::uint64_t key_of_moves = 0x7072696F724E6561u;
constexpr std::uint32_t most_trials = 1000;  // of a whole draw
constexpr std::uint32_t most_redraws = 64;   // of one entry in a trial

/// Where a draw comes from: from nowhere, or from near another.
struct Origin {
    std::uint64_t key;
    std::uint32_t number;
    const ScoredDraw* near = nullptr;
    double step = 1;
};

/// The probability below a normal score, to the last of 32 bits.
double probability_below(double score) {
    double low = 0;
    double high = 1;
    for (int bit = 0; bit < 32; ++bit) {
        const double middle = (low + high) / 2;
        (normal_quantile(middle) < score ? low : high) = middle;
    }
    return (low + high) / 2;
}

/// One draw of everything, entry by entry.
class Trial {
  public:
    Trial(const Priors& priors, const Origin& origin, std::uint32_t trial)
        : priors_(priors), origin_(origin), trial_(trial), values_(priors.blank_values()) {
        const std::size_t entries = priors.entries().size();
        whole_.scores.resize(entries);
        whole_.absences.resize(entries);
        together_.resize(entries);
    }

    /// Nothing where some value fell outside its range and could not be drawn again alone.
    std::optional<ScoredDraw> draw() {
        for (std::size_t i = 0; i < priors_.entries().size(); ++i) {
            if (!take(i)) return std::nullopt;
        }
        values_.resize(priors_.entries().size());
        whole_.values = std::move(values_);
        return std::move(whole_);
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
                philox({name_hash(entry.name), origin_.number, trial_, redraw}, origin_.key);
            const double own = uniform(drawn.word[0]);
            double& score = whole_.scores[i];
            score = normal_quantile(own);
            if (origin_.near != nullptr) score = near(score, origin_.near->scores[i]);
            if (is_absent(i, uniform(drawn.word[1]))) return 0;
            value = drawn_value(i, own, uniform(drawn.word[2]), redraw);
        }
        if (entry.value) {
            values_[Priors::drawn] = value;
            value = entry.value->value(values_);
        }
        return entry.whole ? std::floor(value + 0.5) : value;
    }

    double near(double score, double kept) const {
        if (origin_.near == nullptr) return score;
        return std::sqrt(1 - origin_.step * origin_.step) * kept + origin_.step * score;
    }

    bool is_absent(std::size_t i, double place) {
        const double zero = priors_.entries()[i].zero;
        if (zero <= 0) return false;
        double& score = whole_.absences[i];
        score = normal_quantile(place);
        if (origin_.near == nullptr) return place < zero;
        score = near(score, origin_.near->absences[i]);
        return score < normal_quantile(zero);
    }

    /// A partner whose score alone would decide gives way to a fresh one where that falls outside.
    double drawn_value(std::size_t i, double own, double fresh, std::uint32_t redraw) {
        const PriorEntry& entry = priors_.entries()[i];
        double score = whole_.scores[i];
        if (entry.partner) {
            const double rho = entry.partner->correlation;
            const double shared =
                redraw == 0 ? together_[entry.partner->entry] : normal_quantile(fresh);
            score = rho * shared + std::sqrt(1 - rho * rho) * score;
        }
        together_[i] = score;
        if (entry.shape != PriorShape::beta) return shaped(entry, score);
        return entry.table->quantile(origin_.near == nullptr ? own : probability_below(score));
    }

    const Priors& priors_;
    Origin origin_;
    std::uint32_t trial_;
    std::vector<double> values_;
    std::vector<double> together_;  // scores with those that they go with
    ScoredDraw whole_;
};

Expected<ScoredDraw, Diagnostic> drawn(const Priors& priors, const Origin& origin) {
    for (std::uint32_t trial = 0; trial < most_trials; ++trial) {
        if (auto draw = Trial(priors, origin, trial).draw()) return *std::move(draw);
    }
    return diagnostic("the priors have no draw within the ranges of the parameters",
                      "a thousand trials fell outside",
                      "widen a range in evidence/parameters.toml");
}

double quantile(std::vector<double>& sorted, double part) {
    const double place = part * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

PriorSummary summary_of(const PriorEntry& entry, std::vector<double> drawn) {
    std::sort(drawn.begin(), drawn.end());
    PriorSummary summary{quantile(drawn, range_low), quantile(drawn, 0.5),
                         quantile(drawn, range_high), 0};
    if (!entry.parameter) return summary;
    const double start = ledger_value(*entry.parameter).value;
    const auto [first, last] = std::equal_range(drawn.begin(), drawn.end(), start);
    summary.start_at =
        (static_cast<double>(first - drawn.begin()) + static_cast<double>(last - drawn.begin())) /
        2 / static_cast<double>(drawn.size());
    return summary;
}

}  // namespace

Expected<ScoredDraw, Diagnostic> draw_with_scores(const Priors& priors, std::uint64_t seed,
                                                  std::uint32_t draw) {
    return drawn(priors, {seed ^ key_of_priors, draw});
}

Expected<ScoredDraw, Diagnostic> draw_near(const Priors& priors, std::uint64_t seed,
                                           const ScoredDraw& from, std::uint32_t number,
                                           double step) {
    return drawn(priors, {seed ^ key_of_moves, number, &from, step});
}

Expected<std::vector<double>, Diagnostic> draw_priors(const Priors& priors, std::uint64_t seed,
                                                      std::uint32_t draw) {
    auto scored = draw_with_scores(priors, seed, draw);
    if (!scored) return scored.error();
    return std::move(scored->values);
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
    summaries.reserve(columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i)
        summaries.push_back(summary_of(priors.entries()[i], std::move(columns[i])));
    return summaries;
}

}  // namespace tumen

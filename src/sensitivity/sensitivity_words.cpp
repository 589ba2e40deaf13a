#include "sensitivity/sensitivity_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "measures/numbers/words.hpp"

namespace tumen {

namespace {

/// "0.31 (0.22 to 0.40)"
std::string index_text(const Estimated& estimated) {
    if (!estimated.interval) return fmt::format("{:.2f}", estimated.value);
    return fmt::format("{:.2f} ({:.2f} to {:.2f})", estimated.value, estimated.interval->low,
                       estimated.interval->high);
}

std::string amount_text(const Estimated& estimated, std::string_view unit) {
    std::string value = number_text(estimated.value, unit);
    if (!estimated.interval) return value;
    return value + " (" + interval_text(*estimated.interval, unit) + ")";
}

std::string standing_text(Standing standing) {
    if (standing == Standing::not_told) return " Within Monte Carlo noise.";
    return {};
}

/// The estimate can be negative, the index cannot.
std::string negative_text(const SobolIndex& index) {
    if (index.first.value >= 0) return {};
    return " An estimate below 0 means about zero: alone the parameter explains nothing.";
}

std::string sobol_sentence(const FactorSensitivity& factor) {
    const SobolIndex& index = *factor.index;
    return fmt::format("{}: share of the variance alone {}, with all it acts through {}.{}{}",
                       factor.name, index_text(index.first), index_text(index.total),
                       negative_text(index), standing_text(factor.standing));
}

std::string morris_sentence(const FactorSensitivity& factor, const Headline& headline) {
    const Screening& found = *factor.screening;
    std::string text = fmt::format("{}: over its range it moves the headline by {}", factor.name,
                                   amount_text(found.size, headline.unit));
    const Estimated& mean = found.mean;
    if (mean.interval && mean.interval->low > 0) {
        text += ", up";
    } else if (mean.interval && mean.interval->high < 0) {
        text += ", down";
    } else {
        text += ", up at some places and down at others, or too little to tell";
    }
    return text + "." + standing_text(factor.standing);
}

std::string counting_sentence(const HeadlineSensitivity& one) {
    std::string names;
    std::size_t told = 0;
    for (const FactorSensitivity& factor : one.factors) {
        if (factor.standing != Standing::told) continue;
        names +=
            fmt::format("{}{} (rank {})", told == 0 ? "" : ", ", factor.name, rank_text(factor));
        ++told;
    }
    const std::size_t all = one.factors.size();
    if (told == 0) {
        return fmt::format("{}: none of {} parameters stands clear of Monte Carlo noise.",
                           one.headline.label, all);
    }
    return fmt::format("{}: {} of {} parameters {} clear of Monte Carlo noise: {}.",
                       one.headline.label, told, all, told == 1 ? "stands" : "stand", names);
}

std::string luck_sentence(const LuckShare& luck) {
    return fmt::format(
        "Luck makes {:.0f} % of the variance of single runs, and {:.1f} % of that between the "
        "means over {} replicates that this rests on.",
        100 * luck.of_runs(), 100 * luck.of_means(), luck.replicates);
}

std::string dropped_sentence(const HeadlineSensitivity& one, SensitivityMethod method) {
    return fmt::format(
        "{} of {} {} are left out, because a run failed, is missing or has no such "
        "headline.",
        one.planned - one.used, one.planned,
        method == SensitivityMethod::morris ? "effects" : "base rows");
}

double width_of(const Estimated& estimated) {
    return estimated.interval ? estimated.interval->high - estimated.interval->low : INFINITY;
}

constexpr double narrow = 0.5;  // of the strongest value: an interval that says something

/// Whether more samples would change the picture, judged by the strongest factor.
std::string growth_sentence(const HeadlineSensitivity& one, SensitivityMethod method) {
    if (one.growth.size() < 2 || one.factors.empty()) return {};
    const Growth& half = one.growth[one.growth.size() - 2];
    const Growth& all = one.growth.back();
    double moved = 0;
    for (std::size_t i = 0; i < all.strengths.size(); ++i)
        moved = std::max(moved, std::abs(all.strengths[i].value - half.strengths[i].value));
    const double width = width_of(all.strengths.front());
    if (!std::isfinite(moved) || !std::isfinite(width)) return {};
    std::string_view verdict = "The design is large enough.";
    if (moved > width) {
        verdict = "The values have not settled: more samples are needed.";
    } else if (width > narrow * all.strengths.front().value) {
        verdict = "The intervals are still wide: more samples would narrow them.";
    }
    const std::string_view unit =
        method == SensitivityMethod::morris ? std::string_view(one.headline.unit) : "1";
    const auto text = [&](double value) { return number_text(value, unit); };
    return fmt::format(
        "From {} to {} samples no value moved by more than {}; the interval of the strongest, {}, "
        "is {} wide. {}",
        half.samples, all.samples, text(moved), text(all.strengths.front().value), text(width),
        verdict);
}

}  // namespace

std::string_view name_of(Standing standing) {
    switch (standing) {
        case Standing::told:
            return "told";
        case Standing::not_told:
            return "not told from nothing";
        case Standing::no_floor:
            break;
    }
    return "no floor";
}

std::string rank_text(const FactorSensitivity& factor) {
    if (factor.best == factor.worst) return std::to_string(factor.best);
    return fmt::format("{} to {}", factor.best, factor.worst);
}

std::string sentence_of(const FactorSensitivity& factor, const Headline& headline) {
    if (factor.index) return sobol_sentence(factor);
    if (factor.screening) return morris_sentence(factor, headline);
    return factor.name + ": too few runs to say anything.";
}

std::vector<std::string> sentences_of(const HeadlineSensitivity& one, SensitivityMethod method) {
    std::vector<std::string> sentences;
    if (one.factors.empty()) {
        sentences.push_back(std::string(one.headline.label) +
                            ": too few runs, or the same value in all of them.");
    } else if (one.dummy) {
        sentences.push_back(counting_sentence(one));
    } else {
        sentences.push_back(std::string(one.headline.label) +
                            ": with one replicate a point, luck cannot be told from parameters; "
                            "play at least 2.");
    }
    if (one.luck) sentences.push_back(luck_sentence(*one.luck));
    if (one.used < one.planned) sentences.push_back(dropped_sentence(one, method));
    const std::string growth = growth_sentence(one, method);
    if (!growth.empty()) sentences.push_back(growth);
    return sentences;
}

std::vector<std::string> warnings_of(const Sensitivity& sensitivity) {
    std::vector<std::string> warnings;
    const std::size_t runs = sensitivity.points * sensitivity.replicates;
    if (sensitivity.failed > 0) {
        warnings.push_back(fmt::format("{} of {} runs failed; what rests on them is left out.",
                                       sensitivity.failed, runs));
    }
    if (sensitivity.missing > 0) {
        warnings.push_back(fmt::format("{} runs are not played yet; this rests on {} replicates.",
                                       sensitivity.missing, sensitivity.replicates));
    }
    if (!sensitivity.chosen.empty())
        warnings.push_back("Parameters were chosen by " + sensitivity.chosen + ".");
    return warnings;
}

}  // namespace tumen

#include "calibration/posterior.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/draw.hpp"
#include "base/math.hpp"
#include "measures/numbers/confidence.hpp"
#include "measures/numbers/effective_size.hpp"
#include "measures/numbers/weighted.hpp"

namespace tumen {

namespace {

constexpr std::uint64_t key = 0x706F73746572696Fu;  // apart from all other draws of the same seed
constexpr double flat_variance = 1.0 / 12;          // of a place before anything is known
constexpr double edge = 0.1;                        // share of the prior at either end
constexpr double much_at_edge = 0.3;                // three times what the prior has there
constexpr double little_learnt = 0.1;               // shrinkage
constexpr double few_effective = 0.25;              // of the particles

using Weighted = std::vector<std::pair<double, double>>;

double weighted_mean(const Weighted& values) {
    double sum = 0;
    for (const auto& [value, weight] : values)
        sum += value * weight;
    return sum;
}

double covariance(const Weighted& one, const Weighted& other) {
    const double centre_one = weighted_mean(one);
    const double centre_other = weighted_mean(other);
    double sum = 0;
    for (std::size_t i = 0; i < one.size(); ++i)
        sum += one[i].second * (one[i].first - centre_one) * (other[i].first - centre_other);
    return sum;
}

Weighted column(const WeightedSample& sample, std::size_t parameter,
                std::vector<double> Particle::*of) {
    Weighted values;
    for (std::size_t i = 0; i < sample.particles.size(); ++i)
        values.emplace_back((sample.particles[i]->*of)[parameter], sample.weights[i]);
    return values;
}

double weight_where(const Weighted& places, double low, double high) {
    double sum = 0;
    for (const auto& [place, weight] : places) {
        if (low <= place && place <= high) sum += weight;
    }
    return sum;
}

ParameterPosterior parameter_of(const Factor& prior, const Weighted& values,
                                const Weighted& places) {
    ParameterPosterior result;
    result.prior = prior;
    result.mean = weighted_mean(values);
    result.median = weighted_quantile(values, 0.5);
    result.half = {weighted_quantile(values, 0.25), weighted_quantile(values, 0.75)};
    result.ninety = {weighted_quantile(values, range_low), weighted_quantile(values, range_high)};
    result.shrinkage = 1 - covariance(places, places) / flat_variance;
    if (weight_where(places, 0, edge) > much_at_edge)
        result.warnings.push_back("it lies at the low end of its prior");
    if (weight_where(places, 1 - edge, 1) > much_at_edge)
        result.warnings.push_back("it lies at the high end of its prior");
    if (result.shrinkage < little_learnt)
        result.warnings.push_back("the patterns say little about it");
    return result;
}

std::vector<std::vector<double>> correlations_of(const std::vector<Weighted>& places) {
    std::vector<std::vector<double>> result;
    for (const Weighted& one : places) {
        std::vector<double>& row = result.emplace_back();
        for (const Weighted& other : places) {
            const double spread = std::sqrt(covariance(one, one) * covariance(other, other));
            row.push_back(spread > 0 ? covariance(one, other) / spread
                                     : std::numeric_limits<double>::quiet_NaN());
        }
    }
    return result;
}

/// Over all simulations of a generation whose parameters were not chosen by their outcome.
std::optional<PredictiveShare> predictive(const Generation& generation, std::size_t target,
                                          const PatternTest& test) {
    PredictiveShare result;
    for (const Particle& particle : generation.particles) {
        if (particle.status == ParticleStatus::failed) continue;
        const double value = particle.statistics[target];
        if (!std::isfinite(value)) continue;
        ++result.n;
        if (shows(test, value)) ++result.showing;
        result.mean += value;
    }
    if (result.n == 0) return std::nullopt;
    result.mean /= static_cast<double>(result.n);
    result.share = static_cast<double>(result.showing) / static_cast<double>(result.n);
    result.share_interval = proportion_interval(result.showing, result.n, confidence_level);
    return result;
}

std::vector<PatternFit> patterns_of(const AbcSettings& settings,
                                    const std::vector<Generation>& history) {
    std::vector<PatternFit> fits;
    for (std::size_t i = 0; i < settings.targets.size(); ++i) {
        const Pattern* pattern = find_pattern(settings.targets[i].pattern);
        if (pattern == nullptr) continue;
        PatternFit& fit = fits.emplace_back();
        fit.pattern = pattern;
        fit.use = settings.targets[i].use;
        if (!history.empty()) fit.prior = predictive(history.front(), i, pattern->test);
        if (!history.empty() && history.back().status == GenerationStatus::predictive)
            fit.posterior = predictive(history.back(), i, pattern->test);
    }
    return fits;
}

std::string sentence_of(AbcEnd end, const AbcSettings& settings) {
    switch (end) {
        case AbcEnd::none:
            return "It is not finished.";
        case AbcEnd::all_played:
            if (settings.generations == 1) return "It ended after the one generation asked for.";
            return fmt::format("It ended after the {} generations asked for.",
                               settings.generations);
        case AbcEnd::all_bands_met:
            return "It ended because every set of values that was kept brings all patterns fitted "
                   "to into their bands: these patterns have nothing more to say.";
        case AbcEnd::too_few_accepted:
            return fmt::format(
                "It ended because fewer than {:.3g} % of the proposals of a further generation "
                "came near enough to the patterns.",
                100 * settings.floor);
        case AbcEnd::no_posterior:
            return "It ended because too few proposals could be simulated.";
    }
    return "";
}

void warn_of_few(CalibrationSummary& summary) {
    const auto particles = static_cast<double>(summary.particles);
    if (!summary.no_posterior.empty() || summary.effective_size >= few_effective * particles)
        return;
    summary.warnings.push_back(
        fmt::format("The {} particles count for {:.0f} independent ones: intervals are rough. More "
                    "particles would help.",
                    summary.particles, summary.effective_size));
}

/// What the ranges cannot give, which comes before all that was found: fitted patterns that no
/// simulation showed, with values from the prior or from the posterior.
std::string never_shown(const std::vector<PatternFit>& patterns) {
    std::string names;
    for (const PatternFit& fit : patterns) {
        if (fit.use != TargetUse::fitted || !fit.posterior || fit.posterior->share > 0) continue;
        if (fit.prior && fit.prior->share > 0) continue;
        names += (names.empty() ? "" : ", ") + std::string(fit.pattern->id);
    }
    if (names.empty()) return "";
    return "No set of values that was tried shows " + names +
           ": within these ranges the model cannot be fitted to it, and what follows are the "
           "values "
           "least far away. ";
}

/// What fitting to all of them has cost: fitted patterns that fewer simulations show than before.
std::string worse_patterns(const std::vector<PatternFit>& patterns) {
    std::string names;
    for (const PatternFit& fit : patterns) {
        if (fit.use == TargetUse::fitted && fit.got_worse())
            names += (names.empty() ? "" : ", ") + std::string(fit.pattern->id);
    }
    return names.empty() ? "" : "Fewer sets of values show " + names + " than before. ";
}

}  // namespace

void find_places(const AbcSettings& settings, std::vector<Generation>& history) {
    const auto place_of = [](const Factor& prior, double value) {
        if (prior.scale == Scale::logarithmic)
            return math::log(value / prior.low) / math::log(prior.high / prior.low);
        return (value - prior.low) / (prior.high - prior.low);
    };
    for (Generation& generation : history) {
        for (Particle& particle : generation.particles) {
            particle.place.clear();
            for (std::size_t i = 0; i < settings.priors.size(); ++i)
                particle.place.push_back(place_of(settings.priors[i], particle.values[i]));
        }
    }
}

bool is_finished(const std::vector<Generation>& history) {
    const bool finished = !history.empty() && history.back().status == GenerationStatus::predictive;
    return finished;
}

bool PatternFit::got_worse() const {
    if (!prior || !posterior) return false;
    // Newcombe's interval of the difference: a share of 0 or 1 has an error too.
    const double below = prior->share - prior->share_interval.low;
    const double above = posterior->share_interval.high - posterior->share;
    return prior->share - posterior->share > std::hypot(below, above);
}

std::string no_posterior(std::size_t particles, double effective_size) {
    if (std::round(effective_size) >= least_effective) return "";  // as it is printed
    return fmt::format(
        "This is no posterior: the {} sets of values that were kept count for {:.0f} independent "
        "ones, and {:.0f} are needed. More particles, or fewer patterns, would help. ",
        particles, effective_size, least_effective);
}

CalibrationSummary summarise(const AbcSettings& settings, const std::vector<Generation>& history) {
    CalibrationSummary summary;
    const AbcEnd end = end_of(settings, history);
    const bool ended = is_finished(history) || end == AbcEnd::no_posterior;
    summary.end = ended ? end : AbcEnd::none;
    summary.patterns = patterns_of(settings, history);
    const Generation* posterior = posterior_of(history);
    WeightedSample sample;
    if (posterior != nullptr) {
        sample = sample_of(*posterior);
        summary.particles = sample.particles.size();
        summary.effective_size = effective_size(sample.weights);
        summary.no_posterior = no_posterior(summary.particles, summary.effective_size);
    }
    summary.why = never_shown(summary.patterns) + summary.no_posterior +
                  worse_patterns(summary.patterns) + sentence_of(summary.end, settings);
    if (posterior == nullptr) return summary;
    std::vector<Weighted> places;
    for (std::size_t i = 0; i < settings.priors.size(); ++i) {
        places.push_back(column(sample, i, &Particle::place));
        summary.parameters.push_back(
            parameter_of(settings.priors[i], column(sample, i, &Particle::values), places.back()));
    }
    summary.correlations = correlations_of(places);
    warn_of_few(summary);
    return summary;
}

Posterior posterior_values(const AbcSettings& settings, const std::vector<Generation>& history) {
    Posterior result;
    for (const Factor& prior : settings.priors)
        result.names.push_back(prior.name);
    const Generation* posterior = posterior_of(history);
    if (posterior == nullptr) return result;
    WeightedSample sample = sample_of(*posterior);
    for (const Particle* particle : sample.particles)
        result.values.push_back(particle->values);
    result.weights = std::move(sample.weights);
    return result;
}

ReplicateDraw draw_from(const Posterior& posterior, std::uint64_t seed, std::uint32_t replicate) {
    const double number = uniform(philox({replicate, 0, 0, 0}, seed ^ key).word[0]);
    std::size_t chosen = 0;
    double sum = posterior.weights.front();
    while (number >= sum && chosen + 1 < posterior.weights.size())
        sum += posterior.weights[++chosen];
    ReplicateDraw draw{replicate, {}};
    for (std::size_t i = 0; i < posterior.names.size(); ++i)
        draw.values.emplace_back(posterior.names[i], posterior.values[chosen][i]);
    return draw;
}

std::vector<ReplicateDraw> draws_from(const Posterior& posterior, std::uint64_t seed,
                                      const std::vector<std::uint32_t>& replicates) {
    std::vector<ReplicateDraw> draws;
    draws.reserve(replicates.size());
    for (const std::uint32_t replicate : replicates)
        draws.push_back(draw_from(posterior, seed, replicate));
    return draws;
}

}  // namespace tumen

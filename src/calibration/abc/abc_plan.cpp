#include "calibration/abc/abc_plan.hpp"

#include <algorithm>
#include <cmath>

#include "base/distributions.hpp"
#include "base/draw.hpp"
#include "measures/numbers/statistics.hpp"

namespace tumen {

namespace {

constexpr std::uint64_t key = 0x63616C6962726174u;  // apart from the model's draws of the same seed
constexpr std::uint32_t proposing = 1;              // what a draw is for
constexpr std::uint32_t luck = 2;
constexpr std::uint32_t blocks_a_trial = 256;
constexpr std::uint32_t most_trials = 1 << 20;
constexpr double least_expected = 10;  // accepted before a generation may be given up

/// The random numbers of one trial of a proposal.
class Numbers {
  public:
    Numbers(std::uint64_t seed, const ProposalName& name, std::uint32_t trial)
        : seed_(seed ^ key), name_(name), at_(trial * blocks_a_trial) {}

    double next() {
        if (used_ == 4) {
            block_ = philox({at_++, name_.proposal, name_.generation, proposing}, seed_);
            used_ = 0;
        }
        return uniform(block_.word[used_++]);
    }

  private:
    std::uint64_t seed_;
    ProposalName name_;
    std::uint32_t at_;
    RandomBlock block_{};
    std::size_t used_ = 4;
};

const CubePlace& ancestor(const GenerationPlan& plan, double number) {
    double sum = 0;
    for (std::size_t i = 0; i < plan.weights.size(); ++i) {
        sum += plan.weights[i];
        if (number < sum) return plan.ancestors[i];
    }
    return plan.ancestors.back();
}

bool within(const CubePlace& place) {
    return std::all_of(place.begin(), place.end(), [](double x) { return x > 0 && x < 1; });
}

/// An ancestor and a step; both again where the step leaves the priors, so that the density of
/// proposals is the mixture over ancestors, cut to the priors, and weights are exact.
CubePlace stepped(const AbcSettings& settings, const GenerationPlan& plan, std::uint32_t proposal) {
    CubePlace place;
    for (std::uint32_t trial = 0; trial < most_trials; ++trial) {
        Numbers numbers(settings.seed, {plan.number, proposal}, trial);
        const CubePlace& from = ancestor(plan, numbers.next());
        std::vector<double> normals(from.size());
        for (double& normal : normals)
            normal = normal_quantile(numbers.next());
        place = plan.kernel.step(from, normals);
        if (within(place)) return place;
    }
    for (double& x : place)
        x = std::clamp(x, 0.0, 1.0);
    return place;
}

/// The prior is flat over places, so the weight is one over the density of proposals.
double weight_of(const GenerationPlan& plan, const CubePlace& place) {
    if (plan.source != GenerationPlan::Source::steps) return 1;
    const CubePlace to = plan.kernel.whitened(place);
    double density = 0;
    for (std::size_t i = 0; i < plan.whitened.size(); ++i)
        density += plan.weights[i] * StepKernel::density(plan.whitened[i], to);
    return 1 / density;
}

std::vector<std::vector<double>> simulations_of(const Generation& generation) {
    std::vector<std::vector<double>> simulations;
    for (const Particle& particle : generation.particles) {
        if (particle.status != ParticleStatus::failed) simulations.push_back(particle.statistics);
    }
    return simulations;
}

/// The quantile of the accepted distances, as the next generation measures them. What has no value
/// is no distance to learn from.
double next_threshold(const AbcSettings& settings, const Generation& last,
                      std::span<const double> scales) {
    std::vector<double> distances;
    for (const Particle* particle : sample_of(last).particles) {
        const double apart = distance(settings.targets, scales, particle->statistics);
        if (std::isfinite(apart)) distances.push_back(apart);
    }
    if (distances.empty()) return std::numeric_limits<double>::infinity();
    return quantile(sorted(distances), settings.quantile);
}

GenerationPlan from_sample(const Generation& generation, std::uint32_t number) {
    GenerationPlan plan;
    plan.number = number;
    WeightedSample sample = sample_of(generation);
    for (const Particle* particle : sample.particles)
        plan.ancestors.push_back(particle->place);
    plan.weights = std::move(sample.weights);
    return plan;
}

}  // namespace

std::uint64_t luck_of(std::uint64_t seed, const ProposalName& name) {
    const RandomBlock block = philox({0, name.proposal, name.generation, luck}, seed ^ key);
    return (std::uint64_t{block.word[0]} << 32 | block.word[1]) >> 1;
}

std::optional<GenerationPlan> next_plan(const AbcSettings& settings,
                                        const std::vector<Generation>& history) {
    if (history.empty()) return GenerationPlan{};
    const Generation& last = history.back();
    if (last.status == GenerationStatus::predictive) return std::nullopt;
    const std::uint32_t number = last.number + 1;
    const AbcEnd end = end_of(settings, history);
    if (end == AbcEnd::no_posterior) return std::nullopt;
    if (end != AbcEnd::none) {
        GenerationPlan plan = from_sample(*posterior_of(history), number);
        plan.source = GenerationPlan::Source::posterior;
        return plan;
    }
    GenerationPlan plan = from_sample(last, number);
    plan.source = GenerationPlan::Source::steps;
    plan.scales = scales_of(simulations_of(last), settings.targets.size());
    plan.threshold = next_threshold(settings, last, plan.scales);
    plan.kernel = StepKernel(plan.ancestors, plan.weights);
    for (const CubePlace& ancestor : plan.ancestors)
        plan.whitened.push_back(plan.kernel.whitened(ancestor));
    return plan;
}

CubePlace propose(const AbcSettings& settings, const GenerationPlan& plan, std::uint32_t proposal) {
    if (plan.source == GenerationPlan::Source::steps) return stepped(settings, plan, proposal);
    Numbers numbers(settings.seed, {plan.number, proposal}, 0);
    if (plan.source == GenerationPlan::Source::posterior) return ancestor(plan, numbers.next());
    CubePlace place(settings.priors.size());
    for (double& x : place)
        x = numbers.next();
    return place;
}

Particle judged(const AbcSettings& settings, const GenerationPlan& plan, CubePlace place,
                Simulated simulated) {
    Particle particle;
    for (std::size_t i = 0; i < place.size(); ++i)
        particle.values.push_back(value_at(settings.priors[i], place[i]));
    particle.place = std::move(place);
    particle.statistics = std::move(simulated.statistics);
    if (!simulated.failure.empty()) {
        particle.status = ParticleStatus::failed;
        particle.reason = std::move(simulated.failure);
        particle.statistics.clear();
        return particle;
    }
    if (plan.source == GenerationPlan::Source::steps) {
        particle.distance = distance(settings.targets, plan.scales, particle.statistics);
        if (particle.distance > plan.threshold) return particle;
    }
    particle.status = ParticleStatus::accepted;
    particle.weight = weight_of(plan, particle.place);
    return particle;
}

GenerationStatus status_after(const AbcSettings& settings, const GenerationPlan& plan,
                              std::size_t proposals, std::size_t accepted) {
    if (plan.source == GenerationPlan::Source::posterior) {
        return proposals < settings.predictive ? GenerationStatus::open
                                               : GenerationStatus::predictive;
    }
    if (accepted >= settings.particles) return GenerationStatus::complete;
    const double expected = settings.floor * static_cast<double>(proposals);
    const bool enough_seen = expected >= least_expected;
    return enough_seen && static_cast<double>(accepted) < expected ? GenerationStatus::given_up
                                                                   : GenerationStatus::open;
}

}  // namespace tumen

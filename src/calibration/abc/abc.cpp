#include "calibration/abc/abc.hpp"

#include <algorithm>
#include <array>

#include "calibration/abc/abc_generation.hpp"
#include "calibration/abc/abc_plan.hpp"
#include "calibration/abc/abc_simulators.hpp"
#include "experiment/failure.hpp"

namespace tumen {

namespace {

/// The closed generations before the last one, where that is open.
std::vector<Generation> closed_part(std::vector<Generation>& history, Generation& open) {
    if (!history.empty() && history.back().status == GenerationStatus::open) {
        open = std::move(history.back());
        history.pop_back();
    }
    return std::move(history);
}

}  // namespace

std::string_view name_of(ParticleStatus status) {
    constexpr std::array<std::string_view, 3> names = {"accepted", "rejected", "failed"};
    return names[static_cast<std::size_t>(status)];
}

std::string_view name_of(GenerationStatus status) {
    constexpr std::array<std::string_view, 4> names = {"open", "complete", "given up",
                                                       "predictive"};
    return names[static_cast<std::size_t>(status)];
}

std::size_t Generation::accepted() const {
    return static_cast<std::size_t>(std::count_if(
        particles.begin(), particles.end(),
        [](const Particle& particle) { return particle.status == ParticleStatus::accepted; }));
}

WeightedSample sample_of(const Generation& generation) {
    WeightedSample sample;
    for (const Particle& particle : generation.particles) {
        if (particle.status != ParticleStatus::accepted) continue;
        sample.particles.push_back(&particle);
        sample.weights.push_back(particle.weight);
    }
    sample.weights = normalised(sample.weights);
    return sample;
}

AbcEnd end_of(const AbcSettings& settings, const std::vector<Generation>& history) {
    const Generation* posterior = posterior_of(history);
    const bool given_up = std::any_of(history.begin(), history.end(), [](const Generation& one) {
        return one.status == GenerationStatus::given_up;
    });
    if (given_up) return posterior == nullptr ? AbcEnd::no_posterior : AbcEnd::too_few_accepted;
    if (posterior == nullptr) return AbcEnd::none;
    if (posterior->threshold == 0) return AbcEnd::all_bands_met;
    return posterior->number + 1 >= settings.generations ? AbcEnd::all_played : AbcEnd::none;
}

const Generation* posterior_of(const std::vector<Generation>& history) {
    const auto found = std::find_if(history.rbegin(), history.rend(), [](const Generation& one) {
        return one.status == GenerationStatus::complete;
    });
    return found == history.rend() ? nullptr : &*found;
}

Expected<AbcEnd, Diagnostic> run_abc(const AbcSettings& settings, std::vector<Generation>& history,
                                     const Simulate& simulate, AbcSink& sink, Executor& executor,
                                     const AbcOptions& options) {
    ThreadSimulators simulators(simulate, executor, options.chunk);
    return run_abc(settings, history, simulators, sink, options);
}

Expected<AbcEnd, Diagnostic> run_abc(const AbcSettings& settings, std::vector<Generation>& history,
                                     Simulators& simulators, AbcSink& sink,
                                     const AbcOptions& options) {
    try {
        Generation begun;
        history = closed_part(history, begun);
        while (const auto plan = next_plan(settings, history)) {
            begun.number = plan->number;
            begun.threshold = plan->threshold;
            begun.scales = plan->scales;
            OpenGeneration open(settings, *plan, begun, sink, options);
            open.close_if_done();
            while (begun.status == GenerationStatus::open && !open.interrupted())
                simulators.play(open);
            history.push_back(std::move(begun));
            if (history.back().status == GenerationStatus::open) return AbcEnd::none;
            begun = {};
        }
        return end_of(settings, history);
    } catch (const Failure& failure) {
        return failure.diagnostic();
    } catch (const std::exception& failure) {
        return diagnostic("the calibration cannot go on", failure.what(),
                          "what was stored is safe; resume to play the rest");
    }
}

std::string restore(const AbcSettings& settings, std::vector<Generation>& history) {
    std::vector<Generation> restored;
    for (Generation& stored : history) {
        if (!restored.empty() && restored.back().status == GenerationStatus::open)
            return "a generation follows one that is not finished";
        const auto plan = next_plan(settings, restored);
        if (!plan) return "there are more generations than asked for";
        stored.number = plan->number;
        stored.threshold = plan->threshold;
        stored.scales = plan->scales;
        for (std::uint32_t i = 0; i < stored.particles.size(); ++i) {
            Particle& particle = stored.particles[i];
            Simulated simulated{particle.statistics, particle.reason};
            Particle again = judged(settings, *plan, propose(settings, *plan, i), simulated);
            if (again.values != particle.values || again.status != particle.status ||
                again.weight != particle.weight) {
                return "proposal " + std::to_string(i) + " of generation " +
                       std::to_string(plan->number) +
                       " is not the one that this program would make: the file was written by "
                       "another version, or altered";
            }
            particle.place = std::move(again.place);
        }
        const GenerationStatus status =
            status_after(settings, *plan, stored.particles.size(), stored.accepted());
        if (stored.status != GenerationStatus::open && stored.status != status)
            return "generation " + std::to_string(plan->number) + " is not " +
                   std::string(name_of(stored.status));
        restored.push_back(std::move(stored));
    }
    history = std::move(restored);
    return "";
}

}  // namespace tumen

#include "calibration/abc/abc_generation.hpp"

#include <algorithm>

namespace tumen {

OpenGeneration::OpenGeneration(const AbcSettings& settings, const GenerationPlan& plan,
                               Generation& generation, AbcSink& sink, const AbcOptions& options)
    : settings_(settings),
      plan_(plan),
      generation_(generation),
      sink_(sink),
      options_(options),
      accepted_(generation.accepted()),
      handed_out_(generation.particles.size()) {}

std::optional<Proposal> OpenGeneration::next() {
    const auto proposal = hand_out();
    if (!proposal) return std::nullopt;
    const Measured measured =
        plan_.source == GenerationPlan::Source::steps ? Measured::fitted : Measured::all;
    Proposal asked{{plan_.number, *proposal, measured}, {}};
    const CubePlace place = propose(settings_, plan_, *proposal);
    for (std::size_t i = 0; i < place.size(); ++i)
        asked.values.push_back(value_at(settings_.priors[i], place[i]));
    return asked;
}

void OpenGeneration::take(const ProposalName& name, std::optional<Simulated> simulated) {
    if (name.generation != plan_.number) return;
    std::optional<Particle> particle;
    if (simulated) {
        particle = judged(settings_, plan_, propose(settings_, plan_, name.proposal),
                          *std::move(simulated));
    }
    const std::lock_guard lock(mutex_);
    if (!particle) {
        interrupted_ = true;
        return;
    }
    waiting_.emplace(name.proposal, *std::move(particle));
    take_in();
}

GenerationStatus OpenGeneration::status() const {
    const std::lock_guard lock(mutex_);
    return generation_.status;
}

void OpenGeneration::close_if_done() {
    generation_.status = status_after(settings_, plan_, generation_.particles.size(), accepted_);
    if (generation_.status != GenerationStatus::open) sink_.close(generation_);
}

/// How far the work may be ahead of what is judged: no more than can be needed.
std::size_t OpenGeneration::most_ahead() const {
    if (plan_.source == GenerationPlan::Source::steps) return options_.chunk;
    const bool posterior = plan_.source == GenerationPlan::Source::posterior;
    const std::size_t wanted = posterior ? settings_.predictive : settings_.particles;
    const std::size_t there = posterior ? generation_.particles.size() : accepted_;
    return std::min(options_.chunk, wanted - there);
}

std::optional<std::uint32_t> OpenGeneration::hand_out() {
    const std::lock_guard lock(mutex_);
    if (options_.stop && options_.stop()) interrupted_ = true;
    if (interrupted_ || generation_.status != GenerationStatus::open) return std::nullopt;
    if (handed_out_ >= generation_.particles.size() + most_ahead()) return std::nullopt;
    return static_cast<std::uint32_t>(handed_out_++);
}

/// Where the sink fails, nobody goes on behind the gap.
void OpenGeneration::take_in() {
    try {
        while (generation_.status == GenerationStatus::open && !waiting_.empty() &&
               waiting_.begin()->first == generation_.particles.size()) {
            take_next();
        }
    } catch (...) {
        interrupted_ = true;
        throw;
    }
}

void OpenGeneration::take_next() {
    auto next = waiting_.extract(waiting_.begin());  // before the sink, which may fail
    sink_.add({plan_.number, next.key()}, next.mapped());
    if (next.mapped().status == ParticleStatus::accepted) ++accepted_;
    generation_.particles.push_back(std::move(next.mapped()));
    close_if_done();
    if (!options_.progress) return;
    options_.progress({plan_.number, plan_.threshold, generation_.particles.size(), accepted_});
}

}  // namespace tumen

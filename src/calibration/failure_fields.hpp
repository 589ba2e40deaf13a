#pragma once
#include <algorithm>

#include "base/rows/fields.hpp"
#include "calibration/calibration_fields.hpp"

/// What is told of proposals of a calibration that could not be played, in every face.
namespace tumen {

/// A reason, with the first proposal that failed for it.
struct FailedProposal {
    std::string reason;
    std::size_t count = 1;
    std::uint32_t generation = 0;
    std::uint32_t proposal = 0;
    std::uint64_t seed = 0;
};

/// Each reason once.
inline std::vector<FailedProposal> failed_proposals(const AbcSettings& settings,
                                                    const std::vector<Generation>& history) {
    std::vector<FailedProposal> list;
    for (const Generation& generation : history) {
        for (std::uint32_t i = 0; i < generation.particles.size(); ++i) {
            const Particle& particle = generation.particles[i];
            if (particle.status != ParticleStatus::failed) continue;
            const auto found = std::find_if(
                list.begin(), list.end(),
                [&](const FailedProposal& one) { return one.reason == particle.reason; });
            if (found != list.end()) {
                ++found->count;
            } else {
                list.push_back({particle.reason, 1, generation.number, i,
                                luck_of(settings.seed, {generation.number, i})});
            }
        }
    }
    return list;
}

template <>
inline constexpr ResultKind result_kind<FailedProposal> = {
    "failed proposal",
    "Why proposals of a calibration could not be played.",
    "calibrate",
    "failures[]",
    "calibration.failures[]",
    "Calibration.failures",
    "reason"};
template <>
inline constexpr auto fields_of<FailedProposal> = FieldList{
    Field{"reason", "", "What went wrong.", &FailedProposal::reason},
    Field{"count", "proposals", "How many proposals failed so.", &FailedProposal::count},
    Field{"generation", "", "The generation of the first of them.", &FailedProposal::generation},
    Field{"proposal", "", "Its number there.", &FailedProposal::proposal},
    Field{"seed", "", "Its luck, as text: a script's numbers end at 2^53.",
          [](const FailedProposal& row) { return std::to_string(row.seed); }}};

}  // namespace tumen

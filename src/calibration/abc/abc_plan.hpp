#pragma once
#include <optional>

#include "calibration/abc/abc.hpp"

namespace tumen {

/// All that the proposals of a generation depend on.
struct GenerationPlan {
    enum class Source : std::uint8_t { prior, steps, posterior };
    std::uint32_t number = 0;
    Source source = Source::prior;
    double threshold = std::numeric_limits<double>::infinity();
    std::vector<double> scales;  // empty where nothing is judged
    std::vector<CubePlace> ancestors;
    std::vector<double> weights;  // of the ancestors, summing to 1
    StepKernel kernel;
    std::vector<CubePlace> whitened;  // the ancestors, where steps are taken
};

/// The generation after those of `history`, all closed; nothing where it is at its end.
std::optional<GenerationPlan> next_plan(const AbcSettings& settings,
                                        const std::vector<Generation>& history);

/// Where proposal `proposal` lies: a pure function.
CubePlace propose(const AbcSettings& settings, const GenerationPlan& plan, std::uint32_t proposal);

/// What came of it.
Particle judged(const AbcSettings& settings, const GenerationPlan& plan, CubePlace place,
                Simulated simulated);

/// Whether so many proposals, of which so many were accepted, close the generation, and how.
GenerationStatus status_after(const AbcSettings& settings, const GenerationPlan& plan,
                              std::size_t proposals, std::size_t accepted);

}  // namespace tumen

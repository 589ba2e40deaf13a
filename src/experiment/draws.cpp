#include "experiment/draws.hpp"

#include <fmt/format.h>

#include "experiment/failure.hpp"
#include "scenario/assembly/settings.hpp"

namespace tumen {

namespace {

std::optional<Diagnostic> first_impossible(const Experiment& experiment) {
    for (std::size_t i = 0; i < experiment.draws.size(); ++i) {
        const ReplicateDraw& draw = experiment.draws[i];
        if (i > 0 && draw.values == experiment.draws[i - 1].values) continue;
        for (const Point& point : experiment.points) {
            const std::string why = impossible(as_drawn(point, draw));
            if (why.empty()) continue;
            return diagnostic(fmt::format("{} cannot be played with what is drawn for replicate {}",
                                          point.name, draw.replicate),
                              why, "set the others as well with --set, or play --luck-only");
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<Diagnostic> take_draws(Experiment& experiment, const DrawSource& source,
                                     RivalDraws rivals,
                                     const std::vector<std::uint32_t>& replicates) {
    const bool with_rules = rivals == RivalDraws::drawn && source.rivals == RivalDraws::drawn;
    experiment.design = source.design;
    experiment.design->options.emplace_back("rules", with_rules ? "all" : "default");
    experiment.draws.clear();
    for (const std::uint32_t replicate : replicates) {
        auto draw = source.draw(draw_number(replicate));
        if (!draw) return draw.error();
        draw->replicate = replicate;
        if (!with_rules) draw->rules.clear();
        add_event_draws(*draw, experiment.points, experiment.seed, draw_number(replicate));
        experiment.draws.push_back(*std::move(draw));
    }
    for (Point& point : experiment.points)
        point.held = held_by(point.scenario);
    return first_impossible(experiment);
}

}  // namespace tumen

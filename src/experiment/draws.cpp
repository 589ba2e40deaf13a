#include "experiment/draws.hpp"

#include <fmt/format.h>

#include "experiment/failure.hpp"
#include "scenario/assembly/settings.hpp"

namespace tumen {

namespace {

/// Whether rules are asked for and the source brings some.
bool brings_rules(const DrawSource& source, RivalDraws rivals) {
    return rivals == RivalDraws::drawn && source.rivals == RivalDraws::drawn;
}

std::optional<Diagnostic> first_impossible(const Experiment& experiment) {
    for (std::size_t i = 0; i < experiment.draws.size(); ++i) {
        const ReplicateDraw& draw = experiment.draws[i];
        if (i > 0 && draw.values == experiment.draws[i - 1].values) continue;
        for (const Point& point : experiment.points) {
            const std::string why = reason_against(as_drawn(point, draw), draw.values);
            if (why.empty()) continue;
            return diagnostic(fmt::format("{} cannot be played with what is drawn for replicate {}",
                                          point.name, draw.replicate),
                              why, "set the others as well with --set, or play --luck-only");
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<Diagnostic> add_draws(Experiment& experiment, const DrawSource& source,
                                    RivalDraws rivals, const std::vector<DrawAsked>& asked) {
    for (const DrawAsked& one : asked) {
        auto draw = source.draw(one.number);
        if (!draw) return draw.error();
        draw->replicate = one.replicate;
        if (!brings_rules(source, rivals)) draw->rules.clear();
        add_event_draws(*draw, experiment.points, experiment.seed, one.number);
        experiment.draws.push_back(*std::move(draw));
    }
    for (Point& point : experiment.points)
        point.held = held_by(point.scenario);
    return std::nullopt;
}

std::optional<Diagnostic> take_draws(Experiment& experiment, const DrawSource& source,
                                     RivalDraws rivals,
                                     const std::vector<std::uint32_t>& replicates) {
    experiment.design = source.design;
    experiment.design->options.emplace_back("rules",
                                            brings_rules(source, rivals) ? "all" : "default");
    experiment.draws.clear();
    std::vector<DrawAsked> asked;
    asked.reserve(replicates.size());
    for (const std::uint32_t replicate : replicates)
        asked.push_back({replicate, draw_number(replicate)});
    if (const auto problem = add_draws(experiment, source, rivals, asked)) return problem;
    return first_impossible(experiment);
}

}  // namespace tumen

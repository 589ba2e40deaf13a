#include "experiment/draws.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <span>

#include "experiment/failure.hpp"
#include "scenario/settings.hpp"

namespace tumen {

namespace {

constexpr std::uint32_t twin_period = 4;

/// What must agree: where one is named, none of the others is drawn.
constexpr std::array<std::string_view, 2> units = {"unit_households_min", "unit_households_max"};
constexpr std::array<std::string_view, 2> people = {"household_size", "household_adults"};
constexpr std::array<std::string_view, 3> shares = {"sentence_calm.", "sentence_harsh.",
                                                    "sentence_broker."};

using Names = std::set<std::string, std::less<>>;

void hold_together(Names& held, std::span<const std::string_view> names) {
    const auto is_held = [&](std::string_view name) { return held.contains(name); };
    if (std::any_of(names.begin(), names.end(), is_held)) held.insert(names.begin(), names.end());
}

/// The shares of a row of sentences sum to 1.
void hold_row(Names& held, std::string_view row) {
    const auto first = held.lower_bound(row);
    if (first == held.end() || !first->starts_with(row)) return;
    for (const ParameterRef ref : parameter_refs()) {
        if (std::string name = name_of(ref); name.starts_with(row)) held.insert(std::move(name));
    }
}

std::string name_of_rule(std::size_t rule) {
    return "rules." + std::string(rule_rows()[rule].name);
}

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

std::uint32_t draw_number(std::uint32_t replicate) {
    return replicate - replicate / twin_period;
}

std::vector<std::string> named_by(const Scenario& scenario) {
    std::vector<std::string> names;
    const auto& refs = parameter_refs();
    for (std::size_t i = 0; i < refs.size(); ++i) {
        if (scenario.origins[i].kind != OriginKind::evidence) names.push_back(name_of(refs[i]));
    }
    for (std::size_t rule = 0; rule < rule_count; ++rule) {
        if (scenario.rule_origins[rule].kind != OriginKind::evidence)
            names.push_back(name_of_rule(rule));
    }
    return names;
}

Scenario naming(Scenario scenario, const std::vector<std::string>& names) {
    const Names named(names.begin(), names.end());
    const auto& refs = parameter_refs();
    for (std::size_t i = 0; i < refs.size(); ++i) {
        if (!named.contains(name_of(refs[i]))) scenario.origins[i] = {};
    }
    for (std::size_t rule = 0; rule < rule_count; ++rule) {
        if (!named.contains(name_of_rule(rule))) scenario.rule_origins[rule] = {};
    }
    return scenario;
}

std::vector<std::string> held_by(const Scenario& scenario) {
    const std::vector<std::string> named = named_by(scenario);
    Names held(named.begin(), named.end());
    hold_together(held, units);
    hold_together(held, people);
    for (const std::string_view row : shares)
        hold_row(held, row);
    std::vector<std::string> names;
    for (const ParameterRef ref : parameter_refs()) {
        if (held.contains(name_of(ref))) names.push_back(name_of(ref));
    }
    for (std::size_t rule = 0; rule < rule_count; ++rule) {
        if (held.contains(name_of_rule(rule))) names.push_back(name_of_rule(rule));
    }
    return names;
}

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
        experiment.draws.push_back(*std::move(draw));
    }
    for (Point& point : experiment.points)
        point.held = held_by(point.scenario);
    return first_impossible(experiment);
}

}  // namespace tumen

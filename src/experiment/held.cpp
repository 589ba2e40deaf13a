#include <algorithm>
#include <array>
#include <set>
#include <span>

#include "base/draw.hpp"
#include "base/hash.hpp"
#include "experiment/draws.hpp"
#include "scenario/assembly/settings.hpp"
#include "scenario/event_ranges.hpp"
#include "scenario/happening.hpp"

/// What a draw does to a scenario, and what it leaves.
namespace tumen {

namespace {

constexpr std::uint32_t twin_period = 4;
constexpr std::uint64_t key_of_ranges = 0x73697A6573206F66u;      // any fixed one
constexpr std::uint64_t key_of_happenings = 0x68617070656E6564u;  // another

/// What must agree: where one is named, none of the others is drawn.
constexpr std::array<std::string_view, 2> units = {"unit_households_min", "unit_households_max"};
constexpr std::array<std::string_view, 2> people = {"household_size", "household_adults"};

using Names = std::set<std::string, std::less<>>;

void hold_together(Names& held, std::span<const std::string_view> names) {
    const auto is_held = [&](std::string_view name) { return held.contains(name); };
    if (std::any_of(names.begin(), names.end(), is_held)) held.insert(names.begin(), names.end());
}

/// The shares of a row of sentences sum to 1: with one of them the others are held.
void hold_sentences(Names& held) {
    std::set<std::uint16_t> rows;
    for (const std::string& name : held) {
        const auto ref = find_parameter(name);
        if (ref && row_of(*ref).indexing == Indexing::by_sentence) rows.insert(ref->row);
    }
    for (const ParameterRef ref : parameter_refs()) {
        if (rows.contains(ref.row)) held.insert(name_of(ref));
    }
}

std::string name_of_rule(std::size_t rule) {
    return "rules." + std::string(rule_rows()[rule].name);
}

}  // namespace

std::uint32_t draw_number(std::uint32_t replicate) {
    return replicate - replicate / twin_period;
}

std::vector<std::string> named_by(const Scenario& scenario) {
    std::vector<std::string> names;
    const auto& refs = parameter_refs();
    for (std::size_t i = 0; i < std::min(refs.size(), scenario.origins.size()); ++i) {
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
    for (std::size_t i = 0; i < std::min(refs.size(), scenario.origins.size()); ++i) {
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
    hold_sentences(held);
    std::vector<std::string> names;
    for (const ParameterRef ref : parameter_refs()) {
        if (held.contains(name_of(ref))) names.push_back(name_of(ref));
    }
    for (std::size_t rule = 0; rule < rule_count; ++rule) {
        if (held.contains(name_of_rule(rule))) names.push_back(name_of_rule(rule));
    }
    return names;
}

Scenario as_drawn(const Point& point, const ReplicateDraw& draw) {
    const auto is_held = [&](const std::string& name) {
        return std::find(point.held.begin(), point.held.end(), name) != point.held.end();
    };
    auto values = draw.values;
    auto rules = draw.rules;
    std::erase_if(values, [&](const auto& drawn) { return is_held(drawn.first); });
    std::erase_if(rules, [&](const auto& drawn) { return is_held("rules." + drawn.first); });
    return with_rules(with_values(point.scenario, values), rules);
}

void add_event_draws(ReplicateDraw& draw, const Points& points, std::uint64_t seed,
                     std::uint32_t number) {
    const auto add = [&](std::string_view prefix, std::uint64_t key, const auto& names_of) {
        std::set<std::string> names;
        for (std::size_t i = 0; i < points.size(); ++i) {
            const std::vector<std::string> some = names_of(points.outline(i));
            names.insert(some.begin(), some.end());
        }
        for (const std::string& name : names) {
            const RandomBlock drawn = philox({name_hash(name), number, 0, 0}, seed ^ key);
            draw.values.emplace_back(std::string(prefix) + name, uniform(drawn.word[0]));
        }
    };
    add(range_prefix, key_of_ranges, range_names);
    add(happened_prefix, key_of_happenings, happening_names);
}

}  // namespace tumen

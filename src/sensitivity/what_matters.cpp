#include "sensitivity/what_matters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "belief/belief_draws.hpp"
#include "belief/information/facts.hpp"
#include "experiment/draws.hpp"
#include "measures/headlines/evaluate.hpp"
#include "model/parameter_table.hpp"

namespace tumen {

namespace {

constexpr std::uint32_t plays = 512;
constexpr double most_residents = 20000;

/// By place in the experiment's replicates; NaN where a play failed or has no value.
std::vector<double> column_of(const HeadlineTable& table, std::size_t headline,
                              const Experiment& experiment) {
    std::vector<double> column;
    for (const std::uint32_t replicate : experiment.replicates) {
        const auto row = table.rows().find(replicate);
        column.push_back(row == table.rows().end() ? no_number : row->second[headline]);
    }
    return column;
}

/// Values of the parameter table; where an event of a range lies is no parameter.
std::vector<Fact> parameters_drawn(const Experiment& experiment) {
    std::vector<const ReplicateDraw*> draws;
    draws.reserve(experiment.draws.size());
    for (const ReplicateDraw& draw : experiment.draws)
        draws.push_back(&draw);
    std::vector<Fact> facts = facts_of(draws, experiment.points.front().held, Groups::left_out);
    std::erase_if(facts, [](const Fact& fact) {
        return fact.kind != FactKind::value || !find_parameter(fact.id);
    });
    return facts;
}

bool explains_more(const Mattering& one, const Mattering& other) {
    return one.share > other.share;
}

void take(std::vector<Mattering>& into, std::vector<Mattering> from, std::size_t most) {
    std::stable_sort(from.begin(), from.end(), explains_more);
    for (Mattering& one : from) {
        if (into.size() == most) return;
        const bool there = std::any_of(into.begin(), into.end(), [&](const Mattering& other) {
            return other.name == one.name;
        });
        if (!there) into.push_back(std::move(one));
    }
}

}  // namespace

WhatMatters what_matters(const std::vector<HeadlineValues>& headlines,
                         const std::vector<Fact>& drawn, std::string_view first, std::size_t most,
                         std::uint64_t seed) {
    WhatMatters found;
    found.asked = drawn.size();
    std::vector<Mattering> of_first;
    std::vector<Mattering> of_any;
    for (const HeadlineValues& one : headlines) {
        const NarrowingTable told = narrowing_of(one.values, drawn, seed);
        // Few plays have a value: chance explains much of it.
        if (told.asked == 0 || 2 * told.draws < one.values.size()) continue;
        ++found.headlines;
        found.floor = std::max(found.floor, told.floor);
        found.plays = std::max(found.plays, told.draws);
        for (const Worth& worth : told.told) {
            of_any.push_back({worth.fact->id, worth.share, one.id});
            if (one.id == first) of_first.push_back(of_any.back());
        }
    }
    const auto by_chance = [&](const Mattering& one) { return one.share <= found.floor; };
    std::erase_if(of_first, by_chance);
    std::erase_if(of_any, by_chance);
    take(found.values, std::move(of_first), most / 2);
    take(found.values, std::move(of_any), drawn.size());
    return found;
}

Expected<Experiment, Diagnostic> what_matters_experiment(Scenario scenario, std::uint64_t seed) {
    for (CityPlan& city : scenario.plan.cities)
        city.residents = std::min(city.residents, most_residents);
    Experiment experiment;
    experiment.kind = ExperimentKind::run;
    experiment.name = "what matters for " + scenario.name;
    experiment.seed = seed;
    experiment.points.push_back({scenario.name, std::move(scenario), {}});
    experiment.replicates.resize(plays);
    std::iota(experiment.replicates.begin(), experiment.replicates.end(), 1U);
    std::vector<DrawAsked> asked;
    asked.reserve(experiment.replicates.size());
    for (const std::uint32_t replicate : experiment.replicates)
        asked.push_back({replicate, replicate});
    if (auto problem =
            add_draws(experiment, prior_source(ledger_priors(), seed), RivalDraws::left, asked))
        return *std::move(problem);
    return experiment;
}

WhatMattersBook::WhatMattersBook(const Experiment& experiment)
    : experiment_(experiment), table_(experiment.points.front().scenario) {}

void WhatMattersBook::accept(ReplicateResult result) {
    table_.add(result);
}

WhatMatters WhatMattersBook::results(std::string_view first, std::size_t most) const {
    std::vector<HeadlineValues> headlines;
    headlines.reserve(table_.headlines().size());
    for (std::size_t i = 0; i < table_.headlines().size(); ++i)
        headlines.push_back({table_.headlines()[i].id, column_of(table_, i, experiment_)});
    return what_matters(headlines, parameters_drawn(experiment_), first, most, experiment_.seed);
}

Expected<ChosenFactors, Diagnostic> choose_factors(const WhatMatters& found, std::size_t most,
                                                   const MakeScenario& make,
                                                   const std::vector<std::string>& set) {
    const std::string how = fmt::format(
        "{} values drawn at once from the prior in {} plays of small cities; of any of {} "
        "headlines chance explains at most {:.1f} %",
        found.asked, found.plays, found.headlines, 100 * found.floor);
    ChosenFactors chosen;
    for (const Mattering& one : found.values) {
        if (chosen.factors.size() == most) break;
        auto factor = factor_of(one.name);
        if (factor && can_move_alone(*factor, make)) chosen.factors.push_back(*std::move(factor));
    }
    if (!chosen.factors.empty()) {
        chosen.how = fmt::format("{}, {} values explain more, {} of them are varied", how,
                                 found.values.size(), chosen.factors.size());
        return chosen;
    }
    auto open = open_factors(most, make, set);
    if (!open) return open.error();
    chosen.factors = std::move(open->factors);
    chosen.how = how + ", none explains more and the least known are varied";
    return chosen;
}

}  // namespace tumen

#include "report/parts/doubt_part.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "belief/information/facts.hpp"
#include "belief/information/turning.hpp"
#include "belief/second_weights.hpp"
#include "experiment/draws.hpp"
#include "measures/answers/shares.hpp"
#include "measures/answers/spread.hpp"
#include "measures/headlines/yardstick.hpp"
#include "measures/numbers/statistics.hpp"
#include "model/parameter_table.hpp"
#include "report/parts/parts.hpp"
#include "scenario/assembly/read_scenario.hpp"
#include "scenario/evidence/ledger.hpp"
#include "scenario/text/files.hpp"

namespace tumen {

namespace {

constexpr std::size_t early = 64;      // plays: fewer have no range, and nothing is told of it
constexpr std::size_t most_shown = 3;  // facts of which one would narrow it most
constexpr double per_hundred = 100;
constexpr double end_of_ninety = 1.6448536269514722;  // normal quantile of 95 %

bool has_no_campaign(std::string_view name) {
    const auto scenario = read_scenario(std::string(name), EmbeddedFiles());
    return scenario && !without_campaign(*scenario);
}

/// Those about the point's scenario that can be read on it and its yardstick, built-in ones left
/// out: a sign that stands in a formula says nothing about the city.
std::vector<const LedgerStatement*> statements_about(const Experiment& experiment,
                                                     std::uint32_t point) {
    const Point& played = experiment.points[point];
    std::vector<const LedgerStatement*> found;
    for (const LedgerStatement& one : ledger_statements()) {
        if (one.scenario != played.scenario.name || !one.built_in.empty()) continue;
        if (one.against.empty() || (played.yardstick && has_no_campaign(one.against)))
            found.push_back(&one);
    }
    return found;
}

std::vector<const ImpliedQuantity*> questions_beside(const Experiment& experiment,
                                                     std::uint32_t point) {
    if (!experiment.points[point].yardstick) return {};
    return questions_there_are();
}

std::vector<Measurement> measurements(const Experiment& experiment, std::uint32_t point,
                                      const std::vector<const LedgerStatement*>& statements,
                                      const std::vector<const ImpliedQuantity*>& questions) {
    const Point& played = experiment.points[point];
    const std::string_view beside =
        played.yardstick ? std::string_view(experiment.points[*played.yardstick].name) : "";
    std::vector<Measurement> all;
    for (const LedgerStatement* one : statements) {
        Measurement measurement{{played.name}, {}, one->statistic};
        if (!one->against.empty()) measurement.against.push_back({beside});
        all.push_back(std::move(measurement));
    }
    for (const ImpliedQuantity* one : questions)
        all.push_back({{beside}, {}, one->statistic});
    return all;
}

/// The number that the sentence is about.
struct About {
    std::string id;
    std::string unit;
    PlayValues values;
};

About about(const HeadlineTable& headlines) {
    if (auto ratio = play_ratio(headlines)) {
        for (auto& [replicate, value] : ratio->values)
            value *= per_hundred;
        return {std::string(gap_id), "phones", std::move(ratio->values)};
    }
    for (const std::string_view id : {"stopped_by_campaign", "calling_level"}) {
        if (const Headline* headline = headlines.headline(id))
            return {std::string(id), headline->unit, play_values(headlines, id)};
    }
    return {};
}

/// The first play of each draw that has the number: twins would count one draw twice.
struct FirstPlays {
    std::vector<const ReplicateDraw*> draws;
    std::vector<double> number;
};

FirstPlays first_plays(const Experiment& experiment, const About& told) {
    const DrawsOfPlays numbers = draws_of_plays(experiment);
    std::set<std::uint32_t> seen;
    FirstPlays plays;
    for (const ReplicateDraw& draw : experiment.draws) {
        const auto value = told.values.find(draw.replicate);
        if (value == told.values.end() || std::isnan(value->second)) continue;
        if (!seen.insert(numbers.at(draw.replicate)).second) continue;
        plays.draws.push_back(&draw);
        plays.number.push_back(value->second);
    }
    return plays;
}

Json shares_json(const About& told, const Experiment& experiment) {
    const auto shares = variance_shares(told.values, draws_of_plays(experiment), experiment);
    if (!shares) return nullptr;
    const auto both = [](const VarianceShare& one) {
        return Json{{"share", number(one.share)}, {"error", number(one.error)}};
    };
    return {{"luck", both(shares->luck)},
            {"values", both(shares->values)},
            {"rules", both(shares->rules)}};
}

Json fact_json(const Fact& fact) {
    Json json = {{"id", fact.id}, {"label", fact.label}, {"kind", name_of(fact.kind)}};
    const auto ref = find_parameter(fact.id);
    if (ref) {
        json["unit"] = name_of(row_of(*ref).unit);
        json["index"] = index_name(row_of(*ref).indexing, ref->index);
        json["grade"] = name_of(entry_of(*ref).grade);
    }
    return json;
}

Json bound_json(const Beyond& bound) {
    Json json = fact_json(*bound.fact);
    if (bound.fact->kind == FactKind::rule) {
        json["choice"] = bound.fact->choices[bound.column];
        return json;
    }
    std::vector<double> all = bound.fact->columns[bound.column];
    std::sort(all.begin(), all.end());
    json["side"] = bound.above ? "above" : "below";
    json["at"] = number(bound.at);
    json["middle"] = number(quantile(all, 0.5));
    return json;
}

Json turns_json(const std::string& id, const FirstPlays& plays, const std::vector<Fact>& facts,
                std::uint64_t seed) {
    const auto reversal = reversal_of(id, plays.number);
    if (!reversal) return nullptr;
    const Turning turning = turning_of(reversal->reversed, facts, seed);
    Json bounds = Json::array();
    for (const Beyond& bound : turning.bounds)
        bounds.push_back(bound_json(bound));
    return {{"side", reversal->above ? "above" : "at most"},
            {"point", number(reversal->point)},
            {"draws", turning.draws},
            {"reversed", turning.reversed},
            {"at_most", number(turning.reversed == 0 ? at_most(turning.draws) : 0)},
            {"bounds", std::move(bounds)},
            {"density", number(turning.density)},
            {"coverage", number(turning.coverage)}};
}

/// Nine in ten of the plays, narrowed to `left` of their width on the scale of normal scores, about
/// their middle.
Interval narrowed(const std::vector<double>& sorted_values, double left) {
    const double below = std::erfc(left * end_of_ninety / std::sqrt(2.0)) / 2;
    const auto at = [&](double p) {
        const double value = quantile(sorted_values, p);
        if (std::isfinite(value)) return value;
        return sorted_values[static_cast<std::size_t>(
            std::lround(p * static_cast<double>(sorted_values.size() - 1)))];
    };
    return {at(below), at(1 - below)};
}

Json worth_json(const Worth& worth, const std::vector<double>& sorted_values) {
    Json json = fact_json(*worth.fact);
    const Interval left = narrowed(sorted_values, worth.left);
    json["share"] = number(worth.share);
    json["share_lo"] = number(worth.bounds.low);
    json["share_hi"] = number(worth.bounds.high);
    json["left"] = number(worth.left);
    json["lo"] = number(left.low);
    json["hi"] = number(left.high);
    return json;
}

/// Of those of which it cannot be said that another is worth more, the first few by what they are
/// worth, in the order of the ledger: where there are several the order says nothing.
std::vector<const Worth*> shown_of(const NarrowingTable& table) {
    std::vector<const Worth*> most = worth_most(table);
    if (most.size() > most_shown) {
        std::vector<const Worth*> by_worth = most;
        std::stable_sort(
            by_worth.begin(), by_worth.end(),
            [](const Worth* one, const Worth* other) { return one->share > other->share; });
        by_worth.resize(most_shown);
        std::erase_if(most, [&](const Worth* one) {
            return std::find(by_worth.begin(), by_worth.end(), one) == by_worth.end();
        });
    }
    return most;
}

Json narrows_json(const About& told, const FirstPlays& plays, const std::vector<Fact>& facts,
                  std::uint64_t seed) {
    const NarrowingTable table = narrowing_of(plays.number, facts, seed);
    std::vector<double> sorted_values;
    for (const auto& [replicate, value] : told.values) {
        if (!std::isnan(value)) sorted_values.push_back(value);
    }
    std::sort(sorted_values.begin(), sorted_values.end());
    const Interval today = narrowed(sorted_values, 1);
    Json most = Json::array();
    for (const Worth* one : shown_of(table))
        most.push_back(worth_json(*one, sorted_values));
    Json ask;  // the question that is worth most, of those above the floor
    double best = 0;
    for (const Worth& one : table.told) {
        if (one.fact->kind != FactKind::question || one.share <= best) continue;
        best = one.share;
        ask = fact_json(*one.fact);
    }
    return {{"asked", table.asked},
            {"told", table.told.size()},
            {"equal", worth_most(table).size()},
            {"today", {{"lo", number(today.low)}, {"hi", number(today.high)}}},
            {"most", std::move(most)},
            {"ask", std::move(ask)}};
}

/// Draws near one another are one family: of the belief those about one candidate.
std::vector<std::uint32_t> families_of(const Experiment& experiment) {
    const auto candidates = candidates_of(experiment);
    const DrawsOfPlays numbers = candidates ? *candidates : draws_of_plays(experiment);
    std::vector<std::uint32_t> families;
    for (const ReplicateDraw& draw : experiment.draws)
        families.push_back(numbers.at(draw.replicate));
    return families;
}

/// A report has fewer plays than `tumen statements` asks for: true in more than 95 of 100 with 95 %
/// over all of them, and in more than 95 of 100 that were played under each rival.
bool holds(const StatementResult& result) {
    constexpr double enough = 0.95;
    constexpr std::size_t fewest = 8;  // draws of a choice
    return result.view.bounds.low > enough &&
           std::all_of(result.rules.begin(), result.rules.end(), [](const SignUnderRule& one) {
               return one.share.draws >= fewest && one.share.share > enough;
           });
}

}  // namespace

DoubtBook::DoubtBook(const Experiment& experiment, std::uint32_t point)
    : experiment_(experiment),
      point_(point),
      statements_(statements_about(experiment, point)),
      questions_(questions_beside(experiment, point)),
      book_(experiment, points_by_name(experiment),
            measurements(experiment, point, statements_, questions_)) {}

Json DoubtBook::stands_json() const {
    const std::vector<ReplicateDraw>& draws = experiment_.draws;
    if (draws.front().rules.empty()) return nullptr;  // under one choice of rules alone
    View view{"plays", draws, {}, families_of(experiment_)};
    for (const ReplicateDraw& draw : draws)
        view.replicates.push_back(draw.replicate);
    Json list = Json::array();
    for (std::size_t i = 0; i < statements_.size(); ++i) {
        const StatementResult result = judge(*statements_[i], book_.by_replicate(i), view, {}, {});
        if (!holds(result)) continue;
        list.push_back({{"id", statements_[i]->id},
                        {"statement", statements_[i]->statement},
                        {"share", number(result.view.share)},
                        {"draws", result.view.draws}});
    }
    return list;
}

Json second_json(const PlayValues& values, const std::optional<SecondReading>& reading) {
    const auto second = reading ? second_spread(values, *reading) : std::nullopt;
    if (!second) return nullptr;
    const auto of_told = [&](double value) { return second->is_told ? number(value) : Json(); };
    return {{"how", reading->how},
            {"told", second->is_told},
            {"lo", of_told(second->range.low)},
            {"middle", of_told(second->range.middle)},
            {"hi", of_told(second->range.high)},
            {"more", of_told(second->above)},
            {"fewer", of_told(second->below)},
            {"plays", second->plays},
            {"worth", number(std::round(second->effective))},
            {"refused", !reading->refusal.empty()}};
}

Json doubt_of_difference(const Experiment& experiment, const std::string& unit,
                         const PlayValues& values) {
    const About told{std::string(difference_id), unit, values};
    const FirstPlays plays = first_plays(experiment, told);
    if (told.values.size() < early || plays.draws.empty()) return nullptr;
    const std::vector<Fact> facts =
        facts_of(plays.draws, experiment.points.front().held, Groups::left_out);
    return {{"about", told.id},
            {"unit", told.unit},
            {"turns", turns_json(told.id, plays, facts, experiment.seed)},
            {"narrows", narrows_json(told, plays, facts, experiment.seed)}};
}

Json DoubtBook::json(const HeadlineTable& headlines) const {
    const About told = about(headlines);
    if (told.values.size() < early) return nullptr;
    const FirstPlays plays = first_plays(experiment_, told);
    if (plays.draws.empty()) return nullptr;
    std::vector<Fact> facts =
        facts_of(plays.draws, experiment_.points[point_].held, Groups::left_out);
    for (std::size_t q = 0; q < questions_.size(); ++q) {
        const auto& values = book_.by_replicate(statements_.size() + q);
        std::vector<double> answers;
        for (const ReplicateDraw* draw : plays.draws) {
            const auto found = values.find(draw->replicate);
            const bool has = found != values.end() && found->second;
            answers.push_back(has ? *found->second : std::numeric_limits<double>::quiet_NaN());
        }
        facts.push_back(question_of(*questions_[q], std::move(answers)));
    }
    return {{"about", told.id},
            {"unit", told.unit},
            {"second", second_json(told.values, second_reading(experiment_))},
            {"shares", shares_json(told, experiment_)},
            {"turns", turns_json(told.id, plays, facts, experiment_.seed)},
            {"narrows", narrows_json(told, plays, facts, experiment_.seed)},
            {"stands", stands_json()}};
}

}  // namespace tumen

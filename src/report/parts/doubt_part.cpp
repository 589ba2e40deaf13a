#include "report/parts/doubt_part.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <set>

#include "belief/information/facts.hpp"
#include "belief/information/turning_fields.hpp"
#include "belief/information/worth_rows.hpp"
#include "belief/second_weights.hpp"
#include "experiment/draws.hpp"
#include "measures/answers/answer_fields.hpp"
#include "measures/answers/number_told.hpp"
#include "measures/headlines/yardstick.hpp"
#include "report/parts/parts.hpp"
#include "report/rows/row_json.hpp"
#include "scenario/assembly/read_scenario.hpp"
#include "scenario/evidence/ledger.hpp"
#include "scenario/text/files.hpp"

namespace tumen {

namespace {

constexpr std::size_t most_shown = 3;  // facts of which one would narrow it most

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
    auto told = number_of_answer(headlines);
    if (!told) return {};
    return {told->headline.id, told->headline.unit, std::move(told->values)};
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
    return value_json<Face::page>(
        variance_shares(told.values, draws_of_plays(experiment), experiment));
}

Json turns_json(const About& told, const FirstPlays& plays, const std::vector<Fact>& facts,
                std::uint64_t seed) {
    const auto reversal = reversal_of(told.id, plays.number);
    if (!reversal) return nullptr;
    std::vector<double> all;
    for (const auto& [replicate, value] : told.values)
        all.push_back(value);
    return row_json<Face::page>(TurningRow{*reversal, turning_of(reversal->reversed, facts, seed),
                                           share_reversed(*reversal, all)});
}

/// Of those of which it cannot be said that another is worth more, the first few by what they are
/// worth, in the order of the ledger: where there are several the order says nothing.
std::vector<WorthRow> shown_of(std::vector<WorthRow> rows) {
    std::erase_if(rows, [](const WorthRow& one) { return one.rank == WorthRank::less; });
    if (rows.size() <= most_shown) return rows;
    std::vector<double> worth;
    worth.reserve(rows.size());
    for (const WorthRow& one : rows)
        worth.push_back(one.of->share);
    std::sort(worth.begin(), worth.end(), std::greater<>());
    std::erase_if(rows, [&](const WorthRow& one) { return one.of->share < worth[most_shown - 1]; });
    rows.resize(std::min(rows.size(), most_shown));
    return rows;
}

/// The question that is worth most, of those above the floor.
Json question_json(const std::vector<WorthRow>& rows) {
    const WorthRow* best = nullptr;
    for (const WorthRow& one : rows) {
        if (one.of->fact->kind != FactKind::question) continue;
        if (!best || one.of->share > best->of->share) best = &one;
    }
    return best ? row_json<Face::page>(*best) : Json();
}

Json narrows_json(const About& told, const FirstPlays& plays, const std::vector<Fact>& facts,
                  std::uint64_t seed) {
    const NarrowingTable table = narrowing_of(plays.number, facts, seed);
    std::vector<double> sorted_values;
    for (const auto& [replicate, value] : told.values) {
        if (!std::isnan(value)) sorted_values.push_back(value);
    }
    std::sort(sorted_values.begin(), sorted_values.end());
    const std::vector<WorthRow> rows = worth_rows(table, sorted_values, told.unit);
    return {{"asked", table.asked},
            {"equal", worth_most(table).size()},
            {"today", value_json<Face::page>(narrowed(sorted_values, 1))},
            {"most", value_json<Face::page>(shown_of(rows))},
            {"ask", question_json(rows)}};
}

/// Draws near one another are one family: of the belief those about one candidate.
std::vector<std::uint32_t> families_of(const Experiment& experiment) {
    const auto candidates = candidates_of(experiment);
    const DrawsOfPlays numbers = candidates ? *candidates : draws_of_plays(experiment);
    std::vector<std::uint32_t> families;
    families.reserve(experiment.draws.size());
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
    Json json = row_json<Face::page>(*second);
    json["how"] = reading->how;
    json["refused"] = !reading->refusal.empty();
    return json;
}

Json doubt_of_difference(const Experiment& experiment, const std::string& unit,
                         const PlayValues& values) {
    const About told{std::string(difference_id), unit, values};
    const FirstPlays plays = first_plays(experiment, told);
    if (told.values.size() < plays_of_a_range || plays.draws.empty()) return nullptr;
    const std::vector<Fact> facts =
        facts_of(plays.draws, experiment.points.front().held, Groups::left_out);
    return {{"about", told.id},
            {"unit", told.unit},
            {"turns", turns_json(told, plays, facts, experiment.seed)},
            {"narrows", narrows_json(told, plays, facts, experiment.seed)}};
}

Json DoubtBook::json(const HeadlineTable& headlines) const {
    const About told = about(headlines);
    if (told.values.size() < plays_of_a_range) return nullptr;
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
            {"turns", turns_json(told, plays, facts, experiment_.seed)},
            {"narrows", narrows_json(told, plays, facts, experiment_.seed)},
            {"stands", stands_json()}};
}

}  // namespace tumen

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "app/cli/command/command_list.hpp"
#include "app/cli/command/limits.hpp"
#include "app/cli/command/shared_options.hpp"
#include "app/cli/command/stop.hpp"
#include "app/cli/terminal/columns.hpp"
#include "app/cli/terminal/json.hpp"
#include "app/cli/terminal/table.hpp"
#include "app/session/play/play_answer.hpp"
#include "app/session/request/drawn_study.hpp"
#include "base/text.hpp"
#include "belief/information/facts.hpp"
#include "belief/information/narrowing.hpp"
#include "belief/information/questions.hpp"
#include "belief/information/turning.hpp"
#include "experiment/draws.hpp"
#include "measures/answers/plays_answer.hpp"
#include "measures/answers/shares.hpp"
#include "measures/answers/spread.hpp"
#include "measures/numbers/words.hpp"
#include "model/parameter_table.hpp"

/// tumen value-of-information: what would narrow an answer most.
namespace tumen::app {

namespace {

constexpr std::uint32_t usual_draws = 600;

/// The number that it is about: --headline, else the one that the first sentence of a run tells.
std::string number_asked(const DrawnStudy& study, const Arguments& arguments) {
    const auto& asked = arguments.list("--headline");
    if (!asked.empty()) {
        if (study.headlines().headline(asked.front()) != nullptr || asked.front() == gap_id)
            return asked.front();
        return study.headlines().headlines().back().id;  // one of its own stands last
    }
    if (!study.number(std::string(gap_id)).empty()) return std::string(gap_id);
    for (const std::string_view id : {"stopped_by_campaign", "calling_level"}) {
        if (study.headlines().headline(id) != nullptr) return std::string(id);
    }
    return study.headlines().headlines().front().id;
}

std::string label_of(const DrawnStudy& study, const std::string& id) {
    if (id == gap_id) return "What officers counted for every 100 people who stopped calling";
    const Headline* headline = study.headlines().headline(id);
    return headline == nullptr ? id : headline->label;
}

std::vector<double> of_draws(const std::vector<double>& plays, const std::vector<bool>& first) {
    std::vector<double> values;
    for (std::size_t i = 0; i < plays.size(); ++i) {
        if (first[i]) values.push_back(plays[i]);
    }
    return values;
}

/// The first play of each draw: twins would count one draw twice.
std::vector<bool> first_of_draws(const DrawnStudy& study) {
    std::vector<bool> first;
    for (std::uint32_t replicate = 1; replicate <= study.played(); ++replicate)
        first.push_back(replicate == 1 || draw_number(replicate) != draw_number(replicate - 1));
    return first;
}

std::vector<Fact> facts_of(const DrawnStudy& study,
                           const std::vector<const ImpliedQuantity*>& questions,
                           const std::vector<bool>& first) {
    std::vector<const ReplicateDraw*> draws;
    for (std::uint32_t i = 0; i < study.played(); ++i) {
        if (first[i]) draws.push_back(&study.experiment().draws[i]);
    }
    std::vector<Fact> facts =
        tumen::facts_of(draws, study.experiment().points.front().held, Groups::too);
    for (std::size_t q = 0; q < questions.size(); ++q)
        facts.push_back(question_of(*questions[q], of_draws(study.answers(q), first)));
    return facts;
}

std::optional<VarianceShares> shares_of(const DrawnStudy& study, const std::string& id) {
    const std::vector<double> number = study.number(id);
    PlayValues values;
    for (std::uint32_t i = 0; i < number.size(); ++i)
        values[i + 1] = number[i];
    return variance_shares(values, draws_of_plays(study.experiment()), study.experiment());
}

std::string text_of(const Beyond& bound) {
    if (bound.fact->kind == FactKind::rule)
        return bound.fact->id + " = " + bound.fact->choices[bound.column];
    const auto ref = find_parameter(bound.fact->id);
    const std::string unit(ref ? name_of(row_of(*ref).unit) : std::string_view());
    return fmt::format("{} {} {}", bound.fact->id, bound.above ? "above" : "below",
                       number_text(bound.at, unit));
}

std::vector<std::string> texts_of(const Turning& turning) {
    std::vector<std::string> texts;
    for (const Beyond& bound : turning.bounds)
        texts.push_back(text_of(bound));
    return texts;
}

std::string turning_told(const Reversal& reversal, const Turning& turning) {
    const std::string side =
        fmt::format("{} {}", reversal.above ? "above" : "at most", shortest(reversal.point));
    if (turning.reversed == 0) {
        return fmt::format(
            "What would turn it round: nothing seen. It is never {} in {} draws (at "
            "most 1 in {:.0f} otherwise, 95 %).",
            side, turning.draws, std::floor(1 / at_most(turning.draws)));
    }
    std::string told = fmt::format("What would turn it round: it is {} in {} of {} draws. ", side,
                                   turning.reversed, turning.draws);
    if (turning.bounds.empty())
        return told + "Nothing short describes these, by up to three bounds on values and rules.";
    return told + fmt::format(
                      "With {} it is so in {:.0f} of 100 draws that were held back, which "
                      "are {:.0f} of 100 of all such.",
                      fmt::join(texts_of(turning), " and "), 100 * turning.density,
                      100 * turning.coverage);
}

Json turning_json(const Reversal& reversal, const Turning& turning) {
    return {{"side", reversal.above ? "above" : "at most"},
            {"point", reversal.point},
            {"draws", turning.draws},
            {"reversed", turning.reversed},
            {"bounds", texts_of(turning)},
            {"coverage", turning.coverage},
            {"density", turning.density},
            {"inside", turning.inside},
            {"held_back", turning.held_back}};
}

std::string percent(const VarianceShare& share) {
    return fmt::format("{:.0f} % (error {:.0f})", 100 * share.share, 100 * share.error);
}

/// What would be asked, of a fact that an answer gives.
const LedgerQuestion* question_of(const Worth& worth) {
    return worth.fact->kind == FactKind::question ? question_about(worth.fact->id) : nullptr;
}

Json json_of(const VarianceShare& share) {
    return {{"share", share.share}, {"error", share.error}};
}

void print_as_json(const DrawnStudy& study, const std::string& id, const NarrowingTable& table,
                   const Json& turning, Terminal& terminal) {
    Json json = {{"scenario", study.experiment().points.front().name},
                 {"about", id},
                 {"label", label_of(study, id)},
                 {"plays", study.played()},
                 {"draws", table.draws},
                 {"asked", table.asked},
                 {"floor", table.floor},
                 {"shares", nullptr},
                 {"turns", turning},
                 {"told", Json::array()},
                 {"most", Json::array()}};
    if (const auto shares = shares_of(study, id)) {
        json["shares"] = {{"luck", json_of(shares->luck)},
                          {"values", json_of(shares->values)},
                          {"rules", json_of(shares->rules)}};
    }
    for (const Worth& one : table.told) {
        json["told"].push_back({{"id", one.fact->id},
                                {"label", one.fact->label},
                                {"kind", name_of(one.fact->kind)},
                                {"share", one.share},
                                {"low", one.bounds.low},
                                {"high", one.bounds.high},
                                {"width_left", one.left}});
        if (const LedgerQuestion* question = question_of(one)) {
            json["told"].back()["question"] = question->question;
            json["told"].back()["asked_of"] = question->asked_of;
        }
    }
    for (const Worth* one : worth_most(table))
        json["most"].push_back(one->fact->id);
    print_json(json, terminal);
}

void print_table(const NarrowingTable& table, Terminal& terminal) {
    if (table.told.empty()) {
        print_line(terminal, "Nothing that could be known narrows it by more than noise.");
        return;
    }
    const std::vector<const Worth*> most = worth_most(table);
    Table rows({"KIND", "IF WE KNEW", "TAKES AWAY", "90 %", "WIDTH LEFT", ""});
    for (const Worth& one : table.told) {
        const bool among = std::find(most.begin(), most.end(), &one) != most.end();
        rows.add({std::string(name_of(one.fact->kind)),
                  one.fact->kind == FactKind::value ? one.fact->id : one.fact->label,
                  fmt::format("{:.0f} %", 100 * one.share),
                  fmt::format("{:.0f} to {:.0f}", 100 * one.bounds.low, 100 * one.bounds.high),
                  fmt::format("{:.0f} %", 100 * one.left),
                  !among            ? ""
                  : most.size() > 1 ? "too close to say which is worth most"
                                    : "worth most"});
    }
    rows.print(terminal);
    for (const Worth& one : table.told) {
        if (const LedgerQuestion* question = question_of(one))
            print_line(terminal, wrapped(fmt::format("\"{}\" could be asked of {}.",
                                                     question->question, question->asked_of)));
    }
}

void print(const DrawnStudy& study, const std::vector<const ImpliedQuantity*>& asked,
           Session& session) {
    Terminal& terminal = session.terminal();
    const std::string id = number_asked(study, session.arguments());
    const std::vector<bool> first = first_of_draws(study);
    const std::vector<Fact> facts = facts_of(study, asked, first);
    const std::vector<double> number = of_draws(study.number(id), first);
    const NarrowingTable table = narrowing_of(number, facts, study.experiment().seed);
    const std::optional<Reversal> reversal = reversal_of(id, number);
    std::optional<Turning> turning;
    if (reversal) turning = turning_of(reversal->reversed, facts, study.experiment().seed);
    if (session.arguments().has("--json")) {
        const Json turns = turning ? turning_json(*reversal, *turning) : Json();
        return print_as_json(study, id, table, turns, terminal);
    }
    print_line(terminal, label_of(study, id));
    if (const auto shares = shares_of(study, id)) {
        print_line(
            terminal,
            fmt::format("Of its spread over plays {} is luck, {} the values that nobody "
                        "knows, {} which rules hold.",
                        percent(shares->luck), percent(shares->values), percent(shares->rules)));
    }
    print_table(table, terminal);
    if (turning) print_line(terminal, wrapped(turning_told(*reversal, *turning)));
    print_line(terminal,
               fmt::format("{} things that could be known, over {} draws. As many shuffled "
                           "ones reach {:.1f} % by chance, and what is worth no more is "
                           "not shown; where bounds meet, the order says nothing.",
                           table.asked, table.draws, 100 * table.floor));
    print_line(terminal,
               "A question is what somebody could be asked of the same city without the "
               "campaign, about homes in general.");
    for (const std::string& told : draws_told(study.experiment()))
        print_line(terminal, told);
}

ExitCode carry_out(Session& session) {
    const std::vector<const ImpliedQuantity*> asked = questions_there_are();
    std::vector<Question> questions;
    for (const ImpliedQuantity* one : asked)
        questions.push_back({one->statistic, true});
    const auto plays = static_cast<std::uint32_t>(
        session.arguments().whole_or("--replicates", usual_draws, 32, most_replicates));
    DrawnStudy study(session.arguments(), questions, plays);
    return play_answer(study.request(), session, {study, [&] { print(study, asked, session); }});
}

constexpr Option own_options[] = {
    shared("--replicates", "How many times to play it (600)"),
};
constexpr auto options =
    options_of(own_options, study_options, play_options, draw_options, life_options);

}  // namespace

const Command value_of_information_command = {
    "value-of-information", "What would narrow an answer most, if somebody could be asked",
    one_scenario, options, carry_out};

}  // namespace tumen::app

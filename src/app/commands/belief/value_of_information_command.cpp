#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "app/cli/command/command_list.hpp"
#include "app/cli/command/limits.hpp"
#include "app/cli/command/shared_options.hpp"
#include "app/cli/command/stop.hpp"
#include "app/cli/tables/narrowing_columns.hpp"
#include "app/cli/terminal/columns.hpp"
#include "app/cli/terminal/json.hpp"
#include "app/cli/terminal/table.hpp"
#include "app/session/play/play_answer.hpp"
#include "app/session/request/drawn_study.hpp"
#include "base/text.hpp"
#include "belief/information/facts.hpp"
#include "belief/information/turning_fields.hpp"
#include "experiment/draws.hpp"
#include "measures/answers/answer_fields.hpp"
#include "measures/answers/number_told.hpp"
#include "measures/answers/plays_answer.hpp"
#include "measures/answers/shares.hpp"
#include "measures/numbers/hundred.hpp"
#include "measures/numbers/words.hpp"
#include "model/parameter_table.hpp"
#include "report/rows/row_json.hpp"

/// tumen value-of-information: what would narrow an answer most.
namespace tumen::app {

namespace {

constexpr std::uint32_t usual_draws = 600;

/// What the number is that it is about: --headline, else the one that the first sentence of a run
/// tells.
Headline number_asked(const DrawnStudy& study, const Arguments& arguments) {
    const HeadlineTable& table = study.headlines();
    const auto& asked = arguments.list("--headline");
    if (!asked.empty()) {
        const auto told = number_told(table, asked.front());
        return told ? told->headline : table.headlines().back();  // one of its own stands last
    }
    const auto told = number_of_answer(table);
    return told ? told->headline : table.headlines().front();
}

std::vector<double> of_draws(const std::vector<double>& plays, const std::vector<bool>& first) {
    std::vector<double> values;
    for (std::size_t i = 0; i < plays.size(); ++i) {
        if (first[i]) values.push_back(plays[i]);
    }
    return values;
}

/// The first play of each draw that has the number: twins would count one draw twice.
std::vector<bool> first_of_draws(const std::vector<double>& number) {
    std::vector<bool> first;
    std::set<std::uint32_t> seen;
    for (std::uint32_t replicate = 1; replicate <= number.size(); ++replicate) {
        const bool has = !std::isnan(number[replicate - 1]);
        first.push_back(has && seen.insert(draw_number(replicate)).second);
    }
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
    texts.reserve(turning.bounds.size());
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
                      "With {} it is so in {:.0f} of 100 draws, and {:.0f} of 100 draws in "
                      "which it is so have that. Both are counted in draws that the "
                      "search did not see.",
                      fmt::join(texts_of(turning), " and "), 100 * turning.density,
                      100 * turning.coverage);
}

std::string shares_told(const VarianceShares& shares) {
    const std::vector<int> parts =
        parts_of_hundred(std::array{shares.luck.share, shares.values.share, shares.rules.share});
    return fmt::format(
        "Of its spread over plays {} % (error {:.0f}) is luck, {} % (error {:.0f}) the values that "
        "nobody knows, {} % (error {:.0f}) which rules hold.",
        parts[0], 100 * shares.luck.error, parts[1], 100 * shares.values.error, parts[2],
        100 * shares.rules.error);
}

/// Of the plays that have one, the smallest first.
std::vector<double> sorted_of(std::vector<double> plays) {
    std::erase_if(plays, [](double value) { return std::isnan(value); });
    std::sort(plays.begin(), plays.end());
    return plays;
}

/// What is told of a number.
struct Told {
    Headline headline;
    NarrowingTable narrowing;
    std::vector<double> values;  // the smallest first
    std::vector<WorthRow> rows;
    std::optional<VarianceShares> shares;
    std::optional<Reversal> reversal;
    std::optional<Turning> turning;
};

void print_as_json(const DrawnStudy& study, const Told& told, Terminal& terminal) {
    constexpr Face face = Face::command_line;
    Json json = {{"scenario", study.experiment().points.front().name},
                 {"about", told.headline.id},
                 {"label", told.headline.label},
                 {"plays", study.played()},
                 {"draws", told.narrowing.draws},
                 {"asked", told.narrowing.asked},
                 {"floor", told.narrowing.floor},
                 {"today", value_json<face>(narrowed(told.values, 1))},
                 {"shares", value_json<face>(told.shares)},
                 {"turns", nullptr},
                 {"told", value_json<face>(told.rows)}};
    if (told.turning)
        json["turns"] = row_json<face>(
            TurningRow{*told.reversal, *told.turning, share_reversed(*told.reversal, told.values)});
    print_json(json, terminal);
}

void print_table(const std::vector<WorthRow>& told, Terminal& terminal) {
    if (told.empty()) {
        print_line(terminal, "Nothing that could be known narrows it by more than noise.");
        return;
    }
    Table rows(heads_of<WorthRow>());
    for (const WorthRow& one : told)
        rows.add(cells_of(one));
    rows.print(terminal);
    for (const WorthRow& one : told) {
        const std::string_view question = question_asked(*one.of->fact);
        if (question.empty()) continue;
        print_line(terminal, wrapped(fmt::format("\"{}\" could be asked of {}.", question,
                                                 who_could_know(*one.of->fact))));
    }
}

void print(const DrawnStudy& study, const std::vector<const ImpliedQuantity*>& asked,
           Session& session) {
    Terminal& terminal = session.terminal();
    const Headline headline = number_asked(study, session.arguments());
    const std::vector<double> plays = study.number(headline.id);
    const std::vector<bool> first = first_of_draws(plays);
    const std::vector<Fact> facts = facts_of(study, asked, first);
    const std::vector<double> number = of_draws(plays, first);
    Told told{headline,
              narrowing_of(number, facts, study.experiment().seed),
              sorted_of(plays),
              {},
              shares_of(study, headline.id),
              reversal_of(headline.id, number),
              std::nullopt};
    told.rows = worth_rows(told.narrowing, told.values, headline.unit);
    if (told.reversal)
        told.turning = turning_of(told.reversal->reversed, facts, study.experiment().seed);
    if (session.arguments().has("--json")) return print_as_json(study, told, terminal);
    print_line(terminal, headline.label);
    if (told.shares) print_line(terminal, shares_told(*told.shares));
    print_table(told.rows, terminal);
    if (told.turning) print_line(terminal, wrapped(turning_told(*told.reversal, *told.turning)));
    print_line(terminal,
               fmt::format("{} things that could be known, over {} draws. As many shuffled "
                           "ones reach {:.1f} % by chance, and what is worth no more is "
                           "not shown; where bounds meet, the order says nothing.",
                           told.narrowing.asked, told.narrowing.draws, 100 * told.narrowing.floor));
    print_line(terminal,
               "A question is what somebody could be asked of the same city without the "
               "campaign, about homes in general.");
    for (const std::string& line : draws_told(study.experiment()))
        print_line(terminal, line);
}

ExitCode carry_out_information(Session& session) {
    const std::vector<const ImpliedQuantity*> asked = questions_there_are();
    std::vector<Question> questions;
    questions.reserve(asked.size());
    for (const ImpliedQuantity* one : asked)
        questions.push_back({one->statistic, true});
    const auto plays = static_cast<std::uint32_t>(
        session.arguments().whole_or("--replicates", usual_draws, 32, most_replicates));
    DrawnStudy study(session.arguments(), questions, plays);
    return play_answer(study.request(), session, {study, [&] { print(study, asked, session); }});
}

constexpr Option information_own_options[] = {
    shared("--headline", headline_first),
    shared("--replicates", "How many times to play it (600)"),
};
constexpr auto information_options =
    options_of(information_own_options, study_options, play_options, draw_options, life_options);

}  // namespace

const Command value_of_information_command = {
    "value-of-information", "What would narrow an answer most, if somebody could be asked",
    one_scenario, information_options, carry_out_information};

}  // namespace tumen::app

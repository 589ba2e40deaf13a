#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/cli/command/command_list.hpp"
#include "app/cli/command/limits.hpp"
#include "app/cli/command/shared_options.hpp"
#include "app/cli/command/stop.hpp"
#include "app/cli/tables/belief/rules_table.hpp"
#include "app/cli/tables/given_columns.hpp"
#include "app/cli/terminal/json.hpp"
#include "app/cli/terminal/table.hpp"
#include "app/session/play/play_answer.hpp"
#include "app/session/request/drawn_study.hpp"
#include "base/text.hpp"
#include "measures/answers/number_told.hpp"
#include "measures/answers/plays_answer.hpp"
#include "measures/numbers/weighted.hpp"
#include "measures/numbers/words.hpp"
#include "report/rows/row_json.hpp"

/// tumen given: what would be true of everything else if what was heard is true.
namespace tumen::app {

namespace {

constexpr std::uint32_t at_once = 256;
constexpr std::uint32_t usual_most = 2048;
constexpr double enough = 100;             // effective draws
constexpr std::size_t fewest_inside = 10;  // plays that have it
constexpr double unlikely = 0.01;          // share of draws from which it is said

std::vector<Heard> heard_of(const Arguments& arguments) {
    std::vector<Heard> heard;
    for (const std::string& text : arguments.list("--heard"))
        heard.push_back(value_or_stop(read_heard(text), ExitCode::usage));
    if (heard.empty()) {
        usage_error("given without --heard",
                    "say what was heard: --heard \"sum(arrested, during) is 35 to 45\"");
    }
    return heard;
}

std::vector<Question> questions_of(const std::vector<Heard>& heard) {
    std::vector<Question> questions;
    questions.reserve(heard.size());
    for (const Heard& one : heard)
        questions.push_back({one.statistic});
    return questions;
}

Hearing hearing_of(const DrawnStudy& study, const std::vector<Heard>& heard) {
    std::vector<std::vector<std::optional<double>>> values;
    for (std::size_t i = 0; i < heard.size(); ++i) {
        std::vector<std::optional<double>>& column = values.emplace_back();
        for (const double value : study.answers(i))
            column.push_back(std::isnan(value) ? std::nullopt : std::optional(value));
    }
    return hear(heard, values);
}

/// Says where the draws lie when none, or too few, come near what was heard.
[[noreturn]] void nobody_there(const DrawnStudy& study, const std::vector<Heard>& heard,
                               const Hearing& hearing) {
    const bool none = hearing.inside == 0;
    std::string reason =
        none ? fmt::format("none of {} plays has it", study.played())
             : fmt::format("of {} plays {} have it, worth {:.1f}, below {:.0f}", study.played(),
                           hearing.inside, hearing.effective, fewest_told);
    for (std::size_t i = 0; i < heard.size(); ++i) {
        const std::vector<double> values = study.answers(i);
        const auto range = weighted_range(values, std::vector<double>(values.size(), 1));
        if (range) {
            reason += fmt::format("; {} is {} to {} in 90 of 100 of all plays, {} in the middle",
                                  heard[i].statistic, number_text(range->low, ""),
                                  number_text(range->high, ""), number_text(range->middle, ""));
        } else {
            reason += fmt::format("; {} has no value in any of them", heard[i].statistic);
        }
    }
    stop(ExitCode::failed,
         trouble(none ? "what was heard is out of reach of everything known here"
                      : "too few plays have what was heard to tell what follows from it",
                 reason, "a wider band, more --replicates, or another scenario"));
}

std::vector<HeadlineGiven> headlines_given(const DrawnStudy& study, const Hearing& hearing) {
    std::vector<HeadlineGiven> rows;
    for (const Headline& one : study.headlines().headlines()) {
        if (auto row = headline_given(one.id, one.label, one.unit, study.headline(one.id),
                                      hearing.weights))
            rows.push_back(*std::move(row));
    }
    return rows;
}

std::vector<const ReplicateDraw*> draws_of(const DrawnStudy& study) {
    std::vector<const ReplicateDraw*> draws;
    draws.reserve(study.played());
    for (std::uint32_t i = 0; i < study.played(); ++i)
        draws.push_back(&study.experiment().draws[i]);
    return draws;
}

/// Without the draws that nobody had to play: enough plays had shown what was heard before.
Experiment as_far_as_played(const DrawnStudy& study) {
    Experiment experiment = study.experiment();
    if (experiment.draws.size() > study.played()) {
        experiment.draws.erase(experiment.draws.begin() + study.played(), experiment.draws.end());
    }
    return experiment;
}

std::string likely_text(const Hearing& hearing) {
    const std::size_t plays = hearing.weights.size();
    const double share = static_cast<double>(hearing.inside) / static_cast<double>(plays);
    const std::string how_many = fmt::format("It is so in {}", plays_text(hearing.inside, plays));
    if (share >= unlikely) return how_many + ".";
    return fmt::format("This is unlikely under everything known here (1 in {:.0f}).", 1 / share);
}

void print_as_json(const DrawnStudy& study, const std::vector<Heard>& heard, const Hearing& hearing,
                   Terminal& terminal) {
    Json json = {{"scenario", study.experiment().points.front().name},
                 {"plays", study.played()},
                 {"inside", hearing.inside},
                 {"effective", hearing.effective}};
    for (const Heard& one : heard) {
        json["heard"].push_back(
            {{"statistic", one.statistic}, {"low", one.band.low}, {"high", one.band.high}});
    }
    constexpr Face face = Face::command_line;
    const std::vector<const ReplicateDraw*> draws = draws_of(study);
    json["headlines"] = value_json<face>(headlines_given(study, hearing));
    json["values"] = value_json<face>(values_given(draws, hearing));
    json["rules"] = value_json<face>(rules_given(draws, hearing));
    print_json(json, terminal);
}

template <class Row>
void print_table(const std::vector<Row>& rows, Terminal& terminal) {
    Table table(heads_of<Row>());
    for (const Row& one : rows)
        table.add(cells_of(one));
    table.print(terminal);
}

void print_rows(const DrawnStudy& study, const Hearing& hearing, Terminal& terminal) {
    const std::vector<const ReplicateDraw*> draws = draws_of(study);
    print_table(headlines_given(study, hearing), terminal);
    const std::vector<ValueGiven> moved = values_given(draws, hearing);
    if (moved.empty()) {
        print_line(terminal, "No single value moves by more than noise.");
    } else {
        print_table(moved, terminal);
        print_line(terminal, "Shift: of the mean, in spreads of what was believed before.");
    }
    print_rules(
        rules_given(draws, hearing), [](const RuleGiven& row) { return row.before; }, "GIVEN THIS",
        [](const RuleGiven& row) { return row.after; }, terminal);
}

void print(const DrawnStudy& study, const std::vector<Heard>& heard, const Hearing& hearing,
           Session& session) {
    Terminal& terminal = session.terminal();
    if (hearing.effective < fewest_told || hearing.inside == 0) nobody_there(study, heard, hearing);
    if (session.arguments().has("--json")) return print_as_json(study, heard, hearing, terminal);
    for (const Heard& one : heard) {
        print_line(terminal, fmt::format("If {} is {} to {}:", one.statistic,
                                         shortest(one.band.low), shortest(one.band.high)));
    }
    print_line(terminal, likely_text(hearing));
    print_rows(study, hearing, terminal);
    print_line(terminal,
               fmt::format("{} plays, weighed by how well each shows it; they are worth {:.0f}.",
                           study.played(), hearing.effective));
    for (const std::string& told : draws_told(as_far_as_played(study)))
        print_line(terminal, told);
}

ExitCode carry_out_given(Session& session) {
    const Arguments& arguments = session.arguments();
    const std::vector<Heard> heard = heard_of(arguments);
    const auto most = static_cast<std::uint32_t>(
        arguments.whole_or("--replicates", usual_most, 16, most_replicates));
    DrawnStudy study(arguments, questions_of(heard), most);
    Hearing hearing;
    const auto next = [&](std::uint32_t played) {
        if (played > 0) hearing = hearing_of(study, heard);
        const bool enough_told = hearing.effective >= enough && hearing.inside >= fewest_inside;
        return enough_told ? played : std::min(most, played + at_once);
    };
    return play_answer(study.request(), session,
                       {study, [&] { print(study, heard, hearing, session); }, next, most});
}

constexpr Option given_own_options[] = {
    {"--heard", "STATISTIC is A to B",
     "What was heard, as \"sum(arrested, during[0:29]) is 35 to 45\", told of by the press as "
     "\"sum(told_arrests, all) is 3 to 6\"; may be repeated",
     OptionKind::list},
    shared("--headline"),
    shared("--replicates", "How many draws may be played until it is told well enough (2048)"),
};
constexpr auto given_options =
    options_of(given_own_options, study_options, play_options, draw_options, life_options);

}  // namespace

const Command given_command = {"given", "What would be true if what was heard is true",
                               one_scenario, given_options, carry_out_given};

}  // namespace tumen::app

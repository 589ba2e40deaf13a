#include <fmt/format.h>

#include "app/cli/command/command_list.hpp"
#include "app/cli/command/shared_options.hpp"
#include "app/cli/command/stop.hpp"
#include "app/cli/tables/factor_columns.hpp"
#include "app/cli/terminal/columns.hpp"
#include "app/cli/terminal/json.hpp"
#include "app/cli/terminal/table.hpp"
#include "app/session/output/played_fields.hpp"
#include "app/session/play/play_request.hpp"
#include "app/session/request/scenario_argument.hpp"
#include "app/session/request/sensitivity_request.hpp"
#include "measures/numbers/words.hpp"
#include "report/parts/sensitivity_part.hpp"
#include "report/rows/row_json.hpp"
#include "sensitivity/sensitivity_words.hpp"

namespace tumen::app {

namespace {

/// Indices are plain numbers whatever the headline counts.
std::string_view unit_of(SensitivityMethod method, const Headline& headline) {
    return method == SensitivityMethod::sobol ? std::string_view("1") : headline.unit;
}

std::string value_text(const Estimated& one, std::string_view unit) {
    return number_text(one.value, unit);
}

template <class Row>
void print_factors(const HeadlineSensitivity& one, Terminal& terminal) {
    Table table(heads_of<Row>());
    for (const FactorSensitivity& factor : one.factors)
        table.add(cells_of(Row{one, factor}));
    if (one.dummy) table.add(cells_of(Row{one, *one.dummy}));
    table.print(terminal);
}

void print_factors(const HeadlineSensitivity& one, SensitivityMethod method, Terminal& terminal) {
    if (method == SensitivityMethod::morris) return print_factors<ScreenedRow>(one, terminal);
    print_factors<IndexedRow>(one, terminal);
}

void print_growth(const HeadlineSensitivity& one, SensitivityMethod method, Terminal& terminal) {
    if (one.growth.size() < 2) return;
    std::vector<std::string> heading = {"samples"};
    for (const FactorSensitivity& factor : one.factors)
        heading.push_back(factor.name);
    Table table(std::move(heading));
    for (const Growth& growth : one.growth) {
        std::vector<std::string> row = {std::to_string(growth.samples)};
        for (const Estimated& strength : growth.strengths)
            row.push_back(value_text(strength, unit_of(method, one.headline)));
        table.add(std::move(row));
    }
    terminal.data("\n");
    table.print(terminal);
}

void print_sensitivity(ResultReader& results, const Places& places, Format format,
                       Terminal& terminal) {
    const Sensitivity found = value_or_stop(sensitivity_of(results));
    if (format == Format::json) {
        Json json = row_json<Face::command_line>(PlayedRow{results.experiment(), places});
        json.update(sensitivity_json(found, results.experiment()));
        print_json(json, terminal);
        return;
    }
    for (const HeadlineSensitivity& one : found.headlines) {
        if (one.headline.id != found.headline) continue;
        for (const std::string& sentence : sentences_of(one, found.method))
            terminal.data(wrapped(sentence) + "\n");
        terminal.data("\n");
        if (one.factors.empty()) continue;
        print_factors(one, found.method, terminal);
        print_growth(one, found.method, terminal);
        terminal.data("\n");
    }
    for (const std::string& warning : warnings_of(found))
        terminal.say(warning);
    terminal.data(fmt::format("{} other headlines from the same runs are in the report.\n",
                              found.headlines.size() - 1));
    terminal.data(fmt::format("Results  {}\nReport   {}\n", places.results, places.report));
}

/// Plays draws of everything that is not held, and takes what moves the headlines.
ChosenFactors play_what_matters(const Scenario& scenario, std::size_t most, Session& session) {
    const Arguments& arguments = session.arguments();
    const Experiment experiment = value_or_stop(
        what_matters_experiment(scenario, seed_asked(arguments)), ExitCode::invalid_scenario);
    session.terminal().say(fmt::format(
        "Looking which parameters move its headlines: {} plays of small cities with everything "
        "drawn at once",
        experiment.replicates.size()));
    WhatMattersBook book(experiment);
    if (session.play(experiment, {}, playing_options(arguments), book).interrupted) {
        session.ended({.interrupted = true});
        stop(ExitCode::interrupted,
             trouble(std::string(session.why_interrupted()),
                     "it was still looking which parameters to vary", "nothing was kept"));
    }
    return value_or_stop(choose_factors(book.results(usual_headline(scenario.plan), most), most,
                                        varied(arguments.text_or("SCENARIO", ""), arguments),
                                        arguments.list("--set")),
                         ExitCode::usage);
}

ExitCode carry_out_sensitivity(Session& session) {
    const ChooseFactors choose = [&](const Scenario& scenario, std::size_t most) {
        return play_what_matters(scenario, most, session);
    };
    return play_request(sensitivity_request(session.arguments(), session.terminal(), choose),
                        session, print_sensitivity);
}

constexpr Option sensitivity_own_options[] = {
    {"--method", "METHOD",
     "morris: screen many parameters with few runs; sobol: share out the variance (morris)",
     OptionKind::value},
    {"--vary", "NAME[=LO..HI]",
     "A parameter to vary, over its evidence range or this one; may be repeated (up to 12 that "
     "move "
     "the scenario's headlines most, found by 512 small plays with everything drawn at once)",
     OptionKind::list},
    {"--widest", "N", "Vary the N least known parameters, whether they matter or not",
     OptionKind::value},
    {"--all", "", "Vary every parameter that the evidence leaves open", OptionKind::flag},
    shared("--headline", headline_first),
    {"--samples", "N", "Trajectories of morris (20), or base rows of sobol, a power of 2 (128)",
     OptionKind::value},
    shared("--replicates", "How many times to play each point (4), or a range such as 3..4"),
    shared("--seed", "Which luck and which design (1)"),
    shared(
        "--out",
        "Where the results go (results/METHOD-SCENARIO-SEED.sqlite); the report goes beside them"),
};
constexpr auto sensitivity_options =
    options_of(sensitivity_own_options, play_options, life_options);

}  // namespace

const Command sensitivity_command = {
    "sensitivity", "Which assumptions matter most: Morris's screening or Sobol's indices",
    one_scenario, sensitivity_options, carry_out_sensitivity};

}  // namespace tumen::app

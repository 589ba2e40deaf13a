#include <functional>

#include "app/cli/command/command_list.hpp"
#include "app/cli/command/shared_options.hpp"
#include "app/cli/command/stop.hpp"
#include "app/cli/tables/sweep_columns.hpp"
#include "app/cli/terminal/json_stream.hpp"
#include "app/cli/terminal/table.hpp"
#include "app/session/output/played_fields.hpp"
#include "app/session/play/play_request.hpp"
#include "app/session/request/scenario_argument.hpp"
#include "base/text.hpp"
#include "experiment/disk_files.hpp"
#include "measures/answers/stopping.hpp"
#include "report/rows/row_json.hpp"
#include "scenario/variable.hpp"
#include "sweep/design_choice.hpp"
#include "sweep/factor_choice.hpp"
#include "sweep/given_points.hpp"
#include "sweep/value_lists.hpp"

namespace tumen::app {

namespace {

constexpr std::uint64_t usual_replicates = 16;
constexpr std::size_t most_rows = 60;  // of the table on the terminal

Design design_of(const Arguments& arguments) {
    const ReadOptions read = read_options(arguments);
    SweepAsked asked{
        value_or_stop(read_factors(arguments.list("--vary"),
                                   {read.beyond_evidence, read.overrides, Levels::allowed}),
                      ExitCode::usage),
        arguments.text("--design")};
    if (arguments.has("--points")) {
        asked.points =
            static_cast<std::uint32_t>(arguments.whole_or("--points", 2, 2, most_sweep_points));
    }
    return value_or_stop(sweep_design(std::move(asked)), ExitCode::usage);
}

/// Reads the whole sweep, point by point.
void read(ResultReader& results, SweepBook& book,
          const std::function<void(const SweptPoint&)>& take) {
    if (const auto problem = read_sweep(results, book, take)) stop(ExitCode::failed, *problem);
}

Json point_json(const SweepBook& book, const SweptPoint& swept) {
    Json estimates = Json::array();
    for (std::size_t i = 0; i < book.headlines().size(); ++i) {
        const EstimateRow row{swept.point, book.headlines()[i], swept.estimates[i]};
        if (row.of.n > 0) estimates.push_back(row_json<Face::command_line>(row));
    }
    Json json = row_json<Face::command_line>(PointRow{book.experiment().points, swept});
    json["headlines"] = std::move(estimates);
    return json;
}

/// What is said of all points comes behind them, when all have been read.
void print_json(ResultReader& results, const Places& places, Terminal& terminal) {
    const Experiment& experiment = results.experiment();
    SweepBook book(experiment);
    Json factors = Json::array();
    for (const Factor& factor : experiment.design->factors)
        factors.push_back(row_json<Face::command_line>(factor));
    JsonStream json(terminal);
    const Json played = row_json<Face::command_line>(PlayedRow{experiment, places});
    for (const auto& [key, value] : played.items())
        json.field(key, value);
    json.field("sweep", experiment.name);
    json.field("design", experiment.design->method);
    json.field("headline", book.headlines()[book.chosen()].id);
    json.field("factors", factors);
    json.open_list("points");
    read(results, book, [&](const SweptPoint& swept) { json.entry(point_json(book, swept)); });
    json.close_list();
    json.field("answer", sweep_sentences(book));
    json.end();
}

/// A number is called what it is called elsewhere in the language of the reader.
std::vector<std::string> heading(const SweepBook& book, const Terminal& terminal) {
    const Headline& headline = book.headlines()[book.chosen()];
    std::vector<std::string> names;
    for (const Factor& factor : book.experiment().design->factors)
        names.push_back(factor.name);
    for (std::string& head : heads_of<PointRow>())
        names.push_back(std::move(head));
    for (std::string& head : heads_of<EstimateRow>())
        names.push_back(head.empty() ? terminal.told(headline.label) : std::move(head));
    return names;
}

std::vector<std::string> row_of(const SweepBook& book, const SweptPoint& swept) {
    const std::size_t chosen = book.chosen();
    std::vector<std::string> row;
    for (const auto& [name, value] : book.experiment().points.values(swept.point))
        row.push_back(shown_variable(name, value));
    for (std::string& cell : cells_of(PointRow{book.experiment().points, swept}))
        row.push_back(std::move(cell));
    for (std::string& cell :
         cells_of(EstimateRow{swept.point, book.headlines()[chosen], swept.estimates[chosen]}))
        row.push_back(std::move(cell));
    return row;
}

void print_sweep(ResultReader& results, const Places& places, Format format, Terminal& terminal) {
    if (format == Format::json) return print_json(results, places, terminal);
    SweepBook book(results.experiment());
    Table table(heading(book, terminal));
    read(results, book, [&](const SweptPoint& swept) {
        if (swept.point < most_rows) table.add(row_of(book, swept));
    });
    for (const std::string& sentence : sweep_sentences(book))
        terminal.data(wrapped(sentence) + "\n");
    terminal.data("\n");
    table.print(terminal);
    if (const std::size_t points = results.experiment().points.size(); points > most_rows) {
        terminal.data(fmt::format("and {} more points, in the report and by `tumen export`\n",
                                  points - most_rows));
    }
    terminal.data(fmt::format("\nResults  {}\nReport   {}\n", places.results, places.report));
}

/// The points of lists of values; nothing where only ranges are varied.
std::optional<GivenPoints> points_of_lists(const Arguments& arguments) {
    const std::vector<std::string>& varied = arguments.list("--vary");
    if (!has_list(varied)) return std::nullopt;
    if (arguments.has("--points") || arguments.text_or("--design", "grid") != "grid") {
        usage_error(
            "a list of values, a rule or a date with --points or --design",
            "every value that is named is played, in every combination; leave out the others");
    }
    const ReadOptions read = read_options(arguments);
    return value_or_stop(
        listed_points(varied, {read.beyond_evidence, read.overrides, Levels::allowed}),
        ExitCode::usage);
}

/// The file of points that --points names; nothing where it is a number, or not given.
std::optional<GivenPoints> given_points(const Arguments& arguments) {
    if (auto listed = points_of_lists(arguments)) return listed;
    const std::string points = arguments.text_or("--points", "");
    if (points.empty() || points.find_first_not_of("0123456789") == points.npos)
        return std::nullopt;
    if (arguments.has("--vary") || arguments.has("--design")) {
        usage_error("--points " + printable(points, 80) + " with --vary or --design",
                    "the table says what varies; leave out the others");
    }
    const ScenarioText table = value_or_stop(read_scenario_file(points), ExitCode::usage);
    return value_or_stop(read_given_points(table, read_options(arguments).overrides),
                         ExitCode::usage);
}

void set_headline(Design& design, const Scenario& scenario, const Arguments& arguments) {
    if (std::string id = first_headline(scenario, arguments); !id.empty())
        design.options.emplace_back("headline", std::move(id));
}

RunRequest request_of(const Arguments& arguments) {
    auto given = given_points(arguments);
    Design design = given ? given->design : design_of(arguments);
    const Scenario scenario = scenario_of(arguments.text_or("SCENARIO", ""), arguments);
    const std::string name = "sweep-" + scenario.name;
    set_headline(given ? given->design : design, scenario, arguments);
    if (given) return given_request(name, *std::move(given), arguments, usual_replicates);
    return design_request(ExperimentKind::sweep, name, std::move(design), arguments,
                          usual_replicates);
}

ExitCode carry_out_sweep(Session& session) {
    return play_request(request_of(session.arguments()), session, print_sweep);
}

constexpr Option sweep_own_options[] = {
    {"--vary", "NAME[=LOW..HIGH][:LEVELS]",
     "A parameter to vary, over the range of the evidence or another, as \"fee_base=20 %..40 "
     "%:5\", or at the values of a list, as \"fee_base=20 %,25 %,40 %\"; a rule, as "
     "\"rules.trust\", "
     "or dates, as \"hand_in_drive.to=2020-12-31,2021-01-31\"; may be repeated",
     OptionKind::list},
    {"--design", "NAME",
     "grid (every combination of levels), lhs (Latin hypercube) or sobol (Sobol's points)",
     OptionKind::value},
    {"--points", "N|FILE.csv",
     "How many points of lhs or sobol (32), or levels of a single parameter (9); or a table with a "
     "column for each parameter and a row for each point",
     OptionKind::value},
    shared("--headline", headline_first),
    shared("--replicates", "How many times to play each point (16), or a range such as 101..200"),
    shared("--seed", "Which luck, and which random design (1)"),
    shared(
        "--out",
        "Where the results go (results/sweep-SCENARIO-SEED.sqlite); the report goes beside them"),
    {"--keep-days", "", "Store the days of every replicate too, not only headlines and hashes",
     OptionKind::flag},
};
constexpr auto sweep_options = options_of(sweep_own_options, play_options, life_options);

}  // namespace

const Command sweep_command = {"sweep", "Play a scenario over values of its parameters",
                               one_scenario, sweep_options, carry_out_sweep};

}  // namespace tumen::app

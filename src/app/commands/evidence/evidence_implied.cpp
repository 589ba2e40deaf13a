#include <fmt/format.h>

#include "app/cli/command/command_list.hpp"
#include "app/cli/command/shared_options.hpp"
#include "app/cli/command/stop.hpp"
#include "app/cli/tables/belief/belief_columns.hpp"
#include "app/cli/terminal/json.hpp"
#include "app/cli/terminal/table.hpp"
#include "app/session/play/play_answer.hpp"
#include "app/session/request/run_request.hpp"
#include "app/session/request/scenario_argument.hpp"
#include "belief/prior/prior_draw.hpp"
#include "report/rows/row_json.hpp"

/// tumen evidence implied: the prior predictive check.
namespace tumen::app {

namespace {

constexpr std::uint32_t implied_draws = 200;

/// The scenarios of the quantities.
RunRequest request_of(const Arguments& arguments) {
    RunRequest request =
        request_named("what the prior implies", ExperimentKind::compare, arguments, implied_draws);
    for (const std::string& name : scenarios_of(implied_quantities())) {
        request.experiment.points.push_back({name, scenario_of(name, arguments), {}});
    }
    return request;
}

void print(const std::vector<Implied>& all, const Arguments& arguments, Terminal& terminal) {
    if (arguments.has("--json")) {
        return print_json(value_json<Face::command_line>(all), terminal);
    }
    Table table(heads_of<Implied>());
    double within = 0;
    for (const Implied& one : all) {
        table.add(cells_of(one));
        within += one.within;
    }
    table.print(terminal);
    terminal.say(
        fmt::format("On average {:.0f} % of the draws lie inside the known 5 to 95 % of a "
                    "quantity; 90 % would be full "
                    "agreement.",
                    100 * within / static_cast<double>(all.size())));
}

ExitCode show_implied(Session& session) {
    const Arguments& arguments = session.arguments();
    RunRequest request = request_of(arguments);
    Experiment& experiment = request.experiment;
    const Priors& priors = ledger_priors();
    std::vector<std::vector<double>> drawn;
    for (const std::uint32_t replicate : experiment.replicates) {
        drawn.push_back(value_or_stop(draw_priors(priors, experiment.seed, replicate)));
        experiment.draws.push_back({replicate, parameter_values(priors, drawn.back())});
    }
    ImpliedBook book(experiment, implied_quantities());
    AnswerAsked asked{book, [&] { print(book.results(drawn), arguments, session.terminal()); }};
    asked.keeping = Keeping::never;
    return play_answer(request, session, asked);
}

constexpr Option implied_options[] = {
    shared("--replicates", "How many draws of the priors to play (200)"),
    shared("--seed"),
    shared("--threads"),
    shared("--time-limit", "Stop after this time, as \"10 min\""),
    shared("--status"),
    shared("--set", "Another value for a parameter in every scenario, then at the city's own size"),
    shared("--beyond-evidence"),
    shared("--json"),
};

}  // namespace

const Command evidence_implied_command = {
    "evidence implied",
    "What the priors imply for quantities that people have views on",
    {},
    implied_options,
    show_implied};

}  // namespace tumen::app

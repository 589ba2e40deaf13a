#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/cli/command/command_list.hpp"
#include "app/cli/command/shared_options.hpp"
#include "app/cli/command/stop.hpp"
#include "app/cli/tables/sign_columns.hpp"
#include "app/cli/terminal/json.hpp"
#include "app/cli/terminal/table.hpp"
#include "app/session/belief/sign_study.hpp"
#include "app/session/request/scenario_argument.hpp"
#include "base/text.hpp"
#include "belief/statements/sign_fields.hpp"
#include "patterns/check.hpp"
#include "patterns/pattern_choice.hpp"
#include "report/rows/row_json.hpp"

/// tumen statements: what can be said at all.
namespace tumen::app {

namespace {

std::vector<const LedgerStatement*> statements_asked(const Arguments& arguments) {
    const auto scenario = arguments.text("SCENARIO");
    std::vector<const LedgerStatement*> chosen;
    std::vector<std::string_view> known;
    for (const LedgerStatement& one : ledger_statements()) {
        if (!scenario || one.scenario == *scenario) chosen.push_back(&one);
        known.push_back(one.scenario);
    }
    if (!chosen.empty()) return chosen;
    const auto near = did_you_mean(*scenario, known);
    usage_error(
        "no statement is about " + printable(*scenario, 60),
        near ? "did you mean " + std::string(*near) + "?" : "without SCENARIO all are judged");
}

std::vector<Measurement> measurements_of(const std::vector<const LedgerStatement*>& statements) {
    std::vector<Measurement> measurements;
    measurements.reserve(statements.size());
    for (const LedgerStatement* one : statements)
        measurements.push_back(measurement_of(*one));
    return measurements;
}

/// The runs of the statements.
RunRequest request_of(const std::vector<const LedgerStatement*>& statements,
                      const Arguments& arguments) {
    RunRequest request =
        request_named("statements", ExperimentKind::check, arguments, usual_sign_draws);
    const LoadScenario load = [&](const std::string& name) { return scenario_of(name, arguments); };
    for (auto& [name, scenario] :
         value_or_stop(scenarios_of(runs_needed(measurements_of(statements)), load))) {
        request.experiment.points.push_back({name, std::move(scenario), {}});
    }
    return request;
}

/// What the draws are worth, where they are too few for any statement to stand.
std::string too_few_to_stand(const std::vector<StatementResult>& results) {
    double fewest = results.front().fewest_draws();
    for (const StatementResult& one : results)
        fewest = std::max(fewest, one.fewest_draws());
    const double least = least_draws_to_stand();
    if (fewest >= least) return "";
    return fmt::format(
        "Too few for any to stand: under one of the rules these draws are worth {:.0f} independent "
        "ones, and below {:.0f} nothing stands. More --replicates help.",
        std::floor(fewest), std::ceil(least));
}

void print(const std::vector<StatementResult>& results, const std::string& why_not,
           const Arguments& arguments, Terminal& terminal) {
    const std::string_view over = why_not.empty() ? "belief" : "prior";
    if (arguments.has("--json")) {
        Json json = Json::array();
        for (const StatementResult& one : results)
            json.push_back(row_json<Face::command_line>(StatementRow{one, over}));
        print_json(json, terminal);
        return;
    }
    if (!why_not.empty()) terminal.say("Over the prior only: " + why_not + ".");
    const auto standing = std::count_if(
        results.begin(), results.end(),
        [](const StatementResult& one) { return one.verdict == SignVerdict::stands; });
    terminal.say(fmt::format("{} of {} statements stand.", standing, results.size()));
    if (const std::string few = too_few_to_stand(results); !few.empty()) terminal.say(few);
    Table table(heads_of<StatementRow>());
    for (const StatementResult& one : results)
        table.add(cells_of(StatementRow{one, over}));
    table.print(terminal);
}

ExitCode judge_statements(Session& session) {
    const Arguments& arguments = session.arguments();
    const std::vector<const LedgerStatement*> statements = statements_asked(arguments);
    SignStudy study = sign_study(request_of(statements, arguments), measurements_of(statements),
                                 PriorView::beside, arguments);
    return play_signs(study, session, [&](const SignValuesOf& values_of_row) {
        std::vector<StatementResult> results;
        results.reserve(statements.size());
        for (std::size_t row = 0; row < statements.size(); ++row) {
            results.push_back(judge(*statements[row], values_of_row(row), study.views.view(),
                                    study.views.prior, study.views.start, study.views.without));
        }
        print(results, study.why_not, arguments, session.terminal());
    });
}

constexpr Positional statements_positionals[] = {
    {"SCENARIO", "What the statements are about (all of them)", Arity::optional}};
constexpr Option statements_own_options[] = {
    shared("--replicates", "How many draws to judge by (384)"),
    {"--plays", "FILE",
     "Keep there what each play came to: the same command goes on where it was stopped, and judges "
     "again without playing",
     OptionKind::value},
    shared("--without-voice"),
    shared("--seed"),
    shared("--time-limit", "Stop after this time, as \"10 min\""),
    shared("--on-error"),
    shared("--dry-run"),
    shared("--status"),
    shared("--wards-a-task"),
    shared("--no-shared-past"),
};
constexpr auto statements_options = options_of(statements_own_options, play_options);

}  // namespace

const Command statements_command = {"statements", "What can be said at all, whatever is not known",
                                    statements_positionals, statements_options, judge_statements};

}  // namespace tumen::app

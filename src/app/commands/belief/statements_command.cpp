#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "app/cli/command/command_list.hpp"
#include "app/cli/command/limits.hpp"
#include "app/cli/command/shared_options.hpp"
#include "app/cli/command/stop.hpp"
#include "app/cli/terminal/json.hpp"
#include "app/cli/terminal/table.hpp"
#include "app/session/play/play_answer.hpp"
#include "app/session/play/plays_file.hpp"
#include "app/session/request/draw_request.hpp"
#include "app/session/request/scenario_argument.hpp"
#include "base/hash.hpp"
#include "base/text.hpp"
#include "belief/belief_draws.hpp"
#include "belief/prior/prior_text.hpp"
#include "belief/statements/statements.hpp"
#include "experiment/draws.hpp"
#include "scenario/fingerprint/fingerprint.hpp"

/// tumen statements: what can be said at all.
namespace tumen::app {

namespace {

constexpr std::uint32_t usual_draws = 128;
constexpr std::uint32_t most_start_plays = 32;
constexpr double usual_residents = 20000;
constexpr std::size_t replicates_at_once = 16;

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
    for (const LedgerStatement* one : statements)
        measurements.push_back(measurement_of(*one));
    return measurements;
}

/// The runs of the statements, small enough that many draws can be played. Replicates follow with
/// the draws.
RunRequest request_of(const std::vector<const LedgerStatement*>& statements,
                      const Arguments& arguments) {
    RunRequest request = request_named("statements", ExperimentKind::check, arguments, usual_draws);
    request.experiment.replicates.clear();
    const LoadScenario load = [&](const std::string& name) { return scenario_of(name, arguments); };
    for (auto& [name, scenario] :
         value_or_stop(scenarios_of(runs_needed(measurements_of(statements)), load))) {
        request.experiment.points.push_back(
            {name, at_size(std::move(scenario), usual_residents, arguments), {}});
    }
    return request;
}

/// `count` replicates behind those that the experiment has.
void add_replicates(View& view, Experiment& experiment, std::uint32_t count) {
    const auto before = static_cast<std::uint32_t>(experiment.replicates.size());
    for (std::uint32_t i = 1; i <= count; ++i) {
        view.replicates.push_back(before + i);
        experiment.replicates.push_back(before + i);
    }
}

/// The same, with draws 1 to `count` of the source.
void add_draws(View& view, Experiment& experiment, const DrawSource& source, std::uint32_t count) {
    add_replicates(view, experiment, count);
    std::vector<DrawAsked> asked;
    for (std::uint32_t number = 1; number <= count; ++number)
        asked.push_back({view.replicates[number - 1], number});
    if (const auto problem = tumen::add_draws(experiment, source, RivalDraws::drawn, asked))
        stop(ExitCode::invalid_scenario, *problem);
    view.draws.assign(experiment.draws.end() - count, experiment.draws.end());
}

struct Views {
    View belief{"belief", {}, {}, {}};
    View prior{"prior", {}, {}, {}};
    View start{"start", {}, {}, {}};
};

Views views_of(Experiment& experiment, const Belief* believed, std::uint32_t count) {
    Views views;
    if (believed != nullptr) {
        const auto taken =
            static_cast<std::uint32_t>(std::min<std::size_t>(count, believed->draws.size()));
        add_draws(views.belief, experiment, belief_source(*believed), taken);
        for (std::uint32_t i = 0; i < taken; ++i)
            views.belief.families.push_back(believed->draws[i].candidate);
    }
    add_draws(views.prior, experiment, prior_source(ledger_priors(), ledger_belief().seed), count);
    views.prior.families.resize(count);
    std::iota(views.prior.families.begin(), views.prior.families.end(), 1U);
    add_replicates(views.start, experiment, std::min(count, most_start_plays));
    views.start.families = views.start.replicates;
    return views;
}

Json json_of(const StatementShare& share) {
    return {{"share", share.share},
            {"error", share.error},
            {"low", share.bounds.low},
            {"high", share.bounds.high},
            {"draws", share.draws},
            {"effective", share.effective},
            {"without_value", share.without_value}};
}

Json json_of(const StatementResult& result, std::string_view view) {
    const LedgerStatement& statement = *result.statement;
    Json rules = Json::array();
    for (const StatementUnderRule& one : result.rules) {
        Json rule = json_of(one.share);
        rule["rule"] = one.rule;
        rule["choice"] = one.choice;
        rules.push_back(std::move(rule));
    }
    Json without = Json::array();
    for (const StatementWithoutVoice& one : result.without) {
        Json voice = json_of(one.share);
        voice["voice"] = one.voice;
        without.push_back(std::move(voice));
    }
    return {{"id", statement.id},
            {"statement", statement.statement},
            {"scenario", statement.scenario},
            {"statistic", statement.statistic},
            {"verdict", name_of(result.verdict)},
            {"over", view},
            {"probability", json_of(result.view)},
            {"prior", json_of(result.prior)},
            {"start", json_of(result.start)},
            {"start_disagrees", result.start_disagrees()},
            {"rules", std::move(rules)},
            {"without_voices", std::move(without)},
            {"turns_on", result.turns_on},
            {"built_in", statement.built_in},
            {"patterns", statement.patterns},
            {"voices", voices_of(statement)}};
}

std::string percent(const StatementShare& share) {
    if (share.draws == 0) return "";
    return fmt::format("{:.0f} %", 100 * share.share);
}

/// The rival under which fewest draws say so.
std::string least_of(const StatementResult& result) {
    const auto least = std::min_element(
        result.rules.begin(), result.rules.end(),
        [](const auto& one, const auto& other) { return one.share.share < other.share.share; });
    if (least == result.rules.end() || least->share.draws == 0) return "";
    return fmt::format("{:.0f} % ({} = {})", 100 * least->share.share, least->rule, least->choice);
}

/// The voice without which fewest draws say so.
std::string least_without(const StatementResult& result) {
    const auto least = std::min_element(
        result.without.begin(), result.without.end(),
        [](const auto& one, const auto& other) { return one.share.share < other.share.share; });
    if (least == result.without.end()) return "";
    return fmt::format("{:.0f} % ({})", 100 * least->share.share, least->voice);
}

std::string remark_of(const StatementResult& result) {
    std::string remark = result.statement->built_in;
    const auto add = [&](const std::string& more) {
        remark += (remark.empty() ? "" : "; ") + more;
    };
    if (result.start_disagrees()) add("the starting values say otherwise");
    if (!result.turns_on.empty()) add("turns on " + result.turns_on);
    if (result.view.without_value > 0)
        add(fmt::format("no value in {} draws", result.view.without_value));
    return remark;
}

void print(const std::vector<StatementResult>& results, const std::string& why_not,
           const Arguments& arguments, Terminal& terminal) {
    const std::string_view over = why_not.empty() ? "belief" : "prior";
    if (arguments.has("--json")) {
        Json json = Json::array();
        for (const StatementResult& one : results)
            json.push_back(json_of(one, over));
        print_json(json, terminal);
        return;
    }
    if (!why_not.empty()) terminal.say("Over the prior only: " + why_not + ".");
    const auto standing = std::count_if(
        results.begin(), results.end(),
        [](const StatementResult& one) { return one.verdict == StatementVerdict::stands; });
    terminal.say(fmt::format("{} of {} statements stand.", standing, results.size()));
    Table table({"VERDICT", "SHARE", "ERROR", "LEAST, UNDER", "LEAST, WITHOUT", "PRIOR", "START",
                 "STATEMENT", ""});
    for (const StatementResult& one : results) {
        table.add({std::string(name_of(one.verdict)), percent(one.view),
                   fmt::format("{:.0f}", 100 * one.view.error), least_of(one), least_without(one),
                   percent(one.prior), percent(one.start), one.statement->statement,
                   remark_of(one)});
    }
    table.print(terminal);
}

using ByReplicate = std::map<std::uint32_t, std::optional<double>>;

/// What a file of plays is about: with anything else the same replicate is another play.
std::string head_of(const Experiment& experiment,
                    const std::vector<const LedgerStatement*>& statements, const Belief* believed) {
    ByteForm form;
    form.add(hash_of(model_fingerprint()));
    form.add(hash_of(believed == nullptr ? std::string() : believed->write()));
    form.add(hash_of(prior_text()));
    form.add(experiment.seed);
    form.add(static_cast<std::uint64_t>(experiment.replicates.size()));
    for (const Point& point : experiment.points)
        form.add(scenario_hash(point.scenario));
    for (const LedgerStatement* one : statements)
        form.add(hash_of(one->statistic));
    return "tumen statements plays " + hex(form.hash());
}

/// Plays what the file lacks, some replicates at a time, each kept once it is there. By statement,
/// then replicate; nothing where it was interrupted.
std::optional<std::vector<ByReplicate>> played_into(
    PlaysFile& file, const RunRequest& request,
    const std::vector<const LedgerStatement*>& statements, Session& session) {
    std::vector<ByReplicate> values(statements.size());
    for (std::string_view line : file.lines()) {
        const auto replicate = static_cast<std::uint32_t>(whole_of(next_word(line)));
        const std::vector<std::optional<double>> stored = values_of(line);
        for (std::size_t row = 0; row < std::min(stored.size(), values.size()); ++row)
            values[row].insert_or_assign(replicate, stored[row]);
    }
    std::vector<std::uint32_t> left = request.experiment.replicates;
    std::erase_if(left, [&](std::uint32_t one) { return values.front().count(one) > 0; });
    Experiment now = request.experiment;
    session.expect(left.size() * now.points.size());
    while (!left.empty()) {
        const auto some = static_cast<std::ptrdiff_t>(std::min(left.size(), replicates_at_once));
        now.replicates.assign(left.begin(), left.begin() + some);
        left.erase(left.begin(), left.begin() + some);
        MeasurementBook book(now, points_by_name(now), measurements_of(statements));
        BookSink sink({}, {&book});
        if (session.play(now, {}, request.playing, sink).interrupted) return std::nullopt;
        for (const std::uint32_t replicate : now.replicates) {
            std::vector<std::optional<double>> line;
            for (std::size_t row = 0; row < statements.size(); ++row) {
                const auto found = book.by_replicate(row).find(replicate);
                if (found == book.by_replicate(row).end()) break;
                line.push_back(found->second);
                values[row].insert_or_assign(replicate, found->second);
            }
            if (line.size() == statements.size())
                file.add(std::to_string(replicate) + words_of(line));
        }
        file.flush();
    }
    return values;
}

ExitCode judge_statements(Session& session) {
    const Arguments& arguments = session.arguments();
    const std::vector<const LedgerStatement*> statements = statements_asked(arguments);
    RunRequest request = request_of(statements, arguments);
    Experiment& experiment = request.experiment;
    const auto count = static_cast<std::uint32_t>(
        arguments.whole_or("--replicates", usual_draws, 2, most_replicates));
    const std::string why_not = outdated(ledger_belief(), model_fingerprint());
    const Belief belief = belief_asked(arguments);
    const Belief* const believed = why_not.empty() ? &belief : nullptr;
    const Views views = views_of(experiment, believed, count);
    std::map<std::string, CandidateWeights> without;
    if (believed != nullptr && belief.without.empty()) without = weights_without_each(belief);
    const auto print_judged = [&](const auto& values_of_row) {
        std::vector<StatementResult> results;
        for (std::size_t row = 0; row < statements.size(); ++row) {
            results.push_back(judge(*statements[row], values_of_row(row),
                                    why_not.empty() ? views.belief : views.prior, views.prior,
                                    views.start, without));
        }
        print(results, why_not, arguments, session.terminal());
    };
    if (const auto path = arguments.text("--plays"); path && !arguments.has("--dry-run")) {
        PlaysFile file(*path, head_of(experiment, statements, believed),
                       "plays of another model, belief, seed or number of replicates");
        const auto values = played_into(file, request, statements, session);
        session.ended({.interrupted = !values});
        if (!values) {
            session.terminal().say(
                fmt::format("{}; the same command goes on.", session.why_interrupted()));
            return ExitCode::interrupted;
        }
        print_judged([&](std::size_t row) -> const ByReplicate& { return (*values)[row]; });
        return ExitCode::done;
    }
    MeasurementBook book(experiment, points_by_name(experiment), measurements_of(statements));
    BookSink sink({}, {&book});
    AnswerAsked asked{sink, [&] {
                          print_judged([&](std::size_t row) -> const ByReplicate& {
                              return book.by_replicate(row);
                          });
                      }};
    asked.keeping = Keeping::never;
    return play_answer(request, session, asked);
}

constexpr Positional positionals[] = {
    {"SCENARIO", "What the statements are about (all of them)", Arity::optional}};
constexpr Option own_options[] = {
    shared("--replicates", "How many draws to judge by (128)"),
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
constexpr auto options = options_of(own_options, play_options);

}  // namespace

const Command statements_command = {"statements", "What can be said at all, whatever is not known",
                                    positionals, options, judge_statements};

}  // namespace tumen::app

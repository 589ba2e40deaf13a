#include "app/session/request/scenario_argument.hpp"

#include <algorithm>
#include <map>

#include "app/cli/command/stop.hpp"
#include "base/text.hpp"
#include "experiment/design_points.hpp"
#include "experiment/disk_files.hpp"
#include "measures/answers/stopping.hpp"
#include "scenario/assembly/settings.hpp"
#include "scenario/own_headline.hpp"

namespace tumen::app {

using Loaded = Expected<Scenario, Diagnostics>;

namespace {

void refuse_twice(const std::vector<std::string>& settings) {
    std::map<std::string_view, std::string_view> names;
    for (const std::string& setting : settings) {
        const auto [first, is_new] = names.emplace(name_of_setting(setting), setting);
        if (is_new) continue;
        usage_error("--set " + shell_quoted(printable(setting, 80)) + " after --set " +
                        shell_quoted(printable(first->second, 80)),
                    "leave out one of them: a value is set once");
    }
}

}  // namespace

ReadOptions read_options(const Arguments& arguments) {
    ReadOptions options;
    options.overrides = arguments.list("--set");
    refuse_twice(options.overrides);
    if (arguments.has("--beyond-evidence")) options.beyond_evidence = BeyondEvidence::listed;
    return options;
}

namespace {

/// Ids are words; everything else is a statistic.
bool is_statistic(const std::string& text) {
    return text.find_first_of("()+-*/ ") != text.npos;
}

/// What --headline and --until half-width=...@STATISTIC ask for.
std::vector<std::string> headlines_asked(const Arguments& arguments) {
    std::vector<std::string> asked = arguments.list("--headline");
    const std::string until = arguments.text_or("--until", "");
    const std::size_t at = until.find('@');
    if (at != until.npos && is_statistic(until.substr(at + 1)))
        asked.push_back(until.substr(at + 1));
    return asked;
}

/// Another id for a statistic whose id is that of another one.
void make_distinct(OwnHeadline& headline, const std::vector<OwnHeadline>& others) {
    const std::string id = headline.id;
    const auto taken = [&](const OwnHeadline& one) { return one.id == headline.id; };
    for (int n = 2; std::any_of(others.begin(), others.end(), taken); ++n)
        headline.id = id + "_" + std::to_string(n);
}

/// Ends the command where there is no headline called so.
void require_known(const std::string& id, const Scenario& scenario) {
    // (An empty one would be the scenario's own first.)
    if (id.empty()) usage_error("--headline ''", "name a headline, or write a statistic");
    std::vector<Headline> known = all_headlines();
    for (const OwnHeadline& one : scenario.headlines)
        known.push_back({one.id, one.label, one.unit, "", one.statistic});
    value_or_stop(headline_of_rule({0, Goal::relative, id}, known), ExitCode::usage);
}

Scenario with_headlines(Scenario scenario, const Arguments& arguments) {
    for (const std::string& text : headlines_asked(arguments)) {
        if (!is_statistic(text)) {
            require_known(text, scenario);
            continue;
        }
        const auto same = [&](const OwnHeadline& one) { return one.statistic == text; };
        auto& headlines = scenario.headlines;
        if (std::any_of(headlines.begin(), headlines.end(), same)) continue;
        auto headline = own_headline(text);
        if (!headline) {
            Diagnostic problem = headline.error();
            problem.problem = "--headline " + shell_quoted(printable(text, 80)) + ": " +
                              problem.problem + ", at " + std::to_string(problem.column);
            problem.column = 0;
            stop(ExitCode::usage, problem);
        }
        make_distinct(*headline, headlines);
        headlines.push_back(*std::move(headline));
    }
    return scenario;
}

}  // namespace

Scenario scenario_of(const std::string& argument, const Arguments& arguments) {
    auto scenario = load_scenario(argument, read_options(arguments));
    if (!scenario) throw Stop{ExitCode::invalid_scenario, scenario.error()};
    return with_headlines(*std::move(scenario), arguments);
}

std::string first_headline(const Scenario& scenario, const Arguments& arguments) {
    const std::vector<std::string>& asked = arguments.list("--headline");
    if (asked.empty()) return "";
    return value_or_stop(known_headline(scenario, asked.front()), ExitCode::usage);
}

MakeScenario varied(const std::string& argument, const Arguments& arguments) {
    return [argument, arguments,
            options = read_options(arguments)](const std::vector<std::string>& more) {
        ReadOptions all = options;
        all.overrides.insert(all.overrides.end(), more.begin(), more.end());
        auto scenario = load_scenario(argument, all);
        if (scenario) return Loaded(with_headlines(*std::move(scenario), arguments));
        return scenario;
    };
}

}  // namespace tumen::app

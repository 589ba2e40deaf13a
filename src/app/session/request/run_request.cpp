#include "app/session/request/run_request.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <numeric>
#include <optional>
#include <thread>

#include "app/cli/command/limits.hpp"
#include "app/cli/command/output_files.hpp"
#include "app/cli/command/stop.hpp"
#include "app/session/request/scenario_argument.hpp"
#include "base/text.hpp"
#include "measures/answers/compare.hpp"
#include "sensitivity/sensitivity_choice.hpp"
#include "sweep/design_choice.hpp"

namespace tumen::app {

namespace {

constexpr std::uint64_t default_most = 1000;  // replicates of --until

IfThere if_there(const Arguments& arguments) {
    if (arguments.has("--force") && arguments.has("--resume")) {
        usage_error("--force and --resume",
                    "--resume keeps what is there, --force replaces it: give one of them");
    }
    if (arguments.has("--resume")) return IfThere::resume;
    return arguments.has("--force") ? IfThere::replace : IfThere::ask;
}

std::string joined(const std::vector<std::string>& words) {
    std::string line;
    for (const std::string& word : words)
        line += (line.empty() ? "" : " ") + shell_quoted(word);
    return line;
}

/// Where things were put on somebody's machine: not needed to play again.
constexpr std::array<std::string_view, 2> places = {"--out", "--status"};

}  // namespace

EnsembleOptions playing_options(const Arguments& arguments) {
    EnsembleOptions options;
    const std::uint64_t cores = std::max(1U, std::thread::hardware_concurrency());
    options.threads = arguments.whole_or("--threads", cores, 1, most_threads);
    options.wards_a_task = static_cast<std::uint32_t>(
        arguments.whole_or("--wards-a-task", options.wards_a_task, 1, most_wards));
    const std::string on_error = arguments.text_or("--on-error", "continue");
    if (on_error != "stop" && on_error != "continue") {
        usage_error("--on-error " + shell_quoted(printable(on_error, 60)),
                    "expected stop or continue");
    }
    options.on_error = on_error == "stop" ? OnError::stop : OnError::proceed;
    if (arguments.has("--no-shared-past")) options.past = PastUse::whole;
    return options;
}

std::uint64_t seed_asked(const Arguments& arguments) {
    return arguments.whole_or("--seed", default_seed, 0, most_seed);
}

std::optional<double> time_limit_asked(const Arguments& arguments) {
    const auto text = arguments.text("--time-limit");
    if (!text) return std::nullopt;
    constexpr std::pair<std::string_view, double> units[] = {
        {"min", 60}, {"s", 1}, {"h", 3600}, {"", 1}};
    for (const auto& [unit, seconds] : units) {
        if (!text->ends_with(unit)) continue;
        std::string amount = text->substr(0, text->size() - unit.size());
        amount.erase(amount.find_last_not_of(' ') + 1);
        const auto number = read_number(amount);
        constexpr double longest = 1e8;  // [s], some three years
        if (number && *number * seconds >= 0.001 && *number * seconds < longest)
            return *number * seconds;
        break;
    }
    usage_error("--time-limit " + shell_quoted(printable(*text, 60)),
                "expected a time such as 90s, 10min or 2h");
}

std::vector<std::uint32_t> replicates_asked(const Arguments& arguments, std::uint64_t usual) {
    std::vector<std::uint32_t> replicates;
    const std::string text = arguments.text_or("--replicates", "");
    const std::size_t dots = text.find("..");
    if (dots == text.npos) {
        replicates.resize(arguments.whole_or("--replicates", usual, 1, most_replicates));
        std::iota(replicates.begin(), replicates.end(), 1U);
        return replicates;
    }
    const auto first = read_number(std::string_view(text).substr(0, dots));
    const auto last = read_number(std::string_view(text).substr(dots + 2));
    const auto whole = [](const std::optional<double>& number) {
        return number && *number >= 1 && *number <= double{most_replicates} &&
               *number == std::floor(*number);
    };
    if (!whole(first) || !whole(last) || *first > *last) {
        usage_error("--replicates " + shell_quoted(printable(text, 60)),
                    fmt::format("expected a number, or a range such as 101..200, up to {}",
                                most_replicates));
    }
    replicates.resize(static_cast<std::size_t>(*last - *first) + 1);
    std::iota(replicates.begin(), replicates.end(), static_cast<std::uint32_t>(*first));
    return replicates;
}

RunRequest request_named(const std::string& name, ExperimentKind kind, const Arguments& arguments,
                         std::uint64_t usual_replicates) {
    RunRequest request;
    request.if_there = if_there(arguments);
    request.playing = playing_options(arguments);
    Experiment& experiment = request.experiment;
    experiment.kind = kind;
    experiment.name = name;
    experiment.command = plain_command(arguments);
    experiment.seed = seed_asked(arguments);
    experiment.replicates = replicates_asked(arguments, usual_replicates);
    request.results =
        arguments.text_or("--out", fmt::format("results/{}-{}.sqlite", name, experiment.seed));
    request.report = with_ending(request.results, ".html");
    if (request.report == request.results) {
        usage_error(fmt::format("--out {}", request.results),
                    "the report goes there; results end in .sqlite");
    }
    return request;
}

namespace {

/// --until: the replicates are those of the first batch, and more follow.
void set_until(RunRequest& request, const Arguments& arguments) {
    const auto text = arguments.text("--until");
    if (!text) {
        if (arguments.has("--max-replicates"))
            usage_error("--max-replicates without --until", "--replicates says how many to play");
        return;
    }
    if (arguments.has("--replicates")) {
        usage_error("--replicates and --until",
                    "--until finds out how many are needed, up to --max-replicates");
    }
    const StoppingRule rule = value_or_stop(read_stopping_rule(*text), ExitCode::usage);
    const auto& points = request.experiment.points;
    const Scenario& base = points.front().scenario;
    const Against against = rule.known == Known::range ? Against::yardstick : Against::nothing;
    const std::vector<Headline> known =
        points.size() > 1 ? comparison_table(base, points[1].scenario, against).headlines()
                          : headlines(base.plan, base.headlines, against);
    const Headline headline = value_or_stop(headline_of_rule(rule, known), ExitCode::usage);
    const auto most = static_cast<std::uint32_t>(
        arguments.whole_or("--max-replicates", default_most, 2, most_replicates));
    request.until = Until{rule, headline, most};
    request.experiment.replicates.resize(next_batch(0, most));
    std::iota(request.experiment.replicates.begin(), request.experiment.replicates.end(), 1U);
}

MakeScenario varied_scenario(const Arguments& arguments) {
    return varied(arguments.text_or("SCENARIO", ""), arguments);
}

void set_design(Experiment& experiment, Design design, Expected<Points, Diagnostics> points,
                const Arguments& arguments) {
    if (!points) throw Stop{ExitCode::invalid_scenario, points.error()};
    experiment.points = *std::move(points);
    experiment.design = std::move(design);
    experiment.days = arguments.has("--keep-days") ? Days::kept : Days::left_out;
}

}  // namespace

std::uint64_t usual_replicates_of(const Arguments& arguments) {
    return arguments.has("--luck-only") ? default_replicates : default_drawn_replicates;
}

RunRequest run_request(const Arguments& arguments) {
    Scenario scenario = scenario_of(arguments.text_or("SCENARIO", ""), arguments);
    const std::string name = scenario.name;
    RunRequest request =
        request_named(name, ExperimentKind::run, arguments, usual_replicates_of(arguments));
    request.experiment.points.push_back({name, std::move(scenario), {}});
    set_until(request, arguments);
    return request;
}

RunRequest compare_request(const Arguments& arguments) {
    std::vector<std::string> names = {arguments.text_or("BASE", "")};
    const std::vector<std::string>& others = arguments.list("OTHER");
    names.insert(names.end(), others.begin(), others.end());
    std::vector<Point> points;
    for (const std::string& argument : names) {
        Scenario scenario = scenario_of(argument, arguments);
        const std::string name = scenario.name;
        for (const Point& point : points) {
            if (point.name != name) continue;
            usage_error(name + " is given twice",
                        "a scenario is compared with others; give variants names of their own");
        }
        if (!points.empty()) {
            const std::string why = incomparable(points.front().scenario.plan, scenario.plan);
            if (!why.empty()) {
                usage_error(
                    fmt::format("{} and {} cannot be compared: {}", points.front().name, name, why),
                    "scenarios of the same cities and the same number of days can");
            }
        }
        points.push_back({name, std::move(scenario), {}});
    }
    std::string name = "compare-" + points.front().name;
    RunRequest request =
        request_named(name, ExperimentKind::compare, arguments, usual_replicates_of(arguments));
    request.experiment.points = std::move(points);
    set_until(request, arguments);
    return request;
}

RunRequest design_request(ExperimentKind kind, const std::string& name, Design design,
                          const Arguments& arguments, std::uint64_t usual_replicates) {
    RunRequest request = request_named(name, kind, arguments, usual_replicates);
    Experiment& experiment = request.experiment;
    auto points = points_of(design, experiment.seed, varied_scenario(arguments));
    set_design(experiment, std::move(design), std::move(points), arguments);
    return request;
}

RunRequest given_request(const std::string& name, GivenPoints given, const Arguments& arguments,
                         std::uint64_t usual_replicates) {
    RunRequest request = request_named(name, ExperimentKind::sweep, arguments, usual_replicates);
    auto points = make_points(given.design, given.rows, varied_scenario(arguments));
    set_design(request.experiment, std::move(given.design), std::move(points), arguments);
    return request;
}

std::string plain_command(const Arguments& arguments) {
    std::vector<std::string> words = arguments.words;
    if (!words.empty()) words.front() = "tumen";
    for (auto word = words.begin(); word != words.end();) {
        const bool place = std::find(places.begin(), places.end(), *word) != places.end();
        const bool joined_place = std::any_of(places.begin(), places.end(), [&](auto name) {
            return word->starts_with(std::string(name) + "=");
        });
        if (place || joined_place) {
            const auto last = word + (place && word + 1 != words.end() ? 2 : 1);
            word = words.erase(word, last);
            continue;
        }
        const bool path = word->find('/') != word->npos && word->find('=') == word->npos;
        if (path) *word = std::filesystem::path(*word).filename().string();
        ++word;
    }
    return joined(words);
}

std::string resume_command(const Arguments& arguments) {
    std::vector<std::string> words = arguments.words;
    std::erase(words, "--force");
    std::erase(words, "--resume");
    words.emplace_back("--resume");
    return joined(words);
}

}  // namespace tumen::app

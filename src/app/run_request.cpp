#include "app/run_request.hpp"

#include <fmt/format.h>

#include <cmath>
#include <numeric>
#include <optional>
#include <thread>

#include "app/files.hpp"
#include "app/limits.hpp"
#include "app/scenario_argument.hpp"
#include "app/stop.hpp"
#include "base/text.hpp"
#include "study/compare.hpp"

namespace tumen::app {

namespace {

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

}  // namespace

EnsembleOptions playing_options(const Arguments& arguments) {
    EnsembleOptions options;
    const std::uint64_t cores = std::max(1U, std::thread::hardware_concurrency());
    options.threads = arguments.whole_or("--threads", cores, 1, most_threads);
    options.wards_a_task = static_cast<std::uint32_t>(
        arguments.whole_or("--wards-a-task", options.wards_a_task, 1, most_wards));
    return options;
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
        usage_error("--replicates " + shell_quoted(text),
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
    experiment.seed = arguments.whole_or("--seed", default_seed, 0, most_seed);
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

RunRequest run_request(const Arguments& arguments) {
    Scenario scenario = scenario_of(arguments.text_or("SCENARIO", ""), arguments);
    const std::string name = scenario.name;
    RunRequest request = request_named(name, ExperimentKind::run, arguments);
    request.experiment.points.push_back({name, std::move(scenario), {}});
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
    RunRequest request = request_named(name, ExperimentKind::compare, arguments);
    request.experiment.points = std::move(points);
    return request;
}

std::string plain_command(const Arguments& arguments) {
    std::vector<std::string> words = arguments.words;
    if (!words.empty()) words.front() = "tumen";
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

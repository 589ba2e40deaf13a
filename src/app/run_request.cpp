#include "app/run_request.hpp"

#include <fmt/format.h>

#include <numeric>
#include <thread>

#include "app/files.hpp"
#include "app/scenario_argument.hpp"
#include "app/stop.hpp"

namespace tumen::app {

namespace {

constexpr std::uint64_t most_replicates = 1'000'000;
constexpr std::uint64_t most_threads = 1024;
constexpr std::uint64_t most_wards = 1'000'000;
constexpr std::uint64_t most_seed = 0x7FFF'FFFF'FFFF'FFFF;  // what SQLite can hold

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

RunRequest run_request(const Arguments& arguments) {
    RunRequest request;
    request.if_there = if_there(arguments);
    request.playing = playing_options(arguments);

    Experiment& experiment = request.experiment;
    experiment.seed = arguments.whole_or("--seed", default_seed, 0, most_seed);
    const auto count = static_cast<std::uint32_t>(
        arguments.whole_or("--replicates", default_replicates, 1, most_replicates));
    experiment.replicates.resize(count);
    std::iota(experiment.replicates.begin(), experiment.replicates.end(), 1U);

    Scenario scenario = scenario_of(arguments.text_or("SCENARIO", ""), arguments);
    experiment.name = scenario.name;
    experiment.command = plain_command(arguments);
    request.results = arguments.text_or(
        "--out", fmt::format("results/{}-{}.sqlite", scenario.name, experiment.seed));
    request.report = with_ending(request.results, ".html");
    if (request.report == request.results) {
        usage_error(fmt::format("--out {}", request.results),
                    "the report goes there; results end in .sqlite");
    }
    const std::string name = scenario.name;
    experiment.points.push_back({name, std::move(scenario), {}});
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

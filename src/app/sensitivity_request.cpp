#include "app/sensitivity_request.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>

#include "app/scenario_argument.hpp"
#include "app/stop.hpp"
#include "base/text.hpp"
#include "study/files.hpp"
#include "study/openness.hpp"
#include "study/sensitivity.hpp"

namespace tumen::app {

namespace {

constexpr std::uint64_t usual_replicates = 4;
constexpr std::uint64_t usual_trajectories = 20;
constexpr std::uint64_t usual_base_rows = 128;
constexpr std::uint64_t usual_width = 12;  // parameters that are varied where none is named
constexpr std::uint64_t most_samples = 1U << 20U;
constexpr std::size_t most_points = 1'000'000;
constexpr std::uint64_t grid_levels = 4;

SensitivityMethod method_of(const Arguments& arguments) {
    const std::string text = arguments.text_or("--method", "morris");
    if (text == name_of(SensitivityMethod::morris)) return SensitivityMethod::morris;
    if (text == name_of(SensitivityMethod::sobol)) return SensitivityMethod::sobol;
    usage_error("--method " + shell_quoted(text),
                "morris screens many parameters with few runs, sobol shares out the variance");
}

/// The scenario as asked for, with more overrides.
Expected<Scenario, Diagnostics> scenario_with(const std::vector<std::string>& overrides,
                                              const Arguments& arguments) {
    ReadOptions options = read_options(arguments);
    options.overrides.insert(options.overrides.end(), overrides.begin(), overrides.end());
    return load_scenario(arguments.text_or("SCENARIO", ""), options);
}

/// Whether the scenario can be played with the factor at both of its ends, all else as it is: the
/// shares of sentences, for one, must sum to 1, so that none of them can move alone.
bool can_move_alone(const Factor& factor, const Arguments& arguments) {
    for (const double end : {factor.low, factor.high}) {
        if (!scenario_with({factor.name + "=" + shortest(end)}, arguments)) return false;
    }
    return true;
}

/// The least known parameters, as many as `most`.
std::vector<Factor> open_factors(std::size_t most, const Arguments& arguments, Terminal& terminal) {
    std::vector<Factor> factors;
    std::string left_out;
    for (const ParameterRef ref : by_openness()) {
        if (factors.size() == most) break;
        Factor factor = value_or_stop(factor_of(name_of(ref)));
        if (can_move_alone(factor, arguments)) {
            factors.push_back(std::move(factor));
        } else {
            left_out += (left_out.empty() ? "" : ", ") + factor.name;
        }
    }
    if (!left_out.empty())
        terminal.say("Left out, as they cannot move without others: " + left_out);
    return factors;
}

Factor named_factor(const std::string& text, const Arguments& arguments) {
    Factor factor = value_or_stop(read_factor(text), ExitCode::usage);
    if (factor.levels > 0) {
        usage_error("--vary " + shell_quoted(text),
                    "levels belong to a grid; write name=low..high");
    }
    if (factor.evidence == Evidence::beyond && !arguments.has("--beyond-evidence")) {
        usage_error("--vary " + shell_quoted(text) + " goes beyond what the evidence supports",
                    "--beyond-evidence allows it, and marks it in the report; `tumen evidence "
                    "show " +
                        factor.name + "` says what is known");
    }
    return factor;
}

std::vector<Factor> named_factors(const Arguments& arguments) {
    std::vector<Factor> factors;
    for (const std::string& text : arguments.list("--vary")) {
        Factor factor = named_factor(text, arguments);
        for (const Factor& other : factors) {
            if (other.name == factor.name)
                usage_error("--vary " + factor.name + " is given twice", "give it once");
        }
        for (const std::string& set : arguments.list("--set")) {
            if (set.substr(0, set.find('=')) != factor.name) continue;
            usage_error("--set and --vary " + factor.name, "give one of them");
        }
        factors.push_back(std::move(factor));
    }
    return factors;
}

std::vector<Factor> factors_of(const Arguments& arguments, Terminal& terminal) {
    const int ways = (arguments.has("--vary") ? 1 : 0) + (arguments.has("--widest") ? 1 : 0) +
                     (arguments.has("--all") ? 1 : 0);
    if (ways > 1) usage_error("--vary, --widest and --all", "give one of them");
    if (arguments.has("--vary")) return named_factors(arguments);
    const std::size_t all = parameter_refs().size();
    if (arguments.has("--all")) return open_factors(all, arguments, terminal);
    return open_factors(arguments.whole_or("--widest", usual_width, 1, all), arguments, terminal);
}

/// An id among the headlines that the scenario has.
std::string headline_of(const Plan& plan, const Arguments& arguments) {
    const std::string asked = arguments.text_or("--headline", usual_headline(plan));
    std::vector<std::string_view> ids;
    std::string names;
    for (const Headline& one : headlines(plan)) {
        if (one.id == asked) return asked;
        ids.push_back(one.id);
        names += (names.empty() ? "" : ", ") + std::string(one.id);
    }
    const auto near = did_you_mean(asked, ids);
    usage_error("the scenario has no headline " + printable(asked, 60),
                near ? "did you mean " + std::string(*near) + "?" : "it has: " + names);
}

Design design_of(const Plan& plan, const Arguments& arguments, Terminal& terminal) {
    const SensitivityMethod method = method_of(arguments);
    const bool morris = method == SensitivityMethod::morris;
    const std::uint64_t samples = arguments.whole_or(
        "--samples", morris ? usual_trajectories : usual_base_rows, 2, most_samples);
    if (!morris && !std::has_single_bit(samples)) {
        terminal.say(
            fmt::format("{} base rows are no power of 2; {} or {} would fill the ranges "
                        "more evenly.",
                        samples, std::bit_floor(samples), std::bit_ceil(samples)));
    }
    Design design{morris ? "morris" : "saltelli",
                  static_cast<std::uint32_t>(samples),
                  factors_of(arguments, terminal),
                  {{"headline", headline_of(plan, arguments)}}};
    if (morris) design.options.emplace_back("levels", std::to_string(grid_levels));
    const std::size_t points = samples * (design.factors.size() + (morris ? 1 : 2));
    if (points > most_points) {
        usage_error(fmt::format("{} samples of {} parameters are {} points", samples,
                                design.factors.size(), points),
                    fmt::format("at most {}", most_points));
    }
    return design;
}

}  // namespace

RunRequest sensitivity_request(const Arguments& arguments, Terminal& terminal) {
    const Scenario scenario = scenario_of(arguments.text_or("SCENARIO", ""), arguments);
    RunRequest request =
        request_named(fmt::format("{}-{}", name_of(method_of(arguments)), scenario.name),
                      ExperimentKind::sensitivity, arguments, usual_replicates);
    Experiment& experiment = request.experiment;
    experiment.days = Days::left_out;
    experiment.design = design_of(scenario.plan, arguments, terminal);
    const Design& design = *experiment.design;
    auto points =
        make_points(design, values_at(design.factors, sensitivity_parts(design, experiment.seed)),
                    [&](const std::vector<std::string>& overrides) {
                        return scenario_with(overrides, arguments);
                    });
    if (!points) throw Stop{ExitCode::invalid_scenario, points.error()};
    experiment.points = *std::move(points);
    return request;
}

}  // namespace tumen::app

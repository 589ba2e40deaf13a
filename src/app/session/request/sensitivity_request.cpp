#include "app/session/request/sensitivity_request.hpp"

#include <fmt/format.h>

#include "app/cli/command/stop.hpp"
#include "app/session/request/scenario_argument.hpp"
#include "sensitivity/sensitivity_choice.hpp"
#include "sweep/design_choice.hpp"
#include "sweep/factor_choice.hpp"

namespace tumen::app {

namespace {

constexpr std::uint64_t usual_replicates = 4;

/// The least known parameters, as many as `most`.
std::vector<Factor> open_ones(std::size_t most, const Arguments& arguments, Terminal& terminal) {
    OpenFactors open =
        value_or_stop(open_factors(most, varied(arguments.text_or("SCENARIO", ""), arguments),
                                   arguments.list("--set")),
                      ExitCode::usage);
    std::string left_out;
    for (const std::string& name : open.left_out)
        left_out += (left_out.empty() ? "" : ", ") + name;
    if (!left_out.empty())
        terminal.say("Left out, as they cannot move without others: " + left_out);
    return std::move(open.factors);
}

ChosenFactors factors_of(const Scenario& scenario, const Arguments& arguments, Terminal& terminal,
                         const ChooseFactors& choose) {
    const int ways = (arguments.has("--vary") ? 1 : 0) + (arguments.has("--widest") ? 1 : 0) +
                     (arguments.has("--all") ? 1 : 0);
    if (ways > 1) usage_error("--vary, --widest and --all", "give one of them");
    if (arguments.has("--vary")) {
        const ReadOptions read = read_options(arguments);
        return {value_or_stop(
                    read_factors(arguments.list("--vary"), {read.beyond_evidence, read.overrides}),
                    ExitCode::usage),
                {}};
    }
    const std::size_t all = parameter_refs().size();
    if (arguments.has("--all")) return {open_ones(all, arguments, terminal), {}};
    if (arguments.has("--widest")) {
        const std::size_t most = arguments.whole_or("--widest", usual_width, 1, all);
        return {open_ones(most, arguments, terminal), {}};
    }
    return choose(scenario, usual_width);
}

Design design_of(const Scenario& scenario, SensitivityMethod method, const Arguments& arguments,
                 Terminal& terminal, const ChooseFactors& choose) {
    SensitivityAsked asked;
    asked.method = method;
    if (arguments.has("--samples")) {
        asked.samples =
            static_cast<std::uint32_t>(arguments.whole_or("--samples", 2, 2, most_samples));
    }
    ChosenFactors chosen = factors_of(scenario, arguments, terminal, choose);
    asked.factors = std::move(chosen.factors);
    asked.how = std::move(chosen.how);
    asked.headline = first_headline(scenario, arguments);
    Design design = value_or_stop(sensitivity_design(std::move(asked), scenario), ExitCode::usage);
    if (const std::string advice = evenness_advice(design); !advice.empty()) terminal.say(advice);
    return design;
}

}  // namespace

RunRequest sensitivity_request(const Arguments& arguments, Terminal& terminal,
                               const ChooseFactors& choose) {
    const Scenario scenario = scenario_of(arguments.text_or("SCENARIO", ""), arguments);
    const SensitivityMethod method = value_or_stop(
        read_sensitivity_method(arguments.text_or("--method", "morris")), ExitCode::usage);
    const std::string name = fmt::format("{}-{}", name_of(method), scenario.name);
    constexpr ExperimentKind kind = ExperimentKind::sensitivity;
    // What is asked amiss is refused before anything is played to choose parameters.
    static_cast<void>(request_named(name, kind, arguments, usual_replicates));
    return design_request(kind, name, design_of(scenario, method, arguments, terminal, choose),
                          arguments, usual_replicates);
}

}  // namespace tumen::app

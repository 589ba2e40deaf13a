#include "sensitivity/sensitivity_choice.hpp"

#include <fmt/format.h>

#include <bit>

#include "base/text.hpp"
#include "measures/answers/stopping.hpp"
#include "sensitivity/what_matters.hpp"

namespace tumen {

namespace {

constexpr std::uint32_t usual_trajectories = 20;
constexpr std::uint32_t usual_base_rows = 128;
constexpr std::size_t most_points = 1'000'000;
constexpr std::uint32_t grid_levels = 4;  // of Morris

}  // namespace

Expected<SensitivityMethod, Diagnostic> read_sensitivity_method(std::string_view name) {
    for (const SensitivityMethod method : {SensitivityMethod::morris, SensitivityMethod::sobol}) {
        if (name_of(method) == name) return method;
    }
    return diagnostic("--method " + printable(name, 80), "",
                      "morris screens many parameters with few runs, sobol shares out the "
                      "variance");
}

Expected<Design, Diagnostic> sensitivity_design(SensitivityAsked asked, const Scenario& scenario) {
    if (asked.factors.empty())
        return diagnostic("there is no parameter to vary", "", "name some with --vary");
    const auto headline =
        asked.headline.empty()
            ? Expected<std::string, Diagnostic>(std::string(usual_headline(scenario.plan)))
            : known_headline(scenario, asked.headline);
    if (!headline) return headline.error();
    const bool morris = asked.method == SensitivityMethod::morris;
    Design design{morris ? "morris" : "saltelli",
                  asked.samples.value_or(morris ? usual_trajectories : usual_base_rows),
                  std::move(asked.factors),
                  {{"headline", *headline}}};
    if (morris) design.options.emplace_back("levels", std::to_string(grid_levels));
    if (!asked.how.empty()) design.options.emplace_back(chosen_option, std::move(asked.how));
    const std::size_t points = design.samples * (design.factors.size() + (morris ? 1 : 2));
    if (points > most_points) {
        return diagnostic(fmt::format("{} samples of {} parameters are {} points", design.samples,
                                      design.factors.size(), points),
                          "", fmt::format("at most {}", most_points));
    }
    return design;
}

std::string evenness_advice(const Design& design) {
    if (design.method != "saltelli" || std::has_single_bit(design.samples)) return "";
    return fmt::format(
        "{} base rows are no power of 2; {} or {} would fill the ranges more evenly.",
        design.samples, std::bit_floor(design.samples), std::bit_ceil(design.samples));
}

Expected<Points, Diagnostics> points_of(const Design& design, std::uint64_t seed,
                                        const MakeScenario& make) {
    const bool analysed = design.method == "morris" || design.method == "saltelli";
    const DesignRows parts = analysed ? sensitivity_parts(design, seed) : parts_of(design, seed);
    return make_points(design, values_at(design.factors, parts), make);
}

}  // namespace tumen

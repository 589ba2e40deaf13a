#include "study/design_choice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>

#include "base/text.hpp"
#include "study/failure.hpp"
#include "study/stopping.hpp"

namespace tumen {

namespace {

constexpr std::uint32_t usual_points = 32;      // of a Latin hypercube or of Sobol's sequence
constexpr std::uint32_t usual_levels = 9;       // of one parameter alone
constexpr std::uint32_t usual_grid_levels = 5;  // of each of several
constexpr std::uint32_t usual_trajectories = 20;
constexpr std::uint32_t usual_base_rows = 128;
constexpr std::size_t most_points = 1'000'000;  // of a sensitivity analysis
constexpr std::uint32_t grid_levels = 4;        // of Morris

Expected<std::string, Diagnostic> method_of(const SweepAsked& asked) {
    const bool levels = std::any_of(asked.factors.begin(), asked.factors.end(),
                                    [](const Factor& factor) { return factor.levels > 0; });
    const std::string method =
        asked.method.value_or(levels || asked.factors.size() == 1 ? "grid" : "sobol");
    if (method != "grid" && method != "lhs" && method != "sobol") {
        return diagnostic("--design " + printable(method, 80), "",
                          "grid plays every combination, lhs a Latin hypercube, sobol Sobol's "
                          "points");
    }
    if (levels && method != "grid") {
        return diagnostic("levels with --design " + method, "",
                          "levels (:N) belong to --design grid");
    }
    return method;
}

std::optional<Diagnostic> set_levels(std::vector<Factor>& factors,
                                     std::optional<std::uint32_t> asked) {
    const bool alone = factors.size() == 1;
    if (asked && !alone) {
        return diagnostic("--points with a grid of several parameters", "",
                          "give each its levels, as in --vary fee_base:5");
    }
    double points = 1;
    for (Factor& factor : factors) {
        if (factor.levels == 0)
            factor.levels = alone ? asked.value_or(usual_levels) : usual_grid_levels;
        points *= factor.levels;
    }
    if (points <= most_sweep_points) return std::nullopt;
    return diagnostic(
        fmt::format("a grid of {} points", points), "",
        fmt::format("at most {}; fewer levels, or --design sobol", most_sweep_points));
}

}  // namespace

Expected<Design, Diagnostic> sweep_design(SweepAsked asked) {
    if (asked.factors.empty()) {
        return diagnostic("sweep needs --vary", "",
                          "--vary fee_base takes the range of the evidence, --vary "
                          "fee_base=0.2..0.4 another one");
    }
    auto method = method_of(asked);
    if (!method) return method.error();
    Design design{*method, 0, std::move(asked.factors), {}};
    if (design.method != "grid") {
        design.samples = asked.points.value_or(usual_points);
    } else if (auto problem = set_levels(design.factors, asked.points)) {
        return *std::move(problem);
    }
    return design;
}

Expected<SensitivityMethod, Diagnostic> read_sensitivity_method(std::string_view name) {
    for (const SensitivityMethod method : {SensitivityMethod::morris, SensitivityMethod::sobol}) {
        if (name_of(method) == name) return method;
    }
    return diagnostic("--method " + printable(name, 80), "",
                      "morris screens many parameters with few runs, sobol shares out the "
                      "variance");
}

Expected<Design, Diagnostic> sensitivity_design(SensitivityAsked asked, const Plan& plan) {
    if (asked.factors.empty())
        return diagnostic("there is no parameter to vary", "", "name some with --vary");
    const auto headline = asked.headline.empty()
                              ? Expected<std::string, Diagnostic>(std::string(usual_headline(plan)))
                              : known_headline(plan, asked.headline);
    if (!headline) return headline.error();
    const bool morris = asked.method == SensitivityMethod::morris;
    Design design{morris ? "morris" : "saltelli",
                  asked.samples.value_or(morris ? usual_trajectories : usual_base_rows),
                  std::move(asked.factors),
                  {{"headline", *headline}}};
    if (morris) design.options.emplace_back("levels", std::to_string(grid_levels));
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

Expected<std::string, Diagnostic> known_headline(const Plan& plan, const std::string& id) {
    const auto headline = headline_of_rule({0, Goal::relative, id}, headlines(plan));
    if (!headline) return headline.error();
    return id;
}

Expected<std::vector<Point>, Diagnostics> points_of(const Design& design, std::uint64_t seed,
                                                    const MakeScenario& make) {
    const bool analysed = design.method == "morris" || design.method == "saltelli";
    const DesignRows parts = analysed ? sensitivity_parts(design, seed) : parts_of(design, seed);
    return make_points(design, values_at(design.factors, parts), make);
}

}  // namespace tumen

#include "sweep/design_choice.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"

namespace tumen {

namespace {

constexpr std::uint32_t usual_points = 32;      // of a Latin hypercube or of Sobol's sequence
constexpr std::uint32_t usual_levels = 9;       // of one parameter alone
constexpr std::uint32_t usual_grid_levels = 5;  // of each of several

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

}  // namespace tumen

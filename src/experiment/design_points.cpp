#include "experiment/design_points.hpp"

#include <fmt/format.h>

#include <optional>

#include "base/text.hpp"
#include "experiment/memory.hpp"
#include "scenario/variable.hpp"

namespace tumen {

namespace {

constexpr std::size_t most_named = 3;  // factors; the values of more would be no name

/// "fee_base=0.3, rules.trust=fixed", or the number of the point where that would be too long.
std::string name_of_point(const std::vector<std::pair<std::string, double>>& values,
                          std::size_t index) {
    if (values.size() > most_named) return "point " + std::to_string(index);
    std::string name;
    for (const auto& [parameter, value] : values) {
        name += fmt::format("{}{}={}", name.empty() ? "" : ", ", parameter,
                            shown_variable(parameter, value));
    }
    return name;
}

Diagnostics at_point(Diagnostics problems, const std::string& name) {
    for (Diagnostic& problem : problems)
        problem.problem = "the design has a point (" + name + ") at which " + problem.problem;
    return problems;
}

/// Where values come from takes ten times the place of the values; those of the first point say
/// enough, as all points are of one scenario.
void forget_origins(Scenario& scenario) {
    std::vector<Origin>().swap(scenario.origins);
}

/// So many points of that size that memory is not enough; nothing where they fit.
std::optional<Diagnostic> too_many(double bytes_a_point, std::size_t points) {
    const double bytes = static_cast<double>(points) * bytes_a_point;
    if (bytes <= most_bytes_of_points) return std::nullopt;
    return diagnostic(fmt::format("a design of {} points of this scenario", points),
                      fmt::format("they take {:.1f} GB of memory, and {:.1f} GB is the most",
                                  1e-9 * bytes, 1e-9 * most_bytes_of_points),
                      "ask for fewer samples, or vary fewer parameters");
}

}  // namespace

Expected<Points, Diagnostics> make_points(const Design& design, const DesignRows& rows,
                                          const MakeScenario& make) {
    Points points;
    for (const DesignRow& row : rows) {
        std::vector<std::pair<std::string, double>> values;
        values.reserve(row.size());
        std::vector<std::string> overrides;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string& name = design.factors[i].name;
            values.emplace_back(name, row[i]);
            if (name != dummy_name) overrides.push_back(name + "=" + variable_text(name, row[i]));
        }
        std::string name = name_of_point(values, points.size());
        auto scenario = make(overrides);
        if (!scenario) return at_point(scenario.error(), name);
        if (!points.empty()) forget_origins(*scenario);
        const double before = points.size() == 1 ? points.bytes() : 0;
        points.push_back({std::move(name), *std::move(scenario), std::move(values)});
        if (points.size() != 2) continue;
        if (auto problem = too_many(points.bytes() - before, rows.size()))
            return Diagnostics{*std::move(problem)};
    }
    return points;
}

std::vector<const Factor*> beyond_evidence(const Design& design) {
    std::vector<const Factor*> beyond;
    for (const Factor& factor : design.factors) {
        if (factor.evidence == Evidence::beyond) beyond.push_back(&factor);
    }
    return beyond;
}

}  // namespace tumen

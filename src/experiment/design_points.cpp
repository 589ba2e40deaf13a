#include "experiment/design_points.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

namespace tumen {

namespace {

constexpr std::size_t most_named = 3;  // factors; the values of more would be no name

/// "fee_base=0.3, detection=0.01", or the number of the point where that would be too long.
std::string name_of_point(const std::vector<std::pair<std::string, double>>& values,
                          std::size_t index) {
    if (values.size() > most_named) return "point " + std::to_string(index);
    std::string name;
    for (const auto& [parameter, value] : values) {
        name += fmt::format("{}{}={:.6g}", name.empty() ? "" : ", ", parameter, value);
    }
    return name;
}

Diagnostics at_point(Diagnostics problems, const std::string& name) {
    for (Diagnostic& problem : problems)
        problem.problem = "the design has a point (" + name + ") at which " + problem.problem;
    return problems;
}

}  // namespace

Expected<std::vector<Point>, Diagnostics> make_points(const Design& design, const DesignRows& rows,
                                                      const MakeScenario& make) {
    std::vector<Point> points;
    points.reserve(rows.size());
    for (const DesignRow& row : rows) {
        std::vector<std::pair<std::string, double>> values;
        std::vector<std::string> overrides;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string& name = design.factors[i].name;
            values.emplace_back(name, row[i]);
            if (name != dummy_name) overrides.push_back(name + "=" + shortest(row[i]));
        }
        std::string name = name_of_point(values, points.size());
        auto scenario = make(overrides);
        if (!scenario) return at_point(scenario.error(), name);
        points.push_back({std::move(name), *std::move(scenario), std::move(values)});
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

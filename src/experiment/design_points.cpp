#include "experiment/design_points.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "base/text.hpp"
#include "experiment/memory.hpp"
#include "scenario/assembly/settings.hpp"
#include "scenario/evidence/ledger.hpp"
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

bool within_evidence(const std::vector<std::pair<std::string, double>>& values) {
    return std::all_of(values.begin(), values.end(), [](const auto& one) {
        const auto ref = find_parameter(one.first);
        if (!ref) return one.first == dummy_name;
        const Interval range = evidence_range(*ref);
        return range.low <= one.second && one.second <= range.high;
    });
}

/// Which factors differ from the first row's.
void note_moved(const DesignRow& first, const DesignRow& row, std::set<std::size_t>& moved) {
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (row[i] != first[i]) moved.insert(i);
    }
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

/// Points are read as a whole until each factor has been seen to move: where a point that was read
/// is the first one with its values put in, so are the others. Of these only that is looked at what
/// is asked of several values together; where it fails, or a value lies beyond the evidence, the
/// point is read as well, to say so with the place.
Expected<Points, Diagnostics> make_points(const Design& design, const DesignRows& rows,
                                          const MakeScenario& make) {
    Points points;
    std::set<std::size_t> moved;  // factors
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
        if (moved.size() == design.factors.size() && within_evidence(values) &&
            holds_together(with_values(points.outline(points.size() - 1), values))) {
            points.push_back(name, values);
            continue;
        }
        auto scenario = make(overrides);
        if (!scenario) return at_point(scenario.error(), name);
        if (!points.empty()) forget_origins(*scenario);
        const double before = points.size() == 1 ? points.bytes() : 0;
        points.push_back({std::move(name), *std::move(scenario), std::move(values)});
        if (points.follows(points.size() - 1)) note_moved(rows.front(), row, moved);
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

#include "sweep/value_lists.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "base/text.hpp"
#include "scenario/assembly/ranges.hpp"
#include "scenario/text/quantity.hpp"
#include "sweep/design_choice.hpp"

namespace tumen {

namespace {

constexpr std::uint32_t usual_levels = 5;

bool is_list(std::string_view text) {
    return text.find(',') != text.npos && text.find("..") == text.npos;
}

Diagnostic wrong_list(std::string_view text, std::string reason) {
    return diagnostic("--vary " + printable(text, 80) + " cannot be read", std::move(reason),
                      "write name=value,value,...");
}

std::optional<Diagnostic> refusal(double value, ParameterRef ref, std::string_view text) {
    const Interval possible = limits(ref);
    const Unit unit = row_of(ref).unit;
    if (value < possible.low || value > possible.high) {
        return wrong_list(text, quantity_text(value, unit) + " is impossible: it can be " +
                                    interval_text(possible.low, possible.high, unit));
    }
    if (must_be_whole(ref) && value != std::round(value))
        return wrong_list(text, "it is counted in whole ones");
    return std::nullopt;
}

Expected<std::vector<double>, Diagnostic> values_in(std::string_view text, ParameterRef ref) {
    std::vector<double> values;
    std::string_view rest = text.substr(text.find('=') + 1);
    while (true) {
        const std::size_t comma = rest.find(',');
        const auto value = read_quantity(rest.substr(0, comma), row_of(ref).unit);
        if (!value) return wrong_list(text, value.error().problem);
        if (auto problem = refusal(*value, ref, text)) return *std::move(problem);
        values.push_back(*value);
        if (comma == rest.npos) break;
        rest.remove_prefix(comma + 1);
    }
    if (std::set<double>(values.begin(), values.end()).size() != values.size())
        return wrong_list(text, "a value is given twice");
    return values;
}

/// A factor from its lowest to its highest value; what is no list is read as ever.
Expected<Factor, Diagnostic> read_listed(std::string_view text) {
    if (!is_list(text)) return read_factor(text);
    const std::size_t equals = text.find('=');
    if (equals == text.npos) return wrong_list(text, "there is no name before the values");
    auto factor = factor_of(text.substr(0, equals));
    if (!factor) return factor.error();
    const ParameterRef ref = *find_parameter(factor->name);
    const auto values = values_in(text, ref);
    if (!values) return values.error();
    const auto [low, high] = std::minmax_element(values->begin(), values->end());
    factor->low = *low;
    factor->high = *high;
    const Interval open = evidence_range(ref);
    if (*low < open.low || *high > open.high) factor->evidence = Evidence::beyond;
    if (!(*low > 0)) factor->scale = Scale::linear;
    return factor;
}

/// The values of one parameter: those of its list, or the levels of its range.
std::vector<double> column_of(const std::string& text, const Factor& factor) {
    if (is_list(text)) return *values_in(text, *find_parameter(factor.name));
    const std::uint32_t levels = factor.levels > 0 ? factor.levels : usual_levels;
    std::vector<double> values;
    for (std::uint32_t level = 0; level < levels; ++level)
        values.push_back(value_at(factor, level / static_cast<double>(levels - 1)));
    return values;
}

DesignRows combinations(const std::vector<std::vector<double>>& columns) {
    DesignRows rows{{}};
    for (const std::vector<double>& column : columns) {
        DesignRows longer;
        for (const DesignRow& row : rows) {
            for (const double value : column) {
                longer.push_back(row);
                longer.back().push_back(value);
            }
        }
        rows = std::move(longer);
    }
    return rows;
}

}  // namespace

bool has_list(const std::vector<std::string>& texts) {
    return std::any_of(texts.begin(), texts.end(), is_list);
}

Expected<GivenPoints, Diagnostic> listed_points(const std::vector<std::string>& texts,
                                                const VaryRules& rules) {
    auto factors = read_factors(texts, rules, read_listed);
    if (!factors) return factors.error();
    std::vector<std::vector<double>> columns;
    double points = 1;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        columns.push_back(column_of(texts[i], (*factors)[i]));
        points *= static_cast<double>(columns.back().size());
        (*factors)[i].levels = 0;  // of a grid alone
    }
    if (points > most_sweep_points) {
        return diagnostic(fmt::format("{:.0f} combinations of values", points), "",
                          fmt::format("at most {}; fewer values", most_sweep_points));
    }
    GivenPoints given{{std::string(given_method), 0, *std::move(factors), {}},
                      combinations(columns)};
    given.design.samples = static_cast<std::uint32_t>(given.rows.size());
    return given;
}

}  // namespace tumen

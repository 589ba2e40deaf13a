#include "sweep/value_lists.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "base/text.hpp"
#include "scenario/assembly/ranges.hpp"
#include "scenario/text/quantity.hpp"
#include "scenario/variable.hpp"
#include "sweep/design_choice.hpp"

namespace tumen {

namespace {

constexpr std::uint32_t usual_values = 5;

std::string_view name_in(std::string_view text) {
    return text.substr(0, text.find('='));
}

/// What stands behind the "="; empty where nothing does.
std::string_view values_part(std::string_view text) {
    const std::size_t equals = text.find('=');
    return equals == text.npos ? std::string_view() : text.substr(equals + 1);
}

bool is_list(std::string_view text) {
    return text.find(',') != text.npos && text.find("..") == text.npos;
}

/// Rival rules and dates have no range of the evidence: those that are named are played.
bool is_named(std::string_view text) {
    return is_variable(name_in(text)) && !find_parameter(name_in(text));
}

/// How values of this name are written.
std::string way_out_of(std::string_view text) {
    const std::string name(name_in(text));
    if (const auto rule = rule_named(name)) {
        const auto& choices = rule_rows()[*rule].choices;
        return fmt::format("write {}={},{}", name, choices[0], choices[1]);
    }
    if (event_date_named(name)) {
        return fmt::format("write {0}=DATE,DATE or {0}=DATE..DATE:LEVELS or {0}=DATE..DATE:14 days",
                           name);
    }
    return "write name=value,value,...";
}

Diagnostic wrong_list(std::string_view text, std::string reason) {
    return diagnostic("--vary " + printable(text, 80) + " cannot be read", std::move(reason),
                      way_out_of(text));
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

/// "reason: what it can be" of what cannot be read.
std::string reason_of(const Diagnostic& problem) {
    return problem.problem + (problem.reason.empty() ? "" : ": " + problem.reason);
}

using Values = Expected<std::vector<double>, Diagnostic>;

Values values_in(std::string_view text) {
    const std::string_view name = name_in(text);
    const auto ref = find_parameter(name);
    std::vector<double> values;
    std::string_view rest = values_part(text);
    while (true) {
        const std::size_t comma = rest.find(',');
        const auto value = read_variable(name, rest.substr(0, comma));
        if (!value) return wrong_list(text, reason_of(value.error()));
        if (ref) {
            if (auto problem = refusal(*value, *ref, text)) return *std::move(problem);
        }
        values.push_back(*value);
        if (comma == rest.npos) break;
        rest.remove_prefix(comma + 1);
    }
    if (std::set<double>(values.begin(), values.end()).size() != values.size())
        return wrong_list(text, "a value is given twice");
    return values;
}

/// Days from the first to the last: so many levels, or a step apart.
Values dates_in(std::string_view text) {
    const std::string_view name = name_in(text);
    std::string_view range = values_part(text);
    const std::size_t dots = range.find("..");
    const std::size_t colon = range.rfind(':');
    const std::string_view spacing =
        colon == range.npos ? std::string_view() : trimmed(range.substr(colon + 1));
    if (colon != range.npos) range = range.substr(0, colon);
    const auto first = read_variable(name, range.substr(0, dots));
    if (!first) return wrong_list(text, reason_of(first.error()));
    const auto last = read_variable(name, range.substr(dots + 2));
    if (!last) return wrong_list(text, reason_of(last.error()));
    const double days = *last - *first;
    if (!(days > 0)) return wrong_list(text, "its last date is not after its first");
    const bool is_step = spacing.ends_with("day") || spacing.ends_with("days");
    const auto number = spacing.empty()
                            ? std::optional<double>(usual_values)
                            : read_number(trimmed(spacing.substr(0, spacing.find('d'))));
    const bool whole = number && *number == std::floor(*number) && *number >= (is_step ? 1 : 2);
    if (!whole || *number > days + 1) {
        return wrong_list(text, is_step ? "a step is of whole days, and not beyond the last date"
                                        : "levels are a whole number from 2 to that of its days");
    }
    std::vector<double> dates(static_cast<std::size_t>(is_step ? days / *number + 1 : *number));
    for (std::size_t i = 0; i < dates.size(); ++i) {
        const auto nth = static_cast<double>(i);
        dates[i] = *first + (is_step ? nth * *number : std::round(nth * days / (*number - 1)));
    }
    return dates;
}

/// The rivals of a rule, or dates of an event, that are named: of a rule all where none is.
Values named_in(std::string_view text) {
    const std::string_view part = values_part(text);
    const auto rule = rule_named(name_in(text));
    if (rule && text.find('=') == text.npos) {
        std::vector<double> all;
        all.reserve(choices_of(*rule));
        for (std::size_t i = 0; i < choices_of(*rule); ++i)
            all.push_back(static_cast<double>(i));
        return all;
    }
    if (part.empty()) return wrong_list(text, "no date is named");
    auto values = !rule && part.find("..") != part.npos ? dates_in(text) : values_in(text);
    if (values && values->size() < 2) {
        return diagnostic("--vary " + printable(text, 80) + " varies nothing", "it has one value",
                          "--set " + printable(text, 80) + " holds it at all points");
    }
    return values;
}

/// A factor from its lowest to its highest value; what is no list is read as ever.
Expected<Factor, Diagnostic> read_listed(std::string_view text) {
    if (!is_list(text) && !is_named(text)) return read_factor(text);
    if (text.find('=') == text.npos && !is_named(text))
        return wrong_list(text, "there is no name before the values");
    auto factor = any_factor(name_in(text));
    if (!factor) return factor.error();
    const auto values = is_named(text) ? named_in(text) : values_in(text);
    if (!values) return values.error();
    const auto [low, high] = std::minmax_element(values->begin(), values->end());
    factor->low = *low;
    factor->high = *high;
    const auto ref = find_parameter(factor->name);
    if (!ref) return factor;
    const Interval open = evidence_range(*ref);
    if (*low < open.low || *high > open.high) factor->evidence = Evidence::beyond;
    if (!(*low > 0)) factor->scale = Scale::linear;
    return factor;
}

/// The values of one of them: those of its list, or the levels of its range.
std::vector<double> column_of(const std::string& text, const Factor& factor) {
    if (is_named(text)) return *named_in(text);
    if (is_list(text)) return *values_in(text);
    const std::uint32_t levels = factor.levels > 0 ? factor.levels : usual_values;
    std::vector<double> values;
    values.reserve(levels);
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
    return std::any_of(texts.begin(), texts.end(),
                       [](const auto& text) { return is_list(text) || is_named(text); });
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

#include "design/design.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/random/sobol.hpp>
#include <cassert>
#include <charconv>
#include <cmath>
#include <numeric>

#include "base/diagnostic.hpp"
#include "base/draw.hpp"
#include "base/math.hpp"
#include "base/text.hpp"
#include "scenario/assembly/ranges.hpp"
#include "scenario/draft/unknown.hpp"
#include "scenario/evidence/ledger.hpp"
#include "scenario/text/quantity.hpp"
#include "scenario/variable.hpp"

namespace tumen {

namespace {

constexpr std::uint32_t most_levels = 10000;
constexpr std::uint64_t key_of_designs = 0x64657369676E7321u;  // any fixed one

/// What draws of a design are for: the third word of their names.
enum class DesignPurpose : std::uint32_t { order = 1, place = 2, shift = 3 };

std::uint32_t word(std::uint64_t seed, DesignPurpose purpose, std::size_t factor,
                   std::size_t index) {
    const auto entry = static_cast<std::uint32_t>(index);
    const auto block = philox(
        {entry / 4, static_cast<std::uint32_t>(factor), static_cast<std::uint32_t>(purpose), 0},
        seed ^ key_of_designs);
    return block.word[entry % 4];
}

/// Twelve digits, so that the middle of 0.2 and 0.4 is 0.3 and not the number beside it.
double without_noise(double value) {
    return read_number(fmt::format("{:.12g}", value)).value_or(value);
}

Diagnostic bad_range(std::string_view text, std::string reason) {
    return diagnostic("--vary " + printable(text, 80) + " cannot be read", std::move(reason),
                      "write name, name=low..high or name=low..high:levels");
}

/// Everything after the last colon, if that is a whole number.
std::uint32_t take_levels(std::string_view& range) {
    const std::size_t colon = range.rfind(':');
    if (colon == range.npos) return 0;
    std::uint32_t levels = 0;
    const std::string_view digits = range.substr(colon + 1);
    const auto end = std::from_chars(digits.data(), digits.data() + digits.size(), levels);
    if (end.ec != std::errc() || end.ptr != digits.data() + digits.size()) return 0;
    range = range.substr(0, colon);
    return levels;
}

/// Holds a range that a user wrote against what the quantity can be.
std::optional<Diagnostic> refusal(const Factor& factor, ParameterRef ref) {
    const Interval possible = limits(ref);
    const Unit unit = row_of(ref).unit;
    const std::string range = factor.name + "=" + quantity_text(factor.low, unit) + ".." +
                              quantity_text(factor.high, unit);
    if (!(factor.low < factor.high)) {
        return diagnostic(range + " is no range", "its low end is not below its high end",
                          "write name=low..high");
    }
    if (must_be_whole(ref) &&
        (factor.low != std::round(factor.low) || factor.high != std::round(factor.high))) {
        return diagnostic(range + " is no range of whole numbers",
                          factor.name + " is counted in whole ones", "write whole ends");
    }
    if (factor.low < possible.low || factor.high > possible.high) {
        const Interval open = evidence_range(ref);
        return diagnostic(range + " is impossible",
                          "it can be " + interval_text(possible.low, possible.high, unit) +
                              "; the evidence says " + interval_text(open.low, open.high, unit),
                          "choose a range within");
    }
    return std::nullopt;
}

}  // namespace

bool operator==(const Design& one, const Design& other) {
    return one.method == other.method && one.samples == other.samples &&
           one.factors == other.factors &&
           std::is_permutation(one.options.begin(), one.options.end(), other.options.begin(),
                               other.options.end());
}

Factor dummy_factor() {
    return {std::string(dummy_name), 0, 1, Scale::linear, Evidence::within, 0};
}

std::string option_of(const Design& design, std::string_view name) {
    for (const auto& [key, value] : design.options) {
        if (key == name) return value;
    }
    return {};
}

std::string_view unit_name(const Factor& factor) {
    return unit_of_variable(factor.name);
}

Expected<Factor, Diagnostic> factor_of(std::string_view name) {
    const auto ref = find_parameter(name);
    if (!ref && is_variable(name)) {
        return diagnostic(std::string(name) + " is no parameter",
                          "rival rules and dates of events have no range to choose from",
                          "`tumen sweep` plays those that are named");
    }
    if (!ref) return unknown_variable(name);
    const Interval range = evidence_range(*ref);
    const bool logarithmic = entry_of(*ref).prior == Prior::log_uniform && range.low > 0;
    return Factor{std::string(name), range.low,
                  range.high,        logarithmic ? Scale::logarithmic : Scale::linear,
                  Evidence::within,  0};
}

Expected<Factor, Diagnostic> read_factor(std::string_view text) {
    const std::size_t equals = text.find('=');
    const std::size_t colon = text.find(':');
    auto factor = factor_of(text.substr(0, std::min(equals, colon)));
    if (!factor) return factor.error();
    if (equals == text.npos && colon == text.npos) return factor;
    std::string_view range = text.substr(std::min(equals, colon));
    factor->levels = take_levels(range);
    if (colon != text.npos && (factor->levels < 2 || factor->levels > most_levels)) {
        return bad_range(text,
                         "levels are a whole number from 2 to " + std::to_string(most_levels));
    }
    if (equals == text.npos) return factor;
    range = range.substr(1);
    const std::size_t dots = range.find("..");
    if (dots == range.npos) return bad_range(text, "there is no \"..\" between two values");
    const ParameterRef ref = *find_parameter(factor->name);
    const auto low = read_quantity(range.substr(0, dots), row_of(ref).unit);
    if (!low) return low.error();
    const auto high = read_quantity(range.substr(dots + 2), row_of(ref).unit);
    if (!high) return high.error();
    factor->low = *low;
    factor->high = *high;
    if (auto problem = refusal(*factor, ref)) return *std::move(problem);
    const Interval open = evidence_range(ref);
    if (*low < open.low || *high > open.high) factor->evidence = Evidence::beyond;
    if (!(*low > 0)) factor->scale = Scale::linear;
    return factor;
}

double value_at(const Factor& factor, double part) {
    double value = factor.low + part * (factor.high - factor.low);
    if (factor.scale == Scale::logarithmic) {
        value = factor.low * math::exp(part * math::log(factor.high / factor.low));
    }
    if (part <= 0) value = factor.low;  // exactly, whatever the rounding
    if (part >= 1) value = factor.high;
    value = std::clamp(without_noise(value), factor.low, factor.high);
    const auto ref = find_parameter(factor.name);
    return ref && must_be_whole(*ref) ? std::round(value) : value;
}

DesignRow values_at(const std::vector<Factor>& factors, const DesignRow& parts) {
    assert(factors.size() == parts.size());
    DesignRow values(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i)
        values[i] = value_at(factors[i], parts[i]);
    return values;
}

DesignRows values_at(const std::vector<Factor>& factors, const DesignRows& parts) {
    DesignRows rows;
    rows.reserve(parts.size());
    for (const DesignRow& row : parts)
        rows.push_back(values_at(factors, row));
    return rows;
}

DesignRows grid_parts(const std::vector<Factor>& factors) {
    DesignRows rows{{}};
    for (const Factor& factor : factors) {
        const std::uint32_t levels = std::max(factor.levels, 2U);
        DesignRows longer;
        for (const DesignRow& row : rows) {
            for (std::uint32_t level = 0; level < levels; ++level) {
                longer.push_back(row);
                longer.back().push_back(level / static_cast<double>(levels - 1));
            }
        }
        rows = std::move(longer);
    }
    return rows;
}

DesignRows latin_hypercube_parts(std::size_t samples, std::size_t factors, std::uint64_t seed) {
    DesignRows rows(samples, DesignRow(factors));
    std::vector<std::size_t> slices(samples);
    for (std::size_t factor = 0; factor < factors; ++factor) {
        std::iota(slices.begin(), slices.end(), std::size_t{0});
        for (std::size_t i = samples; i > 1; --i) {
            const std::uint32_t other = uniform_below(word(seed, DesignPurpose::order, factor, i),
                                                      static_cast<std::uint32_t>(i));
            std::swap(slices[i - 1], slices[other]);
        }
        for (std::size_t row = 0; row < samples; ++row) {
            const double place = uniform(word(seed, DesignPurpose::place, factor, row));
            rows[row][factor] =
                (static_cast<double>(slices[row]) + place) / static_cast<double>(samples);
        }
    }
    return rows;
}

DesignRows sobol_parts(std::size_t samples, std::size_t factors, std::uint64_t seed) {
    DesignRows rows(samples, DesignRow(factors));
    if (samples == 0 || factors == 0) return rows;
    boost::random::sobol engine(factors);
    std::vector<std::uint32_t> shifts(factors);
    for (std::size_t factor = 0; factor < factors; ++factor)
        shifts[factor] = word(seed, DesignPurpose::shift, factor, 0);
    for (std::size_t row = 0; row < samples; ++row) {
        for (std::size_t factor = 0; factor < factors; ++factor) {
            // Boost begins with the second point of the sequence; the first is the origin.
            const std::uint64_t digits = row == 0 ? 0 : engine();
            rows[row][factor] = uniform(static_cast<std::uint32_t>(digits >> 32) ^ shifts[factor]);
        }
    }
    return rows;
}

DesignRows parts_of(const Design& design, std::uint64_t seed) {
    if (design.method == "grid") return grid_parts(design.factors);
    if (design.method == "lhs") {
        return latin_hypercube_parts(design.samples, design.factors.size(), seed);
    }
    assert(design.method == "sobol");
    return sobol_parts(design.samples, design.factors.size(), seed);
}

}  // namespace tumen

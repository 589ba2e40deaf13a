#include "belief/information/given.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/distributions.hpp"
#include "base/math.hpp"
#include "base/text.hpp"
#include "measures/numbers/confidence.hpp"
#include "measures/numbers/effective_size.hpp"
#include "scenario/evidence/statistic.hpp"

namespace tumen {

namespace {

constexpr double most_spreads = 6;

Diagnostic not_heard(std::string_view text, std::string reason) {
    return diagnostic(fmt::format("--heard \"{}\"", printable(text, 80)), std::move(reason),
                      "a statistic and a band, as --heard \"sum(arrested, during) is 35 to 45\"");
}

/// How many spreads a value lies from the middle of the band.
double spreads_off(const Heard& heard, double value) {
    const double spread =
        (heard.band.high - heard.band.low) / 2 / normal_quantile((1 + range_level) / 2);
    return (value - (heard.band.low + heard.band.high) / 2) / spread;
}

}  // namespace

Expected<Heard, Diagnostic> read_heard(std::string_view text) {
    const std::size_t is = text.rfind(" is ");
    if (is == text.npos) return not_heard(text, "it has no \" is \"");
    const std::string_view band = text.substr(is + 4);
    const std::size_t to = band.find(" to ");
    if (to == band.npos) return not_heard(text, "its band has no \" to \"");
    const auto low = read_number(trimmed(band.substr(0, to)));
    const auto high = read_number(trimmed(band.substr(to + 4)));
    if (!low || !high) return not_heard(text, "the ends of its band are numbers");
    if (!(*low < *high))
        return not_heard(text, "the first number of its band is not the smaller one");
    const std::string statistic(trimmed(text.substr(0, is)));
    if (const auto parsed = parse_statistic(statistic); !parsed) {
        const Diagnostic& wrong = parsed.error();
        Diagnostic problem = not_heard(text, fmt::format("{}, at {}", wrong.problem, wrong.column));
        if (!wrong.suggestion.empty()) problem.suggestion = wrong.suggestion;
        return problem;
    }
    return Heard{statistic, {*low, *high}};
}

Hearing hear(const std::vector<Heard>& heard,
             const std::vector<std::vector<std::optional<double>>>& values) {
    Hearing hearing;
    const std::size_t draws = values.empty() ? 0 : values.front().size();
    hearing.weights.resize(draws);
    double sum = 0;
    for (std::size_t draw = 0; draw < draws; ++draw) {
        double squares = 0;
        bool told = true;
        bool inside = true;
        bool near = true;
        for (std::size_t i = 0; i < heard.size(); ++i) {
            const std::optional<double>& value = values[i][draw];
            told = told && value && std::isfinite(*value);
            if (!told) break;
            inside = inside && *value >= heard[i].band.low && *value <= heard[i].band.high;
            const double off = spreads_off(heard[i], *value);
            near = near && std::abs(off) < most_spreads;
            squares += off * off;
        }
        if (!told) continue;
        hearing.inside += inside ? 1 : 0;
        hearing.weights[draw] = near ? math::exp(-squares / 2) : 0;
        sum += hearing.weights[draw];
    }
    if (!(sum > 0)) return hearing;
    for (double& weight : hearing.weights)
        weight /= sum;
    hearing.effective = effective_size(hearing.weights);
    return hearing;
}

}  // namespace tumen

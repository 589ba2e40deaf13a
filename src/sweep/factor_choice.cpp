#include "sweep/factor_choice.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "design/openness.hpp"
#include "experiment/design_points.hpp"
#include "scenario/evidence/ledger.hpp"
#include "scenario/text/quantity.hpp"
#include "scenario/variable.hpp"

namespace tumen {

namespace {

Diagnostic beyond(const Factor& factor, const std::string& text) {
    const ParameterRef ref = *find_parameter(factor.name);
    const Interval open = evidence_range(ref);
    const Unit unit = row_of(ref).unit;
    return diagnostic("--vary " + printable(text, 80) + " goes beyond the evidence",
                      fmt::format("the evidence says {} to {}", quantity_text(open.low, unit),
                                  quantity_text(open.high, unit)),
                      "choose a range within, or ask for it with --beyond-evidence; the report "
                      "says so then");
}

Diagnostic set_and_varied(const Factor& factor) {
    return diagnostic(factor.name + " is both set and varied", "",
                      "give one of them, --set or --vary");
}

/// What speaks against a factor that stands after `before`.
std::optional<Diagnostic> refusal(const Factor& factor, const std::string& text,
                                  const std::vector<Factor>& before, const VaryRules& rules) {
    const bool twice = std::any_of(before.begin(), before.end(), [&](const Factor& other) {
        return same_variable(other.name, factor.name);
    });
    if (twice)
        return diagnostic("--vary " + factor.name + " is given twice", "", "give each name once");
    if (factor.levels > 0 && rules.levels == Levels::refused) {
        return diagnostic("--vary " + printable(text, 80), "",
                          "levels belong to a grid; write name=low..high");
    }
    if (factor.evidence == Evidence::beyond && rules.beyond_evidence == BeyondEvidence::refused)
        return beyond(factor, text);
    if (is_set(factor, rules.set)) return set_and_varied(factor);
    return std::nullopt;
}

}  // namespace

bool can_move_alone(const Factor& factor, const MakeScenario& make) {
    return make({factor.name + "=" + shortest(factor.low)}) &&
           make({factor.name + "=" + shortest(factor.high)});
}

bool is_set(const Factor& factor, const std::vector<std::string>& set) {
    return std::any_of(set.begin(), set.end(), [&](const std::string& one) {
        return same_variable(std::string_view(one).substr(0, one.find('=')), factor.name);
    });
}

Diagnostic set_and_chosen(const Factor& factor) {
    return diagnostic(factor.name + " is both set and varied",
                      "it is one of the parameters that are varied where none is named",
                      "leave out its --set, or name what to vary with --vary");
}

Expected<std::vector<Factor>, Diagnostic> read_factors(const std::vector<std::string>& texts,
                                                       const VaryRules& rules,
                                                       FactorReading reading) {
    std::vector<Factor> factors;
    for (const std::string& text : texts) {
        auto factor = reading(text);
        if (!factor) return factor.error();
        if (auto problem = refusal(*factor, text, factors, rules)) return *std::move(problem);
        factors.push_back(*std::move(factor));
    }
    return factors;
}

Expected<std::vector<Factor>, Diagnostic> read_factors(const std::vector<std::string>& texts,
                                                       const VaryRules& rules) {
    return read_factors(texts, rules, read_factor);
}

Expected<OpenFactors, Diagnostic> open_factors(std::size_t most, const MakeScenario& make,
                                               const std::vector<std::string>& set) {
    OpenFactors found;
    for (const ParameterRef ref : by_openness()) {
        if (found.factors.size() == most) break;
        auto factor = factor_of(name_of(ref));
        if (factor && can_move_alone(*factor, make)) {
            if (is_set(*factor, set)) return set_and_chosen(*factor);
            found.factors.push_back(*std::move(factor));
        } else {
            found.left_out.emplace_back(name_of(ref));
        }
    }
    return found;
}

}  // namespace tumen

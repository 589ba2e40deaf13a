#include "belief/draws.hpp"

#include <algorithm>

#include "base/draw.hpp"
#include "base/hash.hpp"
#include "belief/prior_draw.hpp"
#include "belief/prior_text.hpp"
#include "scenario/scenario.hpp"

namespace tumen {

namespace {

constexpr std::uint64_t key_of_rules = 0x72756C6573212121u;  // any fixed one

/// How many rivals a rule has, itself included.
std::size_t rivals_of(const RuleRow& row) {
    return static_cast<std::size_t>(
        std::count_if(row.choices.begin(), row.choices.end(),
                      [](std::string_view choice) { return !choice.empty(); }));
}

}  // namespace

std::vector<std::pair<std::string, std::string>> draw_rules(std::uint64_t seed,
                                                            std::uint32_t draw) {
    std::vector<std::pair<std::string, std::string>> rules;
    for (const RuleRow& row : rule_rows()) {
        const RandomBlock drawn = philox({name_hash(row.name), draw, 0, 0}, seed ^ key_of_rules);
        const std::size_t rivals = rivals_of(row);
        const auto chosen =
            static_cast<std::size_t>(uniform(drawn.word[0]) * static_cast<double>(rivals));
        rules.emplace_back(row.name, row.choices[std::min(chosen, rivals - 1)]);
    }
    return rules;
}

DrawSource prior_source(const Priors& priors, std::uint64_t seed) {
    DrawSource source;
    source.name = "prior";
    source.rivals = RivalDraws::drawn;
    source.design.method = "prior";
    source.design.options = {{"values", "prior"}, {"hash", hex(hash_of(prior_text()))}};
    source.draw = [&priors, seed](std::uint32_t number) -> Expected<ReplicateDraw, Diagnostic> {
        const auto drawn = draw_priors(priors, seed, number);
        if (!drawn) return drawn.error();
        return ReplicateDraw{0, parameter_values(priors, *drawn), draw_rules(seed, number)};
    };
    return source;
}

}  // namespace tumen

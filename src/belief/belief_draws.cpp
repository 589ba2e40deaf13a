#include "belief/belief_draws.hpp"

#include <fmt/format.h>

#include "base/hash.hpp"
#include "belief/prior/prior_text.hpp"
#include "belief/without_voice.hpp"
#include "scenario/scenario.hpp"

namespace tumen {

DrawSource prior_source(const Priors& priors, std::uint64_t seed) {
    DrawSource source;
    source.name = "prior";
    source.rivals = RivalDraws::drawn;
    source.design.method = "prior";
    source.design.options = {{"values", "prior"}, {"hash", hex(hash_of(prior_text()))}};
    source.draw = [&priors, seed](std::uint32_t number) {
        return replicate_draw(priors, ledger_likelihood(), seed, 1, {number, 0}, 0);
    };
    return source;
}

std::string usual_values(std::string_view model) {
    return outdated(ledger_belief(), model).empty() ? "belief" : "prior";
}

DrawSource belief_source(const Belief& belief) {
    DrawSource source;
    source.name = "belief";
    source.rivals = RivalDraws::drawn;
    source.design.method = "belief";
    source.design.options = {{"values", "belief"},
                             {"hash", hex(hash_of(belief.write()))},
                             {"effective", fmt::format("{:.0f}", belief.effective)}};
    if (!belief.without.empty()) source.design.options.emplace_back("without", belief.without);
    source.draw = [belief](std::uint32_t number) {
        const auto distinct = static_cast<std::uint32_t>(belief.draws.size());
        return draw_of(belief, (number - 1) % distinct + 1);
    };
    return source;
}

std::optional<Belief> belief_behind(const Experiment& experiment) {
    if (!experiment.design || experiment.design->method != "belief") return std::nullopt;
    const auto is_behind = [&](const Belief& belief) {
        return option_of(*experiment.design, "hash") ==
               option_of(belief_source(belief).design, "hash");
    };
    const std::string without = option_of(*experiment.design, "without");
    if (without.empty()) {
        if (is_behind(ledger_belief())) return ledger_belief();
        return std::nullopt;
    }
    auto other = without_voice(ledger_belief(), without);
    if (other && is_behind(*other)) return *std::move(other);
    return std::nullopt;
}

}  // namespace tumen

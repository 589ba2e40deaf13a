#include "belief/belief_draws.hpp"

#include <fmt/format.h>

#include "base/hash.hpp"
#include "belief/prior/prior_text.hpp"
#include "belief/without_voice.hpp"
#include "scenario/scenario.hpp"

namespace tumen {

namespace {

constexpr std::string_view kept_text =
    "belief";  // option of a design: of a belief that is in no program

/// What of a belief says which draws it has: not what is known of truths.
std::string text_of_draws(Belief belief) {
    belief.coverage = {};
    return belief.write();
}

bool is_behind(const Belief& belief, const Design& design) {
    return option_of(design, "hash") == option_of(belief_source(belief).design, "hash");
}

/// Whether its weights are of the patterns, read as they are now; those of a voice were left out
/// when it was made, or afterwards.
bool reads_as_today(const Belief& belief) {
    Belief with_all = belief;
    with_all.without.clear();
    return belief.hashes.patterns == hex(likelihood_of(belief).hash()) ||
           belief.hashes.patterns == hex(likelihood_of(with_all).hash());
}

}  // namespace

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
                             {"hash", hex(hash_of(text_of_draws(belief)))},
                             {"effective", fmt::format("{:.0f}", belief.effective)}};
    if (!belief.without.empty()) source.design.options.emplace_back("without", belief.without);
    if (belief.second) source.design.options.emplace_back("reading", "second");
    if (belief.weighed.empty()) source.design.options.emplace_back("reading", "unweighed");
    source.draw = [belief](std::uint32_t number) {
        const auto distinct = static_cast<std::uint32_t>(belief.draws.size());
        return draw_of(belief, (number - 1) % distinct + 1);
    };
    return source;
}

DrawSource source_of_file(const Belief& belief) {
    DrawSource source = belief_source(belief);
    if (!is_behind(ledger_belief(), source.design))
        source.design.options.emplace_back(kept_text, text_of_draws(belief));
    return source;
}

std::optional<Belief> belief_behind(const Experiment& experiment) {
    if (!experiment.design || experiment.design->method != "belief") return std::nullopt;
    const Design& design = *experiment.design;
    if (const std::string text = option_of(design, kept_text); !text.empty()) {
        if (option_of(design, "hash") != hex(hash_of(text))) return std::nullopt;
        auto belief = Belief::read({"belief", "belief.toml", text});
        if (belief && reads_as_today(*belief)) return *std::move(belief);
        return std::nullopt;
    }
    const std::string without = option_of(design, "without");
    if (without.empty()) {
        if (is_behind(ledger_belief(), design)) return ledger_belief();
        return std::nullopt;
    }
    auto other = without_voice(ledger_belief(), without);
    if (other && is_behind(*other, design)) return *std::move(other);
    return std::nullopt;
}

}  // namespace tumen

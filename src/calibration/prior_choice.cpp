#include "calibration/prior_choice.hpp"

#include "calibration/calibrate.hpp"

namespace tumen {

namespace {

constexpr std::size_t usual_parameters = 6;

}  // namespace

Expected<std::vector<Factor>, Diagnostic> choose_priors(const std::vector<std::string>& texts,
                                                        const VaryRules& rules,
                                                        const std::vector<const Pattern*>& fitted) {
    auto priors =
        texts.empty()
            ? Expected<std::vector<Factor>, Diagnostic>(widest_priors(fitted, usual_parameters))
            : read_factors(texts, rules, read_prior);
    if (!priors) return priors;
    if (priors->empty())
        return diagnostic("the patterns name no parameters", "", "name some with --vary");
    for (const Factor& prior : *priors) {
        if (is_set(prior, rules.set)) return set_and_chosen(prior);
        if (!(prior.high > prior.low))
            return diagnostic("--vary " + prior.name + " leaves one value only", "", "");
    }
    return priors;
}

}  // namespace tumen

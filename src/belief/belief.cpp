#include "belief/belief.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/executor.hpp"
#include "base/text.hpp"
#include "belief/likelihood/weights.hpp"
#include "belief/prior/carried.hpp"
#include "belief/prior/prior_text.hpp"
#include "belief/renewal.hpp"
#include "measures/numbers/effective_size.hpp"
#include "model/play.hpp"
#include "scenario/assembly/read_scenario.hpp"
#include "scenario/assembly/settings.hpp"

namespace tumen {

namespace {

constexpr std::uint32_t replayed = 3;

constexpr std::string_view head =
    "# What is believed of all values and rival rules together, conditioned on the patterns of "
    "role `calibrate`: made by\n# `tumen belief make` and never edited by hand, but for "
    "renewal_due, which says why it does not hold any more.\n# A draw is the number of a draw of "
    "the prior and, from 1, the number of a draw near it.\n\n";

Expected<Scenario, Diagnostics> embedded(const std::string& name) {
    return read_scenario(name, EmbeddedFiles());
}

/// Weighted share of `shown` and its standard error (delta method of a ratio).
struct Share {
    double share = 0;
    double error = 0;
};
Share share_of(const std::vector<double>& weights, const std::vector<char>& shown) {
    Share result;
    for (std::size_t i = 0; i < weights.size(); ++i)
        result.share += shown[i] != 0 ? weights[i] : 0;
    double squares = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const double off = (shown[i] != 0 ? 1 : 0) - result.share;
        squares += weights[i] * weights[i] * off * off;
    }
    result.error = std::sqrt(squares);
    return result;
}

/// A pattern shows in what it comes to; without a value it does not.
char shows_in(const Pattern& pattern, const std::optional<double>& value) {
    return value && shows(pattern.test, *value) ? 1 : 0;
}

PatternBelief pattern_of(const Making& making, std::size_t group, std::size_t column,
                         const std::vector<double>& weights) {
    const PlayGroup& played = making.groups()[group];
    const Pattern& pattern = *played.patterns[column];
    const auto& taken = making.taken(Phase::candidates, group);
    PatternBelief result{std::string(pattern.id)};
    double showing = 0;
    for (const auto& [number, values] : taken) {
        if (number > making.settings().prior_sample) break;
        ++result.played;
        showing += shows_in(pattern, values[column]);
    }
    if (result.played > 0) result.prior = showing / static_cast<double>(result.played);
    if (played.fitted.empty()) return result;
    std::vector<char> shown;
    for (const std::uint32_t candidate : making.survivors())
        shown.push_back(shows_in(pattern, taken.at(candidate)[column]));
    const Share share = share_of(weights, shown);
    result.belief = share.share;
    result.error = share.error;
    return result;
}

/// Three decimals of a log-likelihood: as the file keeps it. Plus 0: no negative zero.
double kept(double log) {
    constexpr double thousand = 1000;
    return std::round(log * thousand) / thousand + 0.0;
}

std::vector<WeighedDraw> weighed_of(const Making& making) {
    const std::vector<double> luck = making.luck();
    const std::vector<double> logs = making.log_weights(making.likelihood());
    const double most = *std::max_element(logs.begin(), logs.end());
    std::vector<WeighedDraw> weighed;
    for (std::size_t i = 0; i < logs.size(); ++i) {
        weighed.push_back(weighed_as(making, luck, making.survivors()[i]));
        weighed.back().log_weight = kept(logs[i] - most);
    }
    return weighed;
}

std::string coverage_text(const CoverageTable& table) {
    std::string text = fmt::format(
        "\n# Candidates taken for the truth and told from the others by what would be reported of "
        "them. By quantity that no\n# report is about: truths, those that the 90 % interval holds, "
        "those under it and over it; the first hundred,\n# those held, and held by all draws "
        "unweighed; whole hundreds, and those of which 84 to 96 are held.\n[coverage]\ntruths = "
        "{}\n"
        "effective = {:.1f}\n",
        table.truths, table.effective);
    for (const Coverage& one : table.quantities) {
        text +=
            fmt::format("{} = [{}, {}, {}, {}, {}, {}, {}, {}, {}]\n", one.quantity, one.all.truths,
                        one.all.held, one.below, one.above, one.first.truths, one.first.held,
                        one.unweighed.held, one.hundreds.truths, one.hundreds.held);
    }
    return text;
}

std::string voices_text(const Belief& belief) {
    std::string text =
        "\n# What weighs in a draw of the prior that was played through: its number, the logarithm "
        "of its weight,\n# and what of it the reports of each voice say.\n[voices]\nnames = [";
    for (const std::string& voice : belief.voices)
        text += (&voice == &belief.voices.front() ? "\"" : ", \"") + voice + "\"";
    text += "]\nlines = \"\"\"\n";
    for (const WeighedDraw& one : belief.weighed) {
        text += fmt::format("{} {}", one.candidate, shortest(one.log_weight));
        for (const double log : one.by_voice)
            text += " " + shortest(log);
        text += "\n";
    }
    return text + "\"\"\"\n";
}

}  // namespace

std::vector<RuleBelief> rules_among(const Likelihood& likelihood, std::uint64_t seed,
                                    const std::vector<std::uint32_t>& candidates,
                                    const std::vector<double>& weights) {
    std::vector<RuleBelief> rules;
    for (std::size_t rule = 0; rule < rule_count; ++rule) {
        const std::vector<double>& prior = likelihood.rule_weights()[rule];
        for (std::size_t choice = 0; choice < prior.size(); ++choice) {
            const std::string name(rule_rows()[rule].choices[choice]);
            std::vector<char> shown;
            for (const std::uint32_t candidate : candidates) {
                const auto drawn = draw_rules(likelihood, seed, candidate);
                shown.push_back(drawn[rule].second == name ? 1 : 0);
            }
            const Share share = share_of(weights, shown);
            rules.push_back({std::string(rule_rows()[rule].name), name, prior[choice], share.share,
                             share.error});
        }
    }
    return rules;
}

const PatternBelief* Belief::find(std::string_view pattern) const {
    for (const PatternBelief& one : patterns) {
        if (one.id == pattern) return &one;
    }
    return nullptr;
}

std::string Belief::write() const {
    std::string text(head);
    text += fmt::format("renewal_due = \"{}\"\n\n[made]\n", renewal_due);
    text += fmt::format("model = \"{}\"\npriors = \"{}\"\npatterns = \"{}\"\nruns = \"{}\"\n",
                        hashes.model, hashes.priors, hashes.patterns, hashes.runs);
    text += fmt::format("seed = {}\nresidents = {}\nstep = {}\ncandidates = {}\nplays = {}\n", seed,
                        shortest(residents), shortest(step), candidates, plays);
    if (!without.empty()) text += fmt::format("without = \"{}\"\n", without);
    if (second) text += "reading = \"second\"\n";
    text += fmt::format("effective = {:.1f}\npareto = {:.3f}\nlargest = {:.4f}\n", effective,
                        pareto, largest);
    text +=
        "\n# Rival rules: probability before and after, and the error of the latter.\n[rules]\n";
    for (const RuleBelief& one : rules) {
        text += fmt::format("\"{}.{}\" = [{:.4f}, {:.4f}, {:.4f}]\n", one.rule, one.choice,
                            one.prior, one.belief, one.error);
    }
    text +=
        "\n# Patterns: share of the prior sample that shows it, of how many draws; of what is "
        "fitted also the share\n# of the belief, and its error.\n[patterns]\n";
    for (const PatternBelief& one : patterns) {
        text += fmt::format("{} = [{:.4f}, {}", one.id, one.prior, one.played);
        if (one.belief) text += fmt::format(", {:.4f}, {:.4f}", *one.belief, one.error);
        text += "]\n";
    }
    if (coverage.truths > 0) text += coverage_text(coverage);
    text += "\n[draws]\nreplays = [";
    for (const std::string& hash : replays)
        text += (&hash == &replays.front() ? "\"" : ", \"") + hash + "\"";
    text += "]\nlines = \"\"\"\n";
    for (std::size_t i = 0; i < draws.size(); ++i) {
        text += fmt::format("{}", draws[i].candidate);
        if (draws[i].near > 0) text += fmt::format(".{}", draws[i].near);
        text += i % 16 == 15 || i + 1 == draws.size() ? "\n" : " ";
    }
    text += "\"\"\"\n";
    return weighed.empty() ? text : text + voices_text(*this);
}

const Belief& ledger_belief() {
    static const Belief belief = carried(Belief::read(carried_text("belief", belief_text())));
    return belief;
}

Likelihood likelihood_of(const Belief& belief) {
    const Likelihood read = belief.second ? ledger_likelihood().second() : ledger_likelihood();
    return belief.without.empty() ? read : read.without_voice(belief.without);
}

Expected<BeliefHashes, Diagnostic> present_hashes(std::string_view model, double residents,
                                                  const Likelihood& likelihood) {
    BeliefHashes hashes{std::string(model), hex(prior_hash(ledger_priors())),
                        hex(likelihood.hash()), ""};
    ByteForm form;
    std::vector<Measurement> measurements;
    for (const PatternReading& one : likelihood.patterns())
        measurements.push_back(measurement_of(*one.pattern));
    for (const MeasuredRun& run : runs_needed(measurements)) {
        auto scenario = embedded(std::string(run.scenario));
        if (scenario) scenario = with_settings(*scenario, run.settings);
        if (!scenario) return scenario.error().front();
        form.add(scenario_hash(with_residents(*std::move(scenario), residents)));
    }
    hashes.runs = hex(form.hash());
    return hashes;
}

std::string outdated(const Belief& belief, std::string_view model) {
    if (!belief.renewal_due.empty()) return belief.renewal_due;
    const auto now = present_hashes(model, belief.residents, likelihood_of(belief));
    if (!now) return now.error().problem;
    if (belief.hashes.model != now->model) return "the model has changed since it was made";
    if (belief.hashes.priors != now->priors) return "the priors have changed since it was made";
    if (belief.hashes.patterns != now->patterns)
        return "patterns or how they are read have changed since it was made";
    if (belief.hashes.runs != now->runs) return "its scenarios have changed since it was made";
    return "";
}

Expected<std::vector<std::string>, Diagnostic> replays_of(const Belief& belief) {
    auto scenario = embedded("hyesan-handin");
    if (!scenario) return scenario.error().front();
    Point point{"replay", *std::move(scenario), {}};
    std::vector<std::string> hashes;
    SerialExecutor executor;
    for (std::uint32_t number = 1; number <= replayed && number <= belief.draws.size(); ++number) {
        const auto draw = draw_of(belief, number);
        if (!draw) return draw.error();
        const Simulation simulation(as_drawn(point, *draw).plan);
        hashes.push_back(hex(simulation.play(belief.seed, number, 0, executor).state_hash));
    }
    return hashes;
}

WeighedDraw weighed_as(const Making& making, const std::vector<double>& luck,
                       std::uint32_t candidate) {
    WeighedDraw one{candidate, 0, {}};
    for (const double log :
         making.likelihood().by_voice(making.fitted_values(Phase::candidates, candidate), luck))
        one.by_voice.push_back(kept(log));
    return one;
}

std::string refusal(double effective, double pareto) {
    if (is_posterior(effective, pareto)) return "";
    if (effective < least_effective) {
        return fmt::format("an effective sample of {:.0f} is below {:.0f}", effective,
                           least_effective);
    }
    return fmt::format("a few draws carry the weight (Pareto shape {:.2f}, above {})", pareto,
                       most_pareto);
}

Belief belief_of(const Making& making, BeliefHashes hashes) {
    const std::vector<double> weights = making.weights();
    Belief belief;
    belief.hashes = std::move(hashes);
    belief.seed = making.settings().seed;
    belief.residents = making.settings().residents;
    belief.step = making.settings().step;
    belief.candidates = making.settings().candidates;
    belief.plays = static_cast<std::uint32_t>(making.survivors().size());
    belief.effective = effective_size(weights);
    belief.pareto = making.pareto();
    belief.largest = *std::max_element(weights.begin(), weights.end());
    belief.rules = rules_among(making.likelihood(), belief.seed, making.survivors(), weights);
    for (std::size_t group = 0; group < making.groups().size(); ++group) {
        for (std::size_t column = 0; column < making.groups()[group].patterns.size(); ++column)
            belief.patterns.push_back(pattern_of(making, group, column, weights));
    }
    belief.draws = making.draws();
    belief.voices = making.likelihood().voices();
    belief.weighed = weighed_of(making);
    return belief;
}

}  // namespace tumen

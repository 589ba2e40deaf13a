#include "app/session/belief/make_belief.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/cli/command/limits.hpp"
#include "app/cli/command/output_files.hpp"
#include "app/cli/command/stop.hpp"
#include "app/cli/terminal/table.hpp"
#include "app/session/belief/belief_plays.hpp"
#include "app/session/belief/belief_renew.hpp"
#include "app/session/belief/print_belief.hpp"
#include "app/session/play/stored_plays.hpp"
#include "app/session/request/run_request.hpp"
#include "app/session/request/scenario_argument.hpp"
#include "app/session/session.hpp"
#include "base/text.hpp"
#include "belief/belief.hpp"
#include "belief/likelihood/weights.hpp"
#include "belief/making/coverage.hpp"
#include "belief/making/truths.hpp"
#include "measures/numbers/effective_size.hpp"
#include "scenario/fingerprint/fingerprint.hpp"

namespace tumen::app {

namespace {

constexpr double least_covered = 0.8;  // of what 90 % should hold: ten truths tell no more

double number_or(const Arguments& arguments, std::string_view name, double fallback, double low,
                 double high) {
    const auto said = arguments.text(name);
    if (!said) return fallback;
    const auto number = read_number(*said);
    if (number && *number >= low && *number <= high) return *number;
    usage_error(fmt::format("{} {}", name, shell_quoted(*said)),
                fmt::format("expected a number from {} to {}", shortest(low), shortest(high)));
}

MakingSettings settings_of(const Arguments& arguments) {
    MakingSettings settings;
    const auto whole = [&](std::string_view name, std::uint32_t usual) {
        return static_cast<std::uint32_t>(arguments.whole_or(name, usual, 2, most_replicates));
    };
    settings.seed = seed_asked(arguments);
    settings.candidates = whole("--candidates", settings.candidates);
    settings.prior_sample = whole("--prior-sample", settings.prior_sample);
    settings.start_plays = whole("--start-plays", settings.start_plays);
    settings.draws = whole("--draws", settings.draws);
    if (arguments.text("--truths")) settings.truths = whole("--truths", 0);
    settings.residents = number_or(arguments, "--residents", settings.residents, 1000, 1e6);
    settings.go_on = number_or(arguments, "--go-on", settings.go_on, 0.01, 1);
    settings.step = number_or(arguments, "--step", settings.step, 0.01, 1);
    return settings;
}

/// Plays numbers of a group, some at a time; whether all were played.
bool play_group(Making& making, Phase phase, std::size_t group, StoredPlays& stored,
                Session& session) {
    const Take take = [&](std::uint32_t number, PatternValues values) {
        stored.add(phase, group, number, std::move(values));
    };
    return play_numbers(making, phase, group, making.to_play(phase, group), session, take,
                        [&] { stored.flush(); });
}

/// Luck, then candidates group by group. What was played before is not played again.
bool play_all(Making& making, StoredPlays& stored, Session& session) {
    for (std::size_t group = 0; group < making.groups().size(); ++group) {
        if (!play_group(making, Phase::start, group, stored, session)) return false;
    }
    for (std::size_t group = 0; group < making.groups().size(); ++group) {
        if (!play_group(making, Phase::candidates, group, stored, session)) return false;
        if (making.groups()[group].fitted.empty()) continue;
        making.close(group);
        session.terminal().say(
            fmt::format("group {}: {} draws go on", group + 1, making.survivors().size()));
    }
    return true;
}

/// Mean log-likelihood of the prior sample, of the weighted draws and of copies near them.
void say_copies(const Making& making, Terminal& terminal) {
    const std::vector<double> luck = making.luck();
    const auto log_of = [&](Phase phase, std::uint32_t number) {
        return making.likelihood().log_of(making.fitted_values(phase, number), luck);
    };
    double prior = 0;
    for (std::uint32_t number = 1; number <= making.settings().prior_sample; ++number)
        prior += log_of(Phase::candidates, number) / making.settings().prior_sample;
    double weighted = 0;
    const std::vector<double> weights = making.weights();
    for (std::size_t i = 0; i < weights.size(); ++i)
        weighted += weights[i] * log_of(Phase::candidates, making.survivors()[i]);
    double near = 0;
    const auto& copies = making.taken(Phase::near, 0);
    for (const auto& [number, values] : copies)
        near += log_of(Phase::near, number) / static_cast<double>(copies.size());
    terminal.say(
        fmt::format("Mean log-likelihood: {:.1f} of the prior, {:.1f} of the weighted "
                    "draws, {:.1f} of {} copies near them",
                    prior, weighted, near, copies.size()));
}

ExitCode gone_on_later(Session& session) {
    session.ended({.interrupted = true});
    session.terminal().say(fmt::format("{}; the same command goes on.", session.why_interrupted()));
    return ExitCode::interrupted;
}

std::string share_text(std::size_t some, std::size_t all) {
    return fmt::format("{:.0f} % of {}",
                       100.0 * static_cast<double>(some) / static_cast<double>(all), all);
}

/// Whether enough of it is covered.
bool say_truths(const std::vector<TruthFound>& truths, Terminal& terminal) {
    Table table({"TRUTH", "WORTH", "SHAPE", "ITS VALUES", "WHAT CAME OF IT", "ITS RULES", "PRIOR"});
    TruthFound all;
    for (const TruthFound& one : truths) {
        table.add({std::to_string(one.truth), fmt::format("{:.0f}", one.effective),
                   fmt::format("{:.2f}", one.pareto), share_text(one.values_covered, one.values),
                   share_text(one.quantities_covered, one.quantities),
                   fmt::format("{:.0f} %", 100 * one.rules),
                   fmt::format("{:.0f} %", 100 * one.rules_prior)});
        all.values += one.values;
        all.values_covered += one.values_covered;
        all.quantities += one.quantities;
        all.quantities_covered += one.quantities_covered;
    }
    table.print(terminal);
    terminal.say(fmt::format(
        "90 % intervals hold {} values and {} quantities that no report was about, over {} truths "
        "that the whole making was played for; they should hold 90 % of them",
        share_text(all.values_covered, all.values),
        share_text(all.quantities_covered, all.quantities), truths.size()));
    const auto enough = [](std::size_t some, std::size_t of) {
        return static_cast<double>(some) >= least_covered * static_cast<double>(of);
    };
    return enough(all.values_covered, all.values) && enough(all.quantities_covered, all.quantities);
}

/// The whole making for each of some truths; nothing is kept but the plays.
ExitCode look_for_truths(Making& making, const std::string& plays, Session& session) {
    {
        StoredPlays stored(plays, making);
        for (const Phase phase : {Phase::start, Phase::truth}) {
            for (std::size_t group = 0; group < making.groups().size(); ++group) {
                if (!play_group(making, phase, group, stored, session))
                    return gone_on_later(session);
            }
        }
    }
    std::vector<TruthFound> found;
    for (std::uint32_t truth = 1; truth <= making.settings().truths; ++truth) {
        Making supposed = making.supposing(truth);
        StoredPlays stored(plays, supposed);
        if (!play_all(supposed, stored, session)) return gone_on_later(session);
        found.push_back(value_or_stop(find_truth(supposed, ledger_priors(), truth)));
    }
    return say_truths(found, session.terminal()) ? ExitCode::done : ExitCode::difference;
}

/// What is asked of the reports: all that they say, or without a voice, by either reading.
Belief asked_of(const Arguments& arguments) {
    Belief asked;
    asked.second = arguments.has("--second-reading");
    const auto voice = arguments.text("--without-voice");
    if (!voice) return asked;
    const std::vector<std::string>& known = ledger_likelihood().voices();
    if (std::find(known.begin(), known.end(), *voice) == known.end()) {
        usage_error("--without-voice " + shell_quoted(printable(*voice, 60)),
                    fmt::format("nothing that is fitted was reported by it; voices: {}",
                                fmt::join(known, ", ")));
    }
    asked.without = *voice;
    return asked;
}

/// How much the draws would be worth by other ways to read the reports.
void say_other_readings(const Making& making, bool second, Terminal& terminal) {
    const auto say = [&](std::string_view how, const Likelihood& likelihood) {
        const std::vector<double> weights = making.weights(likelihood);
        terminal.say(fmt::format("{}: an effective sample of {:.0f}, Pareto shape {:.2f}", how,
                                 effective_size(weights), pareto_shape(making.of_all(weights))));
    };
    say("With all spreads twice as wide", making.likelihood().widened(2));
    if (!second && making.likelihood().second_voice_power())
        say("By the second reading of evidence/likelihood.toml", making.likelihood().second());
}

ExitCode keep(const Belief& belief, const std::string& path, Terminal& terminal) {
    const std::string why = refusal(belief.effective, belief.pareto);
    if (!why.empty()) {
        stop(ExitCode::failed, trouble("this is no posterior and is not kept", why,
                                       "play more --candidates, or state a wider discrepancy in "
                                       "evidence/likelihood.toml"));
    }
    write_file(path, belief.write(), Overwrite::replace);
    terminal.say("Belief  " + path);
    terminal.say(fmt::format("tumen run SCENARIO --from {}   plays draws of it", path));
    return ExitCode::done;
}

}  // namespace

ExitCode make_belief(Session& session, const std::string& usual_path) {
    const Arguments& arguments = session.arguments();
    Terminal& terminal = session.terminal();
    if (const auto old = arguments.text("--renew")) return renew_belief(*old, session);
    const LoadScenario load = [&](const std::string& name) { return scenario_of(name, arguments); };
    const MakingSettings settings = settings_of(arguments);
    const Belief asked = asked_of(arguments);
    const Likelihood likelihood = likelihood_of(asked);
    Making making = value_or_stop(
        Making::plan(settings, ledger_priors(), likelihood, testable_patterns(), load));
    const std::string path = arguments.text_or("--out", usual_path);
    const std::string plays = arguments.text_or("--plays", with_ending(path, ".plays"));
    if (settings.truths > 0) return look_for_truths(making, plays, session);
    StoredPlays stored(plays, making);
    if (!play_all(making, stored, session)) return gone_on_later(session);
    const BeliefHashes hashes =
        value_or_stop(present_hashes(model_fingerprint(), settings.residents, likelihood));
    Belief belief = belief_of(making, hashes);
    belief.without = asked.without;
    belief.second = asked.second;
    belief.replays = value_or_stop(replays_of(belief));
    if (arguments.has("--coverage")) belief.coverage = coverage_of(making);
    print_belief(belief, terminal);
    say_other_readings(making, asked.second, terminal);
    if (arguments.has("--copies")) {
        for (std::size_t group = 0; group < making.groups().size(); ++group) {
            if (!play_group(making, Phase::near, group, stored, session))
                return ExitCode::interrupted;
        }
        say_copies(making, terminal);
    }
    session.ended({});
    return keep(belief, path, terminal);
}

}  // namespace tumen::app

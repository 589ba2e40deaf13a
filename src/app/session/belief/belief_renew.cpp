#include "app/session/belief/belief_renew.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/cli/command/output_files.hpp"
#include "app/cli/command/stop.hpp"
#include "app/session/belief/belief_plays.hpp"
#include "app/session/request/run_request.hpp"
#include "app/session/request/scenario_argument.hpp"
#include "app/session/session.hpp"
#include "belief/renewal.hpp"
#include "experiment/disk_files.hpp"
#include "measures/numbers/words.hpp"
#include "scenario/fingerprint/fingerprint.hpp"

namespace tumen::app {

namespace {

constexpr std::size_t draws_played = 16;
constexpr std::size_t most_told = 20;

[[noreturn]] void refuse(std::string why) {
    stop(ExitCode::difference, trouble("the belief is not that of this model", std::move(why),
                                       "make it anew, without --renew"));
}

/// What can be told without playing, and by the three plays that every check makes.
void refuse_others(const Belief& belief, const BeliefHashes& now) {
    if (!belief.renewal_due.empty()) refuse("it says that renewal is due: " + belief.renewal_due);
    if (belief.hashes.priors != now.priors) refuse("the priors have changed since it was made");
    if (belief.hashes.patterns != now.patterns) {
        refuse("patterns or how they are read have changed since it was made");
    }
    if (belief.hashes.runs != now.runs) refuse("its scenarios have changed since it was made");
    if (belief.weighed.empty() || belief.replays.empty())
        refuse("it keeps nothing that plays could be compared with");
    if (value_or_stop(replays_of(belief)) != belief.replays)
        refuse("its first draws play otherwise than when it was made");
}

/// Luck, and the draws of the sample, in every group that weighs; nothing where that was stopped.
std::optional<Making> played(const Belief& belief, const std::vector<std::uint32_t>& sample,
                             Session& session) {
    MakingSettings settings;
    settings.seed = belief.seed;
    settings.residents = belief.residents;
    settings.candidates = belief.candidates;
    settings.step = belief.step;
    const LoadScenario load = [&](const std::string& name) {
        return scenario_of(name, session.arguments());
    };
    Making making = value_or_stop(
        Making::plan(settings, ledger_priors(), likelihood_of(belief), fitted_patterns(), load));
    for (std::size_t group = 0; group < making.groups().size(); ++group) {
        for (const Phase phase : {Phase::start, Phase::candidates}) {
            const auto numbers = phase == Phase::start ? making.to_play(phase, group) : sample;
            const Take take = [&](std::uint32_t number, PatternValues values) {
                making.take(phase, group, number, std::move(values));
            };
            if (!play_numbers(making, phase, group, numbers, session, take, [] {}))
                return std::nullopt;
        }
    }
    return making;
}

}  // namespace

ExitCode renew_belief(const std::string& path, Session& session) {
    const ScenarioText text = value_or_stop(read_scenario_file(path), ExitCode::usage);
    Belief belief = value_or_stop(Belief::read(text), ExitCode::usage);
    const BeliefHashes now =
        value_or_stop(present_hashes(model_fingerprint(), belief.residents, likelihood_of(belief)));
    refuse_others(belief, now);
    const auto sample = sample_of_weighed(belief, draws_played, seed_asked(session.arguments()));
    const auto making = played(belief, sample, session);
    if (!making) {
        session.ended({.interrupted = true});
        return ExitCode::interrupted;
    }
    session.ended({});
    std::vector<std::string> differences = played_otherwise(belief, *making, sample);
    if (!differences.empty()) {
        if (differences.size() > most_told) differences.resize(most_told);
        for (const std::string& difference : differences)
            session.terminal().data("  " + difference + "\n");
        refuse("draws weigh otherwise than when it was made");
    }
    session.terminal().say(fmt::format("{} and {} come to what the belief keeps of them.",
                                       counted(belief.replays.size(), "first draw"),
                                       counted(sample.size(), "weighed draw")));
    belief.hashes.model = now.model;
    const std::string out = session.arguments().text_or("--out", "belief.toml");
    write_file(out, belief.write(), Overwrite::replace);
    session.terminal().say("Belief  " + out);
    return ExitCode::done;
}

}  // namespace tumen::app

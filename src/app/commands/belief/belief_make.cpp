#include "app/cli/command/command_list.hpp"
#include "app/cli/command/shared_options.hpp"
#include "app/session/belief/make_belief.hpp"

/// tumen belief make: plays draws of the prior and weighs them by the patterns.
namespace tumen::app {

namespace {

ExitCode make(Session& session) {
    return make_belief(session, "belief.toml");
}

constexpr Option make_options[] = {
    {"--candidates", "N", "How many draws of the prior to weigh (3000)", OptionKind::value},
    {"--prior-sample", "N", "How many of them to play through everything, for severity (120)",
     OptionKind::value},
    {"--start-plays", "N", "How many plays at the starting values tell how much is luck (40)",
     OptionKind::value},
    {"--draws", "N", "How many draws the belief has (2048)", OptionKind::value},
    {"--residents", "N", "How large the cities are that are played (as large as each is)",
     OptionKind::value},
    {"--go-on", "SHARE", "Which share of the draws goes on to the next group of plays (0.7)",
     OptionKind::value},
    {"--step", "SHARE", "How far copies of a draw lie from it, 1 as far as another draw (0.3)",
     OptionKind::value},
    {"--copies", "", "Play copies, too, and say how likely they are", OptionKind::flag},
    {"--coverage", "", "Take each candidate for the truth and say how many are found again",
     OptionKind::flag},
    {"--truths", "N",
     "Take N other draws of the prior for the truth, one after the other, play the whole making "
     "with "
     "what would be reported of it, and say how much of it is found again; no belief is kept",
     OptionKind::value},
    {"--renew", "FILE",
     "Make nothing: play 16 of that belief's draws again and, where all comes out as it keeps it, "
     "write it with the model's new fingerprint",
     OptionKind::value},
    {"--without-voice", "VOICE",
     "Make it as had this voice reported nothing (of a newsroom: daily-nk, rfa, ...), from "
     "nothing; "
     "--values FILE draws from it",
     OptionKind::value},
    {"--second-reading", "",
     "Make it by the second reading of the reports that evidence/likelihood.toml states",
     OptionKind::flag},
    shared("--out", "Where the belief goes (belief.toml)"),
    {"--plays", "FILE", "Where what was measured is kept (beside the belief)", OptionKind::value},
    shared("--seed"),
    shared("--threads"),
    shared("--time-limit", "Stop after this time, as \"10 min\"; the same command goes on"),
    shared("--status"),
};

}  // namespace

const Command belief_make_command = {
    "belief make", "Condition the prior on the patterns of role calibrate", {}, make_options, make};

}  // namespace tumen::app

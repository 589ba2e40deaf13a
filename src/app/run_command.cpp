#include "app/command_list.hpp"
#include "app/from_posterior.hpp"
#include "app/play_request.hpp"

namespace tumen::app {

namespace {

ExitCode carry_out(const Arguments& arguments, Terminal& terminal) {
    RunRequest request = run_request(arguments);
    draw_parameters(request, arguments);
    return play_request(request, arguments, terminal, print_summary);
}

constexpr Positional positionals[] = {
    {"SCENARIO", "Name of a scenario the program carries, or path of a .toml file", Arity::one},
};
constexpr Option options[] = {
    {"--replicates", "N", "How many times to play it (64), or a range such as 101..200",
     OptionKind::value},
    {"--seed", "N", "Which luck (1)", OptionKind::value},
    {"--until", "RULE",
     "Play until it is precise enough: half-width=5% of the mean, or half-width=20@HEADLINE",
     OptionKind::value},
    {"--max-replicates", "N", "How many --until may play at most (1000)", OptionKind::value},
    {"--threads", "N", "How many processors to use (all)", OptionKind::value},
    {"--time-limit", "TIME", "Stop after 90s, 10min or 2h; --resume goes on", OptionKind::value},
    {"--on-error", "WHAT",
     "Where a replicate fails: continue with the others (the default), or stop", OptionKind::value},
    {"--out", "FILE",
     "Where the results go (results/SCENARIO-SEED.sqlite); the report goes beside them",
     OptionKind::value},
    {"--set", "NAME=VALUE", "Another value for a parameter, as \"fee_base=30 %\"; may be repeated",
     OptionKind::list},
    {"--from", "POSTERIOR", "Draw the parameters of each replicate from a calibration's results",
     OptionKind::value},
    {"--beyond-evidence", "",
     "Allow values outside the range of the evidence; the report lists them", OptionKind::flag},
    {"--resume", "", "Keep the replicates that are there, play the others", OptionKind::flag},
    {"--force", "", "Replace results that are there", OptionKind::flag},
    {"--dry-run", "", "Say what time and disk it would take; plays one replicate to measure",
     OptionKind::flag},
    {"--status", "FILE", "Say there, every few seconds and as JSON, how far it is: for batch systems",
     OptionKind::value},
    {"--json", "", "The summary as JSON", OptionKind::flag},
    {"--open", "", "Open the report in a browser", OptionKind::flag},
    {"--wards-a-task", "N", "How finely a city is cut for the processors; changes speed only",
     OptionKind::value},
};

}  // namespace

const Command run_command = {"run", "Play a scenario: results, a summary and a report", positionals,
                             options, carry_out};

}  // namespace tumen::app

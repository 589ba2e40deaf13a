#include "app/cli/command/command_list.hpp"
#include "app/cli/command/memory_option.hpp"
#include "app/cli/command/shared_options.hpp"
#include "app/session/play/play_request.hpp"
#include "app/session/request/draw_request.hpp"

namespace tumen::app {

namespace {

ExitCode carry_out(Session& session) {
    RunRequest request = run_request(session.arguments());
    take_draws(request, session.arguments());
    return play_request(request, session, print_summary);
}

constexpr Positional positionals[] = {
    {"SCENARIO", "Name of a scenario the program carries, or path of a .toml file", Arity::one},
};
constexpr Option own_options[] = {
    shared("--replicates",
           "How many times to play it (300; 64 with --luck-only), or a range such as 101..200"),
    shared("--headline"),
    shared("--seed"),
    shared("--until"),
    shared("--max-replicates"),
    shared("--threads"),
    memory_option,
    shared("--out",
           "Where the results go (results/SCENARIO-SEED.sqlite); the report goes beside them"),
    shared("--set", "Another value for a parameter, as \"fee_base=30 %\"; may be repeated"),
    shared("--luck-only"),
    shared("--json", "The summary as JSON"),
};
constexpr auto options = options_of(own_options, draw_options, life_options);

}  // namespace

const Command run_command = {"run", "Play a scenario: results, a summary and a report", positionals,
                             options, carry_out};

}  // namespace tumen::app

#include "app/cli/command/command_list.hpp"
#include "app/cli/command/shared_options.hpp"
#include "app/session/play/play_request.hpp"
#include "app/session/request/draw_request.hpp"

namespace tumen::app {

namespace {

ExitCode carry_out_run(Session& session) {
    RunRequest request = run_request(session.arguments());
    take_draws(request, session.arguments());
    return play_request(request, session, *summary_teller());
}

constexpr Option run_own_options[] = {
    shared("--replicates",
           "How many times to play it (300; 64 with --luck-only), or a range such as 101..200"),
    shared("--out",
           "Where the results go (results/SCENARIO-SEED.sqlite); the report goes beside them"),
};
constexpr auto run_options =
    options_of(run_own_options, until_options, play_options, draw_options, life_options);

}  // namespace

const Command run_command = {"run", "Play a scenario: results, a summary and a report",
                             one_scenario, run_options, carry_out_run};

}  // namespace tumen::app

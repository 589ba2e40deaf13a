#include "app/cli/command/command_list.hpp"
#include "app/cli/command/shared_options.hpp"
#include "app/cli/command/stop.hpp"
#include "app/session/output/progress.hpp"
#include "store/publish.hpp"

namespace tumen::app {

namespace {

ExitCode carry_out_publish(const Arguments& arguments, Terminal& terminal) {
    const std::string results = arguments.text_or("RESULTS", "");
    const auto out = arguments.text("--out");
    if (!out) usage_error("publish needs --out FILE", "name the file to write");
    const Overwrite overwrite = arguments.has("--force") ? Overwrite::replace : Overwrite::refuse;
    const std::size_t replicates = value_or_stop(publish_results(results, *out, overwrite));
    terminal.data(
        fmt::format("{} of {} are in {}\n", counted(replicates, "replicate"), results, *out));
    return ExitCode::done;
}

constexpr Positional publish_positionals[] = {
    {"RESULTS", "Results file, also one that is being written", Arity::one}};
constexpr Option publish_options[] = {
    shared("--out", "Where the copy goes"),
    shared("--force", "Replace results that are there"),
};

}  // namespace

const Command publish_command = {"publish",
                                 "Copy what is stored so far, whole, also while a run goes on",
                                 publish_positionals, publish_options, carry_out_publish};

}  // namespace tumen::app

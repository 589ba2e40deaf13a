#include "app/session/request/memory_request.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

#include "app/cli/command/output_files.hpp"
#include "app/cli/command/stop.hpp"
#include "app/session/output/progress.hpp"
#include "base/text.hpp"
#include "experiment/memory.hpp"

namespace tumen::app {

namespace {

/// "4GB", "500 MB", "2GiB" in bytes; nothing where the option was not given.
std::optional<double> memory_asked(const Arguments& arguments) {
    const auto text = arguments.text("--memory");
    if (!text) return std::nullopt;
    constexpr std::pair<std::string_view, double> units[] = {
        {"GiB", 0x1p30}, {"MiB", 0x1p20}, {"TB", 1e12}, {"GB", 1e9},
        {"MB", 1e6},     {"G", 1e9},      {"M", 1e6}};
    for (const auto& [unit, size] : units) {
        if (!text->ends_with(unit)) continue;
        std::string amount = text->substr(0, text->size() - unit.size());
        amount.erase(amount.find_last_not_of(' ') + 1);
        const auto number = read_number(amount);
        if (number && *number * size >= 1e6 && *number * size <= 1e15) return *number * size;
        break;
    }
    usage_error("--memory " + shell_quoted(printable(*text, 60)),
                "expected a size such as 4GB or 500MB");
}

/// What may be taken [bytes]; nothing where neither the command nor the machine says.
std::optional<double> budget_of(const Arguments& arguments) {
    constexpr double most_of_it = 0.8;
    if (const auto asked = memory_asked(arguments)) return asked;
    const double machine = machine_memory();
    if (machine <= 0) return std::nullopt;
    return most_of_it * machine;
}

}  // namespace

std::size_t threads_in_memory(const Experiment& experiment, std::size_t threads,
                              const Arguments& arguments) {
    const auto budget = budget_of(arguments);
    if (!budget) return threads;
    return std::max<std::size_t>(threads_within(memory_needed(experiment), *budget, threads), 1);
}

void tell_memory(const RunRequest& request, const Arguments& arguments, Terminal& terminal) {
    const auto budget = budget_of(arguments);
    if (!budget) return;
    const std::size_t wanted = request.playing.threads;
    const MemoryNeed need = memory_needed(request.experiment);
    const std::size_t threads = threads_within(need, *budget, wanted);
    if (threads == 0 && memory_asked(arguments)) {
        stop(ExitCode::failed, trouble(fmt::format("--memory {} is too little", size_text(*budget)),
                                       fmt::format("one replicate at a time takes {} at most",
                                                   size_text(total(need, 1))),
                                       "allow more, or ask for fewer points, residents or days"));
    }
    if (threads < wanted) {
        terminal.say(fmt::format("{} of {} threads play at once, to stay within {} of memory",
                                 std::max<std::size_t>(threads, 1), wanted, size_text(*budget)));
    }
}

}  // namespace tumen::app

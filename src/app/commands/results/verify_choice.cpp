#include "app/commands/results/verify_choice.hpp"

#include <fmt/format.h>
#include <sys/random.h>

#include "app/cli/command/limits.hpp"
#include "app/cli/command/shared_options.hpp"
#include "app/cli/command/stop.hpp"
#include "app/session/request/run_request.hpp"
#include "measures/answers/verify.hpp"
#include "measures/answers/verify_sample.hpp"
#include "measures/numbers/words.hpp"

namespace tumen::app {

namespace {

constexpr std::size_t sample_size = 64;
constexpr double patience = 60;  // [s]

/// Nobody who changes a file can know beforehand which sample will be looked at.
std::uint64_t seed_of(const Arguments& arguments) {
    std::uint32_t seed = 1;  // where the system has none to give
    if (getrandom(&seed, sizeof seed, GRND_NONBLOCK) != sizeof seed) seed = 1;
    return arguments.whole_or("--seed", seed, 0, most_seed);
}

/// What all would take, by how long those of the sample took when they were stored.
double seconds_for_all(ResultReader& stored, const std::vector<ReplicateKey>& sample,
                       std::size_t threads) {
    double seconds = 0;
    for (const ReplicateKey key : sample)
        seconds += value_or_stop(stored.read(key)).seconds;
    const double mean = seconds / static_cast<double>(std::max<std::size_t>(sample.size(), 1));
    return mean * static_cast<double>(stored.replicates().size()) / static_cast<double>(threads);
}

}  // namespace

Choice choose(ResultReader& stored, const Arguments& arguments) {
    const std::vector<ReplicateKey>& all = stored.replicates();
    const std::size_t first = arguments.whole_or("--replicates", 0, 1, most_replicates);
    const bool whole = arguments.has("--all");
    if (whole && (first > 0 || arguments.has("--seed")))
        usage_error("--all with --replicates or --seed", "give one of them");
    if (first > 0 && arguments.has("--seed"))
        usage_error("--replicates and --seed", "give one of them");
    if (whole || first > 0) return {first_of(all, first), all.size(), std::nullopt};
    const std::uint64_t seed = seed_of(arguments);
    std::vector<ReplicateKey> sample = sample_of(all, sample_size, seed);
    const bool is_asked_for = arguments.has("--seed");
    const bool is_short =
        seconds_for_all(stored, sample, playing_options(arguments).threads) <= patience;
    if (sample.size() == all.size() || (is_short && !is_asked_for))
        return {all, all.size(), std::nullopt};
    return {std::move(sample), all.size(), seed};
}

bool is_whole(const Choice& choice) {
    return choice.replicates.size() == choice.of;
}

std::string choice_text(const Choice& choice) {
    const std::string ways =
        choice.seed ? fmt::format("--seed {} plays the same again, --all all", *choice.seed)
                    : "--all plays all";
    const auto number = [](std::size_t count) {
        return number_text(static_cast<double>(count), "people");
    };
    return fmt::format("{} of {} played again, the rest not looked at ({}).",
                       number(choice.replicates.size()), number(choice.of), ways);
}

}  // namespace tumen::app

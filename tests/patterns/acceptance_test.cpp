#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <stdexcept>

#include "experiment/ensemble/ensemble.hpp"
#include "experiment/ensemble/pool.hpp"
#include "patterns/check.hpp"
#include "patterns/pattern_choice.hpp"
#include "scenario/assembly/read_scenario.hpp"
#include "scenario/text/files.hpp"

/// The acceptance bands of the ledger (K...), as far as values were chosen by them: at the starting
/// values the mean of each statistic over 64 replicates lies in its band, with the whole of its
/// 95 % interval, but for those that are known to fail: no value was moved and no band widened to
/// let them pass, and one that passes one day is to be taken off the list.
namespace tumen::test {
namespace {

constexpr std::uint64_t seed = 1;
constexpr std::uint32_t replicates = 64;
// K5: 1.6 arrests a month where a city's rate is 2.5 to 7. K10: 0.92 of the brokers are back where
// at most 0.9 are reported.
constexpr std::string_view failing[] = {"K5", "K10"};

std::vector<const Pattern*> acceptance_list() {
    std::vector<const Pattern*> patterns = testable_patterns();
    std::erase_if(patterns, [](const Pattern* pattern) {
        return !pattern->id.starts_with('K') || pattern->role != PatternRole::calibrate;
    });
    return patterns;
}

std::vector<NamedScenario> acceptance_scenarios(const std::vector<const Pattern*>& patterns) {
    const auto load = [](const std::string& name) {
        auto scenario = read_scenario(name, EmbeddedFiles());
        if (!scenario) throw std::logic_error(describe(scenario.error().front()));
        return *std::move(scenario);
    };
    auto scenarios = scenarios_of(runs_needed(measurements_of(patterns)), load);
    if (!scenarios) throw std::logic_error(describe(scenarios.error()));
    return *std::move(scenarios);
}

std::vector<PatternResult> play_acceptance_list() {
    const std::vector<const Pattern*> patterns = acceptance_list();
    Experiment experiment;
    experiment.kind = ExperimentKind::check;
    experiment.seed = seed;
    experiment.replicates.resize(replicates);
    std::iota(experiment.replicates.begin(), experiment.replicates.end(), 1U);
    const Check check = make_check(experiment, acceptance_scenarios(patterns), {{"default", {}}});
    PatternBook book(check.experiment, check.settings.front().points, patterns);
    BookSink sink({&book}, {});
    EnsembleOptions options;
    options.threads = available_threads();
    const auto summary = play_experiment(check.experiment, {}, options, sink);
    if (!summary) throw std::logic_error(describe(summary.error()));
    return book.results();
}

// One test for all, since each test may run in a process of its own and would play it all again.
TEST(AcceptanceList, holds_at_the_starting_values) {
    const std::vector<PatternResult> played = play_acceptance_list();
    EXPECT_EQ(played.size(), acceptance_list().size());
    for (const PatternResult& result : played) {
        EXPECT_EQ(result.replicates, replicates) << result.pattern->id;
        const bool fails = std::ranges::find(failing, result.pattern->id) != std::end(failing);
        EXPECT_EQ(name_of(result.verdict) == "shown", !fails)
            << result.pattern->id << ": " << result.pattern->statement << "\n  mean " << result.mean
            << ", interval " << result.mean_interval->low << " to " << result.mean_interval->high
            << ", expected " << result.pattern->test.low << " to " << result.pattern->test.high
            << ", share " << result.share;
    }
}

TEST(AcceptanceList, covers_what_the_reports_give_figures_for) {
    EXPECT_GE(acceptance_list().size(), 15u);
}

}  // namespace
}  // namespace tumen::test

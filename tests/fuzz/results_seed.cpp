#include <cstdio>

#include "scenario/assembly/read_scenario.hpp"
#include "scenario/text/files.hpp"
#include "store/store.hpp"
#include "support/made_up.hpp"

/// Writes a results file of two days and two replicates, for the fuzzer to change: results_seed
/// PATH
namespace {

using namespace tumen;

Experiment tiny_experiment() {
    const std::string text =
        "name = \"tiny\"\ntitle = \"Tiny\"\nquestion = \"?\"\nstart = 2020-09-01\ndays = 2\n"
        "[[city]]\nname = \"upper\"\nresidents = 1000\n";
    auto scenario =
        read_scenario(ScenarioText{"tiny", "tiny.toml", text, Place::embedded}, EmbeddedFiles());
    Experiment experiment;
    experiment.name = "tiny";
    experiment.command = "tumen run tiny";
    experiment.replicates = {1, 2};
    if (scenario) experiment.points.push_back({"tiny", *std::move(scenario), {}});
    return experiment;
}

int failed(const Diagnostic& problem) {
    std::fputs(describe(problem).c_str(), stderr);
    return 1;
}

}  // namespace

int main(int count, char** words) {
    const Experiment experiment = tiny_experiment();
    if (count != 2 || experiment.points.empty()) return 2;
    const Build build{"0.1.0", "", Worktree::unknown, compiler_name(), platform_name()};
    auto store = ResultStore::create(words[1], experiment, build, Overwrite::replace);
    if (!store) return failed(store.error());
    for (const std::uint32_t replicate : experiment.replicates)
        (*store)->accept(test::made_up_result(experiment, {replicate, 0}));
    if (const auto problem = (*store)->close()) return failed(*problem);
    return 0;
}

#include <cstdio>

#include "model/play.hpp"
#include "scenario/assembly/read_scenario.hpp"
#include "scenario/scenario.hpp"
#include "scenario/text/files.hpp"
#include "store/reader.hpp"

/// Plays the first city of a scenario of the program and prints its state hash; with a results
/// file, how many replicates it holds.
int main(int count, char** words) {
    if (count > 1) {
        const auto results = tumen::ResultReader::open(words[1]);
        if (!results) return 1;
        std::printf("%zu replicates\n", (*results)->replicates().size());
        return 0;
    }
    const auto scenario = tumen::read_scenario("hyesan-handin", tumen::EmbeddedFiles());
    if (!scenario) return 1;
    const tumen::Simulation simulation(scenario->plan);
    tumen::SerialExecutor executor;
    std::printf("%s\n", tumen::hex(simulation.play(1, 1, 0, executor).state_hash).c_str());
}

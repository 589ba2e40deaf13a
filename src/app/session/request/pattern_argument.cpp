#include "app/session/request/pattern_argument.hpp"

#include "app/cli/command/stop.hpp"
#include "experiment/disk_files.hpp"

namespace tumen::app {

std::shared_ptr<const OwnPatterns> own_patterns_of(const std::string& path,
                                                   const std::string& scenario) {
    const ScenarioText text = value_or_stop(read_scenario_file(path), ExitCode::usage);
    auto own = OwnPatterns::read(text, scenario);
    if (!own) throw Stop{ExitCode::usage, own.error()};
    return *std::move(own);
}

}  // namespace tumen::app

#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/expected.hpp"
#include "scenario/scenario.hpp"
#include "scenario/text/files.hpp"

/// From a file, what it extends, and flags to a scenario.
namespace tumen {

struct ReadOptions {
    std::vector<std::string> overrides =
        {};  // "fee_base=30 %", in the order given; a schedule wins
    BeyondEvidence beyond_evidence = BeyondEvidence::refused;
};

/// The scenario of that name as `files` knows it, with all that it extends. A file that extends
/// another changes it so: the tables [parameters] and [rules] key by key, single values replaced,
/// each list ([[city]], [[schedule]], ...) replaced as a whole where the extending file has it, or
/// added to where it names the list in `append`; name, title and question are never inherited. Of
/// several that a file extends side by side, none may say what another says differently.
Expected<Scenario, Diagnostics> read_scenario(std::string_view name, const ScenarioFiles& files,
                                              const ReadOptions& options = {});

/// The same, for a text that has been read already.
Expected<Scenario, Diagnostics> read_scenario(const ScenarioText& text, const ScenarioFiles& files,
                                              const ReadOptions& options = {});

}  // namespace tumen

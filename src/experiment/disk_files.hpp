#pragma once
#include <string>
#include <string_view>

#include "scenario/assembly/read_scenario.hpp"
#include "scenario/scenario.hpp"
#include "scenario/text/files.hpp"

/// Scenario files on a disk.
namespace tumen {

/// The text of a file, as long as it is an ordinary file, no larger than the limit, and not empty
/// of access. `path` is shown in diagnostics as it is given.
Expected<ScenarioText, Diagnostic> read_scenario_file(const std::string& path);

/// Knows the files NAME.toml of one folder, and the embedded scenarios where the folder has none of
/// that name.
class FolderFiles final : public ScenarioFiles {
  public:
    explicit FolderFiles(std::string folder) : folder_(std::move(folder)) {}
    Expected<ScenarioText, Diagnostic> read(std::string_view name, Place from) const override;
    std::vector<std::string> names(Place from) const override;

  private:
    std::string folder_;  // empty: the current one
};

/// The scenario that a user means by `argument`: the name of an embedded one, the path of a file or
/// of a pipe, or - for the standard input.
/// What a name stands for that both a file here and the program itself bear; empty where it is one.
std::string shadowed_name(const std::string& argument, const Scenario& scenario);

Expected<Scenario, Diagnostics> load_scenario(const std::string& argument,
                                              const ReadOptions& options = {});

}  // namespace tumen

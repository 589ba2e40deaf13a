#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/expected.hpp"

/// How the reader gets at scenario files: through this interface only, so that the same reader
/// works on a disk, in a test and in the browser.
namespace tumen {

/// Where a text lies decides what it may extend: an embedded scenario only embedded ones.
enum class Place : std::uint8_t { embedded, folder };

struct ScenarioText {
    std::string name;  // without .toml
    std::string file;  // as shown in diagnostics
    std::string text;
    Place place = Place::embedded;
};

class ScenarioFiles {
  public:
    virtual ~ScenarioFiles() = default;
    /// The scenario called `name` (no path, no .toml), as seen by a text at `from`.
    virtual Expected<ScenarioText, Diagnostic> read(std::string_view name, Place from) const = 0;
    /// The names that can be read, for suggestions.
    virtual std::vector<std::string> names(Place from) const = 0;
};

/// A scenario that the program carries with it.
struct EmbeddedScenario {
    std::string_view name;
    std::string_view text;
};
std::span<const EmbeddedScenario> embedded_scenarios();

/// Knows the embedded scenarios and nothing else.
class EmbeddedFiles final : public ScenarioFiles {
  public:
    Expected<ScenarioText, Diagnostic> read(std::string_view name, Place from) const override;
    std::vector<std::string> names(Place from) const override;
};

/// "There is no scenario called ...", with the nearest of `names` as the suggestion.
Diagnostic no_such_scenario(std::string_view name, std::span<const std::string> names);

}  // namespace tumen

#pragma once
#include <optional>
#include <string>

#include "base/diagnostic.hpp"
#include "experiment/older.hpp"

/// Results of an older format, which version 1 of the model played: they are read, reported and
/// exported; nothing is added to them, and nothing of them is played again.
namespace tumen {

/// A scenario as an older program wrote it, without the parameters and rules that this one has no
/// more: enough to show what happened when. Its values are not what was played.
std::string readable_scenario(const std::string& canonical);

/// Why nothing can be played into these results, or from them; nothing where it can.
std::optional<Diagnostic> older_results(const std::string& path, const OlderResults* older);

}  // namespace tumen

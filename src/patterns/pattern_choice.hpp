#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "patterns/check.hpp"
#include "patterns/conclusions.hpp"
#include "scenario/evidence/own_patterns.hpp"

/// Which patterns a check or a calibration looks at, and the scenarios that they need. Messages
/// speak of options as the command line spells them.
namespace tumen {

/// The scenario called so, with the values that hold in all of them. What it cannot read it throws,
/// in the form that its caller catches.
using LoadScenario = std::function<Scenario(const std::string& name)>;

enum class Rivals : std::uint8_t { left_out, played };

struct CheckChoice {
    std::string name;
    std::vector<const Pattern*> patterns;
    std::vector<const Conclusion*> conclusions;  // none where rivals are left out
    std::vector<NamedScenario> scenarios;
    std::size_t left_out = 0;  // patterns that compare a scenario of one's own with another
    LoadScenario load = {};    // by the names that patterns know
    std::shared_ptr<const OwnPatterns> own = {};  // where patterns come from a file
};

/// Whether its test reads another scenario, not only the same with other settings.
bool compares_with_another(const Pattern& pattern);

/// Whether patterns with a test are about a scenario called so; they are about "all".
bool is_checked(std::string_view name);

/// Everything that the patterns about one of the ledger's scenarios need, or about all of them.
Expected<CheckChoice, Diagnostic> choose_check(const std::string& name, Rivals rivals,
                                               const LoadScenario& load);

/// A scenario of the user's own stands in for the nearest one that it extends and that patterns are
/// about. Patterns that compare it with another are left out: the other one lacks what the user
/// changed.
Expected<CheckChoice, Diagnostic> choose_own_check(Scenario scenario);

/// The patterns of a file of one's own, about any scenarios; `scenario` is known by its name.
Expected<CheckChoice, Diagnostic> choose_file_check(std::shared_ptr<const OwnPatterns> own,
                                                    std::optional<Scenario> scenario,
                                                    const LoadScenario& load);

/// What `--switch-off NAME` plays: the patterns that say how their mechanism is switched off, all
/// of them, the one of that id, or those that set the parameter or rule of that name.
Expected<CheckChoice, Diagnostic> choose_switched_off(CheckChoice asked, const std::string& name);

/// The scenarios of runs by the names of the runs, each loaded once, settings laid over.
Expected<std::vector<NamedScenario>, Diagnostic> scenarios_of(const std::vector<MeasuredRun>& runs,
                                                              const LoadScenario& load);

}  // namespace tumen

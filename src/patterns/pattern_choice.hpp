#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "patterns/check.hpp"
#include "patterns/conclusions.hpp"

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
};

/// Whether patterns with a test are about a scenario called so; they are about "all".
Answer is_checked(std::string_view name);

/// Everything that the patterns about one of the ledger's scenarios need, or about all of them.
CheckChoice choose_check(const std::string& name, Rivals rivals, const LoadScenario& load);

/// A scenario of the user's own stands in for the nearest one that it extends and that patterns are
/// about. Patterns that compare two scenarios are left out: the other one lacks what the user
/// changed.
Expected<CheckChoice, Diagnostic> choose_own_check(Scenario scenario);

}  // namespace tumen

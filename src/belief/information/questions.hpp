#pragma once
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/expected.hpp"
#include "belief/prior/implied.hpp"

/// What somebody could be asked (evidence/questions.toml): quantities that people have views on, as
/// they are in the same city without the campaign, and who could know them.
namespace tumen {

struct LedgerQuestion {
    const ImpliedQuantity* quantity = nullptr;
    std::string question;
    std::string asked_of;
};

/// An error for a quantity that there is not, that is no statistic of one scenario, or that stands
/// twice.
Expected<std::vector<LedgerQuestion>, Diagnostic> read_questions(
    const ScenarioText& text, const std::vector<ImpliedQuantity>& quantities);

/// The project's own, read once.
const std::vector<LedgerQuestion>& ledger_questions();

/// By the id of its quantity; null where nobody could be asked.
const LedgerQuestion* question_about(std::string_view quantity);

}  // namespace tumen

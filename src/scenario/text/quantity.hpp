#pragma once
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/expected.hpp"
#include "model/parameter_table.hpp"

/// Numbers with units, as people write them.
namespace tumen {

/// The number that `text` means where `unit` is expected: "15 %", "30 days", "2 years" (of 365
/// days), "15,000 CNY", "0.65 /year", or a plain number in the unit itself. Percentages only for
/// shares and probabilities. The diagnostic has no place: the caller knows it.
Expected<double, Diagnostic> read_quantity(std::string_view text, Unit unit);

/// The value for people: "22 %", "15,000 CNY", "30 days". Twelve significant digits, so not for
/// storage.
std::string quantity_text(double value, Unit unit);

/// "did you mean "25 %"?" of a share that is too large and would lie between `low` and `high` as
/// a number of hundredths; else nothing.
std::string percent_meant(double value, Unit unit, double low, double high);

}  // namespace tumen

#pragma once
#include "rules/roles.hpp"

/// Step 6: who is calling makes a call on some days. One call a person and day; its length and place, and
/// the many ways of hiding it, are part of the probabilities of being noticed.
namespace tumen {

struct CallingParameters {
    ByRole<double> call_rate;  // [probability/day]
    double trade_income;       // [CNY/day] of a smuggler on a day with a call
};

}  // namespace tumen

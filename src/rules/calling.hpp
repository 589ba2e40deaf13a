#pragma once
#include "rules/roles.hpp"

/// Step 6: who is calling makes a call on some days. One call a person and day; its length and
/// place, and the many ways of hiding it, are part of the probabilities of being noticed.
namespace tumen {

struct CallingParameters {
    ByRole<double> call_rate;  // [probability/day]
    double trade_income;       // [CNY/day] of a smuggler on a day with a call
};

/// What a day with a call earns [CNY]: smugglers arrange their trade by phone; brokers are paid per
/// transfer.
inline double income_of_calling(const CallingParameters& p, Role role) {
    return role == Role::smuggler ? p.trade_income : 0;
}

}  // namespace tumen

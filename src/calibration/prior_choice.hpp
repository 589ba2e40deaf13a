#pragma once
#include <string>
#include <vector>

#include "scenario/evidence/ledger.hpp"
#include "sweep/factor_choice.hpp"

namespace tumen {

/// What read_prior() makes of each text, as read_factors() does, or the widest six that `fitted`
/// bear on where there is no text. An error too where one of these is also set, and where a prior
/// leaves one value only.
Expected<std::vector<Factor>, Diagnostic> choose_priors(const std::vector<std::string>& texts,
                                                        const VaryRules& rules,
                                                        const std::vector<const Pattern*>& fitted);

}  // namespace tumen

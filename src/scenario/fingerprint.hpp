#pragma once
#include <vector>

#include "base/expected.hpp"
#include "base/hash.hpp"
#include "scenario/scenario.hpp"

namespace tumen {

/// Small plays that together meet every rule, every rival rule, every kind of event and every
/// parameter: two cities of a few thousand, played once under each choice of rules.
Expected<std::vector<Scenario>, Diagnostics> fingerprint_scenarios();

/// What such a play comes to: the state of its cities after every day, hidden parts included.
Hash fingerprint_of(const Scenario& scenario);

/// Which model this program is: equal where all of these plays come to the same, whatever the
/// commit, the compiler or the machine; another one as soon as a rule or a value of the evidence
/// changes what they come to. 32 hexadecimal digits, played when the program is built
/// (tools/fingerprint).
const char* model_fingerprint();

}  // namespace tumen

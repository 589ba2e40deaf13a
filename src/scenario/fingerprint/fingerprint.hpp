#pragma once
#include <vector>

#include "base/expected.hpp"
#include "base/hash.hpp"
#include "scenario/scenario.hpp"
#include "scenario/text/files.hpp"

namespace tumen {

/// Small plays that together meet every rule on its bounds, every rival rule, kind of event and
/// parameter: a small city of plenty, what happens seldom, cities on bounds, two with every kind of
/// event, and a large city of plenty once under each choice of rules. `files` knows those of
/// src/scenario/fingerprint/plays, which a program that only says its fingerprint need not carry.
Expected<std::vector<Scenario>, Diagnostics> fingerprint_scenarios(const ScenarioFiles& files);

/// What such a play comes to: the state of its cities after every day, hidden parts included.
Hash fingerprint_of(const Scenario& scenario);

/// What the starting values and what all plays come to make together.
Hash fingerprint_of(const std::vector<Hash>& plays);

/// Which model this program is: equal where all of these plays come to the same, whatever the
/// commit, the compiler or the machine; another one as soon as a rule or a value of the evidence
/// changes what they come to. 32 hexadecimal digits, played when the program is built
/// (tools/fingerprint).
const char* model_fingerprint();

}  // namespace tumen

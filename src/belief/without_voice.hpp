#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "belief/reweighed.hpp"

/// The belief as it would be had one voice reported nothing: the draws that were played, weighed
/// again without what its reports say.
namespace tumen {

/// Unknown voices, and a belief whose draws are too few without this one, are an error.
/// What is known of patterns is left out: it was counted with the voice.
Expected<Belief, Diagnostic> without_voice(const Belief& belief, std::string_view voice);

/// What draws of the belief weigh without each of its voices. Voices without which too few draws
/// are left are missing.
std::map<std::string, CandidateWeights> weights_without_each(const Belief& belief);

}  // namespace tumen

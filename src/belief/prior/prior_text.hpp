#pragma once
#include <string_view>

namespace tumen {

/// Files of evidence/ as they were when the program was built: priors.toml, implied.toml,
/// questions.toml, likelihood.toml, belief.toml, statements.toml and targets.toml.
std::string_view prior_text();
std::string_view implied_text();
std::string_view questions_text();
std::string_view likelihood_text();
std::string_view belief_text();
std::string_view statements_text();
std::string_view targets_text();

}  // namespace tumen

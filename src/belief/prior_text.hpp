#pragma once
#include <string_view>

namespace tumen {

/// evidence/priors.toml and evidence/implied.toml, as they were when the program was built.
std::string_view prior_text();
std::string_view implied_text();

}  // namespace tumen

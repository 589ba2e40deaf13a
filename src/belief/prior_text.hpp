#pragma once
#include <string_view>

namespace tumen {

/// evidence/priors.toml, as it was when the program was built.
std::string_view prior_text();

}  // namespace tumen

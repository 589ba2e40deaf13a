#pragma once
#include <cstddef>
#include <string>

#include "base/diagnostic.hpp"
#include "base/expected.hpp"
#include "store/store.hpp"

namespace tumen {

/// Copies what is stored so far to another path: one state of the results, whoever writes them
/// meanwhile, as one plain file that is there as a whole or not at all. How many replicates it has.
Expected<std::size_t, Diagnostic> publish_results(const std::string& from, const std::string& to,
                                                  Overwrite overwrite);

}  // namespace tumen

#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "experiment/provenance.hpp"

namespace tumen {

/// The problem of going on with results whose model has another fingerprint than this program, or
/// none; nothing where it is the same one, whatever the commit.
std::optional<Diagnostic> other_model(const std::string& path, const std::string& fingerprint,
                                      const std::vector<Provenance>& provenance);

}  // namespace tumen

#pragma once
#include <string>

#include "app/session/session.hpp"

namespace tumen::app {

/// Whether a path is that of a report rather than of results.
bool is_report(const std::string& path);

/// Plays again what the report needs, makes the page again and compares it byte for byte.
ExitCode verify_report(const std::string& path, Session& session);

}  // namespace tumen::app

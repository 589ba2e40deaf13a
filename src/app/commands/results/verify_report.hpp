#pragma once
#include <cstddef>
#include <string>

#include "app/session/session.hpp"

namespace tumen::app {

/// Differences of one kind that are named; then it says that there are more.
inline constexpr std::size_t most_listed = 20;

/// Whether a path is that of a report rather than of results.
bool is_report(const std::string& path);

/// Plays again what the report needs, makes the page again and compares it byte for byte.
ExitCode verify_report(const std::string& path, Session& session);

}  // namespace tumen::app

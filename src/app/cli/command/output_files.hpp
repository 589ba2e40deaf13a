#pragma once
#include <string>
#include <string_view>

#include "store/store.hpp"

namespace tumen::app {

/// Writes a whole file: the path holds the old text or the new one, never half. Refuses a path that
/// exists unless it may be replaced. What goes wrong ends the command.
void write_file(const std::string& path, std::string_view text, Overwrite overwrite);

/// Ends the command if the path exists.
void refuse_existing(const std::string& path);

/// `path` with another ending: "results/a.sqlite" -> "results/a.html".
std::string with_ending(const std::string& path, std::string_view ending);

/// Opens a file in the desktop's browser; says so where that fails.
enum class Opened : std::uint8_t { yes, no };
Opened open_in_browser(const std::string& path);

}  // namespace tumen::app

#pragma once
#include <string>

#include "app/cli/command/command.hpp"

/// Manual pages and the completion of bash, from the same tables as the help of the program.
namespace tumen::manuals {

/// tumen.1: what there is, exit codes, files. In the language of man(7).
std::string program_page(const std::string& version);

/// "tumen-scenario-check.1"
std::string page_name(const app::Command& command);
std::string command_page(const app::Command& command, const std::string& version);

/// A script that bash reads: commands, options, and the scenarios that the program carries.
std::string bash_completion();

}  // namespace tumen::manuals

#pragma once

namespace tumen::app {

/// All of the program but main(): reads the command line, carries out one command, turns every
/// failure into a message and an exit code, which is returned.
int program(int count, char** words);

}  // namespace tumen::app

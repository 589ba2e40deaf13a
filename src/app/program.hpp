#pragma once

namespace tumen::app {

class Workers;

/// All of the program but main(): reads the command line, carries out one command, turns every
/// failure into a message and an exit code, which is returned. Commands that play do it with
/// `workers`.
int program(int count, char** words, Workers& workers);

}  // namespace tumen::app

#pragma once

namespace tumen {

/// What every rank but the writer does: plays the replicates it is given, sends them back, until it
/// is told to end. It has no files and no terminal.
void work();

}  // namespace tumen

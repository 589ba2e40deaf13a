#pragma once

namespace tumen {

/// Asks the C library to keep the memory that a replicate frees for the next one, where it would
/// give it back to the system and have every page cleared again. A process that plays replicates
/// calls it once; it then holds on to the most that it ever used. Nothing elsewhere than with
/// glibc.
void keep_freed_memory();

}  // namespace tumen

#pragma once
#include <cstdint>

/// What may be asked for on the command line at most; `tumen info --limits` lists these, and what a
/// scenario and a results file may hold.
namespace tumen::app {

inline constexpr std::uint64_t most_replicates = 1'000'000;
inline constexpr std::uint64_t most_threads = 1024;
inline constexpr std::uint64_t most_wards = 1'000'000;             // a task
inline constexpr std::uint64_t most_seed = 0x7FFF'FFFF'FFFF'FFFF;  // what SQLite can hold

}  // namespace tumen::app

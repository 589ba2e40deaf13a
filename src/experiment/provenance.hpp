#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "base/hash.hpp"

namespace tumen {

/// Whether the program was built from exactly its commit.
enum class Worktree : std::uint8_t { clean, modified, unknown };

/// Which program made a result.
struct Build {
    std::string version;  // "0.1.0"
    std::string commit;   // empty where built outside a repository
    Worktree worktree = Worktree::unknown;
    std::string compiler;  // "g++ 12.2.0"
    std::string platform;  // "Linux x86_64"
    friend bool operator==(const Build&, const Build&) = default;
};

std::string_view name_of(Worktree worktree);  // "clean", "modified", "unknown"
std::string compiler_name();                  // of this build
std::string platform_name();                  // of this machine

/// Where stored results come from.
struct Provenance {
    Build build;
    std::uint64_t seed = 0;
    std::string command;
    Hash parameter_hash;  // of the first point
    std::string created;  // 2020-10-01T12:00:00Z
};

}  // namespace tumen

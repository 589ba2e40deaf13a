#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "base/diagnostic.hpp"

/// What lies at a path, judged from the first bytes and before SQLite sees it.
namespace tumen {

enum class FileKind : std::uint8_t {
    none,     // nothing there
    empty,    // a file without content: a run killed before it wrote anything
    results,  // ours, of this format
    broken,   // ours, but of another format or truncated
    foreign,  // anything else
};

/// What tells whether a file is the one that was there before: any writer changes some of it.
struct FileState {
    std::uint64_t device = 0;
    std::uint64_t file = 0;
    std::uint64_t bytes = 0;
    std::int64_t seconds = 0;  // of its last change
    std::int64_t nanoseconds = 0;
    std::uint32_t changes = 0;  // as SQLite counts them
    bool settled = false;       // nobody writes, and nothing unfinished lies beside it
    bool is_still(const FileState& before) const { return settled && *this == before; }
    friend bool operator==(const FileState&, const FileState&) = default;
};

struct FileCheck {
    FileKind kind = FileKind::none;
    std::optional<Diagnostic> problem;  // for all but `results`
    FileState state = {};               // of `results`
};

FileCheck check_file(const std::string& path);

/// Whether unfinished writing lies beside the file: the process that wrote it was killed.
enum class Leftover : std::uint8_t { no, yes };
Leftover leftover_beside(const std::string& path);

}  // namespace tumen

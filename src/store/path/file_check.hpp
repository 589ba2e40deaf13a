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

struct FileCheck {
    FileKind kind = FileKind::none;
    std::optional<Diagnostic> problem;  // for all but `results`
};

FileCheck check_file(const std::string& path);

/// Whether unfinished writing lies beside the file: the process that wrote it was killed.
enum class Leftover : std::uint8_t { no, yes };
Leftover leftover_beside(const std::string& path);

}  // namespace tumen

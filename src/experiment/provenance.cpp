#include "experiment/provenance.hpp"

#include <sys/utsname.h>

#include <string_view>

namespace tumen {

std::string_view name_of(Worktree worktree) {
    switch (worktree) {
        case Worktree::clean:
            return "clean";
        case Worktree::modified:
            return "modified";
        case Worktree::unknown:
            break;
    }
    return "unknown";
}

std::string compiler_name() {
#if defined(__clang__)
    return "clang++ " + std::to_string(__clang_major__) + "." + std::to_string(__clang_minor__) +
           "." + std::to_string(__clang_patchlevel__);
#else
    return "g++ " + std::to_string(__GNUC__) + "." + std::to_string(__GNUC_MINOR__) + "." +
           std::to_string(__GNUC_PATCHLEVEL__);
#endif
}

std::string platform_name() {
    utsname system{};
    if (uname(&system) != 0) return "unknown";
    return std::string(system.sysname) + " " + system.machine;
}

}  // namespace tumen

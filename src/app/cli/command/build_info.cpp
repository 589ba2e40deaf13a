#include "app/cli/command/build_info.hpp"

#include <fmt/format.h>

#include "scenario/fingerprint/fingerprint.hpp"
#include "version.hpp"

namespace tumen::app {

Build this_build() {
    return {built::version, built::commit, built::worktree, compiler_name(), platform_name()};
}

std::string version_text() {
    const Build build = this_build();
    const std::string commit =
        build.commit.empty() ? "not built in a repository"
                             : fmt::format("commit {}, {}", build.commit, name_of(build.worktree));
    return fmt::format("tumen {} ({}; {}, {}; model {})", build.version, commit, build.compiler,
                       build.platform, model_fingerprint());
}

}  // namespace tumen::app

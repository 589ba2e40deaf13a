#include "app/session/output/reasons.hpp"

#include <fmt/format.h>

namespace tumen::app {

namespace {

std::string source_text(const Build& build) {
    if (build.commit.empty()) return "an unknown commit";
    return fmt::format("commit {}{}", build.commit,
                       build.worktree == Worktree::modified ? " with changes" : "");
}

/// The same version and commit can be another program where the source was not that commit.
bool is_known(const Build& build) {
    return !build.commit.empty() && build.worktree == Worktree::clean;
}

}  // namespace

std::vector<std::string> reasons_to_differ(const Provenance& there, const Build& here,
                                           Hash parameters) {
    const Build& build = there.build;
    std::vector<std::string> reasons;
    if (there.parameter_hash != parameters) {
        reasons.push_back(fmt::format("parameters: hash {} was played there, {} here",
                                      hex(there.parameter_hash), hex(parameters)));
    }
    if (build.version != here.version) {
        reasons.push_back(
            fmt::format("version: {} there, {} here; CHANGELOG.md says which changes "
                        "changed results",
                        build.version, here.version));
    }
    if (build.commit != here.commit || !is_known(build) || !is_known(here)) {
        reasons.push_back(
            fmt::format("source: {} there, {} here", source_text(build), source_text(here)));
    }
    const bool other_program = !reasons.empty();
    const std::string fault = other_program ? "" : "; results must not depend on it: report this";
    if (build.compiler != here.compiler) {
        reasons.push_back(
            fmt::format("compiler: {} there, {} here{}", build.compiler, here.compiler, fault));
    }
    if (build.platform != here.platform) {
        reasons.push_back(
            fmt::format("platform: {} there, {} here{}", build.platform, here.platform, fault));
    }
    if (reasons.empty()) {
        reasons.emplace_back(
            "the same program on the same platform: the file was changed after it was written, or "
            "one of the machines computes wrongly");
    }
    return reasons;
}

}  // namespace tumen::app

#include "app/session/output/reasons.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tumen::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

const Build here = {"0.2.0", "abcdef", Worktree::clean, "g++ 12.2.0", "Linux x86_64"};
constexpr Hash parameters = {1, 2};

Provenance from(const Build& build) {
    Provenance there;
    there.build = build;
    there.parameter_hash = parameters;
    return there;
}

TEST(Reasons, name_the_version_the_source_and_the_parameters_that_differ) {
    Build older = here;
    older.version = "0.1.0";
    older.commit = "123456";
    Provenance there = from(older);
    there.parameter_hash = {1, 3};
    EXPECT_THAT(
        reasons_to_differ(there, here, parameters),
        ElementsAre(StartsWith("parameters: hash 0"), HasSubstr("version: 0.1.0 there, 0.2.0 here"),
                    HasSubstr("commit 123456 there, commit abcdef here")));
}

TEST(Reasons, call_it_a_fault_where_only_compiler_or_platform_differ) {
    Build other = here;
    other.compiler = "clang++ 19.1.7";
    other.platform = "Linux aarch64";
    EXPECT_THAT(reasons_to_differ(from(other), here, parameters),
                ElementsAre(HasSubstr("clang++ 19.1.7 there, g++ 12.2.0 here; results must not"),
                            HasSubstr("Linux aarch64 there, Linux x86_64 here; results must not")));
}

TEST(Reasons, trust_no_commit_with_changes) {
    Build changed = here;
    changed.worktree = Worktree::modified;
    EXPECT_THAT(reasons_to_differ(from(changed), changed, parameters),
                ElementsAre(HasSubstr("commit abcdef with changes there")));
}

TEST(Reasons, blame_the_file_or_the_machine_where_the_program_is_the_same) {
    EXPECT_THAT(reasons_to_differ(from(here), here, parameters),
                ElementsAre(HasSubstr("the file was changed after it was written")));
}

}  // namespace
}  // namespace tumen::app

#include "base/expected.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "base/diagnostic.hpp"

namespace tumen {
namespace {

/// A diagnostic without a reason or a way out.
Diagnostic problem(std::string file = "", std::uint32_t line = 0, std::uint32_t column = 0,
                   std::string line_text = "") {
    return {"p", "", "", std::move(file), line, column, std::move(line_text)};
}

TEST(Expected, HoldsAValueOrAnError) {
    Expected<int, Diagnostic> good = 5;
    ASSERT_TRUE(good);
    EXPECT_EQ(*good, 5);
    *good = 6;
    EXPECT_EQ(*std::as_const(good), 6);

    const Expected<int, Diagnostic> bad = problem("no.toml");
    ASSERT_FALSE(bad);
    EXPECT_EQ(bad.error().file, "no.toml");
}

TEST(Expected, LetsAValueBeMovedOut) {
    Expected<std::unique_ptr<int>, Diagnostic> good = std::make_unique<int>(7);
    ASSERT_TRUE(good);
    EXPECT_EQ(*good->get(), 7);
    const std::unique_ptr<int> taken = *std::move(good);
    EXPECT_EQ(*taken, 7);
}

TEST(Diagnostic, IsPrintedAsACompilerDoes) {
    const Diagnostic diagnostic{.problem = "unknown parameter `fee_bse`",
                                .reason = "there is none of that name",
                                .suggestion = "did you mean `fee_base`?",
                                .file = "mine.toml",
                                .line = 4,
                                .column = 3,
                                .line_text = "  fee_bse = 0.2"};
    EXPECT_EQ(describe(diagnostic),
              "mine.toml:4:3: error: unknown parameter `fee_bse`\n"
              "      fee_bse = 0.2\n"
              "      ^\n"
              "  why: there is none of that name\n"
              "  way out: did you mean `fee_base`?\n");
}

TEST(Diagnostic, LeavesOutWhatItDoesNotKnow) {
    EXPECT_EQ(describe(problem()), "error: p\n");
    EXPECT_EQ(describe(problem("f")), "f: error: p\n");
    EXPECT_EQ(describe(problem("f", 2)), "f:2: error: p\n");
    EXPECT_EQ(describe(problem("f", 2, 0, "x")), "f:2: error: p\n    x\n");
    EXPECT_EQ(describe(problem("", 0, 0, "x")), "error: p\n");
}

TEST(Diagnostic, KeepsTheCaretWithinTheLine) {
    EXPECT_EQ(describe(problem("f", 1, 9, "ab")), "f:1:9: error: p\n    ab\n      ^\n");
    EXPECT_EQ(describe(problem("f", 1, 1, "ab")), "f:1:1: error: p\n    ab\n    ^\n");
}

TEST(Diagnostic, ShowsNoControlCharactersOfTheInput) {
    const std::string text = describe(problem("a\x1b[2J", 1, 0, "\x1b[31m"));
    EXPECT_EQ(text.find('\x1b'), std::string::npos);
    EXPECT_NE(text.find("\\x1b[31m"), std::string::npos);
}

}  // namespace
}  // namespace tumen

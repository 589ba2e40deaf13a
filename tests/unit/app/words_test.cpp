#include <gtest/gtest.h>

#include "app/cli/command/arguments.hpp"
#include "app/cli/command/stop.hpp"
#include "app/session/output/progress.hpp"
#include "app/session/output/summary.hpp"
#include "app/session/request/run_request.hpp"

namespace tumen::app {

TEST(Words, AShellReadsQuotedWordsBack) {
    EXPECT_EQ(shell_quoted("fee_base=0.3"), "fee_base=0.3");
    EXPECT_EQ(shell_quoted("fee_base=30 %"), "'fee_base=30 %'");
    EXPECT_EQ(shell_quoted("it's"), "'it'\\''s'");
    EXPECT_EQ(shell_quoted(""), "''");
    EXPECT_EQ(shell_quoted("$(rm)"), "'$(rm)'");
}

TEST(Words, TheResumeCommandDropsForceAndKeepsTheRest) {
    Arguments arguments;
    arguments.words = {"build/tumen", "run", "a b.toml", "--force", "--seed", "3"};
    EXPECT_EQ(resume_command(arguments), "build/tumen run 'a b.toml' --seed 3 --resume");
    EXPECT_EQ(plain_command(arguments), "tumen run 'a b.toml' --force --seed 3");
}

TEST(Words, WholeNumbersAreReadWholeAndInRange) {
    Arguments arguments;
    arguments.put("--seed", {"18446744073709551615"});
    EXPECT_EQ(arguments.whole_or("--seed", 1, 0, ~std::uint64_t{0}), ~std::uint64_t{0});
    EXPECT_EQ(arguments.whole_or("--threads", 4, 1, 8), 4U);
    for (const char* wrong :
         {"", "1x", "x1", "-1", "+1", " 1", "1.0", "9", "18446744073709551616"}) {
        arguments.put("--threads", {wrong});
        try {
            arguments.whole_or("--threads", 4, 1, 8);
            ADD_FAILURE() << wrong;
        } catch (const Stop& stopped) {
            EXPECT_EQ(stopped.code, ExitCode::usage);
        }
    }
}

TEST(Words, DurationsAndSizesAreReadAtAGlance) {
    EXPECT_EQ(duration_text(0.092), "0.092 s");
    EXPECT_EQ(duration_text(42.4), "42 s");
    EXPECT_EQ(duration_text(59.7), "1 min 0 s");
    EXPECT_EQ(duration_text(200), "3 min 20 s");
    EXPECT_EQ(duration_text(3600 * 2 + 300), "2 h 5 min");
    EXPECT_EQ(size_text(97), "97 bytes");
    EXPECT_EQ(size_text(115'000), "115 kB");
    EXPECT_EQ(size_text(6'230'000), "6.2 MB");
}

TEST(Words, OneIsSingular) {
    EXPECT_EQ(counted(1, "replicate"), "1 replicate");
    EXPECT_EQ(counted(0, "replicate"), "0 replicates");
    EXPECT_EQ(counted(64, "thread"), "64 threads");
}

TEST(Words, ProgressSaysRateAndTimeLeft) {
    Progress progress{64, 16, 0, 64, 16, 2};
    EXPECT_EQ(progress_text(progress), "16 of 64 replicates, 8 a second, 6 s left");
    progress.failed = 1;
    EXPECT_EQ(progress_text(progress), "17 of 64 replicates (1 failed), 8 a second, 6 s left");
    EXPECT_EQ(progress_text({64, 0, 0, 64, 0, 0}), "0 of 64 replicates");
    EXPECT_EQ(progress_text({2, 0, 0, 4, 1, 60}),
              "0 of 2 replicates, 0.5 a minute, 3 min 0 s left");
}

TEST(Words, LinesAreWrappedAtSpaces) {
    EXPECT_EQ(wrapped("one two three", 7), "one two\nthree");
    EXPECT_EQ(wrapped("extraordinary", 5), "extraordinary");
    EXPECT_EQ(wrapped("", 5), "");
}

}  // namespace tumen::app

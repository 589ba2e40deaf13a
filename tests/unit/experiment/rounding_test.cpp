#include "base/rounding.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cfenv>

#include "experiment/ensemble/ensemble.hpp"
#include "support/made_up.hpp"

namespace tumen::test {
namespace {

std::vector<ReplicateResult> played(const Experiment& experiment, std::size_t threads) {
    MemorySink sink;
    EnsembleOptions options;
    options.threads = threads;
    EXPECT_TRUE(play_experiment(experiment, {}, options, sink));
    std::sort(sink.results.begin(), sink.results.end(),
              [](const auto& one, const auto& other) { return key_of(one) < key_of(other); });
    return sink.results;
}

TEST(Rounding, of_the_process_changes_no_bit_of_a_play_and_stays_what_it_was) {
    const Experiment experiment = small_experiment(2, 2);  // read before the mode is another
    const std::vector<ReplicateResult> usual = played(experiment, 1);
    for (const int mode : {FE_UPWARD, FE_DOWNWARD, FE_TOWARDZERO}) {
        for (const std::size_t threads : {1u, 3u}) {
            std::fesetround(mode);
            const std::vector<ReplicateResult> found = played(experiment, threads);
            const int after = std::fegetround();
            std::fesetround(FE_TONEAREST);
            EXPECT_EQ(after, mode);
            ASSERT_EQ(found.size(), usual.size());
            for (std::size_t i = 0; i < usual.size(); ++i)
                EXPECT_EQ(hex(found[i].state_hash), hex(usual[i].state_hash)) << mode;
        }
    }
}

TEST(Rounding, is_the_usual_one_within_and_what_it_was_behind) {
    std::fesetround(FE_UPWARD);
    {
        const UsualRounding usual;
        EXPECT_EQ(std::fegetround(), FE_TONEAREST);
    }
    const int after = std::fegetround();
    std::fesetround(FE_TONEAREST);
    EXPECT_EQ(after, FE_UPWARD);
}

}  // namespace
}  // namespace tumen::test

#include "sweep/sweep.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/made_up.hpp"

namespace tumen::test {
namespace {

using testing::HasSubstr;

class SweepOfThree : public testing::Test {
  protected:
    SweepOfThree() {
        experiment.design =
            Design{"grid",
                   0,
                   {{"fee_base", 0.2, 0.22, Scale::linear, Evidence::within, 3},
                    {"aversion_spread", 0.5, 9, Scale::linear, Evidence::beyond, 0}},
                   {{"headline", "arrested"}}};
    }

    /// A replicate with so many arrests.
    ReplicateResult with_arrests(ReplicateKey key, double arrests) const {
        ReplicateResult result = made_up_result(experiment, key);
        const auto all = headlines(experiment.points[0].scenario.plan);
        result.headlines.assign(all.size(), 1);
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (all[i].id == "arrested") result.headlines[i] = arrests;
        }
        return result;
    }

    Experiment experiment = small_experiment(3, 4);
};

TEST_F(SweepOfThree, estimates_the_mean_of_each_point_with_its_interval) {
    SweepBook book(experiment);
    for (std::uint32_t replicate = 1; replicate <= 4; ++replicate)
        book.add(with_arrests({replicate, 1}, 10.0 * replicate));
    const PointEstimate one = book.estimate(1, book.chosen());
    EXPECT_EQ(book.headlines()[book.chosen()].id, "arrested");
    EXPECT_EQ(one.n, 4u);
    EXPECT_DOUBLE_EQ(one.mean, 25);
    // s = sqrt(500/3) = 12.9099, t(3, 0.975) = 3.18245: half-width 3.18245 * 12.9099 / 2.
    ASSERT_TRUE(one.interval);
    EXPECT_NEAR(one.interval->high - 25, 20.5426, 1e-3);
    EXPECT_EQ(book.estimate(0, book.chosen()).n, 0u);
}

TEST_F(SweepOfThree, leaves_failed_replicates_out_and_counts_them) {
    SweepBook book(experiment);
    ReplicateResult failed;
    failed.point = 2;
    failed.replicate = 1;
    failed.outcome = Outcome::failed;
    book.add(failed);
    book.add(with_arrests({2, 2}, 5));
    EXPECT_EQ(book.failed(2), 1u);
    EXPECT_EQ(book.done(2), 1u);
    EXPECT_EQ(book.estimate(2, book.chosen()).mean, 5);
    EXPECT_THAT(sweep_sentences(book)[0], HasSubstr("1 replicates failed"));
}

TEST_F(SweepOfThree, tells_a_certain_difference_from_luck) {
    SweepBook certain(experiment);
    SweepBook open(experiment);
    for (std::uint32_t replicate = 1; replicate <= 4; ++replicate) {
        const double luck = 100.0 * replicate;
        certain.add(with_arrests({replicate, 0}, luck));
        certain.add(with_arrests({replicate, 1}, luck + 10 + replicate));
        open.add(with_arrests({replicate, 0}, luck));
        open.add(with_arrests({replicate, 1}, luck + (replicate % 2 == 0 ? 50 : -49)));
    }
    EXPECT_THAT(sweep_sentences(certain)[1], HasSubstr("on the same luck they differ by"));
    EXPECT_THAT(sweep_sentences(certain)[1], HasSubstr("picked because"));
    EXPECT_THAT(sweep_sentences(open)[1],
                HasSubstr("no difference between points can be told yet"));
    EXPECT_THAT(sweep_sentences(open)[2],
                HasSubstr("beyond what the evidence supports: aversion_spread"));
}

}  // namespace
}  // namespace tumen::test

#include "sweep/sweep.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <utility>
#include <vector>

#include "support/made_up.hpp"

namespace tumen::test {
namespace {

using testing::HasSubstr;
using testing::StrEq;

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
    EXPECT_EQ(book.headlines()[book.chosen()].id, "arrested");
    EXPECT_EQ(book.end(0).estimates[book.chosen()].n, 0u);
    for (std::uint32_t replicate = 4; replicate >= 1; --replicate)
        book.add(with_arrests({replicate, 1}, 10.0 * replicate));
    const SweptPoint swept = book.end(1);
    const PointEstimate one = swept.estimates[book.chosen()];
    EXPECT_EQ(swept.point, 1u);
    EXPECT_EQ(swept.done, 4u);
    EXPECT_EQ(one.n, 4u);
    EXPECT_DOUBLE_EQ(one.mean, 25);
    // s = sqrt(500/3) = 12.9099, t(3, 0.975) = 3.18245: half-width 3.18245 * 12.9099 / 2.
    ASSERT_TRUE(one.interval);
    EXPECT_NEAR(one.interval->high - 25, 20.5426, 1e-3);
    EXPECT_EQ(book.end(2).estimates[book.chosen()].n, 0u) << "what came before is not kept";
}

TEST_F(SweepOfThree, leaves_failed_replicates_out_and_counts_them) {
    SweepBook book(experiment);
    ReplicateResult failed;
    failed.point = 2;
    failed.replicate = 1;
    failed.outcome = Outcome::failed;
    book.end(0);
    book.end(1);
    book.add(failed);
    book.add(with_arrests({2, 2}, 5));
    const SweptPoint swept = book.end(2);
    EXPECT_EQ(swept.failed, 1u);
    EXPECT_EQ(swept.done, 1u);
    EXPECT_EQ(swept.estimates[book.chosen()].mean, 5);
    EXPECT_THAT(sweep_sentences(book)[0], HasSubstr("; failed and left out: 1."));
    EXPECT_THAT(sweep_sentences(book)[0], HasSubstr(": 3; replicates of each: 0 to 1;"));
}

TEST_F(SweepOfThree, says_how_many_replicates_each_point_has) {
    SweepBook book(experiment);
    for (std::uint32_t point = 0; point < 3; ++point) {
        ReplicateResult played = with_arrests({2, 2}, 5);
        played.point = point;
        book.add(played);
        book.end(point);
    }
    EXPECT_THAT(sweep_sentences(book)[0],
                StrEq("Points played on the same luck: 3; replicates of each: 1."));
}

TEST_F(SweepOfThree, tells_a_certain_difference_from_luck) {
    SweepBook certain(experiment);
    SweepBook open(experiment);
    for (const std::uint32_t point : {0U, 1U}) {
        for (std::uint32_t replicate = 1; replicate <= 4; ++replicate) {
            const double luck = 100.0 * replicate;
            const double swing = replicate % 2 == 0 ? 50 : -49;
            certain.add(with_arrests({replicate, point}, luck + point * (10.0 + replicate)));
            open.add(with_arrests({replicate, point}, luck + point * swing));
        }
        certain.end(point);
        open.end(point);
    }
    certain.end(2);
    open.end(2);
    EXPECT_THAT(sweep_sentences(certain)[1], HasSubstr("on the same luck they differ by"));
    EXPECT_THAT(sweep_sentences(certain)[1], HasSubstr("picked because"));
    EXPECT_THAT(sweep_sentences(open)[1],
                HasSubstr("no difference between points can be told yet"));
    EXPECT_EQ(certain.tells_apart(), true);
    EXPECT_EQ(open.tells_apart(), false);
    EXPECT_EQ(SweepBook(experiment).tells_apart(), std::nullopt);
    EXPECT_THAT(sweep_sentences(open)[2],
                HasSubstr("beyond what the evidence supports: aversion_spread"));
}

/// Results in memory, in the order in which they are played.
class InMemory final : public ResultSource {
  public:
    InMemory(const Experiment& experiment, std::map<ReplicateKey, ReplicateResult> results)
        : experiment_(experiment), results_(std::move(results)) {
        for (const auto& [key, result] : results_)
            keys_.push_back(key);
    }
    const Experiment& experiment() const override { return experiment_; }
    const std::vector<ReplicateKey>& replicates() const override { return keys_; }
    Expected<ReplicateResult, Diagnostic> read(ReplicateKey key) override {
        return results_.at(key);
    }

  private:
    const Experiment& experiment_;
    std::map<ReplicateKey, ReplicateResult> results_;
    std::vector<ReplicateKey> keys_;
};

TEST_F(SweepOfThree, is_read_point_by_point_whatever_the_order_in_which_it_was_played) {
    std::map<ReplicateKey, ReplicateResult> results;
    for (std::uint32_t replicate = 1; replicate <= 4; ++replicate) {
        for (const std::uint32_t point : {0U, 2U})
            results[{replicate, point}] =
                with_arrests({replicate, point}, 10.0 * point + replicate);
    }
    InMemory source(experiment, std::move(results));
    SweepBook book(experiment);
    std::vector<std::size_t> done;
    std::vector<double> means;
    const auto problem = read_sweep(source, book, [&](const SweptPoint& swept) {
        EXPECT_EQ(swept.point, done.size());
        done.push_back(swept.done);
        means.push_back(swept.estimates[book.chosen()].mean);
    });
    EXPECT_FALSE(problem);
    EXPECT_THAT(done, testing::ElementsAre(4, 0, 4));
    EXPECT_THAT(means, testing::ElementsAre(2.5, 0, 22.5));
    EXPECT_THAT(sweep_sentences(book)[1], HasSubstr("lowest at " + experiment.points[0].name));
}

}  // namespace
}  // namespace tumen::test

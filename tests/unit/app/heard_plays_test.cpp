#include "app/session/play/heard_plays.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "support/made_up.hpp"

namespace tumen::test {
namespace {

using app::HeardPlays;
using testing::ElementsAreArray;
using testing::IsEmpty;

class PlaysHeard : public testing::Test {
  protected:
    void play(const std::vector<ReplicateKey>& keys) {
        for (const ReplicateKey key : keys)
            plays.take(made_up_result(experiment, key));
    }

    Experiment experiment = small_experiment(2, 3);
    std::vector<ReplicateKey> all = planned_replicates(experiment);
    std::vector<ReplicateKey> heard;
    HeardPlays plays{[this](const ReplicateResult& result) { heard.push_back(key_of(result)); }};
};

TEST_F(PlaysHeard, come_in_the_order_of_their_keys_however_they_end) {
    plays.expect(experiment, 0);
    play({all[1], all[3]});
    EXPECT_THAT(heard, IsEmpty());
    play({all[0]});
    EXPECT_THAT(heard, ElementsAreArray({all[0], all[1]}));
    EXPECT_FALSE(plays.are({all[0], all[1]}));  // one waits that the file holds
    play({all[5], all[2], all[4]});
    EXPECT_THAT(heard, ElementsAreArray(all));
    EXPECT_TRUE(plays.are(all));
}

TEST_F(PlaysHeard, go_on_with_more_of_them) {
    plays.expect(experiment, 0);
    play(all);
    experiment.replicates.push_back(4);
    plays.expect(experiment, all.size());
    play({{4, 1}, {4, 0}});
    EXPECT_TRUE(plays.are(planned_replicates(experiment)));
    EXPECT_FALSE(plays.are(all));
}

TEST_F(PlaysHeard, are_not_those_of_a_file_that_held_some_before_or_lacks_some) {
    plays.expect(experiment, 1);
    play({all.begin() + 1, all.end()});
    EXPECT_FALSE(plays.are(all));
    EXPECT_THAT(heard, IsEmpty());

    HeardPlays others([](const ReplicateResult&) {});
    others.expect(experiment, 0);
    for (const ReplicateKey key : {all[0], all[2]})
        others.take(made_up_result(experiment, key));
    EXPECT_FALSE(others.are({all[0], all[2]}));  // in the file, and one of them not heard
}

TEST_F(PlaysHeard, are_given_up_where_days_are_left_out_or_too_many_wait) {
    experiment.days = Days::left_out;
    plays.expect(experiment, 0);
    play(all);
    EXPECT_FALSE(plays.are(all));

    const Experiment many = small_experiment(1, 400);
    HeardPlays waiting([this](const ReplicateResult& result) { heard.push_back(key_of(result)); });
    waiting.expect(many, 0);
    for (std::uint32_t replicate = 400; replicate >= 1; --replicate)
        waiting.take(made_up_result(many, {replicate, 0}));
    EXPECT_FALSE(waiting.are(planned_replicates(many)));
    EXPECT_THAT(heard, IsEmpty());
}

}  // namespace
}  // namespace tumen::test

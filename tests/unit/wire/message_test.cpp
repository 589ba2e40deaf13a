#include "wire/message.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "experiment/failure.hpp"
#include "measures/answers/verify.hpp"
#include "support/made_up.hpp"

namespace tumen::test {
namespace {

class Messages : public testing::Test {
  protected:
    const Experiment experiment = small_experiment(2, 3);
};

TEST_F(Messages, bring_a_replicate_as_it_was_played) {
    ReplicateResult sent = made_up_result(experiment, {2, 1});
    sent.cities[0][3][Quantity::fee] = 1.0 / 3;
    sent.cities[0][4][Quantity::fee] = -0.0;
    sent.cities[1][5][Quantity::fee] = std::numeric_limits<double>::quiet_NaN();
    sent.cities[1][6][Count::calls] = -1;
    sent.headlines = {1.5, std::numeric_limits<double>::infinity()};
    const ReplicateResult got = read_result(bytes_of(sent));
    EXPECT_EQ(first_difference(experiment.points[1].scenario, got, sent).text, "");
    EXPECT_EQ(bytes_of(got), bytes_of(sent));  // bit by bit, clock included
    EXPECT_EQ(got.cities[1][6][Count::calls], -1);
    EXPECT_EQ(got.headlines, sent.headlines);
}

TEST_F(Messages, bring_failures_with_their_reason) {
    ReplicateResult sent;
    sent.point = 1;
    sent.replicate = 3;
    sent.seed = 0xFFFF'FFFF'FFFF'FFFF;
    sent.outcome = Outcome::failed;
    sent.reason = "not enough memory";
    const ReplicateResult got = read_result(bytes_of(sent));
    EXPECT_EQ(got.outcome, Outcome::failed);
    EXPECT_EQ(got.reason, sent.reason);
    EXPECT_EQ(got.seed, sent.seed);
    EXPECT_EQ(got.replicate, 3u);
}

TEST_F(Messages, bring_proposals_and_what_came_of_them) {
    const Proposal sent{{3, 70000, Measured::fitted}, {0.1, 1.0 / 3, -0.0}};
    const Proposal got = read_proposal(bytes_of(sent));
    EXPECT_EQ(got.name.generation, 3u);
    EXPECT_EQ(got.name.proposal, 70000u);
    EXPECT_EQ(got.name.measured, Measured::fitted);
    EXPECT_EQ(got.values, sent.values);
    EXPECT_EQ(read_proposal(bytes_of(Proposal{})).name.measured, Measured::all);

    const Simulated simulated{{1.0 / 3, std::numeric_limits<double>::quiet_NaN()}, ""};
    EXPECT_EQ(bytes_of(read_simulated(bytes_of(simulated))), bytes_of(simulated));
    const Simulated failed = read_simulated(bytes_of(Simulated{{}, "shares sum to 1.2"}));
    EXPECT_EQ(failed.failure, "shares sum to 1.2");
    EXPECT_TRUE(failed.statistics.empty());
}

TEST_F(Messages, have_one_byte_form_on_all_machines) {
    EXPECT_EQ(bytes_of(TaskMessage{0x01020304, 5}), std::string("\4\3\2\1\5\0\0\0", 8));
    const TaskMessage task = read_task(std::string("\4\3\2\1\5\0\0\0", 8));
    EXPECT_EQ(task.point, 0x01020304u);
    EXPECT_EQ(task.replicate, 5u);
}

TEST_F(Messages, that_are_cut_or_too_long_are_refused) {
    const std::string whole = bytes_of(made_up_result(experiment, {1, 0}));
    for (std::size_t size = 0; size < whole.size(); size += 97) {
        EXPECT_THROW(read_result(whole.substr(0, size)), Failure) << size;
    }
    EXPECT_THROW(read_result(whole + "x"), Failure);
    EXPECT_THROW(read_result(std::string(200, '\xFF')), Failure);  // sizes beyond what follows
    EXPECT_THROW(read_experiment_message("short"), Failure);
    const std::string proposal = bytes_of(Proposal{{1, 2, Measured::all}, {0.5, 0.25}});
    const std::string simulated = bytes_of(Simulated{{1, 2}, "no"});
    EXPECT_THROW(read_proposal(proposal.substr(0, proposal.size() - 1)), Failure);
    EXPECT_THROW(read_proposal(proposal + "x"), Failure);
    EXPECT_THROW(read_simulated(simulated.substr(0, 9)), Failure);
    EXPECT_THROW(read_simulated(simulated + "x"), Failure);
}

}  // namespace
}  // namespace tumen::test

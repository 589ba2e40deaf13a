#include "store/experiment_bytes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "measures/answers/verify.hpp"
#include "support/made_up.hpp"

namespace tumen::test {
namespace {

using testing::HasSubstr;

TEST(ExperimentBytes, give_the_experiment_back) {
    Experiment experiment = small_experiment(3, 5);
    experiment.days = Days::left_out;
    experiment.design =
        Design{"grid",
               0,
               {{"fee_base", 0.2, 0.22, Scale::linear, Evidence::within, 3}, dummy_factor()},
               {}};
    const auto back = read_experiment_bytes(experiment_bytes(experiment));
    ASSERT_TRUE(back) << describe(back.error());
    EXPECT_TRUE(experiment_differences(experiment, *back).empty());
    EXPECT_EQ(back->replicates, experiment.replicates);
    EXPECT_EQ(back->days, Days::left_out);
    EXPECT_TRUE(back->design == experiment.design);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(scenario_hash(back->points[i].scenario),
                  scenario_hash(experiment.points[i].scenario));
    }
}

TEST(ExperimentBytes, that_are_something_else_are_refused) {
    const std::string whole = experiment_bytes(small_experiment(1, 1));
    EXPECT_FALSE(read_experiment_bytes("no database at all"));
    EXPECT_FALSE(read_experiment_bytes(whole.substr(0, 8192)));
}

}  // namespace
}  // namespace tumen::test

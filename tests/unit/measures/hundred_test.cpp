#include "measures/numbers/hundred.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace tumen::test {
namespace {

TEST(Hundred, a_share_and_what_it_leaves_add_up_to_a_hundred) {
    for (const int plays : {3, 8, 40, 64, 200, 300, 1000}) {
        for (int some = 0; some <= plays; ++some) {
            const double all = plays;
            EXPECT_EQ(of_hundred(some / all) + of_hundred((plays - some) / all), 100)
                << some << " of " << plays;
        }
    }
    EXPECT_EQ(of_hundred(0.625), 63);
    EXPECT_EQ(of_hundred(0.375), 37);
}

TEST(Hundred, says_none_and_all_of_none_and_all_alone) {
    EXPECT_EQ(of_hundred(0), 0);
    EXPECT_EQ(of_hundred(1), 100);
    EXPECT_EQ(of_hundred(0.001), 1);
    EXPECT_EQ(of_hundred(0.999), 99);
    EXPECT_EQ(of_hundred(0.5), 50);
}

TEST(Hundred, parts_of_a_whole_add_up_to_a_hundred) {
    const std::vector<double> halves = {0.125, 0.125, 0.75};
    EXPECT_EQ(parts_of_hundred(halves), (std::vector<int>{13, 12, 75}));
    const std::vector<double> thirds = {1.0 / 3, 1.0 / 3, 1.0 / 3};
    EXPECT_EQ(parts_of_hundred(thirds), (std::vector<int>{34, 33, 33}));
    const std::vector<double> over = {0.006, 0.496, 0.498};
    EXPECT_EQ(parts_of_hundred(over), (std::vector<int>{1, 49, 50}));
}

TEST(Hundred, parts_of_no_whole_are_rounded_each_for_itself) {
    const std::vector<double> some = {0.3, 0.3};
    EXPECT_EQ(parts_of_hundred(some), (std::vector<int>{30, 30}));
}

}  // namespace
}  // namespace tumen::test

#include "measures/numbers/hundred.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace tumen::test {
namespace {

template <class Number>
std::vector<Number> numbers_of(std::istream& words) {
    std::vector<Number> numbers;
    for (Number one; words >> one;)
        numbers.push_back(one);
    return numbers;
}

/// A line as "parts 0.5 0.5 = 50 50".
void expect_case(const std::string& line) {
    const std::size_t middle = line.find(" = ");
    ASSERT_NE(middle, std::string::npos) << line;
    std::istringstream asked(line.substr(0, middle));
    std::istringstream came(line.substr(middle + 3));
    std::string kind;
    asked >> kind;
    const std::vector<double> shares = numbers_of<double>(asked);
    const std::vector<int> expected = numbers_of<int>(came);
    ASSERT_FALSE(shares.empty()) << line;
    EXPECT_EQ(
        kind == "of" ? std::vector<int>{of_hundred(shares.front())} : parts_of_hundred(shares),
        expected)
        << line;
}

TEST(Hundred, shares_come_to_what_the_page_makes_of_them) {
    std::ifstream file(std::string(TUMEN_SOURCE_DIR) + "/tests/support/hundred_cases.txt");
    std::size_t cases = 0;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.front() == '#') continue;
        expect_case(line);
        ++cases;
    }
    EXPECT_GT(cases, 20U);
}

TEST(Hundred, a_share_and_what_it_leaves_add_up_to_a_hundred) {
    for (const int plays : {3, 8, 40, 64, 200, 300, 1000}) {
        for (int some = 0; some <= plays; ++some) {
            const double all = plays;
            EXPECT_EQ(of_hundred(some / all) + of_hundred((plays - some) / all), 100)
                << some << " of " << plays;
        }
    }
}

}  // namespace
}  // namespace tumen::test

#include "sensitivity/sobol_indices.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace tumen {
namespace {

constexpr double no_output = std::numeric_limits<double>::quiet_NaN();

TEST(SaltelliRows, take_one_factor_after_the_other_from_the_second_point) {
    const DesignRows rows = saltelli_rows(3, 4, 1);
    ASSERT_EQ(rows.size(), 4U * 5);
    for (std::size_t base = 0; base < 4; ++base) {
        const DesignRow& a = rows[base * 5];
        const DesignRow& b = rows[base * 5 + 1];
        for (std::size_t factor = 0; factor < 3; ++factor) {
            DesignRow expected = a;
            expected[factor] = b[factor];
            EXPECT_EQ(rows[base * 5 + 2 + factor], expected);
            EXPECT_NE(a[factor], b[factor]);
        }
    }
}

TEST(SaltelliRows, begin_the_same_however_many_follow_a_power_of_two) {
    const DesignRows few = saltelli_rows(3, 8, 1);
    DesignRows many = saltelli_rows(3, 32, 1);
    many.resize(few.size());
    EXPECT_EQ(few, many);
    EXPECT_NE(few, saltelli_rows(3, 8, 2));
}

TEST(SaltelliRows, hold_each_slice_of_every_dimension_once_in_both_halves) {
    // 2^6 points: each slice of 1/64 holds one of A and one of B.
    const DesignRows rows = saltelli_rows(4, 64, 5);
    for (std::size_t which = 0; which < 2; ++which) {
        for (std::size_t factor = 0; factor < 4; ++factor) {
            std::vector<int> held(64);
            for (std::size_t base = 0; base < 64; ++base)
                ++held[static_cast<std::size_t>(rows[base * 6 + which][factor] * 64)];
            EXPECT_EQ(held, std::vector<int>(64, 1));
        }
    }
}

/// Outputs of x + 2 y over a design of three factors, the last of which does nothing.
std::vector<double> outputs_of(const DesignRows& rows) {
    std::vector<double> outputs;
    for (const DesignRow& row : rows)
        outputs.push_back(100 + row[0] + 2 * row[1]);
    return outputs;
}

TEST(SobolIndices, share_the_variance_of_a_sum) {
    // Variances 1/12 and 4/12: shares 0.2 and 0.8. Five standard errors of the bootstrap.
    const auto found = sobol_indices(base_rows(3, outputs_of(saltelli_rows(3, 512, 1))));
    ASSERT_TRUE(found);
    const double shares[] = {0.2, 0.8};
    for (std::size_t i = 0; i < 2; ++i) {
        for (const Estimated& one : {found->factors[i].first, found->factors[i].total}) {
            const double error = (one.interval->high - one.interval->low) / 3.92;
            EXPECT_NEAR(one.value, shares[i], 5 * error);
            EXPECT_LT(error, 0.06);
        }
    }
}

TEST(SobolIndices, of_a_factor_without_effect_are_exactly_zero) {
    const auto found = sobol_indices(base_rows(3, outputs_of(saltelli_rows(3, 64, 1))));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->factors[2].first.value, 0);
    EXPECT_EQ(found->factors[2].total.value, 0);
}

TEST(SobolIndices, of_a_constant_are_none) {
    EXPECT_FALSE(sobol_indices(base_rows(1, std::vector<double>(12, 3.5))));
    EXPECT_FALSE(sobol_indices(base_rows(1, std::vector<double>{1, 2, 3})));
}

TEST(BaseRows, lose_only_the_row_that_lacks_an_output) {
    std::vector<double> outputs = outputs_of(saltelli_rows(3, 64, 1));
    outputs[5 * 7 + 3] = no_output;
    const auto rows = base_rows(3, outputs);
    ASSERT_EQ(rows.size(), 64U);
    EXPECT_FALSE(rows[7]);
    EXPECT_EQ(sobol_indices(rows)->rows, 63U);
    EXPECT_NEAR(sobol_indices(rows)->factors[1].total.value, 0.8, 0.25);
}

TEST(Convergence, has_an_eighth_a_quarter_a_half_and_all_rows) {
    const auto rows = base_rows(3, outputs_of(saltelli_rows(3, 64, 1)));
    const auto grown = sobol_convergence(rows);
    ASSERT_EQ(grown.size(), 4U);
    EXPECT_EQ(grown[0].rows, 8U);
    EXPECT_EQ(grown[3].rows, 64U);
    const auto width = [](const SobolIndices& indices) {
        const Interval& interval = *indices.factors[1].total.interval;
        return interval.high - interval.low;
    };
    EXPECT_LT(width(grown[3]), width(grown[0]));
    EXPECT_EQ(grown[3].factors[0].first.value, sobol_indices(rows)->factors[0].first.value);
}

}  // namespace
}  // namespace tumen

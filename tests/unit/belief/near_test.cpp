#include <gtest/gtest.h>

#include <cmath>

#include "belief/prior/prior_draw.hpp"
#include "scenario/evidence/ledger.hpp"

namespace tumen {
namespace {

std::size_t entry_of(std::string_view name) {
    const auto& entries = ledger_priors().entries();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (entries[i].name == name) return i;
    }
    return 0;
}

ScoredDraw drawn(std::uint32_t number) {
    auto draw = draw_with_scores(ledger_priors(), 1, number);
    EXPECT_TRUE(draw);
    return *std::move(draw);
}

ScoredDraw near(const ScoredDraw& from, std::uint32_t number, double step) {
    auto draw = draw_near(ledger_priors(), 1, from, number, step);
    EXPECT_TRUE(draw);
    return *std::move(draw);
}

TEST(DrawNear, is_the_same_for_the_same_number_and_another_for_another) {
    const ScoredDraw from = drawn(3);
    EXPECT_EQ(near(from, 1, 0.3).values, near(from, 1, 0.3).values);
    EXPECT_NE(near(from, 1, 0.3).values, near(from, 2, 0.3).values);
}

TEST(DrawNear, lies_within_every_range) {
    for (std::uint32_t number = 1; number <= 40; ++number) {
        const ScoredDraw draw = near(drawn(number), 7, 0.5);
        for (const auto& [name, value] : parameter_values(ledger_priors(), draw.values)) {
            const Interval range = evidence_range(*find_parameter(name));
            EXPECT_GE(value, range.low) << name;
            EXPECT_LE(value, range.high) << name;
        }
    }
}

/// Of one entry's normal scores, of its value or of its absence, before and after a step.
struct Moments {
    double shift = 0;
    double squares_before = 0;
    double squares = 0;
    double together = 0;
};

std::vector<Moments> moments_of(std::vector<double> ScoredDraw::*scores, std::uint32_t draws,
                                double step) {
    std::vector<Moments> all(ledger_priors().entries().size());
    for (std::uint32_t number = 1; number <= draws; ++number) {
        const ScoredDraw from = drawn(number);
        const ScoredDraw other = near(from, number, step);
        for (std::size_t i = 0; i < all.size(); ++i) {
            const double before = (from.*scores)[i];
            const double after = (other.*scores)[i];
            all[i].shift += (after - before) / draws;
            all[i].squares_before += before * before / draws;
            all[i].squares += after * after / draws;
            all[i].together += before * after / draws;
        }
    }
    return all;
}

// Over 2,000 draws and a step of 0.3, of which 0.954 = sqrt(1 - 0.3^2) is kept, standard errors
// are: of the shift sqrt(2 - 2 x 0.954) / sqrt(2000) = 0.007, of a change in the mean square sqrt(4
// - 4 x 0.954^2) / sqrt(2000) = 0.013, of what goes together less what is kept 0.3 / sqrt(2000) =
// 0.007, of a mean square sqrt(2) / sqrt(2000) = 0.032. Bounds are five of them.
void expect_the_prior(const std::vector<Moments>& all) {
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::string& name = ledger_priors().entries()[i].name;
        EXPECT_NEAR(all[i].shift, 0, 0.034) << name;
        EXPECT_NEAR(all[i].squares, all[i].squares_before, 0.067) << name;
        EXPECT_NEAR(all[i].together, 0.954 * all[i].squares_before, 0.034) << name;
    }
}

TEST(DrawNear, leaves_the_prior_of_every_value_as_it_is_and_stays_near) {
    const std::vector<Moments> all = moments_of(&ScoredDraw::scores, 2000, 0.3);
    expect_the_prior(all);
    // Its range is the widest: scores are normal but for one in 500, before and after.
    const Moments& whole = all[entry_of("oath_visit")];
    EXPECT_NEAR(whole.squares_before, 1, 0.16);
    EXPECT_NEAR(whole.squares, 1, 0.16);
    EXPECT_NEAR(whole.together, 0.954, 0.16);
}

TEST(DrawNear, leaves_the_prior_of_what_may_be_absent_as_it_is) {
    expect_the_prior(moments_of(&ScoredDraw::absences, 2000, 0.3));
}

TEST(DrawNear, of_step_one_forgets_where_it_came_from) {
    EXPECT_EQ(near(drawn(1), 9, 1).values, near(drawn(2), 9, 1).values);
}

}  // namespace
}  // namespace tumen

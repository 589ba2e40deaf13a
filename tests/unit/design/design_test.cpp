#include "design/design.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "experiment/design_points.hpp"
#include "experiment/disk_files.hpp"
#include "scenario/evidence/ledger.hpp"

namespace tumen::test {
namespace {

using testing::HasSubstr;

Factor read(const std::string& text) {
    const auto factor = read_factor(text);
    EXPECT_TRUE(factor) << (factor ? "" : describe(factor.error()));
    return factor ? *factor : Factor{};
}

std::string refusal(const std::string& text) {
    const auto factor = read_factor(text);
    return factor ? "" : describe(factor.error());
}

TEST(Factors, take_the_range_of_the_evidence_unless_told_otherwise) {
    const Factor fee = read("fee_base");
    const Interval range = evidence_range(*find_parameter("fee_base"));
    EXPECT_EQ(fee.low, range.low);
    EXPECT_EQ(fee.high, range.high);
    EXPECT_EQ(fee.evidence, Evidence::within);
    EXPECT_EQ(unit_name(fee), "share");
    const Factor detection = read("detection");  // its prior is log-uniform
    EXPECT_EQ(detection.scale, Scale::logarithmic);
}

TEST(Factors, are_read_with_units_and_levels) {
    const Factor fee = read("fee_base=20 %..0.3:5");
    EXPECT_DOUBLE_EQ(fee.low, 0.2);
    EXPECT_DOUBLE_EQ(fee.high, 0.3);
    EXPECT_EQ(fee.levels, 5u);
    EXPECT_EQ(read("fee_base:7").levels, 7u);
    EXPECT_EQ(read("fee_base=10 %..20 %").levels, 0u);
}

TEST(Factors, beyond_the_evidence_are_marked_and_impossible_ones_refused) {
    const Interval range = evidence_range(*find_parameter("fee_base"));
    EXPECT_EQ(read("fee_base=" + std::to_string(range.low) + "..0.99").evidence, Evidence::beyond);
    EXPECT_THAT(refusal("fee_base=0.2..1.5"), HasSubstr("impossible"));
    EXPECT_THAT(refusal("fee_base=0.3..0.2"), HasSubstr("is no range"));
    EXPECT_THAT(refusal("fee_base=0.3..0.3"), HasSubstr("is no range"));
    EXPECT_THAT(refusal("fee_base=nan..1"), HasSubstr("nan"));
    // What is counted in whole ones has no values between 6.2 and 6.4 to play.
    EXPECT_THAT(refusal("ties=6.2..6.4"), HasSubstr("whole"));
    EXPECT_EQ(read("ties=6..8").high, 8.0);
}

TEST(Factors, that_cannot_be_read_are_explained) {
    EXPECT_THAT(refusal("fee_bsae"), HasSubstr("fee_base"));
    EXPECT_THAT(refusal("fee_base=0.2"), HasSubstr("\"..\""));
    EXPECT_THAT(refusal("fee_base=0.2..x"), HasSubstr("x"));
    EXPECT_THAT(refusal("fee_base=0.2..0.3:1"), HasSubstr("levels"));
    EXPECT_THAT(refusal("fee_base=0.2..0.3:"), HasSubstr("levels"));
    EXPECT_THAT(refusal("fee\x1b[31m"), HasSubstr("\\x1b[31m"));
    EXPECT_THAT(refusal("fee_base=\x1b[31m"), HasSubstr("\\x1b[31m"));
    EXPECT_FALSE(refusal("").empty());
    EXPECT_FALSE(refusal("=:").empty());
}

TEST(Factors, are_filled_evenly_on_their_scale) {
    Factor factor = dummy_factor();
    EXPECT_DOUBLE_EQ(value_at(factor, 0.25), 0.25);
    factor = {"detection", 0.001, 0.1, Scale::logarithmic, Evidence::within, 0};
    EXPECT_DOUBLE_EQ(value_at(factor, 0), 0.001);
    EXPECT_NEAR(value_at(factor, 0.5), 0.01, 1e-12);  // the geometric mean
    EXPECT_DOUBLE_EQ(value_at(factor, 1), 0.1);
    const Factor ties{"ties", 2, 5, Scale::linear, Evidence::within, 0};
    EXPECT_EQ(value_at(ties, 0.4), 3);  // 3.2, and ties are counted in whole ones
}

TEST(Grid, holds_every_combination_with_both_ends) {
    const Factor three{"fee_base", 0, 1, Scale::linear, Evidence::within, 3};
    const Factor two{"detection", 0, 1, Scale::linear, Evidence::within, 2};
    const DesignRows expected = {{0, 0}, {0, 1}, {0.5, 0}, {0.5, 1}, {1, 0}, {1, 1}};
    EXPECT_EQ(grid_parts({three, two}), expected);
}

/// How many rows lie in each of `slices` equal slices of a factor.
std::vector<int> slice_counts(const DesignRows& rows, std::size_t factor, std::size_t slices) {
    std::vector<int> counts(slices, 0);
    for (const DesignRow& row : rows)
        ++counts.at(static_cast<std::size_t>(row[factor] * static_cast<double>(slices)));
    return counts;
}

TEST(LatinHypercube, puts_one_row_into_each_slice_of_each_factor) {
    const DesignRows rows = latin_hypercube_parts(37, 5, 9);
    ASSERT_EQ(rows.size(), 37u);
    for (std::size_t factor = 0; factor < 5; ++factor) {
        EXPECT_EQ(slice_counts(rows, factor, 37), std::vector<int>(37, 1));
    }
    EXPECT_EQ(rows, latin_hypercube_parts(37, 5, 9));
    EXPECT_NE(rows, latin_hypercube_parts(37, 5, 10));
    EXPECT_NE(rows[0][0], rows[0][1]);
}

TEST(LatinHypercube, orders_its_slices_without_preference) {
    // Of 2000 orders of 3 slices each of the 6 should come 333 times, with a standard deviation of
    // 16.7: 5 of them to either side, so a false alarm once in a million.
    std::map<std::vector<int>, int> seen;
    for (std::uint64_t seed = 0; seed < 2000; ++seed) {
        std::vector<int> order;
        for (const DesignRow& row : latin_hypercube_parts(3, 1, seed))
            order.push_back(static_cast<int>(row[0] * 3));
        ++seen[order];
    }
    EXPECT_EQ(seen.size(), 6u);
    for (const auto& [order, count] : seen)
        EXPECT_NEAR(count, 333.3, 84);
}

TEST(Sobol, is_balanced_in_every_factor_from_its_first_point_on) {
    // In a power of two of the sequence, taken from its origin on, each slice of each factor holds
    // one point, and each quarter of a plane of the first two the same number.
    for (const std::uint64_t seed : {1u, 2u, 77u}) {
        const DesignRows rows = sobol_parts(64, 20, seed);
        for (std::size_t factor = 0; factor < 20; ++factor) {
            EXPECT_EQ(slice_counts(rows, factor, 64), std::vector<int>(64, 1));
        }
        int quarter = 0;
        for (const DesignRow& row : rows)
            quarter += row[0] < 0.5 && row[1] < 0.5 ? 1 : 0;
        EXPECT_EQ(quarter, 16);
    }
}

TEST(Sobol, is_another_set_for_another_seed_and_grows_without_moving) {
    const DesignRows rows = sobol_parts(32, 4, 5);
    DesignRows first = sobol_parts(64, 4, 5);
    first.resize(32);
    EXPECT_EQ(rows, first);
    EXPECT_NE(rows, sobol_parts(32, 4, 6));
    for (const DesignRow& row : rows) {
        for (const double part : row) {
            EXPECT_GT(part, 0);  // the shift has moved the origin off the corner
            EXPECT_LT(part, 1);
        }
    }
}

TEST(DesignPoints, are_scenarios_with_the_values_and_a_dummy_that_changes_nothing) {
    const Design design{"grid", 0, {read("fee_base=0.2..0.3:2"), dummy_factor()}, {}};
    const auto make = [](const std::vector<std::string>& overrides) {
        ReadOptions options;
        options.overrides = overrides;
        return load_scenario("hyesan-handin", options);
    };
    const auto points =
        make_points(design, values_at(design.factors, grid_parts(design.factors)), make);
    ASSERT_TRUE(points);
    ASSERT_EQ(points->size(), 4u);
    EXPECT_EQ((*points)[0].name, "fee_base=0.2, dummy=0");
    const ParameterRef fee = *find_parameter("fee_base");
    EXPECT_EQ(get((*points)[3].scenario.plan.parameters, fee), 0.3);
    EXPECT_EQ(scenario_hash((*points)[2].scenario), scenario_hash((*points)[3].scenario));
    EXPECT_NE(scenario_hash((*points)[0].scenario), scenario_hash((*points)[3].scenario));
    const Scenario moved = with_values((*points)[0].scenario, (*points)[3].values);
    EXPECT_EQ(scenario_hash(moved), scenario_hash((*points)[3].scenario));
}

TEST(DesignPoints, that_cannot_be_played_are_named) {
    const Design design{
        "grid", 0, {read("household_adults=2.5..3.3:2"), read("household_size=3.7..4.1:2")}, {}};
    const auto make = [](const std::vector<std::string>& overrides) {
        ReadOptions options;
        options.overrides = overrides;
        options.overrides.push_back("household_size=2.9");
        options.beyond_evidence = BeyondEvidence::listed;
        return load_scenario("hyesan-handin", options);
    };
    const auto points =
        make_points(design, values_at(design.factors, grid_parts(design.factors)), make);
    ASSERT_FALSE(points);
    EXPECT_THAT(points.error().front().problem, HasSubstr("household_adults=3.3"));
}

/// Makes points of a scenario and counts those that it reads.
struct Reading {
    std::size_t read = 0;
    std::vector<std::string> set;

    MakeScenario make() {
        return [this](const std::vector<std::string>& overrides) {
            ++read;
            ReadOptions options;
            options.overrides = set;
            options.overrides.insert(options.overrides.end(), overrides.begin(), overrides.end());
            return load_scenario("hyesan-handin", options);
        };
    }
};

TEST(DesignPoints, are_read_until_each_factor_has_moved_and_are_what_reading_would_give) {
    const Design design{"grid",
                        0,
                        {read("residents=20000..40000:2"), read("extortion=0.05..0.2:4"),
                         read("fee_base=0.2..0.3:3")},
                        {}};
    const DesignRows rows = values_at(design.factors, grid_parts(design.factors));
    Reading reading;
    const auto points = make_points(design, rows, reading.make());
    ASSERT_TRUE(points);
    ASSERT_EQ(points->size(), 24u);
    // Residents are a city's: no point with others follows from the first, and all are read.
    EXPECT_EQ(reading.read, 24u);
    const Design values{
        "grid", 0, {read("extortion=0.05..0.2:4"), read("fee_base=0.2..0.3:3")}, {}};
    Reading further;
    const DesignRows few = values_at(values.factors, grid_parts(values.factors));
    const auto known = make_points(values, few, further.make());
    ASSERT_TRUE(known);
    ASSERT_EQ(known->size(), 12u);
    EXPECT_EQ(further.read, 4u);  // extortion moves at the fourth
    Reading whole;
    for (std::size_t i = 0; i < few.size(); ++i) {
        const auto scenario =
            whole.make()({"extortion=" + shortest(few[i][0]), "fee_base=" + shortest(few[i][1])});
        ASSERT_TRUE(scenario);
        EXPECT_EQ(known->hash(i), scenario_hash(*scenario));
        EXPECT_EQ(scenario_hash(known->at(i).scenario), scenario_hash(*scenario));
    }
}

TEST(DesignPoints, that_are_not_read_are_still_refused_where_values_do_not_agree) {
    const Design design{"given",
                        0,
                        {read("sentence_calm.warned"), read("sentence_calm.detained"),
                         read("sentence_calm.imprisoned"), read("sentence_calm.exiled")},
                        {}};
    Reading reading;
    const auto points = make_points(design,
                                    {{0.25, 0.46, 0.08, 0.21},
                                     {0.2, 0.5, 0.1, 0.2},
                                     {0.3, 0.4, 0.1, 0.2},
                                     {0.5, 0.46, 0.08, 0.21},
                                     {0.25, 0.46, 0.08, 0.21}},
                                    reading.make());
    ASSERT_FALSE(points);
    EXPECT_EQ(reading.read, 3u);  // the first two, and the one that says where it fails
    EXPECT_THAT(points.error().front().problem, HasSubstr("point 3"));
    EXPECT_THAT(points.error().front().problem, HasSubstr("sentence_calm sum to"));
}

}  // namespace
}  // namespace tumen::test

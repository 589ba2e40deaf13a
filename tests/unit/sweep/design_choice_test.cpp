#include "sweep/design_choice.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "experiment/design_points.hpp"
#include "sensitivity/sensitivity_choice.hpp"
#include "support/made_up.hpp"

namespace tumen::test {
namespace {

using testing::HasSubstr;

Factor factor(const std::string& text) {
    return *read_factor(text);
}

std::string sweep_refusal(SweepAsked asked) {
    const auto design = sweep_design(std::move(asked));
    return design ? "" : describe(design.error());
}

TEST(SweepDesign, is_a_grid_for_one_parameter_or_with_levels_and_else_sobols_points) {
    const auto alone = sweep_design({{factor("fee_base")}});
    EXPECT_EQ(alone->method, "grid");
    EXPECT_EQ(alone->factors.front().levels, 9u);
    const auto levels = sweep_design({{factor("fee_base:3"), factor("detection")}});
    EXPECT_EQ(levels->method, "grid");
    EXPECT_EQ(levels->factors[0].levels, 3u);
    EXPECT_EQ(levels->factors[1].levels, 5u);
    const auto several = sweep_design({{factor("fee_base"), factor("detection")}});
    EXPECT_EQ(several->method, "sobol");
    EXPECT_EQ(several->samples, 32u);
    EXPECT_EQ(several->factors.front().levels, 0u);
}

TEST(SweepDesign, has_as_many_points_as_asked_for) {
    EXPECT_EQ(sweep_design({{factor("fee_base")}, std::nullopt, 4})->factors.front().levels, 4u);
    EXPECT_EQ(sweep_design({{factor("fee_base")}, "lhs", 7})->samples, 7u);
}

TEST(SweepDesign, that_contradicts_itself_is_refused) {
    EXPECT_THAT(sweep_refusal({}), HasSubstr("needs --vary"));
    EXPECT_THAT(sweep_refusal({{factor("fee_base")}, "cube"}), HasSubstr("Latin hypercube"));
    EXPECT_THAT(sweep_refusal({{factor("fee_base:3")}, "lhs"}), HasSubstr("levels"));
    EXPECT_THAT(sweep_refusal({{factor("fee_base:3"), factor("detection")}, std::nullopt, 4}),
                HasSubstr("give each its levels"));
    EXPECT_THAT(sweep_refusal({{factor("fee_base:1000"), factor("detection:101")}}),
                HasSubstr("a grid of 101000 points"));
    EXPECT_EQ(sweep_refusal({{factor("fee_base:1000"), factor("detection:100")}}), "");
}

std::string sensitivity_refusal(SensitivityAsked asked) {
    const auto design = sensitivity_design(std::move(asked), small_scenario());
    return design ? "" : describe(design.error());
}

TEST(SensitivityDesign, has_the_usual_samples_and_headline_where_nothing_is_said) {
    const Scenario scenario = small_scenario();
    const auto morris =
        sensitivity_design({SensitivityMethod::morris, {factor("fee_base")}}, scenario);
    EXPECT_EQ(morris->method, "morris");
    EXPECT_EQ(morris->samples, 20u);
    EXPECT_EQ(option_of(*morris, "levels"), "4");
    EXPECT_EQ(option_of(*morris, "headline"), usual_headline(scenario.plan));
    const auto sobol =
        sensitivity_design({SensitivityMethod::sobol, {factor("fee_base")}}, scenario);
    EXPECT_EQ(sobol->method, "saltelli");
    EXPECT_EQ(sobol->samples, 128u);
    EXPECT_EQ(option_of(*sobol, "levels"), "");
}

TEST(SensitivityDesign, that_cannot_be_is_refused) {
    const std::vector<Factor> one = {factor("fee_base")};
    EXPECT_THAT(sensitivity_refusal({}), HasSubstr("no parameter to vary"));
    EXPECT_THAT(sensitivity_refusal({SensitivityMethod::morris, one, 8, "no_such"}),
                HasSubstr("no headline"));
    // 500,000 trajectories of one parameter are a million points, of which there may be as many.
    EXPECT_EQ(sensitivity_refusal({SensitivityMethod::morris, one, 500'000}), "");
    EXPECT_THAT(sensitivity_refusal({SensitivityMethod::morris, one, 500'001}),
                HasSubstr("at most 1000000"));
    EXPECT_FALSE(read_sensitivity_method("fast"));
}

TEST(SensitivityDesign, of_sobol_advises_a_power_of_two) {
    EXPECT_EQ(evenness_advice({"saltelli", 128, {}, {}}), "");
    EXPECT_THAT(evenness_advice({"saltelli", 100, {}, {}}), HasSubstr("64 or 128"));
    EXPECT_EQ(evenness_advice({"morris", 100, {}, {}}), "");
}

TEST(PointsOfADesign, are_as_many_as_its_method_needs) {
    const MakeScenario make = [](const std::vector<std::string>&) {
        return Expected<Scenario, Diagnostics>(small_scenario());
    };
    const std::vector<Factor> two = {factor("fee_base"), factor("detection")};
    EXPECT_EQ(points_of(*sweep_design({two, "lhs", 7}), 1, make)->size(), 7u);
    const Scenario scenario = small_scenario();
    const auto morris = sensitivity_design({SensitivityMethod::morris, two, 3}, scenario);
    EXPECT_EQ(points_of(*morris, 1, make)->size(), 9u);  // a trajectory has k + 1 points
    const auto sobol = sensitivity_design({SensitivityMethod::sobol, two, 4}, scenario);
    EXPECT_EQ(points_of(*sobol, 1, make)->size(), 16u);  // a base row k + 2
}

}  // namespace
}  // namespace tumen::test

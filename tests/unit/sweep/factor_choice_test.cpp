#include "sweep/factor_choice.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "calibration/calibrate.hpp"
#include "calibration/prior_choice.hpp"
#include "design/openness.hpp"
#include "experiment/design_points.hpp"

namespace tumen::test {
namespace {

using testing::HasSubstr;

const VaryRules strict{};

std::string refusal(const std::vector<std::string>& texts, const VaryRules& rules) {
    const auto factors = read_factors(texts, rules);
    return factors ? "" : describe(factors.error());
}

std::string prior_refusal(const std::vector<std::string>& texts, const VaryRules& rules) {
    const auto priors = choose_priors(texts, rules, {});
    return priors ? "" : describe(priors.error());
}

TEST(FactorChoice, keeps_the_order_of_what_was_named) {
    const auto factors = read_factors({"fee_base=0.2..0.3", "detection"}, strict);
    ASSERT_TRUE(factors);
    ASSERT_EQ(factors->size(), 2u);
    EXPECT_EQ((*factors)[0].name, "fee_base");
    EXPECT_DOUBLE_EQ((*factors)[0].high, 0.3);
    EXPECT_EQ((*factors)[1].name, "detection");
}

TEST(FactorChoice, takes_each_name_once_and_not_beside_a_value_of_its_own) {
    EXPECT_THAT(refusal({"fee_base", "fee_base=0.2..0.3"}, strict), HasSubstr("given twice"));
    VaryRules rules;
    rules.set = {"detection=0.01", "fee_base=30 %"};
    EXPECT_THAT(refusal({"fee_base"}, rules), HasSubstr("fee_base is both set and varied"));
    EXPECT_THAT(prior_refusal({"fee_base"}, rules), HasSubstr("both set and varied"));
    rules.set = {"fee_base_of_another=1"};  // only the whole name counts
    EXPECT_EQ(refusal({"fee_base"}, rules), "");
}

TEST(FactorChoice, goes_beyond_the_evidence_only_where_asked_to) {
    VaryRules rules;
    const std::string said = refusal({"fee_base=0.2..0.99"}, rules);
    EXPECT_THAT(said, HasSubstr("goes beyond the evidence"));
    EXPECT_THAT(said, HasSubstr("--beyond-evidence"));
    rules.beyond_evidence = BeyondEvidence::listed;
    const auto factors = read_factors({"fee_base=0.2..0.99"}, rules);
    ASSERT_TRUE(factors);
    EXPECT_EQ(factors->front().evidence, Evidence::beyond);
}

TEST(FactorChoice, lets_levels_in_for_grids_only) {
    EXPECT_THAT(refusal({"fee_base:3"}, strict), HasSubstr("levels belong to a grid"));
    VaryRules rules;
    rules.levels = Levels::allowed;
    EXPECT_EQ(refusal({"fee_base:3"}, rules), "");
    EXPECT_THAT(prior_refusal({"fee_base:3"}, strict), HasSubstr("levels belong to a grid"));
}

TEST(FactorChoice, refuses_priors_of_what_has_none) {
    EXPECT_EQ(prior_refusal({"fee_base"}, strict), "");
    EXPECT_THAT(prior_refusal({"residents"}, strict), HasSubstr("cannot be calibrated"));
    EXPECT_EQ(refusal({"residents"}, strict), "");
}

TEST(FactorChoice, calibrates_the_six_widest_that_the_patterns_bear_on_where_none_is_named) {
    const std::vector<const Pattern*> fitted = {find_pattern("K1"), find_pattern("K13")};
    const auto priors = choose_priors({}, strict, fitted);
    ASSERT_TRUE(priors);
    EXPECT_EQ(*priors, widest_priors(fitted, 6));
    EXPECT_THAT(prior_refusal({}, strict), HasSubstr("the patterns name no parameters"));
    VaryRules rules;
    rules.set = {priors->front().name + "=1"};  // it would be replaced by each proposal
    const auto refused = choose_priors({}, rules, fitted);
    ASSERT_FALSE(refused);
    EXPECT_THAT(describe(refused.error()), HasSubstr(priors->front().name + " is both set and"));
    EXPECT_THAT(describe(refused.error()), HasSubstr("name what to vary with --vary"));
}

/// A scenario that can be played with whatever does not begin with `stuck`.
MakeScenario all_but(const std::string& stuck) {
    return [stuck](const std::vector<std::string>& overrides) -> Expected<Scenario, Diagnostics> {
        if (overrides.front().starts_with(stuck))
            return Diagnostics{{"stuck", "", "", "", 0, 0, ""}};
        return Scenario{};
    };
}

TEST(OpenFactors, are_the_least_known_that_can_move_alone) {
    const std::string first = name_of(by_openness()[0]);
    const auto found = open_factors(3, all_but(first + "="), {});
    ASSERT_TRUE(found);
    EXPECT_EQ(found->left_out, std::vector<std::string>{first});
    ASSERT_EQ(found->factors.size(), 3u);
    for (std::size_t i = 0; i < 3; ++i)
        EXPECT_EQ(found->factors[i].name, name_of(by_openness()[i + 1]));
}

TEST(OpenFactors, hold_nothing_that_is_also_set) {
    const std::string first = name_of(by_openness()[0]);
    const std::string fourth = name_of(by_openness()[3]);
    EXPECT_TRUE(open_factors(3, all_but("nothing"), {fourth + "=1"}));  // not among the three
    const auto refused = open_factors(3, all_but("nothing"), {fourth + "=1", first + "=1"});
    ASSERT_FALSE(refused);
    EXPECT_THAT(describe(refused.error()), HasSubstr(first + " is both set and varied"));
    EXPECT_TRUE(open_factors(3, all_but(first + "="), {first + "=1"}));  // it stays as set
}

TEST(OpenFactors, are_all_that_the_evidence_leaves_open_where_so_many_are_asked_for) {
    const auto found = open_factors(parameter_refs().size(), all_but("nothing"), {});
    ASSERT_TRUE(found);
    EXPECT_EQ(found->factors.size(), by_openness().size());
    EXPECT_TRUE(found->left_out.empty());
}

}  // namespace
}  // namespace tumen::test

#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "rules/news.hpp"
#include "rules/oath.hpp"
#include "rules/punishment.hpp"
#include "support/plans.hpp"
#include "support/threads.hpp"

/// State hashes of small fixed scenarios, with a few numbers that a reader can see. They change
/// only when results change, and then the change is announced. To write them anew:
///     TUMEN_RENEW_GOLDEN=1 tumen_golden_tests
namespace tumen::testing {
namespace {

const std::string path = std::string(TUMEN_SOURCE_DIR) + "/tests/golden/hashes.txt";

struct Golden {
    std::string name;
    std::function<Plan()> plan;
};

void PrintTo(const Golden& it, std::ostream* out) {
    *out << it.name;
}

template <class Rule>
std::function<Plan()> with_rule(Rule RivalRules::*which, Rule choice) {
    return [=] {
        Plan plan = crowded_plan(3000, 100);
        plan.rules.*which = choice;
        return plan;
    };
}

std::vector<Golden> goldens() {
    return {
        {"calm", [] { return calm_plan(6000, 100); }},
        {"hand_in", [] { return hand_in_plan(6000, 100); }},
        {"hand_in_without_forgiveness",
         [] {
             Plan plan = hand_in_plan(6000, 100);
             plan.hand_in_drives[0].forgiveness = Forgiveness::none;
             return plan;
         }},
        {"oath", [] { return oath_plan(6000, 100); }},
        {"sweep", [] { return sweep_plan(6000, 100); }},
        {"crowded", [] { return crowded_plan(3000, 160); }},
        {"learning_city", with_rule(&RivalRules::learning, Learning::city)},
        {"oath_none", with_rule(&RivalRules::oath, OathForce::none)},
        {"oath_false_enforcement", with_rule(&RivalRules::oath, OathForce::false_enforcement)},
        {"enforcement_counts", with_rule(&RivalRules::enforcement, Enforcement::counts)},
        {"trust_fixed", with_rule(&RivalRules::trust, Trust::fixed)},
    };
}

std::string line_of(std::size_t day, const DayReport& report, std::int64_t handed,
                    std::int64_t arrested) {
    char line[160];
    std::snprintf(
        line, sizeof line, "%4zu %7lld %8lld %10lld %7lld %9lld %8.4f %9.6f\n", day,
        static_cast<long long>(report[Count::phones_held]), static_cast<long long>(calling(report)),
        static_cast<long long>(handed), static_cast<long long>(report[Count::signed_oath]),
        static_cast<long long>(arrested), report[Quantity::fee], report[Quantity::risk_roles]);
    return line;
}

/// A scenario's section: its hash, and every twentieth day.
std::string section(const Golden& golden) {
    const CityResult result = play(golden.plan());
    std::string text = "[" + golden.name + "]\nstate hash " + hex(result.state_hash) + "\n" +
                       " day  phones  calling  handed_in  signed  arrested      fee      risk\n";
    std::int64_t handed = 0;
    std::int64_t arrested = 0;
    for (std::size_t day = 0; day < result.days.size(); ++day) {
        handed += handed_in(result.days[day]);
        arrested += result.days[day][Count::arrested];
        if (day % 20 == 19) text += line_of(day, result.days[day], handed, arrested);
    }
    return text;
}

/// The section of that name as it stands in the file; empty if there is none.
std::string written(const std::string& name) {
    std::ifstream file(path);
    std::string text;
    bool inside = false;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("[")) inside = line == "[" + name + "]";
        if (inside && !line.empty()) text += line + "\n";
    }
    return text;
}

bool renewing() {
    return std::getenv("TUMEN_RENEW_GOLDEN") != nullptr;
}

class GoldenResults : public ::testing::TestWithParam<Golden> {};

TEST_P(GoldenResults, AreAsWritten) {
    if (renewing()) GTEST_SKIP() << "being written anew";
    EXPECT_EQ(section(GetParam()), written(GetParam().name))
        << "Results have changed. If they should have: TUMEN_RENEW_GOLDEN=1 tumen_golden_tests, "
           "and an "
           "entry in CHANGELOG.md under \"Changes results\".";
}

TEST_P(GoldenResults, AreThoseOfThreeThreads) {
    const Simulation simulation(GetParam().plan());
    ThreadExecutor executor(3);
    PlayOptions options;
    options.wards_a_task = 1;
    const std::string hash = hex(simulation.play(seed, 1, 0, executor, options).state_hash);
    if (renewing()) GTEST_SKIP() << "being written anew";
    EXPECT_NE(written(GetParam().name).find(hash), std::string::npos) << hash;
}

INSTANTIATE_TEST_SUITE_P(Of, GoldenResults, ::testing::ValuesIn(goldens()),
                         [](const auto& instance) { return instance.param.name; });

TEST(GoldenFile, IsWrittenWhenAskedFor) {
    if (!renewing()) {
        EXPECT_FALSE(written("calm").empty());
        EXPECT_TRUE(written("no such scenario").empty());
        return;
    }
    std::ofstream file(path);
    file
        << "# State hashes and a few sums of small fixed scenarios (tests/support/plans.cpp), seed "
        << seed << ",\n# replicate 1. Written by: TUMEN_RENEW_GOLDEN=1 tumen_golden_tests\n";
    for (const Golden& golden : goldens())
        file << "\n" << section(golden);
    EXPECT_TRUE(file.good());
}

}  // namespace
}  // namespace tumen::testing

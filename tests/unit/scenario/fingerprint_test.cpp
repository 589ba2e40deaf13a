#include "scenario/fingerprint/fingerprint.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <string>

#include "experiment/disk_files.hpp"
#include "scenario/assembly/ranges.hpp"
#include "scenario/evidence/ledger.hpp"

namespace tumen::test {
namespace {

/// In the order of fingerprint_scenarios(): a small city first, which meets most; then one of what
/// happens seldom, one on the bounds of comparisons, one with every kind of event, the large one,
/// and that under each rival rule.
constexpr std::size_t small = 0;
constexpr std::size_t everything = 3;
constexpr std::size_t large = 4;

const std::vector<Scenario>& plays() {
    static const std::vector<Scenario> all =
        *fingerprint_scenarios(FolderFiles(TUMEN_SOURCE_DIR "/src/scenario/fingerprint/plays"));
    return all;
}

const std::vector<Hash>& hashes() {
    static const std::vector<Hash> all = [] {
        std::vector<Hash> of_plays;
        for (const Scenario& play : plays())
            of_plays.push_back(fingerprint_of(play));
        return of_plays;
    }();
    return all;
}

TEST(Fingerprint, meets_every_choice_of_rules_and_each_gives_another_play) {
    std::size_t rivals = 0;
    for (const RuleRow& row : rule_rows()) {
        for (std::size_t choice = 1; choice < row.choices.size(); ++choice)
            rivals += row.choices[choice].empty() ? 0 : 1;
    }
    ASSERT_EQ(plays().size(), large + 1 + rivals);
    for (std::size_t i = large + 1; i < plays().size(); ++i)
        EXPECT_NE(hashes()[i], hashes()[large]) << "play " << i;
}

TEST(Fingerprint, meets_every_kind_of_event) {
    const Plan& plan = plays()[everything].plan;
    EXPECT_FALSE(plan.hand_in_drives.empty() || plan.oath_drives.empty() || plan.sweeps.empty() ||
                 plan.meetings.empty() || plan.peaks.empty() || plan.schedules.empty());
}

TEST(Fingerprint, is_what_the_plays_come_to_here) {
    EXPECT_EQ(std::string(model_fingerprint()), hex(fingerprint_of(hashes())));
}

/// A hundredth more, or the next whole number; of zero, a hundredth of what the evidence leaves
/// open; a hundredth less where no more is possible.
double moved(ParameterRef ref, double value) {
    const Interval range = evidence_range(ref);
    double more = value == 0 ? (range.high - range.low) / 100 : value * 1.01;
    if (must_be_whole(ref)) more = std::ceil(more);
    return more <= limits(ref).high ? more : value * 0.99;
}

Scenario with_moved(Scenario scenario, ParameterRef ref) {
    const double value = get(scenario.plan.parameters, ref);
    return with_values(std::move(scenario), {{name_of(ref), moved(ref, value)}});
}

bool is_met_by(std::size_t play, ParameterRef ref) {
    return fingerprint_of(with_moved(plays()[play], ref)) != hashes()[play];
}

TEST(Fingerprint, shows_most_parameters_moved_by_a_hundredth_in_its_smallest_play) {
    std::size_t met = 0;
    for (const ParameterRef ref : parameter_refs())
        met += is_met_by(small, ref) ? 1 : 0;
    EXPECT_GT(3 * met, 2 * parameter_refs().size()) << met << " are met";
}

TEST(Fingerprint, meets_every_parameter_so_that_one_moved_by_a_hundredth_is_another_play) {
    if (std::getenv("TUMEN_EVERY_PARAMETER") == nullptr)
        GTEST_SKIP() << "a minute; the stage `fingerprint` of tools/nightly plays it";
    for (const ParameterRef ref : parameter_refs()) {
        std::size_t i = 0;
        while (i < plays().size() && !is_met_by(i, ref))
            ++i;
        EXPECT_LT(i, plays().size()) << name_of(ref) << " is met by no play";
    }
}

}  // namespace
}  // namespace tumen::test

#include "app/session/output/early_answer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "scenario/assembly/read_scenario.hpp"
#include "scenario/text/files.hpp"
#include "support/made_up.hpp"

namespace tumen::test {
namespace {

using app::EarlyAnswer;

/// Plays of one drive and its yardstick, each with a draw of its own.
Experiment drawn(std::uint32_t plays, const Scenario& scenario = small_scenario()) {
    Experiment experiment = small_experiment(1, plays);
    experiment.points.front().scenario = scenario;
    for (std::uint32_t play = 1; play <= plays; ++play)
        experiment.draws.push_back({play, {}, {}});
    add_yardsticks(experiment);
    return experiment;
}

/// Each city counts `phones` on the drive's first day, and ten people stop calling.
ReplicateResult play(const Experiment& experiment, ReplicateKey key, std::int64_t phones) {
    ReplicateResult result = made_up_result(experiment, key);
    for (auto& city : result.cities) {
        for (DayReport& day : city) {
            day.counts = {};
            day[Count::calling_families] = key.point == 0 ? 20 : 30;
        }
        if (key.point == 0) city[20][Count::real_family] = phones;
    }
    return result;
}

std::size_t of(const std::string& text, char mark) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), mark));
}

TEST(EarlyAnswer, shows_few_plays_as_dots_and_no_number) {
    const Experiment experiment = drawn(200);
    MemorySink sink;
    EarlyAnswer early(experiment, sink);
    EXPECT_EQ(early.text(), "");
    // A tenth of a phone each, one each, ten each: left of the mark, on it, right of it.
    std::uint32_t replicate = 0;
    for (const std::int64_t phones : {1, 10, 100}) {
        ++replicate;
        early.accept(play(experiment, {replicate, 0}, phones));
        EXPECT_EQ(of(early.text(), '.'), replicate - 1);  // its yardstick is not there yet
        early.accept(play(experiment, {replicate, 1}, 0));
    }
    EXPECT_EQ(early.text(),
              "[      .     .     .      ] each dot is one of 3 plays, 197 to come; | is one phone "
              "each");
    early.accept(play(experiment, {4, 0}, 100));
    early.accept(play(experiment, {4, 1}, 0));
    EXPECT_THAT(early.text(),
                testing::StartsWith("[      .     .     :      ] each dot is one of 4"));
    EXPECT_EQ(sink.results.size(), 8u);  // nothing is kept back
}

TEST(EarlyAnswer, tells_a_range_from_64_plays_on_and_its_ends_in_fives_below_256) {
    const Experiment experiment = drawn(300);
    MemorySink sink;
    EarlyAnswer early(experiment, sink);
    for (std::uint32_t replicate = 1; replicate <= 300; ++replicate) {
        early.take(play(experiment, {replicate, 0}, replicate % 2 == 0 ? 1 : 3));
        early.take(play(experiment, {replicate, 1}, 0));
        if (replicate == 63) {
            EXPECT_THAT(early.text(), testing::HasSubstr("] each dot is one of 63 plays,"));
        } else if (replicate == 64) {
            EXPECT_EQ(early.text(),
                      "Early, 64 of 300 plays: 10 to 30 phones for every 100 who stopped");
        }
    }
    EXPECT_EQ(early.settle(), 0u);  // a sink that stores at once has nothing to settle
    EXPECT_EQ(sink.results.size(), 600u);
}

TEST(EarlyAnswer, says_what_less_than_no_people_who_stopped_are) {
    // A team counts nothing that a ratio could be made of: the change itself is told.
    const Experiment experiment = drawn(300, *read_scenario("hyesan-late-team", EmbeddedFiles()));
    MemorySink sink;
    EarlyAnswer early(experiment, sink);
    for (std::uint32_t replicate = 1; replicate <= 64; ++replicate) {
        ReplicateResult campaign = play(experiment, {replicate, 0}, 0);
        for (auto& city : campaign.cities) {
            for (DayReport& day : city)
                day[Count::calling_families] = 50;
        }
        early.take(std::move(campaign));
        early.take(play(experiment, {replicate, 1}, 0));
    }
    EXPECT_EQ(early.text(),
              "Early, 64 of 300 plays: -20 to -20 people stopped because of it (below 0: more "
              "people called)");
}

TEST(EarlyAnswer, says_nothing_of_luck_alone_or_of_several_scenarios) {
    Experiment luck = small_experiment(1, 2);
    add_yardsticks(luck);
    Experiment several = drawn(2);
    several.points = Points{several.points.front(), several.points.front(), several.points.back()};
    for (const Experiment& experiment : {luck, several}) {
        MemorySink sink;
        EarlyAnswer early(experiment, sink);
        for (std::uint32_t point = 0; point < experiment.points.size(); ++point)
            early.accept(play(experiment, {1, point}, 5));
        EXPECT_EQ(early.text(), "");
        EXPECT_EQ(sink.results.size(), experiment.points.size());
    }
}

}  // namespace
}  // namespace tumen::test

#include "scenario/event_ranges.hpp"

#include "scenario/assembly/settings.hpp"
#include "scenario/explain/explain.hpp"
#include "support.hpp"

/// Numbers of the calendar that are not known, and those that are told as times another.
namespace tumen {
namespace {

using testing::complaints;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::read;
using testing::sound;

const std::string jamming =
    "[[ward_group]]\nname = \"jammed\"\nshare = 0.4\nrange = [0.1, 0.7]\n"
    "drawn_as = \"jammed-wards\"\n"
    "[[schedule]]\nparameter = \"call_rate.family\"\nfrom = 2020-10-01\nto = 2020-12-01\n"
    "factor = 0.3\nrange = [0.1, 0.6]\ndrawn_as = \"jamming\"\nwards = [\"jammed\"]\n"
    "[[schedule]]\nparameter = \"call_rate.broker\"\nfrom = 2020-10-01\nto = 2020-12-01\n"
    "factor = 0.3\nrange = [0.1, 0.6]\ndrawn_as = \"jamming\"\nwards = [\"jammed\"]\n";
const std::string of_the_calendar =
    "[[peak]]\nfrom = 2020-12-10\nto = 2020-12-31\npressure = 0.3\nrange = [0, 1]\n"
    "drawn_as = \"year-end\"\n"
    "[[meeting]]\non = 2020-11-05\nreach = 0.5\nrange = [0.2, 0.9]\ndrawn_as = \"meetings\"\n"
    "[[schedule]]\nparameter = \"movement\"\nto = 2021-02-01\n"
    "table = [[2020-10-01, 0.4, 0.2, 0.8], [2020-12-01, 0.6, 0.5, 0.9]]\n"
    "drawn_as = \"closure\"\n";

Scenario sound_one(const std::string& text, const ReadOptions& options = {}) {
    auto scenario = read(sound + text, options);
    EXPECT_TRUE(scenario) << complaints(scenario);
    return *std::move(scenario);
}

TEST(EventRange, has_its_stated_number_in_the_middle_and_its_ends_at_0_and_1) {
    const EventRange range{"jamming", 0.1, 0.3, 0.7};
    EXPECT_EQ(number_at(range, 0), 0.1);
    EXPECT_NEAR(number_at(range, 0.25), 0.2, 1e-15);
    EXPECT_EQ(number_at(range, 0.5), 0.3);
    EXPECT_NEAR(number_at(range, 0.75), 0.5, 1e-15);
    EXPECT_NEAR(number_at(range, 1), 0.7, 1e-15);
}

TEST(EventRange, of_one_name_is_drawn_at_one_place_in_all_entries) {
    const Scenario scenario = sound_one(jamming + of_the_calendar);
    EXPECT_THAT(range_names(scenario),
                ElementsAre("closure", "jammed-wards", "jamming", "meetings", "year-end"));
    const Scenario drawn = with_values(scenario, {{"ranges.jamming", 1},
                                                  {"ranges.closure", 0},
                                                  {"ranges.meetings", 0.5},
                                                  {"ranges.year-end", 1},
                                                  {"ranges.jammed-wards", 0},
                                                  {"ranges.other", 0.3}});
    const auto value = [](const Scenario& of, std::size_t i) { return of.plan.schedules[i].value; };
    // Movement twice, and between them, in the order of days and parameters, 0.6 of 0.01 and of
    // 0.35.
    EXPECT_EQ(value(drawn, 0), 0.2);
    EXPECT_NEAR(value(drawn, 1), 0.006, 1e-15);
    EXPECT_NEAR(value(drawn, 2), 0.21, 1e-15);
    EXPECT_EQ(value(drawn, 3), 0.5);
    EXPECT_EQ(drawn.plan.meetings[0].reach, 0.5);
    EXPECT_EQ(drawn.plan.peaks[0].pressure, 1);
    EXPECT_EQ(drawn.plan.ward_groups[0].share, 0.1);
    // What stands without a draw.
    EXPECT_EQ(value(scenario, 0), 0.4);
    EXPECT_EQ(value(scenario, 1), 0.003);
    EXPECT_EQ(scenario.plan.peaks[0].pressure, 0.3);
}

TEST(EventRange, is_read_back_from_the_canonical_text) {
    const Scenario scenario = sound_one(jamming + of_the_calendar);
    const auto again = read(write_scenario(scenario));
    ASSERT_TRUE(again) << complaints(again);
    EXPECT_EQ(write_scenario(*again), write_scenario(scenario));
    const std::vector<std::pair<std::string, double>> places = {{"ranges.jamming", 0.2},
                                                                {"ranges.closure", 0.9}};
    EXPECT_EQ(scenario_hash(with_values(*again, places)),
              scenario_hash(with_values(scenario, places)));
    EXPECT_FALSE(scenario_hash(*again) == scenario_hash(with_values(*again, places)));
}

TEST(EventRange, is_held_where_its_place_is_named) {
    ReadOptions options;
    options.overrides = {"ranges.jamming=100 %"};
    const Scenario held = sound_one(jamming, options);
    EXPECT_THAT(range_names(held), ElementsAre("jammed-wards"));
    EXPECT_NEAR(held.plan.schedules[0].value, 0.006, 1e-15);
    EXPECT_NEAR(with_values(held, {{"ranges.jamming", 0}}).plan.schedules[0].value, 0.006, 1e-15);
    EXPECT_EQ(origins_of(held, EventKind::schedule)[0].kind, OriginKind::flag);
    const std::string_view setting = "ranges.jamming=100 %";
    const auto set = with_settings(sound_one(jamming), std::span(&setting, 1));
    ASSERT_TRUE(set) << complaints(set);
    EXPECT_THAT(range_names(*set), ElementsAre("jammed-wards"));
    EXPECT_EQ(set->plan.schedules[0].value, held.plan.schedules[0].value);
}

TEST(EventRange, is_explained_with_its_ends_and_its_name) {
    std::string all;
    for (const ExplainRow& row : explain(sound_one(jamming + of_the_calendar))) {
        all += row.name + " " + row.value + "\n";
        for (const std::string& schedule : row.schedules)
            all += schedule + "\n";
    }
    EXPECT_THAT(all, HasSubstr("0.3 times its own value, drawn from 0.1 to 0.6 as jamming"));
    EXPECT_THAT(all, HasSubstr("drawn from 10 % to 70 % as jammed-wards"));
    EXPECT_THAT(all, HasSubstr("pressure 0.3, drawn from 0 to 1 as year-end"));
    EXPECT_THAT(all, HasSubstr("as meetings"));
    EXPECT_THAT(all, HasSubstr("as closure"));
}

TEST(Factor, follows_the_value_that_the_parameter_has) {
    const std::string twice =
        "[[schedule]]\nparameter = \"detection\"\nfrom = 2020-10-01\nto = 2020-12-01\n"
        "factor = 2\n";
    const Scenario scenario = sound_one(twice);
    EXPECT_EQ(scenario.plan.schedules[0].value, 0.007);
    EXPECT_EQ(with_values(scenario, {{"detection", 0.01}}).plan.schedules[0].value, 0.02);
    // No probability exceeds 1.
    EXPECT_EQ(with_values(scenario, {{"detection", 0.8}}).plan.schedules[0].value, 1);
    ReadOptions options;
    options.overrides = {"detection=0.02"};
    EXPECT_EQ(sound_one(twice, options).plan.schedules[0].value, 0.04);
    const auto again = read(write_scenario(with_values(scenario, {{"detection", 0.01}})));
    ASSERT_TRUE(again) << complaints(again);
    EXPECT_EQ(again->plan.schedules[0].value, 0.02);
}

struct Refused {
    const char* text;
    const char* place;
    const char* problem;
};
class RefusedRanges : public ::testing::TestWithParam<Refused> {};

TEST_P(RefusedRanges, are_said_at_their_place) {
    const auto scenario = read(sound + GetParam().text);
    EXPECT_THAT(complaints(scenario), HasSubstr(GetParam().place));
    EXPECT_THAT(complaints(scenario), HasSubstr(GetParam().problem));
}

INSTANTIATE_TEST_SUITE_P(
    All, RefusedRanges,
    ::testing::Values(
        Refused{"[[peak]]\nfrom = 2020-10-01\nto = 2020-10-02\npressure = 0.3\nrange = [0, 1]\n",
                "test.toml:9:1", "range without drawn_as"},
        Refused{"[[peak]]\nfrom = 2020-10-01\nto = 2020-10-02\npressure = 0.3\ndrawn_as = \"x\"\n",
                "test.toml:9:1", "drawn_as without a range"},
        Refused{"[[peak]]\nfrom = 2020-10-01\nto = 2020-10-02\npressure = 0.3\n"
                "range = [0.4, 1]\ndrawn_as = \"x\"\n",
                "test.toml:9:10", "is not about 0.3"},
        Refused{"[[peak]]\nfrom = 2020-10-01\nto = 2020-10-02\npressure = 0.3\n"
                "range = [0, 2]\ndrawn_as = \"x\"\n",
                "test.toml:9:13", "pressure lies between 0 and 1"},
        Refused{"[[peak]]\nfrom = 2020-10-01\nto = 2020-10-02\npressure = 0.3\n"
                "range = [0, 1]\ndrawn_as = \"Year End\"\n",
                "test.toml:10:12", "cannot be the name of a range"},
        Refused{"[[meeting]]\non = 2020-10-01\nrange = [0, 1]\ndrawn_as = \"x\"\n",
                "test.toml:7:10", "a range and no reach"},
        Refused{"[[sweep]]\nfrom = 2020-10-01\nto = 2020-10-02\nrange = [0, 1]\n", "test.toml:8:1",
                "unknown key \"range\""},
        Refused{"[[schedule]]\nparameter = \"detection\"\nfrom = 2020-10-01\nto = 2020-12-01\n"
                "value = 0.01\nrange = [0.005, 0.5]\ndrawn_as = \"x\"\n",
                "test.toml:10:17", "beyond the evidence"},
        Refused{"[[schedule]]\nparameter = \"detection\"\nfrom = 2020-10-01\nto = 2020-12-01\n"
                "ramp = [0.01, 0.02]\nrange = [0.005, 0.05]\ndrawn_as = \"x\"\n",
                "test.toml:10:10", "a ramp and a range"},
        Refused{"[[schedule]]\nparameter = \"detection\"\nto = 2020-12-01\n"
                "table = [[2020-10-01, 0.01]]\ndrawn_as = \"x\"\n",
                "test.toml:8:10", "ends of their ranges"},
        Refused{"[[schedule]]\nparameter = \"detection\"\nfrom = 2020-10-01\nto = 2020-12-01\n"
                "value = 0.01\nfactor = 2\n",
                "test.toml:10:1", "both value and factor"},
        Refused{"[[schedule]]\nparameter = \"detection\"\nfrom = 2020-10-01\nto = 2020-12-01\n"
                "factor = 2\n[[ward_group]]\nname = \"x\"\nshare = 0.5\n"
                "[ward_group.parameters]\ndetection = 0.01\n",
                "test.toml:9:10", "is not one value that a factor could be of"},
        Refused{"[[ward_group]]\nname = \"x\"\nshare = 0.4\nrange = [0.1, 0.7]\ndrawn_as = \"x\"\n"
                "[[ward_group]]\nname = \"y\"\nshare = 0.5\n",
                "test.toml:12:9", "at most"}));

TEST(Values, of_residents_are_those_of_cities_that_name_none_as_in_a_file) {
    const std::string cities =
        "[[city]]\nname = \"named\"\nlabel = \"N\"\nresidents = 3000\n"
        "[[city]]\nname = \"unnamed\"\nlabel = \"U\"\n";
    const std::string before = sound.substr(0, sound.find("[[city]]"));
    ReadOptions options;
    options.overrides = {"residents=5000"};
    const auto read_so = read(before + cities, options);
    const auto plain = read(before + cities);
    ASSERT_TRUE(read_so && plain) << complaints(read_so);
    const Scenario set = with_values(*plain, {{"residents", 5000}});
    EXPECT_EQ(set.plan.cities[0].residents, 3000);
    EXPECT_EQ(set.plan.cities[1].residents, 5000);
    EXPECT_EQ(scenario_hash(set), scenario_hash(*read_so));
}

TEST(EventRange, that_no_entry_has_cannot_be_set) {
    ReadOptions options;
    options.overrides = {"ranges.jaming=0.5"};
    EXPECT_THAT(complaints(read(sound + jamming, options)),
                HasSubstr("no entry is drawn as \"jaming\""));
    options.overrides = {"ranges.jamming=2"};
    EXPECT_THAT(complaints(read(sound + jamming, options)), HasSubstr("between 0 and 1"));
}

}  // namespace
}  // namespace tumen

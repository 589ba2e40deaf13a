#include "report/parts/doubt_words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tumen::test {
namespace {

using testing::HasSubstr;

Json doubt() {
    return Json::parse(R"({
        "about": "official_per_changed", "unit": "phones",
        "turns": {"side": "above", "point": 100, "draws": 200, "reversed": 60, "share": 0.28,
                  "at_most": 0,
                  "bounds": [{"id": "kin_share", "label": "Kin abroad", "unit": "share", "index": "",
                              "choice": "", "side": "below", "at": 0.06, "middle": 0.04}],
                  "density": 0.83, "coverage": 0.5},
        "narrows": {"asked": 190, "equal": 1, "today": [36, 340],
                    "most": [{"id": "phone_share.family", "label": "Adults with a phone",
                              "index": "family", "then": [60, null]}]}})");
}

TEST(DoubtWords, say_in_a_line_each_what_would_turn_the_sentence_and_what_would_narrow_it) {
    const auto lines = doubt_lines(doubt(), "handed_in");
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_EQ(
        lines[0],
        "What would turn this round: where \"Kin abroad\" is below 6.0 % (middle: 4.0 %), "
        "officers count more phones than people who stop in 83 of 100 plays; of all plays, in 28 "
        "of 100.");
    EXPECT_EQ(
        lines[1],
        "What would narrow it most, today 36 to 340: to know \"Adults with a phone\" (family) "
        "(then 60 and more).");
}

TEST(DoubtWords, name_those_that_are_too_close_to_tell_apart) {
    Json many = doubt();
    many["narrows"]["equal"] = 7;
    many["narrows"]["most"].push_back({{"label", "Price"}, {"index", ""}, {"then", {55, 290}}});
    EXPECT_THAT(doubt_lines(many)[1], HasSubstr(", or \"Price\" (then 55 to 290). Too close to say "
                                                "which of 7, of 190 asked about."));
}

TEST(DoubtWords, say_that_nothing_turns_it_with_a_bound_or_that_nothing_short_does) {
    Json never = doubt();
    never["turns"]["reversed"] = 0;
    never["turns"]["share"] = 0;
    never["turns"]["at_most"] = 0.0148;
    EXPECT_THAT(doubt_lines(never)[0],
                HasSubstr("In all 200 draws it came out the same way (at most 1 in 67 otherwise)"));
    Json tangled = doubt();
    tangled["turns"]["bounds"] = Json::array();
    tangled["turns"]["reversed"] = 1;
    tangled["turns"]["share"] = 0.005;
    tangled["about"] = "difference";
    EXPECT_THAT(doubt_lines(tangled)[0],
                HasSubstr("In fewer than 1 of 100 plays the difference is above 0."));
    tangled["narrows"]["most"] = Json::array();
    EXPECT_THAT(doubt_lines(tangled)[1], HasSubstr("nothing by more than chance"));
}

TEST(DoubtWords, are_silent_where_too_few_plays_tell_anything) {
    EXPECT_TRUE(doubt_lines(nullptr).empty());
    Json level = doubt();
    level["turns"] = nullptr;
    EXPECT_EQ(doubt_lines(level).size(), 1u);
}

}  // namespace
}  // namespace tumen::test

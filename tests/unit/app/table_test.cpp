#include "app/cli/terminal/table.hpp"

#include <gmock/gmock.h>

#include "app/cli/terminal/columns.hpp"

namespace tumen::app {
namespace {

using testing::ElementsAre;

const std::vector<std::vector<std::string>> rows = {
    {"what", "middle", "90 of 100 plays"},
    {"People who stopped calling because of the campaign", "163", "21 to 683"},
    {"Phones handed in", "185", "-"}};

TEST(Table, keeps_a_row_in_a_line_where_there_is_room) {
    const TableLines wide = table_lines(rows, 1000);
    EXPECT_EQ(wide.heading, 1);
    EXPECT_THAT(
        wide.lines,
        ElementsAre("what                                                middle  90 of 100 plays",
                    "People who stopped calling because of the campaign  163     21 to 683",
                    "Phones handed in                                    185     -"));
}

TEST(Table, goes_on_in_the_next_line_where_a_terminal_is_narrower) {
    const TableLines narrow = table_lines(rows, 50);
    EXPECT_EQ(narrow.heading, 1);
    EXPECT_THAT(narrow.lines, ElementsAre("what                       middle  90 of 100 plays",
                                          "People who stopped         163     21 to 683",
                                          "calling because of the", "campaign",
                                          "Phones handed in           185     -"));
    for (const std::string& line : narrow.lines)
        EXPECT_LE(columns_of(line), 50) << line;
}

TEST(Table, names_its_columns_in_every_row_where_they_cannot_stand_side_by_side) {
    const TableLines narrowest = table_lines(rows, 30);
    EXPECT_EQ(narrowest.heading, 0);
    EXPECT_THAT(narrowest.lines,
                ElementsAre("People who stopped calling", "because of the campaign",
                            "  middle: 163; 90 of 100", "  plays: 21 to 683", "Phones handed in",
                            "  middle: 185"));
    const TableLines with_words = table_lines(
        {{"ID", "SHARE", "STATEMENT"}, {"P05", "100 %", "Nearly all sign their oath."}}, 24);
    EXPECT_THAT(with_words.lines,
                ElementsAre("P05: Nearly all sign", "their oath.", "  share: 100 %"));
}

TEST(Table, takes_no_range_for_a_sentence_and_a_group_for_no_row) {
    const TableLines table =
        table_lines({{"", "what", "middle", "luck alone"},
                     {"what changed", "Transfers missed", "2.0 %", "-3.2 % to 9.2 %"},
                     {"", "People arrested", "24", "15 to 34"},
                     {"", "Bribes paid", "0 CNY", "-29,385 to +28,056 CNY"}},
                    30);
    EXPECT_THAT(table.lines,
                ElementsAre("what changed", "Transfers missed",
                            "  middle: 2.0 %; luck alone:", "  -3.2 % to 9.2 %", "People arrested",
                            "  middle: 24; luck alone: 15", "  to 34", "Bribes paid",
                            "  middle: 0 CNY; luck alone:", "  -29,385 to +28,056 CNY"));
}

TEST(Table, gives_a_syllable_of_hangul_two_columns) {
    const TableLines table = table_lines({{"what", "n"}, {"\uC804\uD654 \uD654", "1"}}, 100);
    EXPECT_THAT(table.lines, ElementsAre("what     n", "\uC804\uD654 \uD654  1"));
}

TEST(FoldedList, goes_on_below_where_the_meaning_begins) {
    EXPECT_EQ(folded_list("Options:\n  --seed N    Which luck (1), of all that there are\n", 40),
              "Options:\n  --seed N    Which luck (1), of all\n              that there are\n");
    EXPECT_EQ(folded_list("  a line without a meaning of its own\n", 30),
              "  a line without a meaning of\n  its own\n");
}

}  // namespace
}  // namespace tumen::app

#include "base/visible.hpp"

#include <gtest/gtest.h>

namespace tumen::test {
namespace {

TEST(Visible, writes_out_what_moves_hides_colours_or_turns_text) {
    EXPECT_EQ(visible("\x1b[2A\r\x1b[8m"), "\\x1b[2A\\x0d\\x1b[8m");
    EXPECT_EQ(visible(std::string_view("a\0b\x7f", 4)), "a\\x00b\\x7f");
    EXPECT_EQ(visible("\u202egnp\u2066 \u200b\ufeff"), "\\u202egnp\\u2066 \\u200b\\ufeff");
    EXPECT_EQ(visible("\u009b31m"), "\\u009b31m");  // a terminal's own way to begin a sequence
    EXPECT_EQ(visible("\xff\xfe"), "\\xff\\xfe");
}

TEST(Visible, leaves_letters_of_every_script_and_lines_alone) {
    const std::string text = "Hyesan\n\t혜산 Хесан ヘサン é 100 %\n";
    EXPECT_EQ(visible(text), text);
}

}  // namespace
}  // namespace tumen::test

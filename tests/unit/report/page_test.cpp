#include "report/page.hpp"

#include <gtest/gtest.h>

namespace tumen {

TEST(Page, NothingInTheDataCanEndTheElementThatHoldsIt) {
    EXPECT_EQ(embeddable("{\"a\":\"</script>\"}"), "{\"a\":\"\\u003c/script\\u003e\"}");
    EXPECT_EQ(embeddable("<!--&-->"), "\\u003c!--\\u0026--\\u003e");
}

TEST(Page, LineSeparatorsOfScriptsAreEscapedAndOtherTextIsNot) {
    EXPECT_EQ(embeddable("a\xE2\x80\xA8z\xE2\x80\xA9"), "a\\u2028z\\u2029");
    EXPECT_EQ(embeddable("\xE2\x80\xA6 \xE2\x80"), "\xE2\x80\xA6 \xE2\x80");
    EXPECT_EQ(embeddable("\xED\x98\x9C\xEC\x82\xB0"), "\xED\x98\x9C\xEC\x82\xB0");
}

TEST(Page, TheTemplateHasOnePlaceForTheData) {
    const std::string_view page = page_template();
    const std::size_t at = page.find(data_token);
    ASSERT_NE(at, page.npos);
    EXPECT_EQ(page.find(data_token, at + 1), page.npos);
}

TEST(Page, TheDataTakesThePlaceOfTheTokenAndNothingElseChanges) {
    const std::string page = render_page("{\"a\":1}");
    EXPECT_EQ(page.find(data_token), page.npos);
    const std::size_t at = page_template().find(data_token);
    EXPECT_EQ(page.substr(0, at), page_template().substr(0, at));
    EXPECT_EQ(page.substr(at, 7), "{\"a\":1}");
    EXPECT_EQ(page.substr(at + 7), page_template().substr(at + data_token.size()));
}

}  // namespace tumen

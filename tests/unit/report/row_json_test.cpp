#include "report/rows/row_json.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace tumen {

namespace {

enum class Colour : std::uint8_t { red, green };
std::string_view name_of(Colour colour) {
    return colour == Colour::red ? "red" : "green";
}

struct Inner {
    double value = 0;
};
struct Made {
    std::string id;
    double mean = 0;
    std::optional<double> low;
    std::size_t n = 0;
    Colour colour = Colour::green;
    Interval range;
    std::optional<Inner> inner;
    std::vector<std::string_view> words;
};

Made made() {
    return {"a",        1.23456789,  std::nullopt,
            3,          Colour::red, {0, std::numeric_limits<double>::infinity()},
            Inner{0.5}, {"x", "y"}};
}

/// A parameter, a rival by its place, a date in days.
struct Drawn {
    std::optional<Setting> end = Setting{"fee_base", 0.123456789};
    Settings values{{{"fee_base", 0.25}, {"rules.trust", 1}, {"hand_in_drive.to", 18550}}};
};

/// What can be played again.
struct Kept {
    std::uint32_t number = 0;
    std::vector<Named<double>> values;
    std::vector<Named<std::string>> rules;
};
struct WithDrawn {
    std::vector<DrawnValue> values;
};

}  // namespace

template <>
inline constexpr auto fields_of<Kept> = FieldList{Field{"number", "", "Its number.", &Kept::number},
                                                  Field{"values", "", "Values.", &Kept::values},
                                                  Field{"rules", "", "Rivals.", &Kept::rules}};
template <>
inline constexpr auto fields_of<WithDrawn> =
    FieldList{Field{"values", "", "What was drawn.", &WithDrawn::values}};
template <>
inline constexpr auto fields_of<Drawn> =
    FieldList{Field{"end", "row", "An end of a range.", &Drawn::end},
              Field{"values", "", "What is set.", &Drawn::values}};
template <>
inline constexpr std::optional<Colour> last_of<Colour> = Colour::green;
template <>
inline constexpr auto fields_of<Inner> =
    FieldList{Field{"value", "row", "A value.", &Inner::value}};
template <>
inline constexpr auto fields_of<Made> =
    FieldList{Field{"id", "", "Its name.", &Made::id},
              Field{"mean", "row", "A mean.", &Made::mean},
              Field{"low", "row", "Where it begins.", &Made::low},
              Field{"n", "pairs", "How many.", &Made::n, Without{.page = "there is no room"}},
              Field{"colour", "", "A word.", &Made::colour, {}, "hue"},
              Field{"range", "row", "Two ends.", &Made::range, {}, "range_low range_high"},
              Field{"inner", "", "A row in a row.", &Made::inner},
              Field{"words", "", "Texts.", &Made::words}};

TEST(RowJson, HasTheFieldsOfTheListInTheirOrder) {
    EXPECT_EQ(row_json<Face::command_line>(made()).dump(),
              R"({"id":"a","mean":1.23456789,"low":null,"n":3,"colour":"red","range":[0.0,null],)"
              R"("inner":{"value":0.5},"words":["x","y"]})");
}

TEST(RowJson, OfThePageIsRoundedAndDoesWithoutWhatItSays) {
    EXPECT_EQ(row_json<Face::page>(made()).dump(),
              R"({"id":"a","mean":1.23457,"low":null,"colour":"red","range":[0,null],)"
              R"("inner":{"value":0.5},"words":["x","y"]})");
    EXPECT_EQ(row_values<Face::page>(made()).size(), row_json<Face::page>(made()).size());
}

TEST(RowJson, SaysRivalsAndDatesToPeopleAndNumbersToThePage) {
    EXPECT_EQ(row_json<Face::command_line>(Drawn()).dump(),
              R"({"end":0.123456789,"values":{"fee_base":0.25,"rules.trust":"fixed",)"
              R"("hand_in_drive.to":"2020-10-15"}})");
    EXPECT_EQ(row_json<Face::page>(Drawn()).dump(), R"({"end":0.123457,"values":[0.25,1,18550]})");
    EXPECT_EQ(row_json<Face::command_line>(Drawn{std::nullopt, {}}).dump(),
              R"({"end":null,"values":{}})");
    EXPECT_EQ(description_of<Drawn>()[0].type, "setting");
    EXPECT_TRUE(description_of<Drawn>()[0].may_be_missing);
    EXPECT_EQ(description_of<Drawn>()[1].type, "settings");
}

TEST(RowJson, ReadsBackEveryDigitOfWhatIsPlayedAgain) {
    const Kept kept{7, {{"fee_base", 0.1 + 0.2}}, {{"trust", "fixed"}}};
    const Json json = row_json<Face::page>(kept);
    EXPECT_EQ(json.dump(), R"({"number":7,"values":[["fee_base",0.30000000000000004]],)"
                           R"("rules":[["trust","fixed"]]})");
    const Kept read = read_row<Kept>(json);
    EXPECT_EQ(read.number, 7u);
    EXPECT_EQ(read.values, kept.values);
    EXPECT_EQ(read.rules, kept.rules);
    EXPECT_THROW(read_row<Kept>(Json{{"number", 7}}), Json::exception);
    EXPECT_EQ(row_json<Face::page>(WithDrawn{{0.1 + 0.2, "fixed"}}).dump(),
              R"({"values":[0.30000000000000004,"fixed"]})");
    EXPECT_EQ(description_of<Kept>()[1].type, "named number");
    EXPECT_EQ(description_of<Kept>()[2].type, "named text");
    EXPECT_EQ(description_of<WithDrawn>()[0].type, "drawn value");
}

TEST(RowJson, IsDescribedByTypesAndWords) {
    const std::vector<FieldDescription> fields = description_of<Made>();
    std::vector<std::string> types;
    for (const FieldDescription& field : fields)
        types.push_back(field.type + (field.list ? " list" : "") +
                        (field.may_be_missing ? " or none" : ""));
    EXPECT_EQ(types, (std::vector<std::string>{"text", "number", "number or none", "count", "word",
                                               "ends", "row or none", "text list"}));
    EXPECT_EQ(fields[4].words, (std::vector<std::string>{"red", "green"}));
    EXPECT_EQ(fields[4].in_python, "hue");
    EXPECT_EQ(fields[6].fields.front().name, "value");
    EXPECT_EQ(fields[3].without.page, "there is no room");
}

}  // namespace tumen

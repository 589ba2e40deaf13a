#include "store/export.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "measures/headlines/headlines.hpp"
#include "support/made_up.hpp"
#include "unit/store/temporary.hpp"

namespace tumen::test {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

class Export : public testing::Test {
  protected:
    Export() {
        experiment.points[0].name = "a \"small\", plain one";
        auto store = ResultStore::create(path, experiment, some_build(), Overwrite::refuse);
        (*store)->accept(made_up_result(experiment, {2, 0}));
        ReplicateResult failed;
        failed.replicate = 1;
        failed.seed = 7;
        failed.outcome = Outcome::failed;
        failed.reason = "no memory, sorry";
        (*store)->accept(failed);
        EXPECT_FALSE((*store)->close());
        reader = *ResultReader::open(path);
    }

    std::vector<std::string> lines(CsvTable table) {
        std::ostringstream out;
        EXPECT_FALSE(write_csv(*reader, table, out));
        std::istringstream in(out.str());
        std::vector<std::string> result;
        for (std::string line; std::getline(in, line);)
            result.push_back(line);
        return result;
    }

    const TemporaryFolder folder;
    Experiment experiment = small_experiment(1, 2);
    const std::string path = folder / "a.sqlite";
    std::unique_ptr<ResultReader> reader;
};

TEST_F(Export, writes_one_line_a_day_and_city_with_plain_names_above) {
    const auto daily = lines(CsvTable::daily);
    ASSERT_EQ(daily.size(), 1 + 2 * 40u);
    EXPECT_THAT(
        daily[0],
        StartsWith(
            "point,fee_base,aversion_spread,replicate,city,date,day,phones_held,phones_bought,"));
    EXPECT_THAT(daily[1],
                StartsWith("\"a \"\"small\"\", plain one\",0.2,0.5,2,upper,2020-09-01,0,2,1002,"));
    EXPECT_THAT(daily[80],
                StartsWith("\"a \"\"small\"\", plain one\",0.2,0.5,2,lower,2020-10-10,39,393,"));
    const auto commas = [](const std::string& line) {
        return std::count(line.begin(), line.end(), ',');
    };
    EXPECT_EQ(commas(daily[0]) + 1, commas(daily[1]));  // one stands in the name
}

TEST_F(Export, tells_failed_replicates_and_headlines) {
    const auto replicate = lines(CsvTable::replicate);
    ASSERT_EQ(replicate.size(), 3u);
    EXPECT_THAT(replicate[1], HasSubstr(",1,7,failed,\"no memory, sorry\","));
    EXPECT_THAT(replicate[2], HasSubstr(",2,7,done,,"));
    const auto headline = lines(CsvTable::headline);
    EXPECT_EQ(headline.size(), 1 + headlines(experiment.points[0].scenario.plan).size());
    EXPECT_THAT(headline[1], HasSubstr(",2,handed_in,"));
}

TEST_F(Export, describes_every_column_of_every_table) {
    const auto columns = lines(CsvTable::columns);
    for (const CsvTable table : {CsvTable::daily, CsvTable::replicate}) {
        std::istringstream names(lines(table)[0]);
        for (std::string name; std::getline(names, name, ',');) {
            const std::string start = std::string(name_of(table)) + "," + name + ",";
            EXPECT_THAT(columns, testing::Contains(StartsWith(start)));
        }
    }
    EXPECT_THAT(columns, testing::Contains(StartsWith("daily,fee,share,")));
    EXPECT_THAT(columns, testing::Contains(StartsWith("headline,handed_in,phones,")));
}

TEST_F(Export, writes_a_folder_and_overwrites_only_when_forced) {
    const std::string out = folder / "out";
    const auto paths = export_csv(*reader, out, Overwrite::refuse);
    ASSERT_TRUE(paths);
    EXPECT_EQ(paths->size(), 4u);
    EXPECT_THAT(bytes_of(out + "/daily.csv"),
                StartsWith("point,fee_base,aversion_spread,replicate"));
    write_bytes(out + "/daily.csv", "mine");
    const auto again = export_csv(*reader, out, Overwrite::refuse);
    ASSERT_FALSE(again);
    EXPECT_THAT(again.error().problem, HasSubstr("exists"));
    EXPECT_EQ(bytes_of(out + "/daily.csv"), "mine");
    EXPECT_TRUE(export_csv(*reader, out, Overwrite::replace));
    EXPECT_THAT(bytes_of(out + "/daily.csv"),
                StartsWith("point,fee_base,aversion_spread,replicate"));
}

TEST_F(Export, says_when_it_cannot_write) {
    const auto nowhere = export_csv(*reader, folder / "no/such", Overwrite::refuse);
    ASSERT_FALSE(nowhere);
    EXPECT_THAT(nowhere.error().problem, HasSubstr("cannot be made"));
    std::ofstream full("/dev/full");
    EXPECT_TRUE(write_csv(*reader, CsvTable::daily, full));
}

}  // namespace
}  // namespace tumen::test

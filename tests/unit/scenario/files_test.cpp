#include "experiment/disk_files.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "support.hpp"

namespace tumen {
namespace {

using testing::complaints;
using ::testing::HasSubstr;
using testing::sound;

/// A folder of its own for each test, gone afterwards.
class Files : public ::testing::Test {
  protected:
    void SetUp() override {
        folder_ = std::filesystem::temp_directory_path() /
                  ("tumen-files-" + std::to_string(getpid()) + "-" +
                   ::testing::UnitTest::GetInstance()->current_test_info()->name());
        std::filesystem::create_directories(folder_);
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    std::string write(const std::string& name, const std::string& text) {
        const std::string path = (folder_ / name).string();
        std::ofstream(path, std::ios::binary) << text;
        return path;
    }

    std::filesystem::path folder_;
};

TEST_F(Files, AreReadByPathAndExtendTheirNeighbours) {
    write("base.toml", sound);
    const auto scenario = load_scenario(write("Mine.toml", "extends = \"base\"\ndays = 10\n"));
    ASSERT_TRUE(scenario) << complaints(scenario);
    EXPECT_EQ(scenario->name, "mine");
    EXPECT_EQ(scenario->plan.days, 10);
    EXPECT_EQ(scenario->extends, std::vector<std::string>{"base"});
}

TEST_F(Files, ExtendWhatTheProgramCarriesWhereTheFolderHasNoneOfThatName) {
    const std::string mine = write("mine.toml", "extends = \"hyesan-coercion\"\n");
    EXPECT_EQ(load_scenario(mine)->plan.days, 200);
    // A file in the folder stands before an embedded one, but not between embedded ones.
    write("hyesan-handin.toml", sound + "[[sweep]]\nfrom = 2020-12-24\nto = 2020-12-25\n");
    EXPECT_TRUE(load_scenario(mine)->plan.sweeps.empty());
    EXPECT_EQ(load_scenario(write("other.toml", "extends = \"hyesan-handin\"\n"))
                  ->plan.sweeps.at(0)
                  .first,
              114);
}

TEST_F(Files, ExtendNothingThatALinkFetchesFromElsewhere) {
    std::filesystem::create_directory(folder_ / "inner");
    write("secret.toml", sound);
    write("inner/beside.toml", sound);
    std::filesystem::create_symlink("../secret.toml", folder_ / "inner/link.toml");
    std::filesystem::create_symlink("beside.toml", folder_ / "inner/near.toml");
    const std::string said =
        complaints(load_scenario(write("inner/mine.toml", "extends = \"link\"\n")));
    EXPECT_THAT(said, HasSubstr("a link that leads out of its folder"));
    EXPECT_TRUE(load_scenario(write("inner/mine.toml", "extends = \"near\"\n")));
}

TEST_F(Files, BareNamesAreThoseThatTheProgramCarries) {
    EXPECT_EQ(load_scenario("hyesan-handin")->name, "hyesan-handin");
    EXPECT_THAT(complaints(load_scenario("hyesan-handn")),
                HasSubstr("did you mean hyesan-handin?"));
    EXPECT_THAT(complaints(load_scenario("zzzzzzzzzzzzzzz")), HasSubstr("known are border"));
}

TEST_F(Files, WhatIsNoFileIsRefused) {
    EXPECT_THAT(complaints(load_scenario(folder_.string())), HasSubstr("this is a directory"));
    EXPECT_THAT(complaints(load_scenario("/dev/null")), HasSubstr("not an ordinary file"));
    write("mine.toml", sound);
    const std::string said = complaints(load_scenario((folder_ / "mime.toml").string()));
    EXPECT_THAT(said, HasSubstr("mime.toml: error: there is no such file"));
    EXPECT_THAT(said, HasSubstr("mine.toml?"));
    EXPECT_THAT(complaints(load_scenario(write("empty.toml", ""))), HasSubstr("the file is empty"));
    EXPECT_THAT(complaints(load_scenario(write("large.toml", std::string((1u << 20) + 1, '#')))),
                HasSubstr("larger than 1 MiB"));
    EXPECT_THAT(complaints(load_scenario(std::string(5000, 'x') + ".toml")), HasSubstr("error: "));
}

TEST_F(Files, AFileThatHidesWhatItExtendsIsTold) {
    const auto scenario =
        load_scenario(write("hyesan-handin.toml", "extends = \"hyesan-handin\"\n"));
    EXPECT_THAT(complaints(scenario), HasSubstr("give it another"));
}

TEST(NoScenario, names_every_scenario_that_the_program_carries) {
    const EmbeddedFiles carried;
    const auto problem = carried.read("zeppelin", Place::embedded);
    ASSERT_FALSE(problem);
    for (const std::string& name : carried.names(Place::embedded))
        EXPECT_THAT(problem.error().suggestion, HasSubstr(name));
    const std::vector<std::string> many(23, "scenario");
    EXPECT_THAT(no_such_scenario("zeppelin", many).suggestion, HasSubstr("scenario and 3 more"));
}

}  // namespace
}  // namespace tumen

#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "support.hpp"

/// A hole in the evidence stops the build at its place.
namespace tumen {
namespace {

namespace fs = std::filesystem;

constexpr const char* ledger_files[] = {"parameters.toml", "sources.toml", "patterns.toml",
                                        "measures.toml"};

std::string text_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

struct Outcome {
    int status;
    std::string said;
};

class CompileLedger : public ::testing::Test {
  protected:
    void SetUp() override {
        folder_ = fs::temp_directory_path() /
                  ("tumen-ledger-" + std::to_string(getpid()) + "-" +
                   ::testing::UnitTest::GetInstance()->current_test_info()->name());
        fs::create_directories(folder_);
        restore();
    }
    void TearDown() override { fs::remove_all(folder_); }

    void restore() {
        for (const char* name : ledger_files) {
            fs::copy_file(fs::path(TUMEN_SOURCE_DIR) / "evidence" / name, folder_ / name,
                          fs::copy_options::overwrite_existing);
        }
    }

    /// Replaces the first `from` after the first `where` in a file.
    void change(const std::string& file, const std::string& where, const std::string& from,
                const std::string& to) {
        std::string text = text_of(folder_ / file);
        const std::size_t begin = text.find(where);
        ASSERT_NE(begin, text.npos) << where;
        const std::size_t at = text.find(from, begin);
        ASSERT_NE(at, text.npos) << from;
        text.replace(at, from.size(), to);
        std::ofstream(folder_ / file, std::ios::binary) << text;
    }

    Outcome compile() {
        const std::string command =
            "'" + std::string(TUMEN_BUILD_DIR) + "/tools/compile_ledger' '" + folder_.string() +
            "' '" + TUMEN_SOURCE_DIR + "/scenarios' '" + (folder_ / "a.cpp").string() + "' '" +
            (folder_ / "b.cpp").string() + "' 2>&1";
        std::FILE* pipe = popen(command.c_str(), "r");
        std::string said;
        char buffer[4096];
        while (const std::size_t size = std::fread(buffer, 1, sizeof buffer, pipe))
            said.append(buffer, size);
        const int status = pclose(pipe);
        return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, said};
    }

    fs::path folder_;
};

TEST_F(CompileLedger, CompilesTheEvidenceAsItIs) {
    const Outcome outcome = compile();
    EXPECT_EQ(outcome.status, 0) << outcome.said;
    EXPECT_THAT(text_of(folder_ / "a.cpp"),
                ::testing::HasSubstr("constexpr LedgerEntry entries[]"));
    EXPECT_THAT(text_of(folder_ / "b.cpp"), ::testing::HasSubstr("hyesan-handin"));
}

struct Hole {
    std::string file, where, from, to, said;
};

TEST_F(CompileLedger, StopsAtEveryKindOfHole) {
    const std::string p = "parameters.toml", s = "sources.toml", t = "patterns.toml",
                      m = "measures.toml";
    const Hole holes[] = {
        {p, "[fee_base]", "grade = ", "graed = ", "fee_base: no grade"},
        {p, "[fee_base]", "sources = [", "sources = [] # [", "fee_base: no source"},
        {p, "[fee_base]", "sources = [\"", "sources = [\"no-such-", "unknown source id \"no-such-"},
        {p, "[fee_base]", "[fee_base]", "[fee_bass]", "unknown parameter \"fee_bass\""},
        {p, "[fee_base]", "[fee_base]", "[fee_bass]", "no entry for the parameter fee_base"},
        {p, "[fee_base]", "unit = \"share\"", "unit = \"days\"",
         "unit is \"days\" here and \"share\""},
        {p, "[fee_base]", "kind = \"daily\"", "kind = \"build\"",
         "kind is \"build\" here and \"daily\""},
        {p, "[fee_base]", "group = \"remittance\"", "group = \"oath\"", "group is \"oath\" here"},
        {p, "[fee_base]", "value = 0.155", "value = 0.95", "excludes its value 0.95"},
        {p, "[fee_base]", "limits = [0, 1]", "limits = [0.3, 1]",
         "range goes beyond what the quantity can be"},
        {p, "[fee_base]", "prior = \"uniform\"", "prior = \"unifrom\"", "did you mean uniform?"},
        {p, "[fee_base]", "label = ", "#", "fee_base: no label"},
        {p, "[fee_base]", "symbol = ", "colour = \"red\"\nsymbol = ", "unknown key \"colour\""},
        {p, "[sentence_calm]", "warned = 0.25", "warned = 0.15", "the sentences sum to 0.9, not 1"},
        {p, "[sentence_calm]", "warned = 0.25, ", "", "no number for value.warned"},
        {p, "[phone_share]", "family = ", "famly = ", "\"famly\" is no index"},
        {s, "[census-2008]", "[census-2008]", "[model-contract]", "error: "},
        {s, "[census-2008]", "kind = \"census\"", "kind = \"rumour\"",
         "unknown kind of source \"rumour\""},
        {t, "statistic = ", "statistic = \"", "statistic = \"mean(fees, all) + ",
         "did you mean fee?"},
        {t, "scenario = ", "scenario = \"", "scenario = \"x", "unknown scenario \"x"},
        {t, "[[pattern]]", "grade = \"", "grade = \"Z", "unknown grade of a pattern \"Z"},
        {t, "[[pattern]]", "role = \"", "role = \"in", "unknown role of a pattern"},
        {t, "id = \"P02\"", "P02", "P01", "the id P01 is taken"},
        {t, "id = \"K1\"", "judged = \"mean\"", "judged = \"maen\"", "did you mean mean?"},
        {t, "[[pattern]]", "test.sign = ", "test.set = { extorsion = 1 }\ntest.sign = ",
         "there is no parameter \"extorsion\""},
        {t, "[[pattern]]", "test.sign = ", "test.rules = { oath = \"nun\" }\ntest.sign = ",
         "unknown choice of oath \"nun\""},
        {m, "[[headline]]", "statistic = \"", "statistic = \"sum(fees, all) + ",
         "did you mean fee?"},
        {m, "[[headline]]", "when = \"", "when = \"never_", "unknown occasion of a headline"},
        {m, "[[headline]]", "smallest = 5", "smallest = 0", "no smallest size that matters"},
        {m, "[[conclusion]]", "id = \"drive-1\"", "id = \"P01\"", "the id P01 is taken"},
        {m, "[[conclusion]]", "scenario = \"", "scenario = \"x", "unknown scenario \"x"},
        {m, "[[unknown]]", "sets = \"", "sets = \"no_", "no parameter or way called"},
    };
    for (const Hole& hole : holes) {
        restore();
        change(hole.file, hole.where, hole.from, hole.to);
        const Outcome outcome = compile();
        EXPECT_EQ(outcome.status, 1) << hole.said;
        EXPECT_THAT(outcome.said, ::testing::HasSubstr(hole.said));
        EXPECT_THAT(outcome.said, ::testing::HasSubstr(hole.file + ":"));
        EXPECT_FALSE(fs::exists(folder_ / "a.cpp"));
    }
}

TEST_F(CompileLedger, RefusesAMissingFile) {
    for (const char* name : ledger_files) {
        restore();
        fs::remove(folder_ / name);
        EXPECT_EQ(compile().status, 1) << name;
    }
}

}  // namespace
}  // namespace tumen

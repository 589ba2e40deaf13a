#include "app/cli/command/examples.hpp"

#include <gtest/gtest.h>

#include "app/cli/command/command_line.hpp"

namespace tumen::app {

namespace {

/// The words of a line as a shell would part them: double quotes keep spaces.
std::vector<std::string> words_of(std::string_view line) {
    std::vector<std::string> words(1);
    bool quoted = false;
    for (const char c : line) {
        if (c == '"') {
            quoted = !quoted;
        } else if (c == ' ' && !quoted) {
            words.emplace_back();
        } else {
            words.back() += c;
        }
    }
    return words;
}

std::variant<Chosen, Said> read(const std::vector<std::string>& words) {
    std::vector<const char*> pointers;
    for (const std::string& word : words)
        pointers.push_back(word.c_str());
    return read_command_line(static_cast<int>(pointers.size()), pointers.data());
}

/// The lines below "Examples:", without what a shell does with the output.
std::vector<std::string> lines_of(std::string_view examples) {
    std::vector<std::string> lines;
    for (std::size_t at = examples.find('\n'); at != examples.npos;) {
        const std::size_t end = examples.find('\n', at + 1);
        const std::string_view line = examples.substr(at + 1, end - at - 1);
        lines.emplace_back(line.substr(2, line.find(" > ") - 2));
        at = end;
    }
    return lines;
}

}  // namespace

TEST(Examples, EveryCommandShowsLinesThatItsOwnReaderTakes) {
    for (const Command& command : commands()) {
        const std::string examples = examples_of(command.name);
        EXPECT_FALSE(lines_of(examples).empty()) << command.name;
        for (const std::string& line : lines_of(examples)) {
            const auto read_back = read(words_of(line));
            ASSERT_TRUE(std::holds_alternative<Chosen>(read_back)) << line;
            EXPECT_EQ(std::get<Chosen>(read_back).command, &command) << line;
        }
    }
}

TEST(Examples, HelpOfACommandEndsWithThem) {
    for (const Command& command : commands()) {
        const auto said = read(words_of("tumen help " + std::string(command.name)));
        ASSERT_TRUE(std::holds_alternative<Said>(said)) << command.name;
        EXPECT_EQ(std::get<Said>(said).code, ExitCode::done) << command.name;
        EXPECT_NE(std::get<Said>(said).text.find(examples_of(command.name)), std::string::npos)
            << command.name;
    }
}

TEST(Examples, HelpAsACommandSaysWhatTheOptionSays) {
    EXPECT_EQ(std::get<Said>(read({"tumen", "help"})).text,
              std::get<Said>(read({"tumen", "--help"})).text);
    const auto unknown = read({"tumen", "help", "runn"});
    EXPECT_EQ(std::get<Said>(unknown).code, ExitCode::usage);
    EXPECT_NE(std::get<Said>(unknown).text.find("knows no runn"), std::string::npos);
}

}  // namespace tumen::app

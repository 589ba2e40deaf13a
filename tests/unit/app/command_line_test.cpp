#include "app/cli/command/command_line.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace tumen::app {

namespace {

std::variant<Chosen, Said> read_line(std::vector<const char*> words) {
    words.insert(words.begin(), "tumen");
    return read_command_line(static_cast<int>(words.size()), words.data());
}

}  // namespace

TEST(CommandTable, EveryCommandHasANameOfItsOwnAndHelpInOneLine) {
    std::set<std::string_view> names;
    for (const Command& command : commands()) {
        EXPECT_TRUE(names.insert(command.name).second) << command.name;
        EXPECT_FALSE(command.help.empty()) << command.name;
        EXPECT_LT(command.help.size(), 80U) << command.name;
        EXPECT_EQ(command.help.find('\n'), command.help.npos) << command.name;
        std::visit([&](auto* carry_out) { EXPECT_NE(carry_out, nullptr) << command.name; },
                   command.carry_out);
    }
}

TEST(CommandTable, FlagsTakeNothingAndOthersSayWhatTheyTake) {
    for (const Command& command : commands()) {
        for (const Option& option : command.options) {
            EXPECT_TRUE(option.name.starts_with("--")) << command.name;
            EXPECT_EQ(option.value.empty(), option.kind == OptionKind::flag)
                << command.name << option.name;
        }
    }
}

TEST(CommandTable, WhatPlaysAndCanBeKeptHasAllThatBelongsToItsLife) {
    std::set<std::string_view> kept;
    for (const Command& command : commands()) {
        if (!std::holds_alternative<ExitCode (*)(Session&)>(command.carry_out)) continue;
        const auto has = [&](std::string_view name) {
            return std::any_of(command.options.begin(), command.options.end(),
                               [&](const Option& option) { return option.name == name; });
        };
        if (!has("--resume")) continue;
        kept.insert(command.name);
        for (const std::string_view option : {"--out", "--force", "--threads", "--time-limit",
                                              "--dry-run", "--status", "--json", "--open"})
            EXPECT_TRUE(has(option)) << command.name << " " << option;
    }
    for (const std::string_view name : {"run", "compare", "sweep", "sensitivity", "calibrate",
                                        "check", "given", "value-of-information"})
        EXPECT_TRUE(kept.contains(name)) << name;
}

TEST(CommandTable, CommandsOfTwoWordsBelongToAFamily) {
    for (const Command& command : commands()) {
        const std::size_t space = command.name.find(' ');
        if (space == command.name.npos) continue;
        std::size_t known = 0;
        for (const Family& family : families())
            known += family.name == command.name.substr(0, space) ? 1 : 0;
        EXPECT_EQ(known, 1U) << command.name;
    }
}

TEST(CommandLine, OptionsAndPositionalsArrive) {
    const auto chosen =
        read_line({"run", "a.toml", "--seed=7", "--set", "x=1", "--set", "y=2", "--json"});
    ASSERT_TRUE(std::holds_alternative<Chosen>(chosen));
    const Arguments& arguments = std::get<Chosen>(chosen).arguments;
    EXPECT_EQ(std::get<Chosen>(chosen).command->name, "run");
    EXPECT_EQ(arguments.text("SCENARIO"), "a.toml");
    EXPECT_EQ(arguments.whole_or("--seed", 1, 0, 100), 7U);
    EXPECT_EQ(arguments.list("--set"), (std::vector<std::string>{"x=1", "y=2"}));
    EXPECT_TRUE(arguments.has("--json"));
    EXPECT_FALSE(arguments.has("--force"));
}

TEST(CommandLine, AListTakesOneWordEachTime) {
    const auto chosen = read_line({"run", "--set", "x=1", "a.toml"});
    ASSERT_TRUE(std::holds_alternative<Chosen>(chosen));
    EXPECT_EQ(std::get<Chosen>(chosen).arguments.text("SCENARIO"), "a.toml");
}

TEST(CommandLine, AnOptionGivenTwiceIsAMistake) {
    const auto said = read_line({"run", "a.toml", "--seed", "1", "--seed", "2"});
    ASSERT_TRUE(std::holds_alternative<Said>(said));
    EXPECT_EQ(std::get<Said>(said).code, ExitCode::usage);
}

}  // namespace tumen::app

#include "app/cli/command/command_line.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <list>
#include <map>
#include <span>

#include "app/cli/command/build_info.hpp"
#include "app/cli/command/examples.hpp"
#include "app/cli/command/stop.hpp"
#include "app/cli/terminal/columns.hpp"
#include "base/text.hpp"

namespace tumen::app {

namespace {

constexpr std::string_view language_help =
    "Speak English (en) or Korean (ko), whatever the locale; JSON, CSV and names of columns stay "
    "English";

/// What was typed for one option or positional, filled while parsing.
struct Slot {
    std::string_view name;
    CLI::Option* option = nullptr;
    std::vector<std::string> values;
    bool given = false;
};

struct Parsed {
    CLI::App* app = nullptr;
    const Command* command = nullptr;
    std::list<Slot> slots;  // addresses stay
};

void add_positional(Parsed& parsed, const Positional& positional, const Say& say) {
    Slot& slot = parsed.slots.emplace_back(Slot{positional.name, nullptr, {}, false});
    slot.option =
        parsed.app->add_option(std::string(positional.name), slot.values, say(positional.help));
    slot.option->type_name("");
    switch (positional.arity) {
        case Arity::one:
            slot.option->expected(1)->allow_extra_args(false)->required();
            break;
        case Arity::optional:
            slot.option->expected(1)->allow_extra_args(false);
            break;
        case Arity::some:
            slot.option->required();
            break;
        case Arity::any:
            break;
    }
}

void add_option(Parsed& parsed, const Option& option, const Say& say) {
    Slot& slot = parsed.slots.emplace_back(Slot{option.name, nullptr, {}, false});
    const std::string name(option.name);
    const std::string help = say(option.help);
    if (option.kind == OptionKind::flag) {
        slot.option = parsed.app->add_flag(name, slot.given, help);
        return;
    }
    slot.option = parsed.app->add_option(name, slot.values, help);
    slot.option->type_name(std::string(option.value))->allow_extra_args(false);
    if (option.kind == OptionKind::value) slot.option->expected(1);
}

CLI::App* place_of(CLI::App& program, std::map<std::string, CLI::App*>& groups,
                   const Command& command, const Say& say) {
    const std::size_t space = command.name.find(' ');
    const std::string help = say(command.help);
    if (space == command.name.npos) return program.add_subcommand(std::string(command.name), help);
    CLI::App* group = groups.at(std::string(command.name.substr(0, space)));
    return group->add_subcommand(std::string(command.name.substr(space + 1)), help);
}

std::list<Parsed> declare(CLI::App& program, const Say& say) {
    std::map<std::string, CLI::App*> groups;
    std::list<Parsed> all;
    for (const Command& command : commands()) {
        const std::string first(command.name.substr(0, command.name.find(' ')));
        for (const Family& family : families()) {
            if (family.name == first && !groups.contains(first)) {
                groups[first] = program.add_subcommand(first, say(family.help));
                groups[first]->require_subcommand(1);
            }
        }
        Parsed& parsed = all.emplace_back();
        parsed.command = &command;
        parsed.app = place_of(program, groups, command, say);
        parsed.app->footer(examples_of(command.name));
        for (const Positional& positional : command.positionals)
            add_positional(parsed, positional, say);
        for (const Option& option : command.options)
            add_option(parsed, option, say);
    }
    return all;
}

Arguments arguments_of(const Parsed& parsed, int count, const char* const* words) {
    Arguments arguments;
    for (const Slot& slot : parsed.slots) {
        if (slot.option->count() > 0) arguments.put(slot.name, slot.values);
    }
    arguments.words.assign(words, words + count);
    return arguments;
}

/// The innermost command that was recognised.
const CLI::App* innermost(const CLI::App& program) {
    const CLI::App* at = &program;
    while (!at->get_subcommands().empty())
        at = at->get_subcommands().front();
    return at;
}

std::vector<std::string> known_words(const CLI::App& at) {
    std::vector<std::string> known;
    for (const CLI::App* sub : at.get_subcommands([](const CLI::App*) { return true; })) {
        known.push_back(sub->get_name());
    }
    for (const CLI::Option* option : at.get_options()) {
        if (!option->get_lnames().empty()) known.push_back("--" + option->get_lnames().front());
    }
    return known;
}

/// The first word that cannot stand where it stands: an unknown option, or an unknown command.
std::optional<std::string> stray_word(const CLI::App& at, const std::vector<std::string>& known,
                                      int count, const char* const* words) {
    const bool expects_command = !at.get_subcommands([](const CLI::App*) { return true; }).empty();
    bool passed =
        at.get_parent() == nullptr;  // the words before the command itself are its parents
    for (int i = 1; i < count; ++i) {
        const std::string word(words[i]);
        std::string name = word.substr(0, word.find('='));
        const bool is_known = std::find(known.begin(), known.end(), name) != known.end();
        if (passed && !is_known && (expects_command || name.starts_with("--"))) return name;
        passed = passed || word == at.get_name();
    }
    return std::nullopt;
}

Said usage_message(const CLI::App& program, const CLI::ParseError& error, int count,
                   const char* const* words) {
    const CLI::App* at = innermost(program);
    const std::vector<std::string> known = known_words(*at);
    Diagnostic diagnostic =
        trouble(printable(error.what()), {},
                "`tumen --help`, or --help after a command, says what can be typed");
    if (!at->get_subcommands([](const CLI::App*) { return true; }).empty()) {
        diagnostic.problem = at->get_name() + " needs a command";
    }
    if (const auto stray = stray_word(*at, known, count, words)) {
        diagnostic.problem = at->get_name() + " knows no " + printable(*stray, 80);
        const std::vector<std::string_view> candidates(known.begin(), known.end());
        const auto near = did_you_mean(*stray, candidates);
        if (near) diagnostic.suggestion = "did you mean " + std::string(*near) + "?";
    }
    return {ExitCode::usage, describe(diagnostic)};
}

std::string help_of(const CLI::App& program) {
    const std::string help = program.help();
    const auto columns = columns_of_reader();
    return columns ? folded_list(help, *columns) : help;
}

/// Whether these words, and no more, name a command or a family; none at all name the program.
bool is_named(std::span<const char* const> words) {
    std::string name;
    for (const char* const word : words)
        name.append(name.empty() ? "" : " ").append(word);
    const auto has_name = [&](const auto& one) { return one.name == name; };
    return name.empty() || std::ranges::any_of(commands(), has_name) ||
           std::ranges::any_of(families(), has_name);
}

/// `tumen help run` asks for what `tumen run --help` says, and `tumen help` for what --help does.
/// What is no command stays, and is told as an unknown word.
std::vector<const char*> with_help(int count, const char* const* words) {
    std::vector<const char*> typed(words, words + count);
    if (count > 1 && std::string_view(words[1]) == "help") {
        typed.erase(typed.begin() + 1);
        if (is_named(std::span(typed).subspan(1))) typed.push_back("--help");
    }
    return typed;
}

}  // namespace

std::variant<Chosen, Said> read_command_line(int count, const char* const* words, const Say& say) {
    CLI::App program(
        say("What a campaign against foreign phones does, and what the official count hides."),
        "tumen");
    program.set_help_flag("-h,--help", say("Say what can be typed"));
    program.set_version_flag("--version", version_text());
    program.require_subcommand(1);
    // Read before anything else (app/cli/terminal/language.hpp), and told of here.
    std::string language;
    program.add_option("--lang", language, say(language_help))->type_name("en|ko");
    const std::list<Parsed> all = declare(program, say);
    const std::vector<const char*> typed = with_help(count, words);
    try {
        program.parse(static_cast<int>(typed.size()), typed.data());
    } catch (const CLI::CallForHelp&) {
        return Said{ExitCode::done, help_of(program)};
    } catch (const CLI::CallForVersion&) {
        return Said{ExitCode::done, version_text() + "\n"};
    } catch (const CLI::ParseError& error) {
        return usage_message(program, error, static_cast<int>(typed.size()), typed.data());
    }
    for (const Parsed& parsed : all) {
        if (parsed.app->parsed()) return Chosen{parsed.command, arguments_of(parsed, count, words)};
    }
    return Said{ExitCode::usage, "no command\n"};
}

}  // namespace tumen::app

#include <algorithm>
#include <string_view>

#include "manuals.hpp"

namespace tumen::manuals {

namespace {

using namespace app;

constexpr std::string_view what_it_is =
    "Tumen plays campaigns against foreign-made phones in border cities of synthetic people, and "
    "shows how far the official count (phones handed in, oaths signed) is from what really "
    "changed. It is no forecast and no tool of enforcement.";

struct Code {
    ExitCode code;
    std::string_view meaning;
};
constexpr Code codes[] = {
    {ExitCode::done, "all went well"},
    {ExitCode::failed, "it could not be done; a message says why and what to do"},
    {ExitCode::usage, "what was typed makes no command"},
    {ExitCode::invalid_scenario, "a scenario has problems"},
    {ExitCode::some_replicates_failed, "some replicates failed; the others are stored"},
    {ExitCode::difference, "results differ from what they are compared with"},
    {ExitCode::interrupted, "interrupted by a signal; what was finished is stored"},
    {ExitCode::part_is_right, "what was looked at is right, and not everything was looked at"},
};

/// Text as man(7) takes it: no line begins with a control character, no sign is a macro.
std::string plain(std::string_view text) {
    std::string safe = text.starts_with('.') || text.starts_with('\'') ? "\\&" : "";
    for (const char c : text) {
        if (c == '\\') {
            safe += "\\e";
        } else if (c == '-') {
            safe += "\\-";
        } else if (c == '\n') {
            safe += ' ';
        } else {
            safe += c;
        }
    }
    return safe;
}

std::string bold(std::string_view text) {
    return "\\fB" + plain(text) + "\\fR";
}

std::string italic(std::string_view text) {
    return "\\fI" + plain(text) + "\\fR";
}

std::string head(std::string_view title, const std::string& version) {
    std::string upper(title);
    std::transform(upper.begin(), upper.end(), upper.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return ".TH " + upper + " 1 \"\" \"tumen " + version + "\" \"Tumen\"\n";
}

std::string dashed(std::string_view name) {
    std::string word = "tumen-" + std::string(name);
    std::replace(word.begin(), word.end(), ' ', '-');
    return word;
}

std::string place_text(const Positional& positional) {
    const std::string name = italic(positional.name);
    switch (positional.arity) {
        case Arity::one:
            return name;
        case Arity::optional:
            return "[" + name + "]";
        case Arity::some:
            return name + " ...";
        case Arity::any:
            break;
    }
    return "[" + name + " ...]";
}

std::string item(const std::string& term, std::string_view text) {
    return ".TP\n" + term + "\n" + plain(text) + "\n";
}

std::string option_term(const Option& option) {
    return bold(option.name) + (option.value.empty() ? "" : " " + italic(option.value));
}

std::string exit_codes() {
    std::string text = ".SH EXIT STATUS\n";
    for (const Code& code : codes)
        text += item(bold(std::to_string(static_cast<int>(code.code))), code.meaning);
    return text;
}

}  // namespace

std::string page_name(const Command& command) {
    return dashed(command.name) + ".1";
}

std::string program_page(const std::string& version) {
    std::string text = head("tumen", version) + ".SH NAME\ntumen \\- what a campaign against " +
                       "foreign phones does, and what the official count hides\n" +
                       ".SH SYNOPSIS\n" + bold("tumen") + " " + italic("COMMAND") + " ...\n.br\n" +
                       bold("tumen --version") + "\n.br\n" + bold("tumen") + " [" +
                       italic("COMMAND") + "] " + bold("--help") + "\n.SH DESCRIPTION\n" +
                       plain(what_it_is) + "\n.SH COMMANDS\n";
    for (const Command& command : commands())
        text += item(bold("tumen " + std::string(command.name)), command.help);
    text += exit_codes();
    text += ".SH ENVIRONMENT\n" + item(bold("NO_COLOR"), "Set: no colour, even on a terminal.");
    text += ".SH EXAMPLES\n.EX\n" + plain("tumen run hyesan-handin") + "\n" +
            plain("tumen scenario new mine --extends hyesan-handin") + "\n.EE\n";
    text += ".SH SEE ALSO\n";
    std::string_view comma;
    for (const Command& command : commands()) {
        text += std::string(comma) + bold(dashed(command.name)) + "(1)";
        comma = ",\n";
    }
    return text + "\n";
}

std::string command_page(const Command& command, const std::string& version) {
    std::string text = head(dashed(command.name), version) + ".SH NAME\n" +
                       plain(dashed(command.name)) + " \\- " + plain(command.help) +
                       "\n.SH SYNOPSIS\n" + bold("tumen " + std::string(command.name));
    for (const Positional& positional : command.positionals)
        text += " " + place_text(positional);
    text += command.options.empty() ? "\n" : " [" + italic("OPTION") + " ...]\n";
    text += ".SH DESCRIPTION\n" + plain(command.help) + ".\n";
    for (const Positional& positional : command.positionals)
        text += item(italic(positional.name), positional.help);
    text += ".SH OPTIONS\n";
    for (const Option& option : command.options)
        text += item(option_term(option), option.help);
    text += item(bold("--help"), "Say what can be typed");
    return text + exit_codes() + ".SH SEE ALSO\n" + bold("tumen") + "(1)\n";
}

}  // namespace tumen::manuals

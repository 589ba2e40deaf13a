#include <algorithm>
#include <set>

#include "manuals.hpp"
#include "model/event_kinds.hpp"
#include "model/parameter_table.hpp"
#include "scenario/evidence/ledger.hpp"
#include "scenario/scenario.hpp"
#include "scenario/text/files.hpp"

namespace tumen::manuals {

namespace {

using namespace app;

std::string joined(const std::set<std::string>& words) {
    std::string line;
    for (const std::string& word : words)
        line += (line.empty() ? "" : " ") + word;
    return line;
}

std::string first_word(std::string_view name) {
    return std::string(name.substr(0, name.find(' ')));
}

std::set<std::string> first_words() {
    std::set<std::string> words = {"--help", "--version"};
    for (const Command& command : commands())
        words.insert(first_word(command.name));
    return words;
}

std::set<std::string> second_words(std::string_view family) {
    std::set<std::string> words = {"--help"};
    for (const Command& command : commands()) {
        if (first_word(command.name) == family && command.name.size() > family.size())
            words.emplace(command.name.substr(family.size() + 1));
    }
    return words;
}

bool takes_scenarios(const Command& command) {
    return std::any_of(command.positionals.begin(), command.positionals.end(),
                       [](const Positional& positional) {
                           return positional.help.find("scenario") != std::string_view::npos;
                       });
}

std::string options_case(const Command& command) {
    std::set<std::string> options = {"--help"};
    std::string files;
    for (const Option& option : command.options) {
        options.emplace(option.name);
        if (option.value == "FILE" || option.value == "FOLDER" || option.value == "DIR")
            files += (files.empty() ? "" : "|") + std::string(option.name);
    }
    return "        '" + std::string(command.name) + "')\n            options='" + joined(options) +
           "'\n            files='" + files +
           "'\n            names=" + (takes_scenarios(command) ? "$scenarios" : "''") +
           "\n            ;;\n";
}

/// What may follow an option whose value begins with a name: "name=value", or names with commas.
std::string names_after_options() {
    std::set<std::string> parameters;
    for (const ParameterRow& row : parameter_rows())
        parameters.emplace(row.name);
    std::set<std::string> variables = parameters;  // and rival rules, and dates of events
    for (const RuleRow& row : rule_rows())
        variables.emplace("rules." + std::string(row.name));
    for (const EventKindRow& row : event_kinds) {
        const std::string name(row.name);
        if (row.lasts == Lasts::one_day) {
            variables.emplace(name + ".on");
        } else {
            variables.insert({name + ".from", name + ".to"});
        }
    }
    std::set<std::string> patterns = {"own", "city", "all"};
    for (const Pattern& pattern : ledger_patterns())
        patterns.emplace(pattern.id);
    return "    case $before in\n"
           "    --set | --vary)\n"
           "        mapfile -t COMPREPLY < <(compgen -W '" +
           joined(variables) +
           "' -- \"$word\")\n"
           "        compopt -o nospace 2>/dev/null || true\n"
           "        return\n"
           "        ;;\n"
           "    --switch-off)\n"
           "        mapfile -t COMPREPLY < <(compgen -W '" +
           joined(parameters) +
           "' -- \"$word\")\n"
           "        compopt -o nospace 2>/dev/null || true\n"
           "        return\n"
           "        ;;\n"
           "    --patterns)\n"
           "        mapfile -t COMPREPLY < <(compgen -W '" +
           joined(patterns) +
           "' -- \"$word\"; compgen -f -- \"$word\")\n"
           "        return\n"
           "        ;;\n"
           "    esac\n";
}

}  // namespace

std::string bash_completion() {
    std::set<std::string> scenarios;
    for (const EmbeddedScenario& scenario : embedded_scenarios())
        scenarios.emplace(scenario.name);
    std::string text =
        "# Completion of tumen for bash; generated from the program's table of commands.\n"
        "_tumen() {\n"
        "    local scenarios='" +
        joined(scenarios) +
        "'\n"
        "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}\n"
        "    local command=${COMP_WORDS[1]} options='' files='' names=''\n"
        "    COMPREPLY=()\n"
        "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
        "        mapfile -t COMPREPLY < <(compgen -W '" +
        joined(first_words()) +
        "' -- \"$word\")\n"
        "        return\n"
        "    fi\n"
        "    case $command in\n";
    for (const Family& family : families()) {
        text += "        " + std::string(family.name) +
                ")\n"
                "            if [ \"$COMP_CWORD\" -eq 2 ]; then\n"
                "                mapfile -t COMPREPLY < <(compgen -W '" +
                joined(second_words(family.name)) +
                "' -- \"$word\")\n"
                "                return\n"
                "            fi\n"
                "            command=\"$command ${COMP_WORDS[2]}\"\n"
                "            ;;\n";
    }
    text += "    esac\n" + names_after_options() + "    case $command in\n";
    for (const Command& command : commands())
        text += options_case(command);
    return text +
           "        *) return ;;\n"
           "    esac\n"
           "    if [[ $word == -* ]]; then\n"
           "        mapfile -t COMPREPLY < <(compgen -W \"$options\" -- \"$word\")\n"
           "    elif [[ -n $files && $before =~ ^($files)$ ]]; then\n"
           "        mapfile -t COMPREPLY < <(compgen -f -- \"$word\")\n"
           "    else\n"
           "        mapfile -t COMPREPLY < <(compgen -W \"$names\" -- \"$word\"; compgen -f -- "
           "\"$word\")\n"
           "    fi\n"
           "}\n"
           "complete -o filenames -F _tumen tumen\n";
}

}  // namespace tumen::manuals

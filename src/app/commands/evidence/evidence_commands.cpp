#include <algorithm>

#include "app/cli/command/command_list.hpp"
#include "app/cli/command/stop.hpp"
#include "app/cli/terminal/table.hpp"
#include "app/commands/evidence/evidence_text.hpp"
#include "base/text.hpp"

namespace tumen::app {

namespace {

std::string lowered(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return out;
}

/// By its name, by the name of one of its numbers (phone_share.family) or by the contract's symbol.
const LedgerEntry* find_entry(const std::string& id) {
    if (const auto ref = find_parameter(id)) return &entry_of(*ref);
    for (const LedgerEntry& entry : ledger_entries()) {
        if (id == entry.name || id == entry.symbol) return &entry;
    }
    return nullptr;
}

const Pattern* find_pattern_any_case(const std::string& id) {
    for (const Pattern& pattern : ledger_patterns()) {
        if (lowered(pattern.id) == lowered(id)) return &pattern;
    }
    return nullptr;
}

std::vector<std::string_view> all_ids() {
    std::vector<std::string_view> ids;
    for (const LedgerEntry& entry : ledger_entries())
        ids.push_back(entry.name);
    for (const Pattern& pattern : ledger_patterns())
        ids.push_back(pattern.id);
    for (const Source& source : ledger_sources())
        ids.push_back(source.id);
    return ids;
}

[[noreturn]] void unknown_entry(const std::string& id) {
    const std::vector<std::string_view> ids = all_ids();
    const auto near = did_you_mean(id, ids);
    usage_error("the ledger has no entry " + printable(id, 60),
                near ? "did you mean " + std::string(*near) + "?"
                     : "`tumen evidence search TEXT` finds entries");
}

ExitCode show(const Arguments& arguments, Terminal& terminal) {
    const std::string id = arguments.text_or("ID", "");
    Json json;
    std::string text;
    if (const LedgerEntry* entry = find_entry(id)) {
        json = parameter_json(*entry);
        text = parameter_text(*entry);
    } else if (const Pattern* pattern = find_pattern_any_case(id)) {
        json = pattern_json(*pattern);
        text = pattern_text(*pattern);
    } else if (const Source* source = find_source(id)) {
        json = source_json(*source);
        text = source_text(*source);
    } else {
        unknown_entry(id);
    }
    if (arguments.has("--json")) {
        print_json(json, terminal);
    } else {
        terminal.data(text);
    }
    return ExitCode::done;
}

/// Entries as JSON, by kind.
struct Entries {
    Json parameters = Json::array();
    Json patterns = Json::array();
    Json sources = Json::array();
};

template <class Test>
Entries entries_with(const Test& test) {
    Entries found;
    const auto keep = [&](Json& list, Json entry) {
        if (test(entry)) list.push_back(std::move(entry));
    };
    for (const LedgerEntry& entry : ledger_entries())
        keep(found.parameters, parameter_json(entry));
    for (const Pattern& pattern : ledger_patterns())
        keep(found.patterns, pattern_json(pattern));
    for (const Source& source : ledger_sources())
        keep(found.sources, source_json(source));
    return found;
}

/// One row an entry: its kind and the four fields named.
void add_rows(Table& table, const Json& entries, std::span<const char* const> fields) {
    for (const Json& entry : entries) {
        std::vector<std::string> row{entry["type"].get<std::string>()};
        for (const char* field : fields)
            row.push_back(entry[field].get<std::string>());
        table.add(std::move(row));
    }
}

void print_entries(const Entries& entries, const Arguments& arguments, Terminal& terminal) {
    if (arguments.has("--json")) {
        print_json({{"parameters", entries.parameters},
                    {"patterns", entries.patterns},
                    {"sources", entries.sources}},
                   terminal);
        return;
    }
    constexpr const char* parameter_fields[] = {"name", "grade", "rule", "label"};
    constexpr const char* pattern_fields[] = {"id", "grade", "role", "statement"};
    constexpr const char* source_fields[] = {"id", "kind", "independence", "title"};
    Table table({"ENTRY", "ID", "GRADE, KIND", "RULE, ROLE, VOICE", "WHAT"});
    add_rows(table, entries.parameters, parameter_fields);
    add_rows(table, entries.patterns, pattern_fields);
    add_rows(table, entries.sources, source_fields);
    table.print(terminal);
}

ExitCode list(const Arguments& arguments, Terminal& terminal) {
    const std::string kind = arguments.text_or("KIND", "all");
    if (kind != "all" && kind != "parameters" && kind != "patterns" && kind != "sources") {
        usage_error("there is no kind " + printable(kind, 40),
                    "known are parameters, patterns and sources");
    }
    Entries entries = entries_with([](const Json&) { return true; });
    if (kind != "all" && kind != "parameters") entries.parameters = Json::array();
    if (kind != "all" && kind != "patterns") entries.patterns = Json::array();
    if (kind != "all" && kind != "sources") entries.sources = Json::array();
    print_entries(entries, arguments, terminal);
    return ExitCode::done;
}

ExitCode search(const Arguments& arguments, Terminal& terminal) {
    std::vector<std::string> words = arguments.list("TEXT");
    for (std::string& word : words)
        word = lowered(word);
    const Entries found = entries_with([&](const Json& entry) {
        const std::string text =
            lowered(entry.dump(-1, ' ', false, Json::error_handler_t::replace));
        return std::all_of(words.begin(), words.end(),
                           [&](const std::string& word) { return text.find(word) != text.npos; });
    });
    if (found.parameters.empty() && found.patterns.empty() && found.sources.empty()) {
        terminal.say("Nothing in the ledger holds these words.");
    }
    print_entries(found, arguments, terminal);
    return ExitCode::done;
}

constexpr Option evidence_options[] = {
    {"--json", "", "As JSON, with everything that an entry holds", OptionKind::flag}};
constexpr Positional list_positionals[] = {
    {"KIND", "parameters, patterns or sources (all)", Arity::optional}};
constexpr Positional show_positionals[] = {
    {"ID", "A parameter (fee_base), a pattern (P16) or a source (nkdb-2019)", Arity::one}};
constexpr Positional search_positionals[] = {
    {"TEXT", "Words that the entry holds, all of them", Arity::some}};

}  // namespace

const Command evidence_list_command = {"evidence list", "All parameters, patterns and sources",
                                       list_positionals, evidence_options, list};
const Command evidence_show_command = {"evidence show",
                                       "One entry: who says so, and what rests on it",
                                       show_positionals, evidence_options, show};
const Command evidence_search_command = {"evidence search", "The entries that hold some words",
                                         search_positionals, evidence_options, search};

}  // namespace tumen::app

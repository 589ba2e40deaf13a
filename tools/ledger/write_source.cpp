#include <array>
#include <limits>

#include "base/text.hpp"
#include "evidence.hpp"
#include "model/parameter_table.hpp"

namespace tumen::ledger {

std::string quoted(std::string_view text) {
    static constexpr char digits[] = "01234567";
    std::string literal = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            literal += {'\\', c};
        } else if (c == '\n') {
            literal += "\\n";
        } else if (byte < 0x20 || byte >= 0x7F ||
                   c == '?') {  // octal: never longer than three digits
            literal += {'\\', digits[byte >> 6], digits[(byte >> 3) & 7], digits[byte & 7]};
        } else {
            literal += c;
        }
    }
    return literal + "\"";
}

std::string number(double value) {
    if (value == std::numeric_limits<double>::infinity()) return "infinite";
    return shortest(value);
}

namespace {

/// "single-source" is the enumerator single_source.
std::string enumerator(std::string_view type, std::string_view name) {
    std::string text(type);
    text += "::";
    for (const char c : name)
        text += c == '-' ? '_' : c;
    return text;
}

/// An array of texts under `name`, and the span over it; an empty array cannot be declared.
std::string text_array(const std::string& name, const std::vector<Text>& texts) {
    if (texts.empty()) return "";
    std::string code = "constexpr std::string_view " + name + "[] = {";
    for (std::size_t i = 0; i < texts.size(); ++i)
        code += (i == 0 ? "" : ", ") + quoted(texts[i].text);
    return code + "};\n";
}

std::string span_of(const std::string& name, const std::vector<Text>& texts) {
    return texts.empty() ? "{}" : name;
}

std::string unit_enumerator(Unit unit) {
    // A unit without an enumerator does not compile, here.
#pragma GCC diagnostic push
#pragma GCC diagnostic error "-Wswitch"
    switch (unit) {
        case Unit::probability_a_day:
            return "Unit::probability_a_day";
        case Unit::per_day:
            return "Unit::per_day";
        case Unit::per_year:
            return "Unit::per_year";
        case Unit::cny:
            return "Unit::cny";
        case Unit::cny_a_day:
            return "Unit::cny_a_day";
        case Unit::one:
            return "Unit::one";
        case Unit::people:
        case Unit::households:
        case Unit::units:
        case Unit::officers:
        case Unit::share:
        case Unit::probability:
        case Unit::days:
        case Unit::log_odds:
            return enumerator("Unit", name_of(unit));
    }
#pragma GCC diagnostic pop
    return {};
}

std::string value_array(const std::string& name, const Entry& entry) {
    std::string code = "constexpr LedgerValue " + name + "[] = {\n";
    for (const Number& value : entry.values) {
        code += "    {" + number(value.value) + ", " + number(value.low) + ", " +
                number(value.high) + ", " + number(value.limit_low) + ", " +
                number(value.limit_high) + "},\n";
    }
    return code + "};\n";
}

/// Entries in the order of the model's table, whatever the order of the file.
std::string entries_code(const Evidence& evidence) {
    std::string arrays;
    std::string table = "constexpr LedgerEntry entries[] = {\n";
    for (const ParameterRow& row : parameter_rows()) {
        for (const Entry& entry : evidence.entries) {
            if (entry.name.text != row.name) continue;
            const std::string name(row.name);
            arrays +=
                text_array(name + "_sources", entry.sources) + value_array(name + "_values", entry);
            table += "    {" + quoted(name) + ", " + quoted(entry.symbol.text) + ", " +
                     quoted(entry.label.text) + ", " + quoted(entry.note.text) + ", " +
                     enumerator("Group", name_of(row.group)) + ", " + unit_enumerator(row.unit) +
                     ", " + enumerator("Kind", name_of(row.kind)) + ", " +
                     enumerator("Grade", entry.grade.text) + ", " +
                     enumerator("Prior", entry.prior.text) + ", " +
                     span_of(name + "_sources", entry.sources) + ", " + name + "_values},\n";
        }
    }
    return arrays + table + "};\n";
}

std::string sources_code(const Evidence& evidence) {
    std::string code = "constexpr Source sources[] = {\n";
    for (const SourceEntry& source : evidence.sources) {
        code += "    {";
        for (const Text* text : {&source.id, &source.title, &source.publisher, &source.date,
                                 &source.kind, &source.independence, &source.place, &source.note}) {
            code += quoted(text->text) + ", ";
        }
        code += quoted(source.address.text) + "},\n";
    }
    return code + "};\n";
}

/// The settings of a test's runs, and the runs beyond the second.
std::string test_arrays(const std::string& name, const TestText& test) {
    std::string arrays = text_array(name + "_settings", test.run.settings);
    std::string more;
    for (std::size_t i = 0; i < test.against.size(); ++i) {
        const std::string of = name + "_against_" + std::to_string(i);
        arrays += text_array(of, test.against[i].settings);
        if (i == 0) continue;
        more += (i == 1 ? "" : ", ") + std::string("{") + quoted(test.against[i].scenario.text) +
                ", " + span_of(of, test.against[i].settings) + "}";
    }
    if (!more.empty()) arrays += "constexpr TestRun " + name + "_more[] = {" + more + "};\n";
    return arrays;
}

std::string_view expectation_of(const TestText& test) {
    if (test.low) return "band";
    return test.sign.text == "+" ? "positive" : "negative";
}

std::string test_code(const std::string& name, const TestText& test) {
    const bool against = !test.against.empty();
    const std::string judged = test.judged.text.empty() ? "share" : test.judged.text;
    return "{" + quoted(test.run.scenario.text) + ", " +
           quoted(against ? test.against.front().scenario.text : "") + ", " +
           quoted(test.statistic.text) + ", " + enumerator("Expectation", expectation_of(test)) +
           ", " + number(test.low.value_or(0)) + ", " + number(test.high.value_or(0)) + ", " +
           enumerator("JudgedBy", judged) + ", " + span_of(name + "_settings", test.run.settings) +
           ", " + (against ? span_of(name + "_against_0", test.against.front().settings) : "{}") +
           ", " + (test.against.size() > 1 ? name + "_more" : "{}") + ", " +
           quoted(test.old_statistic.text) + "}";
}

std::string patterns_code(const Evidence& evidence) {
    std::string arrays;
    std::string table;
    for (std::size_t i = 0; i < evidence.patterns.size(); ++i) {
        const PatternEntry& pattern = evidence.patterns[i];
        const std::string name = "pattern_" + std::to_string(i);
        arrays += text_array(name + "_sources", pattern.sources) +
                  text_array(name + "_parameters", pattern.parameters) +
                  text_array(name + "_rules", pattern.rules) +
                  text_array(name + "_off", pattern.switch_off) +
                  (pattern.test ? test_arrays(name, *pattern.test) : "");
        table += "    {" + quoted(pattern.id.text) + ", " + quoted(pattern.statement.text) + ", " +
                 quoted(pattern.place.text) + ", " + quoted(pattern.dates.text) + ", " +
                 span_of(name + "_sources", pattern.sources) + ", " + quoted(pattern.grade.text) +
                 ", " + quoted(pattern.observed.text) + ", " + quoted(pattern.independence.text) +
                 ", " + enumerator("PatternRole", pattern.role.text) + ", " +
                 span_of(name + "_parameters", pattern.parameters) + ", " +
                 span_of(name + "_rules", pattern.rules) + ", " + quoted(pattern.note.text) + ", " +
                 quoted(pattern.untestable.text) + ", " +
                 span_of(name + "_off", pattern.switch_off) + ", " +
                 enumerator("Bound", pattern.bound.text.empty() ? "reported" : pattern.bound.text) +
                 ", " + quoted(pattern.was.text) + ", " +
                 (pattern.test ? test_code(name, *pattern.test) : "{}") + "},\n";
    }
    if (table.empty()) return "constexpr std::span<const Pattern> patterns;\n";
    return arrays + "constexpr Pattern patterns[] = {\n" + table + "};\n";
}

}  // namespace

std::string ledger_source(const Evidence& evidence) {
    return "// Compiled from evidence/*.toml; change those.\n"
           "#include <limits>\n\n#include \"scenario/evidence/ledger.hpp\"\n#include "
           "\"scenario/evidence/measure_rows.hpp\"\n\n"
           "namespace tumen "
           "{\n\nnamespace {\n\n"
           "[[maybe_unused]] constexpr double infinite = "
           "std::numeric_limits<double>::infinity();\n" +
           entries_code(evidence) + sources_code(evidence) + patterns_code(evidence) +
           measures_code(evidence) +
           "\n}  // namespace\n\n"
           "std::span<const LedgerEntry> ledger_entries() {\n    return entries;\n}\n"
           "std::span<const Source> ledger_sources() {\n    return sources;\n}\n"
           "std::span<const Pattern> ledger_patterns() {\n    return patterns;\n}\n"
           "std::span<const HeadlineRow> headline_rows() {\n    return headlines;\n}\n"
           "std::span<const ConclusionRow> conclusion_rows() {\n    return conclusions;\n}\n"
           "std::span<const UnknownRow> unknown_rows() {\n    return unknowns;\n}\n\n}  // "
           "namespace tumen\n";
}

std::string scenarios_source(const std::vector<NamedText>& scenarios) {
    std::string code =
        "// Compiled from scenarios/*.toml; change those.\n"
        "#include \"scenario/text/files.hpp\"\n\nnamespace tumen {\n\nnamespace {\n\n"
        "constexpr EmbeddedScenario scenarios[] = {\n";
    for (const NamedText& scenario : scenarios) {
        code += "    {" + quoted(scenario.name) + ",\n";
        std::string_view rest = scenario.text;
        while (!rest.empty()) {
            const std::size_t end = rest.find('\n');
            const std::size_t length = end == rest.npos ? rest.size() : end + 1;
            code += "     " + quoted(rest.substr(0, length)) + "\n";
            rest.remove_prefix(length);
        }
        code += "    },\n";
    }
    return code +
           "};\n\n}  // namespace\n\n"
           "std::span<const EmbeddedScenario> embedded_scenarios() {\n    return scenarios;\n}\n\n"
           "}  // namespace tumen\n";
}

}  // namespace tumen::ledger

#include "store/rows/older_results.hpp"

#include <algorithm>
#include <string_view>

#include "model/parameter_table.hpp"
#include "scenario/scenario.hpp"

namespace tumen {

namespace {

std::string_view before(std::string_view line, std::string_view mark) {
    return line.substr(0, std::min(line.find(mark), line.size()));
}

bool is_known_choice(std::string_view line) {
    const std::string_view name = before(line, " = ");
    const auto& rows = rule_rows();
    const auto row = std::find_if(rows.begin(), rows.end(),
                                  [&](const RuleRow& rule) { return rule.name == name; });
    if (row == rows.end()) return false;
    return std::any_of(row->choices.begin(), row->choices.end(), [&](std::string_view choice) {
        return !choice.empty() && line == std::string(name) + " = \"" + std::string(choice) + "\"";
    });
}

bool is_readable(std::string_view section, std::string_view line) {
    if (line.empty() || line.starts_with('[')) return true;
    if (section == "[rules]") return is_known_choice(line);
    if (section == "[parameters]") return find_parameter(before(line, " = ")).has_value();
    return true;
}

}  // namespace

std::string readable_scenario(const std::string& canonical) {
    std::string readable;
    std::string_view section;
    for (std::string_view rest = canonical; !rest.empty();) {
        const std::string_view line = before(rest, "\n");
        if (line.starts_with('[')) section = line;
        if (is_readable(section, line)) readable += std::string(line) + "\n";
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    }
    return readable;
}

std::optional<Diagnostic> older_results(const std::string& path, const OlderResults* older) {
    if (older == nullptr) return std::nullopt;
    return diagnostic("these results can be read and not be played",
                      "they are of format " + std::to_string(older->format) +
                          ", from version 1 of the model, which had other rules, parameters and "
                          "draws",
                      "`tumen report` and `tumen export` show them; play the experiment again with "
                      "this program into another path (--out)",
                      path);
}

}  // namespace tumen

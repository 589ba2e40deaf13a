#include "app/commands/play/switch_off_output.hpp"

#include "app/cli/terminal/table.hpp"
#include "belief/verdict_fields.hpp"
#include "report/rows/row_json.hpp"

namespace tumen::app {

namespace {

/// Whether the test fails once its mechanism is off. What is not shown with it tests nothing.
std::string_view needs_it(const SwitchedOff& row) {
    if (row.with.verdict != Verdict::shown) return "not shown with it";
    switch (row.without.verdict) {
        case Verdict::shown:
            return "no";
        case Verdict::mixed:
            return "unclear";
        default:
            return "yes";
    }
}

std::string settings_text(const Pattern& pattern) {
    std::string text;
    for (const std::string_view setting : pattern.switch_off)
        text += (text.empty() ? "" : ", ") + std::string(setting);
    return text;
}

std::string result_text(const PatternResult& result) {
    if (result.replicates == 0) return "no value";
    return fmt::format("{} ({:.3g})", name_of(result.verdict), result.mean);
}

}  // namespace

void print_switched_off(const std::vector<SwitchedOff>& rows, std::size_t replicates,
                        Terminal& terminal) {
    Table table(
        {"PATTERN", "SWITCHED OFF", "WITH (MEAN)", "WITHOUT (MEAN)", "FAILS WITHOUT", "STATEMENT"});
    std::size_t needing = 0;
    for (const SwitchedOff& row : rows) {
        const Pattern& pattern = *row.with.pattern;
        if (needs_it(row) == "yes") ++needing;
        table.add({std::string(pattern.id), settings_text(pattern), result_text(row.with),
                   result_text(row.without), std::string(needs_it(row)),
                   std::string(pattern.statement)});
    }
    table.print(terminal);
    terminal.data(fmt::format(
        "\n{} of {} tests are shown with their mechanism and fail without it ({} replicates).\n",
        needing, rows.size(), replicates));
}

Json switched_off_json(const std::vector<SwitchedOff>& rows) {
    Json list = Json::array();
    for (const SwitchedOff& row : rows) {
        const Pattern& pattern = *row.with.pattern;
        Json settings = Json::array();
        for (const std::string_view setting : pattern.switch_off)
            settings.push_back(setting);
        list.push_back({{"id", pattern.id},
                        {"statement", pattern.statement},
                        {"switch_off", std::move(settings)},
                        {"with", row_json<Face::command_line>(row.with)},
                        {"without", row_json<Face::command_line>(row.without)},
                        {"fails_without", needs_it(row)}});
    }
    return list;
}

}  // namespace tumen::app

#include "app/commands/play/over_belief_output.hpp"

#include <fmt/format.h>

#include "app/cli/tables/sign_columns.hpp"
#include "app/cli/tables/sign_text.hpp"
#include "app/cli/terminal/columns.hpp"
#include "app/cli/terminal/table.hpp"
#include "report/rows/row_json.hpp"

namespace tumen::app {

namespace {

void print_shares(const CheckedOverBelief& checked, Terminal& terminal) {
    Table table(heads_of<JudgedConclusion>());
    for (const JudgedConclusion& one : checked.conclusions)
        table.add(cells_of(one));
    table.print(terminal);
}

/// A column for each choice of each rule.
void print_rules(const CheckedOverBelief& checked, Terminal& terminal) {
    std::vector<std::string> heading{"DIFFERENCE"};
    for (const SignUnderRule& one : checked.conclusions.front().rules)
        heading.push_back(one.rule + " = " + one.choice);
    Table table(std::move(heading));
    for (const JudgedConclusion& one : checked.conclusions) {
        std::vector<std::string> row{std::string(one.conclusion->id)};
        for (const SignUnderRule& rule : one.rules)
            row.push_back(rule.share.draws == 0 ? "-"
                                                : fmt::format("{} ({:.0f})", percent(rule.share),
                                                              100 * rule.share.error));
        table.add(std::move(row));
    }
    table.print(terminal);
}

}  // namespace

void print_over_belief(const CheckedOverBelief& checked, Terminal& terminal) {
    const std::string& why_not = checked.study.why_not;
    if (!why_not.empty()) terminal.say("Over the prior only: " + why_not + ".");
    terminal.data(wrapped(judged_sentence(checked.study, checked.conclusions, checked.seed)) +
                  "\n\n");
    print_shares(checked, terminal);
    terminal.data("\nShare of draws with the sign, and its error, under each choice:\n");
    print_rules(checked, terminal);
}

Json over_belief_json(const CheckedOverBelief& checked) {
    Json conclusions = Json::array();
    for (const JudgedConclusion& one : checked.conclusions)
        conclusions.push_back(row_json<Face::command_line>(one));
    return {{"scenario", checked.scenario},
            {"seed", checked.seed},
            {"over", checked.study.views.view().name},
            {"why_not", checked.study.why_not},
            {"conclusions", std::move(conclusions)}};
}

}  // namespace tumen::app

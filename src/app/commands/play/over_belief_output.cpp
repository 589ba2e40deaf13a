#include "app/commands/play/over_belief_output.hpp"

#include <fmt/format.h>

#include "app/cli/terminal/columns.hpp"
#include "app/cli/terminal/table.hpp"
#include "app/session/belief/sign_text.hpp"
#include "belief/statements/sign_fields.hpp"
#include "report/rows/row_json.hpp"

namespace tumen::app {

namespace {

std::string_view sign_of(const JudgedConclusion& one) {
    return name_of(one.higher ? Direction::higher : Direction::lower);
}

void print_shares(const CheckedOverBelief& checked, Terminal& terminal) {
    Table table({"DIFFERENCE", "SIGN", "VERDICT", "SHARE", "ERROR", "LEAST, UNDER",
                 "LEAST, WITHOUT", "START", "WHAT", ""});
    for (const JudgedConclusion& one : checked.conclusions) {
        std::string remark = remark_of(one);
        if (one.of_most_draws)
            remark = "the sign of most draws; the starting values leave it open" +
                     (remark.empty() ? "" : "; " + remark);
        table.add({std::string(one.conclusion->id), std::string(sign_of(one)),
                   std::string(name_of(one.verdict)), percent(one.view),
                   fmt::format("{:.0f}", 100 * one.view.error), least_of(one), least_without(one),
                   percent(one.start), std::string(one.conclusion->label), remark});
    }
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

#include "scenario/draft/unknown.hpp"

#include <optional>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "model/event_kinds.hpp"
#include "scenario/draft/values.hpp"
#include "scenario/variable.hpp"

namespace tumen {

namespace {

Diagnostic unknown_rule(std::string_view name) {
    std::vector<std::string_view> known;
    std::string list;
    for (const RuleRow& row : rule_rows()) {
        known.push_back(row.name);
        list += (list.empty() ? "" : ", ") + std::string(row.name);
    }
    const auto near = did_you_mean(name.substr(rule_prefix.size()), known);
    return diagnostic("there is no rule \"" + printable(name, 80) + "\"",
                      "rules that have rivals: " + list,
                      near ? "did you mean " + std::string(rule_prefix) + std::string(*near) + "?"
                           : "see them with: tumen scenario explain NAME");
}

}  // namespace

Diagnostic unknown_variable(std::string_view name) {
    if (name.starts_with(rule_prefix)) return unknown_rule(name);
    const std::string_view head = name.substr(0, name.find_first_of(".["));
    std::optional<EventKind> kind = event_kind(head);
    if (head == "drive" && head.size() < name.size()) kind = EventKind::hand_in_drive;
    if (head == "oath" && head.size() < name.size()) kind = EventKind::oath_drive;
    if (kind) {
        const std::string list(name_of(*kind));
        const bool is_day = row_of(*kind).lasts == Lasts::one_day;
        return diagnostic("there is no date \"" + printable(name, 80) + "\"",
                          "as in a scenario's file, it is " +
                              (is_day ? list + ".on" : list + ".from or " + list + ".to"),
                          "of several, the second is " + list + (is_day ? "[2].on" : "[2].from"));
    }
    const NameAdvice advice = advice_on_parameter(name);
    return diagnostic("there is no parameter \"" + printable(name, 80) + "\"", advice.reason,
                      advice.suggestion);
}

}  // namespace tumen

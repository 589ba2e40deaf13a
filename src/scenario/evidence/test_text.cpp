#include "scenario/evidence/test_text.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "model/parameter_table.hpp"
#include "scenario/evidence/rule_rows.hpp"
#include "scenario/evidence/statistic.hpp"
#include "scenario/text/quantity.hpp"

namespace tumen {

namespace {

/// "extortion=0.2", where the value is one.
void add_value(Fields& fields, const std::string& name, const Member& member,
               std::vector<MarkedText>& settings) {
    const auto ref = find_parameter(name);
    if (!ref) {
        fields.problem(member.mark, "there is no parameter \"" + printable(name, 80) + "\"", "",
                       "`tumen info` lists all parameters");
        return;
    }
    const Node& node = member.value;
    const bool is_number = node.kind == Node::Kind::number && node.number - node.number == 0;
    if (!is_number && node.kind != Node::Kind::text) {
        fields.problem(node.mark, name + " must be a number, or a text with a unit");
        return;
    }
    const std::string text = is_number ? shortest(node.number) : node.text;
    if (const auto value = read_quantity(text, row_of(*ref).unit); !value) {
        fields.problem(node.mark, name + ": " + value.error().problem, value.error().reason,
                       value.error().suggestion);
        return;
    }
    settings.push_back({name + "=" + text, member.mark});
}

void add_rule(Fields& fields, const Member& member, std::vector<MarkedText>& settings) {
    const auto& rows = rule_rows();
    const auto row = std::find_if(rows.begin(), rows.end(),
                                  [&](const RuleRow& one) { return one.name == member.key; });
    if (row == rows.end()) {
        fields.problem(member.mark, "there is no rival rule \"" + printable(member.key, 80) + "\"",
                       "", "`tumen info` lists the rules");
        return;
    }
    std::vector<std::string_view> choices;
    for (const std::string_view choice : row->choices) {
        if (!choice.empty()) choices.push_back(choice);
    }
    fields.among({member.value.text, member.value.mark}, choices, "choice of " + member.key);
    settings.push_back({"rules." + member.key + "=" + member.value.text, member.mark});
}

RunText read_run(Fields& fields, const std::string& prefix, MarkedText scenario) {
    const std::string before = prefix.empty() ? "" : prefix + "_";
    RunText run{std::move(scenario), read_settings(fields, before + "set", before + "rules")};
    if (!run.settings.empty() && run.scenario.text.empty() && !prefix.empty()) {
        fields.problem(run.settings.front().mark, "values of " + prefix + " without " + prefix, "",
                       "name its scenario, which may be the test's own");
    }
    return run;
}

void read_runs(Fields& fields, ScenarioNamed named, TestText& test) {
    const bool must = named == ScenarioNamed::always;
    test.run =
        read_run(fields, "", must ? fields.text("scenario") : fields.optional_text("scenario"));
    for (std::size_t run = 0; run < most_bases; ++run) {
        const std::string key = "against" + (run == 0 ? "" : std::to_string(run + 1));
        RunText against = read_run(fields, key, fields.optional_text(key));
        if (against.scenario.text.empty()) continue;
        if (test.against.size() < run)
            fields.problem(against.scenario.mark, key + " without the one before it");
        test.against.push_back(std::move(against));
    }
}

void read_band(Fields& fields, TestText& test) {
    const Member* band = fields.take("band", Fields::Need::optional);
    if (band == nullptr) return;
    const auto& items = band->value.items;
    const bool numbers = items.size() == 2 && items[0].kind == Node::Kind::number &&
                         items[1].kind == Node::Kind::number;
    if (numbers && items[0].number <= items[1].number) {
        test.low = items[0].number;
        test.high = items[1].number;
    } else {
        fields.problem(band->value.mark, "band must be [low, high] with low <= high");
    }
}

/// How many other runs the statistic reads; nothing where it cannot be read, which is a problem.
std::optional<std::size_t> checked_statistic(Fields& fields, const MarkedText& text) {
    if (text.text.empty()) return std::nullopt;
    const auto statistic = parse_statistic(text.text);
    if (statistic) return bases_read(*statistic);
    Mark mark = text.mark;
    mark.column += statistic.error().column;  // the opening quote stands at the mark
    fields.problem(mark, statistic.error().problem, "", statistic.error().suggestion);
    return std::nullopt;
}

void check(Fields& fields, const TestText& test) {
    fields.among(test.sign, {"+", "-"}, "sign");
    fields.among(test.judged, {"mean", "share"}, "way of judging");
    if (test.low.has_value() != test.sign.text.empty())
        fields.problem(test.mark, "a test has a band or a sign, and not both");
    const auto read = checked_statistic(fields, test.statistic);
    if (read && *read != test.against.size()) {
        fields.problem(test.statistic.mark, "base(...) and test.against go together");
    }
    const auto old = checked_statistic(fields, test.old_statistic);
    if (old && *old > test.against.size())
        fields.problem(test.old_statistic.mark, "base(...) and test.against go together");
}

}  // namespace

std::vector<MarkedText> read_settings(Fields& fields, std::string_view set,
                                      std::string_view rules) {
    std::vector<MarkedText> settings;
    if (const Member* values = fields.take(set, Fields::Need::optional)) {
        for (const Member& member : values->value.members) {
            if (member.value.kind != Node::Kind::table) {
                add_value(fields, member.key, member, settings);
                continue;
            }
            for (const Member& indexed : member.value.members)
                add_value(fields, member.key + "." + indexed.key, indexed, settings);
        }
    }
    if (const Member* choices = fields.take(rules, Fields::Need::optional)) {
        for (const Member& member : choices->value.members)
            add_rule(fields, member, settings);
    }
    return settings;
}

TestText read_test(Fields fields, ScenarioNamed named) {
    TestText test;
    test.mark = fields.mark();
    read_runs(fields, named, test);
    test.statistic = fields.text("statistic");
    test.old_statistic = fields.optional_text("old_statistic");
    test.sign = fields.optional_text("sign");
    test.judged = fields.optional_text("judged");
    read_band(fields, test);
    check(fields, test);
    fields.refuse_rest();
    return test;
}

}  // namespace tumen

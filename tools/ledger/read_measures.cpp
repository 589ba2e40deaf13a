#include <algorithm>

#include "base/text.hpp"
#include "evidence.hpp"
#include "model/parameter_table.hpp"
#include "scenario/evidence/statistic.hpp"

namespace tumen::ledger {

namespace {

const std::vector<std::string_view> sides = {"official", "changed", "told", "other"};
const std::vector<std::string_view> occasions = {"hand_in_drive", "oath_drive", "campaign",
                                                 "campaign_left_behind", "calm"};
const std::vector<std::string_view> ways = {"phone_share", "brokers", "belief"};

/// A statistic that reads at most so many other runs.
void check_statistic(Fields& fields, const Text& text, std::size_t bases) {
    if (text.text.empty()) return;
    const auto statistic = parse_statistic(text.text);
    if (!statistic) {
        Mark mark = text.mark;
        mark.column += statistic.error().column;  // the opening quote stands at the mark
        fields.problem(mark, statistic.error().problem, "", statistic.error().suggestion);
    } else if (bases_read(*statistic) != bases) {
        fields.problem(text.mark, "base(...) and against go together");
    }
}

HeadlineEntry read_headline(Fields& fields) {
    HeadlineEntry entry;
    entry.id = fields.text("id");
    entry.label = fields.text("label");
    entry.unit = fields.text("unit");
    entry.what = fields.text("what");
    entry.when = fields.text("when");
    entry.statistic = fields.text("statistic");
    entry.explanation = fields.text("explanation");
    entry.smallest = fields.optional_number("smallest").value_or(0);
    if (!(entry.smallest > 0))
        fields.problem(fields.mark(), "no smallest size that matters", "it is a number above 0");
    entry.against = fields.optional_text("against");
    entry.instead_of = fields.optional_text("instead_of");
    fields.among(entry.what, sides, "side of a headline");
    fields.among(entry.when, occasions, "occasion of a headline");
    if (!entry.against.text.empty()) fields.among(entry.against, {"yardstick"}, "against");
    check_statistic(fields, entry.statistic, entry.against.text.empty() ? 0 : 1);
    return entry;
}

ConclusionEntry read_conclusion(Fields& fields) {
    ConclusionEntry entry;
    entry.id = fields.text("id");
    entry.label = fields.text("label");
    entry.scenario = fields.text("scenario");
    entry.against = fields.optional_text("against");
    entry.statistic = fields.text("statistic");
    check_statistic(fields, entry.statistic, entry.against.text.empty() ? 0 : 1);
    return entry;
}

UnknownEntry read_unknown(Fields& fields) {
    UnknownEntry entry;
    entry.id = fields.text("id");
    entry.label = fields.text("label");
    entry.unit = fields.text("unit");
    entry.how = fields.text("how");
    entry.sets = fields.text("sets");
    const bool way = std::find(ways.begin(), ways.end(), entry.sets.text) != ways.end();
    if (!way && !entry.sets.text.empty() && !find_parameter(entry.sets.text)) {
        fields.problem(entry.sets.mark, "there is no parameter or way called \"" +
                                            printable(entry.sets.text) + "\"");
    }
    const Member* values = fields.take("values", Fields::Need::required);
    if (values == nullptr) return entry;
    for (const Node& item : values->value.items) {
        if (item.kind != Node::Kind::number) fields.problem(item.mark, "values are numbers");
        entry.values.push_back(item.number);
    }
    if (entry.values.empty()) fields.problem(values->value.mark, "no values");
    return entry;
}

/// Ids are what results are asked for by: each once among all measures and patterns.
void check_id(Fields& fields, const Text& id, const Evidence& evidence,
              std::vector<std::string>& taken) {
    const bool pattern =
        std::any_of(evidence.patterns.begin(), evidence.patterns.end(),
                    [&](const PatternEntry& one) { return one.id.text == id.text; });
    if (pattern || std::find(taken.begin(), taken.end(), id.text) != taken.end())
        fields.problem(id.mark, "the id " + id.text + " is taken");
    taken.push_back(id.text);
}

}  // namespace

void read_measures(Evidence& evidence, const Node& root) {
    std::vector<std::string> taken;
    const auto each = [&](const Member& list, const auto& read, auto& entries) {
        for (const Node& node : list.value.items) {
            Fields fields(evidence.problems, evidence.measures_file, node, node.mark, list.key);
            entries.push_back(read(fields));
            fields.refuse_rest();
            check_id(fields, entries.back().id, evidence, taken);
        }
    };
    for (const Member& member : root.members) {
        if (member.key == "headline") {
            each(member, read_headline, evidence.headlines);
        } else if (member.key == "conclusion") {
            each(member, read_conclusion, evidence.conclusions);
        } else if (member.key == "unknown") {
            each(member, read_unknown, evidence.unknowns);
        } else {
            evidence.problems.push_back(
                diagnostic_at(evidence.measures_file, member.mark,
                              "unknown key \"" + printable(member.key) + "\"", "",
                              "measures are [[headline]], [[conclusion]] and [[unknown]] tables"));
        }
    }
}

}  // namespace tumen::ledger

#include "base/text.hpp"
#include "fields.hpp"

namespace tumen::ledger {

void read_sources(Evidence& evidence, const Node& root) {
    for (const Member& member : root.members) {
        Fields fields(evidence, evidence.sources_file, member.value, member.mark, member.key);
        SourceEntry source;
        source.id = {member.key, member.mark};
        source.title = fields.text("title");
        source.publisher = fields.text("publisher");
        source.date = fields.text("date");
        source.kind = fields.text("kind");
        source.independence = fields.text("independence");
        source.place = fields.text("place");
        source.note = fields.text("note");
        source.address = fields.optional_text("address");
        fields.refuse_rest();
        evidence.sources.push_back(std::move(source));
    }
}

namespace {

void read_test(Evidence& evidence, PatternEntry& pattern, const Member& test) {
    Fields fields(evidence, evidence.patterns_file, test.value, test.mark,
                  pattern.id.text + ".test");
    pattern.test = test.mark;
    pattern.scenario = fields.text("scenario");
    pattern.against = fields.optional_text("against");
    pattern.statistic = fields.text("statistic");
    pattern.sign = fields.optional_text("sign");
    if (const Member* band = fields.take("band", Fields::Need::optional)) {
        const auto& items = band->value.items;
        const bool numbers = items.size() == 2 && items[0].kind == Node::Kind::number &&
                             items[1].kind == Node::Kind::number;
        if (numbers && items[0].number <= items[1].number) {
            pattern.low = items[0].number;
            pattern.high = items[1].number;
        } else {
            fields.problem(band->value.mark, "band must be [low, high] with low <= high");
        }
    }
    fields.refuse_rest();
}

PatternEntry read_pattern(Evidence& evidence, const Node& node) {
    const Member* id = node.find("id");
    const std::string owner =
        id != nullptr && id->value.kind == Node::Kind::text ? id->value.text : "[[pattern]]";
    Fields fields(evidence, evidence.patterns_file, node, node.mark, owner);
    PatternEntry pattern;
    pattern.id = fields.text("id");
    pattern.statement = fields.text("statement");
    pattern.place = fields.text("place");
    pattern.dates = fields.text("dates");
    pattern.sources = fields.texts("sources");
    pattern.grade = fields.text("grade");
    pattern.observed = fields.text("observed");
    pattern.independence = fields.text("independence");
    pattern.role = fields.text("role");
    pattern.parameters = fields.texts("parameters");
    pattern.rules = fields.texts("rules");
    pattern.note = fields.optional_text("note");
    pattern.untestable = fields.optional_text("untestable");
    if (const Member* test = fields.take("test", Fields::Need::optional)) {
        read_test(evidence, pattern, *test);
    }
    fields.refuse_rest();
    return pattern;
}

}  // namespace

void read_patterns(Evidence& evidence, const Node& root) {
    for (const Member& member : root.members) {
        if (member.key != "pattern" || member.value.kind != Node::Kind::list) {
            evidence.problems.push_back(
                diagnostic_at(evidence.patterns_file, member.mark,
                              "unknown key \"" + printable(member.key) + "\"", "",
                              "patterns are [[pattern]] tables"));
            continue;
        }
        for (const Node& node : member.value.items) {
            evidence.patterns.push_back(read_pattern(evidence, node));
        }
    }
}

}  // namespace tumen::ledger

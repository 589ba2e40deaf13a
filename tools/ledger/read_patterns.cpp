#include "base/text.hpp"
#include "evidence.hpp"

namespace tumen::ledger {

void read_sources(Evidence& evidence, const Node& root) {
    for (const Member& member : root.members) {
        Fields fields(evidence.problems, evidence.sources_file, member.value, member.mark,
                      member.key);
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

PatternEntry read_pattern(Evidence& evidence, const Node& node) {
    const Member* id = node.find("id");
    const std::string owner =
        id != nullptr && id->value.kind == Node::Kind::text ? id->value.text : "[[pattern]]";
    Fields fields(evidence.problems, evidence.patterns_file, node, node.mark, owner);
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
    pattern.bound = fields.optional_text("bound");
    pattern.was = fields.optional_text("was");
    if (const Member* test = fields.take("test", Fields::Need::optional)) {
        pattern.test = read_test(fields.inside(*test), ScenarioNamed::always);
    }
    if (const Member* off = fields.take("switch_off", Fields::Need::optional)) {
        Fields inside = fields.inside(*off);
        pattern.switch_off = read_settings(inside, "set", "rules");
        inside.refuse_rest();
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

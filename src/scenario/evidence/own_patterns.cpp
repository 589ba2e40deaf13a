#include "scenario/evidence/own_patterns.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace tumen {

namespace {

PatternRole role_of(const std::string& word) {
    for (const PatternRole role :
         {PatternRole::input, PatternRole::held_out, PatternRole::analogue, PatternRole::context})
        if (name_of(role) == word) return role;
    return PatternRole::calibrate;
}

Expectation expectation_of(const TestText& test) {
    if (test.low) return Expectation::band;
    return test.sign.text == "-" ? Expectation::negative : Expectation::positive;
}

}  // namespace

/// Reads one file into an OwnPatterns.
class OwnPatterns::Reading {
  public:
    Reading(const ScenarioText& text, std::string_view scenario, OwnPatterns& own)
        : file_(text), scenario_(scenario), own_(own) {}

    std::vector<Diagnostic> run() {
        const auto root = parse_document(file_);
        if (!root) return {root.error()};
        for (const Member& member : root->members) {
            if (member.key == "pattern" && member.value.kind == Node::Kind::list) {
                for (const Node& node : member.value.items)
                    add(node);
            } else {
                problems_.push_back(diagnostic_at(file_, member.mark,
                                                  "unknown key \"" + printable(member.key) + "\"",
                                                  "", "patterns are [[pattern]] tables"));
            }
        }
        if (problems_.empty() && own_.patterns_.empty())
            problems_.push_back(diagnostic_at(file_, {}, "there is no pattern", "",
                                              "each begins with a line [[pattern]]"));
        return std::move(problems_);
    }

  private:
    void add(const Node& node) {
        const Member* id = node.find("id");
        const bool named = id != nullptr && id->value.kind == Node::Kind::text;
        Fields fields(problems_, file_, node, node.mark, named ? id->value.text : "[[pattern]]");
        Pattern pattern{};
        const MarkedText said = fields.text("id");
        check_id(fields, said);
        pattern.id = own_.keep(said.text);
        pattern.statement = own_.keep(fields.text("statement").text);
        const MarkedText role = fields.optional_text("role");
        fields.among(role, {"input", "calibrate", "held-out", "analogue", "context"},
                     "role of a pattern");
        pattern.role = role_of(role.text);
        read_words(fields, pattern);
        if (const Member* off = fields.take("switch_off", Fields::Need::optional)) {
            Fields inside = fields.inside(*off);
            pattern.switch_off = own_.keep(read_settings(inside, "set", "rules"));
            inside.refuse_rest();
        }
        if (const Member* test = fields.take("test", Fields::Need::required)) {
            const auto named_there =
                scenario_.empty() ? ScenarioNamed::always : ScenarioNamed::perhaps;
            pattern.test = own_.test_of(read_test(fields.inside(*test), named_there), scenario_);
        }
        fields.refuse_rest();
        own_.patterns_.push_back(pattern);
    }

    /// An id is what results are stored and asked for by.
    void check_id(Fields& fields, const MarkedText& id) {
        if (find_pattern(id.text) != nullptr) {
            fields.problem(id.mark, "the ledger has a pattern of that id", "",
                           "give yours another");
        } else if (own_.find(id.text) != nullptr) {
            fields.problem(id.mark, "the id is taken by a pattern above");
        } else if (id.text.find_first_of(", \t\n") != id.text.npos) {
            fields.problem(id.mark, "an id has no spaces and no commas");
        }
    }

    void read_words(Fields& fields, Pattern& pattern) {
        pattern.place = own_.keep(fields.optional_text("place").text);
        pattern.dates = own_.keep(fields.optional_text("dates").text);
        pattern.grade = own_.keep(fields.optional_text("grade").text);
        pattern.observed = own_.keep(fields.optional_text("observed").text);
        pattern.independence = own_.keep(fields.optional_text("independence").text);
        pattern.note = own_.keep(fields.optional_text("note").text);
        pattern.sources = own_.keep(fields.optional_texts("sources"));
        pattern.rules = own_.keep(fields.optional_texts("rules"));
        const std::vector<MarkedText> parameters = fields.optional_texts("parameters");
        for (const MarkedText& name : parameters) {
            const auto rows = parameter_rows();
            const bool known = std::any_of(rows.begin(), rows.end(), [&](const ParameterRow& row) {
                return row.name == name.text;
            });
            if (!known)
                fields.problem(name.mark, "there is no parameter \"" + printable(name.text) + "\"",
                               "", "`tumen info` lists all parameters");
        }
        pattern.parameters = own_.keep(parameters);
    }

    const ScenarioText& file_;
    std::string_view scenario_;
    OwnPatterns& own_;
    std::vector<Diagnostic> problems_;
};

Expected<std::shared_ptr<const OwnPatterns>, Diagnostics> OwnPatterns::read(
    const ScenarioText& text, std::string_view scenario) {
    auto own = std::make_shared<OwnPatterns>();
    own->text_ = text.text;
    std::vector<Diagnostic> problems = Reading(text, scenario, *own).run();
    if (!problems.empty()) return problems;
    return std::shared_ptr<const OwnPatterns>(std::move(own));
}

const Pattern* OwnPatterns::find(std::string_view id) const {
    const auto found = std::find_if(patterns_.begin(), patterns_.end(),
                                    [&](const Pattern& pattern) { return pattern.id == id; });
    return found == patterns_.end() ? nullptr : &*found;
}

std::string_view OwnPatterns::keep(std::string text) {
    return texts_.emplace_back(std::move(text));
}

std::span<const std::string_view> OwnPatterns::keep(const std::vector<MarkedText>& texts) {
    std::vector<std::string_view>& list = lists_.emplace_back();
    for (const MarkedText& text : texts)
        list.push_back(keep(text.text));
    return list;
}

PatternTest OwnPatterns::test_of(const TestText& text, std::string_view scenario) {
    PatternTest test{};
    test.scenario =
        keep(text.run.scenario.text.empty() ? std::string(scenario) : text.run.scenario.text);
    test.settings = keep(text.run.settings);
    test.statistic = keep(text.statistic.text);
    test.old_statistic = keep(text.old_statistic.text);
    test.expectation = expectation_of(text);
    test.low = text.low.value_or(0);
    test.high = text.high.value_or(0);
    test.judged = text.judged.text == "mean" ? JudgedBy::mean : JudgedBy::share;
    std::vector<TestRun>& more = runs_.emplace_back();
    for (std::size_t i = 0; i < text.against.size(); ++i) {
        const TestRun run{keep(text.against[i].scenario.text), keep(text.against[i].settings)};
        if (i > 0) {
            more.push_back(run);
        } else {
            test.against = run.scenario;
            test.against_settings = run.settings;
        }
    }
    test.more = more;
    return test;
}

}  // namespace tumen

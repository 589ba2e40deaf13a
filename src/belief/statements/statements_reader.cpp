#include <algorithm>
#include <map>
#include <set>

#include "base/text.hpp"
#include "belief/prior/carried.hpp"
#include "belief/prior/prior_text.hpp"
#include "belief/statements/statements.hpp"
#include "scenario/evidence/statistic.hpp"
#include "scenario/text/document.hpp"

namespace tumen {

namespace {

/// Reads [[statement]] by [[statement]]; the first problem ends it.
class StatementReader {
  public:
    explicit StatementReader(const ScenarioText& text) : text_(text) {}

    Expected<std::vector<LedgerStatement>, Diagnostic> statements() {
        const auto root = parse_document(text_);
        if (!root) return root.error();
        const Member* list = root->find("statement");
        if (list == nullptr || list->value.kind != Node::Kind::list)
            return diagnostic_at(text_, {}, "there is no list [[statement]]");
        std::vector<LedgerStatement> all;
        for (const Node& item : list->value.items) {
            LedgerStatement statement;
            for (const Member& member : item.members) {
                if (auto problem = field(statement, member)) return *std::move(problem);
            }
            if (auto problem = refusal(statement, item.mark)) return *std::move(problem);
            all.push_back(std::move(statement));
        }
        return all;
    }

  private:
    using Problem = std::optional<Diagnostic>;

    Problem field(LedgerStatement& one, const Member& member) const {
        const std::map<std::string_view, std::string*> texts = {{"id", &one.id},
                                                                {"statement", &one.statement},
                                                                {"scenario", &one.scenario},
                                                                {"against", &one.against},
                                                                {"statistic", &one.statistic},
                                                                {"built_in", &one.built_in},
                                                                {"turns_on", &one.turns_on}};
        if (const auto text = texts.find(member.key); text != texts.end()) {
            *text->second = member.value.text;
            return std::nullopt;
        }
        if (member.key != "patterns" && member.key != "off") {
            return diagnostic_at(text_, member.mark,
                                 "unknown key \"" + printable(member.key, 40) + "\"");
        }
        for (const Node& word : member.value.items)
            (member.key == "off" ? one.off : one.patterns).push_back(word.text);
        return std::nullopt;
    }

    Problem refusal(const LedgerStatement& one, Mark mark) {
        if (one.id.empty() || one.statement.empty() || one.scenario.empty())
            return diagnostic_at(text_, mark, "id, statement and scenario must be there");
        if (!ids_.insert(one.id).second)
            return diagnostic_at(text_, mark, one.id + " stands twice");
        for (const std::string& pattern : one.patterns) {
            if (find_pattern(pattern) == nullptr)
                return diagnostic_at(text_, mark, one.id + ": there is no pattern " + pattern);
        }
        const auto statistic = parse_statistic(one.statistic);
        if (!statistic) {
            return diagnostic_at(text_, mark, "the statistic of " + one.id + " cannot be read",
                                 statistic.error().problem);
        }
        if ((bases_read(*statistic) == 1) == !one.against.empty()) return std::nullopt;
        return diagnostic_at(text_, mark, one.id + ": against and base() go together");
    }

    const ScenarioText& text_;
    std::set<std::string> ids_;
};

}  // namespace

Expected<std::vector<LedgerStatement>, Diagnostic> read_statements(const ScenarioText& text) {
    return StatementReader(text).statements();
}

const std::vector<LedgerStatement>& ledger_statements() {
    static const std::vector<LedgerStatement> all =
        carried(read_statements(carried_text("statements", statements_text())));
    return all;
}

}  // namespace tumen

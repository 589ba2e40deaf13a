#include "belief/information/questions.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "belief/prior/carried.hpp"
#include "belief/prior/prior_text.hpp"
#include "scenario/text/document.hpp"

namespace tumen {

namespace {

using Problem = std::optional<Diagnostic>;

/// Reads one [[question]].
class QuestionReader {
  public:
    QuestionReader(const ScenarioText& text, const std::vector<ImpliedQuantity>& quantities)
        : text_(text), quantities_(quantities) {}

    Problem field(LedgerQuestion& one, const Member& member) const {
        if (member.key == "question") {
            one.question = member.value.text;
        } else if (member.key == "asked_of") {
            one.asked_of = member.value.text;
        } else if (member.key == "implied") {
            return quantity(one, member);
        } else {
            return diagnostic_at(text_, member.mark,
                                 "unknown key \"" + printable(member.key, 40) + "\"");
        }
        return std::nullopt;
    }

  private:
    Problem quantity(LedgerQuestion& one, const Member& member) const {
        const auto found = std::find_if(
            quantities_.begin(), quantities_.end(),
            [&](const ImpliedQuantity& other) { return other.id == member.value.text; });
        if (found == quantities_.end()) {
            return diagnostic_at(text_, member.mark,
                                 "there is no implied " + printable(member.value.text, 40));
        }
        if (found->statistic.empty() || !found->against.empty()) {
            return diagnostic_at(text_, member.mark,
                                 found->id + " is no statistic of one scenario alone");
        }
        one.quantity = &*found;
        return std::nullopt;
    }

    const ScenarioText& text_;
    const std::vector<ImpliedQuantity>& quantities_;
};

}  // namespace

Expected<std::vector<LedgerQuestion>, Diagnostic> read_questions(
    const ScenarioText& text, const std::vector<ImpliedQuantity>& quantities) {
    const auto root = parse_document(text);
    if (!root) return root.error();
    const Member* list = root->find("question");
    if (list == nullptr || list->value.kind != Node::Kind::list)
        return diagnostic_at(text, {}, "there is no list [[question]]");
    const QuestionReader reader(text, quantities);
    std::vector<LedgerQuestion> all;
    for (const Node& item : list->value.items) {
        LedgerQuestion question;
        for (const Member& member : item.members) {
            if (auto problem = reader.field(question, member)) return *std::move(problem);
        }
        if (question.quantity == nullptr || question.question.empty() || question.asked_of.empty())
            return diagnostic_at(text, item.mark, "implied, question and asked_of must be there");
        const bool twice = std::any_of(all.begin(), all.end(), [&](const LedgerQuestion& one) {
            return one.quantity == question.quantity;
        });
        if (twice) return diagnostic_at(text, item.mark, question.quantity->id + " stands twice");
        all.push_back(std::move(question));
    }
    return all;
}

const std::vector<LedgerQuestion>& ledger_questions() {
    static const std::vector<LedgerQuestion> all =
        carried(read_questions(carried_text("questions", questions_text()), implied_quantities()));
    return all;
}

const LedgerQuestion* question_about(std::string_view quantity) {
    const auto& all = ledger_questions();
    const auto found = std::find_if(all.begin(), all.end(), [&](const LedgerQuestion& one) {
        return one.quantity->id == quantity;
    });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace tumen

#include "scenario/text/fields.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace tumen {

void Fields::problem(Mark mark, std::string what, std::string reason, std::string suggestion) {
    problems_.push_back(diagnostic_at(file_, mark, owner_ + ": " + std::move(what),
                                      std::move(reason), std::move(suggestion)));
}

const Member* Fields::take(std::string_view key, Need need) {
    taken_.emplace_back(key);
    const Member* member = table_.find(key);
    if (member == nullptr && need == Need::required) {
        problem(mark_, "no " + std::string(key), "every entry has one",
                "add `" + std::string(key) + " = ...` (evidence/README.md says what it means)");
    }
    return member;
}

MarkedText Fields::text(std::string_view key) {
    const Member* member = take(key, Need::required);
    if (member == nullptr) return {"", mark_};
    if (member->value.kind != Node::Kind::text || member->value.text.empty()) {
        problem(member->value.mark, std::string(key) + " must be a text that says something");
        return {"", member->value.mark};
    }
    return {member->value.text, member->value.mark};
}

MarkedText Fields::optional_text(std::string_view key) {
    if (table_.find(key) != nullptr) return text(key);
    taken_.emplace_back(key);
    return {"", mark_};
}

std::vector<MarkedText> Fields::texts(std::string_view key) {
    std::vector<MarkedText> list;
    const Member* member = take(key, Need::required);
    if (member == nullptr) return list;
    if (member->value.kind != Node::Kind::list) {
        problem(member->value.mark, std::string(key) + " must be a list of texts");
        return list;
    }
    for (const Node& item : member->value.items) {
        if (item.kind == Node::Kind::text) {
            list.push_back({item.text, item.mark});
        } else {
            problem(item.mark, std::string(key) + " holds " +
                                   std::string(kind_in_words(item.kind)) + ", expected a text");
        }
    }
    return list;
}

std::vector<MarkedText> Fields::optional_texts(std::string_view key) {
    if (table_.find(key) != nullptr) return texts(key);
    taken_.emplace_back(key);
    return {};
}

std::optional<double> Fields::optional_number(std::string_view key) {
    const Member* member = take(key, Need::optional);
    if (member == nullptr) return std::nullopt;
    if (member->value.kind == Node::Kind::number) return member->value.number;
    problem(member->value.mark, std::string(key) + " must be a number");
    return std::nullopt;
}

void Fields::among(const MarkedText& text, const std::vector<std::string_view>& known,
                   std::string_view what) {
    if (text.text.empty() || std::find(known.begin(), known.end(), text.text) != known.end())
        return;
    std::string all;
    for (const std::string_view word : known)
        all += (all.empty() ? "known are " : ", ") + std::string(word);
    const auto near = did_you_mean(text.text, known);
    problem(text.mark, "unknown " + std::string(what) + " \"" + printable(text.text) + "\"", all,
            near ? "did you mean " + std::string(*near) + "?" : "");
}

void Fields::refuse_rest() {
    const std::vector<std::string_view> known(taken_.begin(), taken_.end());
    for (const Member& member : table_.members) {
        if (std::find(taken_.begin(), taken_.end(), member.key) != taken_.end()) continue;
        const auto near = did_you_mean(member.key, known);
        problem(member.mark, "unknown key \"" + printable(member.key) + "\"", "",
                near ? "did you mean " + std::string(*near) + "?" : "remove it");
    }
}

}  // namespace tumen

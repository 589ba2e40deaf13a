#include "scenario/draft/values.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "scenario/evidence/ledger.hpp"
#include "scenario/text/quantity.hpp"

namespace tumen {

namespace {

std::string joined(std::span<const std::string_view> words) {
    std::string text;
    for (const std::string_view word : words) {
        if (!word.empty()) text += (text.empty() ? "" : ", ") + std::string(word);
    }
    return text;
}

}  // namespace

std::nullopt_t Values::wrong_kind(const Member& member, std::string_view expected) {
    const Node& node = member.value;
    const std::string got =
        node.kind == Node::Kind::other ? node.text : std::string(kind_in_words(node.kind));
    problems_.add(spot(node.mark),
                  printable(member.key) + ": got " + got + ", expected " + std::string(expected));
    return std::nullopt;
}

std::optional<std::string> Values::text(const Member& member) {
    if (member.value.kind != Node::Kind::text) return wrong_kind(member, "a text in quotes");
    return member.value.text;
}

std::optional<Said<double>> Values::quantity(const Member& member, Unit unit) {
    const Node& node = member.value;
    if (node.kind == Node::Kind::number) {
        if (node.number - node.number == 0) return Said<double>{node.number, spot(node.mark)};
        problems_.add(spot(node.mark), printable(member.key) + ": this is not a finite number");
        return std::nullopt;
    }
    if (node.kind != Node::Kind::text) return wrong_kind(member, "a number, or a text with a unit");
    const auto value = read_quantity(node.text, unit);
    if (value) return Said<double>{*value, spot(node.mark)};
    problems_.add(spot(node.mark), printable(member.key) + ": " + value.error().problem,
                  value.error().reason, value.error().suggestion);
    return std::nullopt;
}

std::optional<Said<Date>> Values::date(const Member& member) {
    const Node& node = member.value;
    if (node.kind == Node::Kind::date) return Said<Date>{node.date, spot(node.mark)};
    if (node.kind != Node::Kind::text) return wrong_kind(member, "a date, as 2020-10-01");
    if (const auto date = read_date(node.text)) return Said<Date>{*date, spot(node.mark)};
    problems_.add(spot(node.mark),
                  printable(member.key) + ": there is no day " + printable(node.text, 40),
                  "dates are written year-month-day, as 2020-10-01");
    return std::nullopt;
}

std::vector<Said<std::string>> Values::names(const Member& member) {
    std::vector<Said<std::string>> names;
    if (member.value.kind != Node::Kind::list) {
        wrong_kind(member, "a list of texts, as [\"one\", \"two\"]");
        return names;
    }
    for (const Node& item : member.value.items) {
        if (item.kind == Node::Kind::text) {
            names.push_back({item.text, spot(item.mark)});
        } else {
            wrong_kind(Member{member.key, item.mark, item}, "a text in quotes");
        }
    }
    return names;
}

std::optional<Said<std::size_t>> Values::choice(const Member& member,
                                                std::span<const std::string_view> choices) {
    if (member.value.kind != Node::Kind::text) {
        return wrong_kind(member, "one of the texts " + joined(choices));
    }
    const std::string& word = member.value.text;
    const auto found = std::find(choices.begin(), choices.end(), word);
    if (found != choices.end() && !word.empty()) {
        return Said<std::size_t>{static_cast<std::size_t>(found - choices.begin()),
                                 spot(member.value.mark)};
    }
    problems_.add(spot(member.value.mark),
                  printable(member.key) + ": \"" + printable(word, 40) + "\" is no choice here",
                  "it is one of " + joined(choices), did_you_mean_text(word, choices));
    return std::nullopt;
}

std::vector<Said<std::string>> Values::places(const Member& member) {
    std::vector<Said<std::string>> found = names(member);
    if (found.empty() && member.value.kind == Node::Kind::list && member.value.items.empty()) {
        problems_.add(spot(member.value.mark),
                      member.key + " names nothing, so it would never happen", "",
                      "leave it out for everywhere");
    }
    return found;
}

const Member* Values::required(const Node& table, std::string_view key, std::string_view owner) {
    const Member* member = table.find(key);
    if (member == nullptr) {
        problems_.add(spot(table.mark),
                      std::string(owner) + " has no \"" + std::string(key) + "\"");
    }
    return member;
}

void Values::refuse_unknown(const Node& table, std::string_view owner,
                            std::span<const std::string_view> known) {
    for (const Member& member : table.members) {
        if (std::find(known.begin(), known.end(), member.key) != known.end()) continue;
        problems_.add(spot(member.mark),
                      "unknown key \"" + printable(member.key, 80) + "\" in " + std::string(owner),
                      "known are " + joined(known), did_you_mean_text(member.key, known));
        if (problems_.full()) return;
    }
}

namespace {

/// Parameters of earlier versions of the model, and what replaced them.
struct GoneName {
    std::string_view name;
    std::string_view why;
    std::string_view instead;
};
constexpr GoneName gone_names[] = {
    {"old_phone_cost", "a dead phone must be found and paid for since version 2 of the model",
     "dead_phone_found.ROLE and dead_phone_price"},
    {"follow_threshold_drive",
     "officers press by reputation in a drive since version 2 of the model", "reputation_weight"},
    {"trade_income", "a trader earns what keeps the ordinary savings since version 2 of the model",
     "savings_factor.ROLE and savings_recovery"},
};

}  // namespace

NameAdvice advice_on_parameter(std::string_view word) {
    for (const GoneName& gone : gone_names) {
        if (gone.name == word)
            return {std::string(gone.why), "its place is taken by " + std::string(gone.instead)};
    }
    const std::size_t dot = std::min(word.find('.'), word.size());
    const std::string_view stem = word.substr(0, dot);
    const std::string_view index = word.substr(dot);
    for (const LedgerEntry& entry : ledger_entries()) {
        if (entry.symbol == stem && entry.name != stem) {
            return {"\"" + printable(stem) + "\" is a symbol of the model's description",
                    "its name here is " + std::string(entry.name) + printable(index, 40)};
        }
        if (entry.name != stem) continue;
        if (entry.values.size() == 1) {
            return {std::string(stem) + " is a single number", "leave out " + printable(index, 40)};
        }
        const Indexing indexing =
            parameter_rows()[static_cast<std::size_t>(&entry - ledger_entries().data())].indexing;
        std::string names;
        for (std::size_t i = 0; i < index_count(indexing); ++i) {
            names += (i == 0 ? "" : ", ") + std::string(stem) + "." +
                     std::string(index_name(indexing, i));
        }
        return {std::string(stem) + " has one value for each " +
                    (indexing == Indexing::by_role ? "role" : "sentence"),
                "it is one of " + names};
    }
    std::vector<std::string> names;
    for (const ParameterRef ref : parameter_refs())
        names.push_back(name_of(ref));
    const std::vector<std::string_view> candidates(names.begin(), names.end());
    const std::string near = did_you_mean_text(word, candidates);
    return {"", near.empty() ? "`tumen info` lists all parameters" : near};
}

}  // namespace tumen

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/visible.hpp"
#include "scenario/draft/draft.hpp"
#include "scenario/draft/keys.hpp"
#include "scenario/draft/lists.hpp"
#include "scenario/draft/values.hpp"
#include "scenario/draft/years.hpp"

namespace tumen {

namespace {

bool is_among(std::span<const std::string_view> words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::array<std::string_view, rule_count> rule_names() {
    std::array<std::string_view, rule_count> names;
    for (std::size_t i = 0; i < rule_count; ++i)
        names[i] = rule_rows()[i].name;
    return names;
}

/// N of "N years", which is a time of the calendar where it says how long a scenario runs.
std::int32_t years_of(const Node& days) {
    constexpr std::size_t longest = 4;
    if (days.kind != Node::Kind::text || days.text.find(" year") == std::string::npos) return 0;
    const std::string_view number = std::string_view(days.text).substr(0, days.text.find(' '));
    if (number.empty() || number.size() > longest) return 0;
    std::int32_t years = 0;
    for (const char digit : number) {
        if (digit < '0' || digit > '9') return 0;
        years = 10 * years + (digit - '0');
    }
    return years;
}

/// One file of a scenario, laid over the draft.
class Layer {
  public:
    Layer(const ScenarioText& text, Draft& draft, Problems& problems)
        : values_(text, problems), draft_(draft), problems_(problems) {}

    void read(const Node& root) {
        root_ = &root;
        for (const Member& member : root.members) {
            if (problems_.full()) return;
            read_member(member);
        }
    }

  private:
    void read_member(const Member& member) {
        const std::string& key = member.key;
        if (key == "name") return read_name(member);
        if (key == "title") return copy_text(member, draft_.title);
        if (key == "question") return copy_text(member, draft_.question);
        if (key == "extends") return;  // followed before
        if (key == "append") return read_append(member);
        if (key == "beyond_evidence") return read_beyond_evidence(member);
        if (key == "start") {
            draft_.start_is_said = true;
            if (const auto start = values_.date(member)) draft_.start = start;
            return;
        }
        if (key == "days") {
            draft_.days_are_said = true;
            if (const auto days = values_.quantity(member, Unit::days)) draft_.days = days;
            if (const std::int32_t years = years_of(member.value); draft_.days && years > 0)
                draft_.days->value = years * days_of_a_year;
            return;
        }
        if (key == "parameters") return read_parameters(member);
        if (key == "rules") return read_rules(member);
        if (key == "city") return read_cities(member, values_, draft_, listing_of(key));
        if (key == "ward_group") return read_groups(member, values_, draft_, listing_of(key));
        if (key == "headline") return read_headlines(member, values_, draft_, listing_of(key));
        if (const auto kind = event_kind(key)) {
            return read_events(*kind, member, values_, draft_, listing_of(key));
        }
        unknown_root_key(member);
    }

    void copy_text(const Member& member, std::string& to) {
        if (auto text = values_.text(member)) to = std::move(*text);
    }

    void read_name(const Member& member) {
        const auto name = values_.text(member);
        if (!name) return;
        if (is_name(*name)) {
            draft_.name = *name;
        } else {
            problems_.add(
                values_.spot(member.value.mark),
                "\"" + printable(*name, 80) + "\" cannot be the name of a scenario",
                "names have small letters, letters of other scripts, digits and hyphens, 64 "
                "bytes at most");
        }
    }

    void read_beyond_evidence(const Member& member) {
        if (member.value.kind != Node::Kind::answer) {
            problems_.add(values_.spot(member.value.mark),
                          "beyond_evidence: got " + std::string(kind_in_words(member.value.kind)) +
                              ", expected true or false");
            return;
        }
        draft_.beyond_evidence =
            member.value.text == "true" ? BeyondEvidence::listed : BeyondEvidence::refused;
    }

    void unknown_root_key(const Member& member) {
        static constexpr std::array<std::string_view, 3> of_playing = {"seed", "replicates",
                                                                       "threads"};
        std::string suggestion = did_you_mean_text(member.key, words_of(root_keys()));
        const bool indexed = member.value.kind == Node::Kind::table;
        if (find_parameter(member.key) || (indexed && find_parameter(member.key + ".resident")) ||
            (indexed && find_parameter(member.key + ".warned"))) {
            suggestion = "parameters are written under [parameters]";
        } else if (is_among(rule_names(), member.key)) {
            suggestion = "rival rules are written under [rules]";
        } else if (is_among(of_playing, member.key)) {
            suggestion = "it is said when the scenario is played, by --" + member.key;
        }
        problems_.add(values_.spot(member.mark),
                      "unknown key \"" + printable(member.key, 80) + "\"", "", suggestion);
    }

    bool table_expected(const Member& member) {
        if (member.value.kind == Node::Kind::table) return true;
        problems_.add(values_.spot(member.value.mark),
                      member.key + ": got " + std::string(kind_in_words(member.value.kind)) +
                          ", expected a table",
                      "", "begin it with a line [" + member.key + "]");
        return false;
    }

    void read_parameters(const Member& parameters) {
        if (!table_expected(parameters)) return;
        for (const OwnDraft& own : read_values(parameters.value, values_))
            draft_.values[position_of(own.parameter)] = own.value;
    }

    /// The lists that are added to those of other files, by name.
    void read_append(const Member& append) {
        for (const Said<std::string>& list : values_.names(append)) {
            if (!is_among(list_names, list.value)) {
                problems_.add(list.spot, "there is no list \"" + printable(list.value, 80) + "\"",
                              "append names lists such as schedule or sweep",
                              did_you_mean_text(list.value, list_names));
            } else if (root_->find(list.value) == nullptr) {
                problems_.add(list.spot, "append names " + list.value + ", which this file has not",
                              "it would change nothing",
                              "add [[" + list.value + "]], or remove it");
            }
        }
    }

    Listing listing_of(std::string_view list) const { return tumen::listing_of(*root_, list); }

    void read_rules(const Member& rules) {
        if (!table_expected(rules)) return;
        values_.refuse_unknown(rules.value, "[rules]", rule_names());
        for (std::size_t i = 0; i < rule_count; ++i) {
            const Member* member = rules.value.find(rule_rows()[i].name);
            if (member == nullptr) continue;
            if (const auto choice = values_.choice(*member, rule_rows()[i].choices)) {
                draft_.rules[i] = choice;
            }
        }
    }

    Values values_;
    Draft& draft_;
    Problems& problems_;
    const Node* root_ = nullptr;
};

NameAdvice advice_in_table(const std::string& name) {
    if (is_among(words_of(root_keys()), name)) {
        return {"it stands in [parameters] because it follows that line",
                "write it at the top of the file, before the first [table]"};
    }
    if (is_among(rule_names(), name)) return {"", "rival rules are written under [rules]"};
    return advice_on_parameter(name);
}

void read_value(const Member& member, const std::string& name, Values& values,
                std::vector<OwnDraft>& read) {
    const auto ref = find_parameter(name);
    if (!ref) {
        const NameAdvice advice = advice_in_table(name);
        values.problems().add(values.spot(member.mark),
                              "there is no parameter \"" + printable(name, 80) + "\"",
                              advice.reason, advice.suggestion);
        return;
    }
    const auto other = std::find_if(read.begin(), read.end(),
                                    [&](const OwnDraft& own) { return own.parameter == *ref; });
    if (other != read.end()) {
        values.problems().add(values.spot(member.mark), name + " is given twice",
                              "the other is in line " + std::to_string(other->value.spot.mark.line),
                              "leave out one of them");
        return;
    }
    const Member named{name, member.mark, member.value};
    if (auto value = values.quantity(named, row_of(*ref).unit))
        read.push_back({*ref, *std::move(value)});
}

}  // namespace

std::vector<OwnDraft> read_values(const Node& table, Values& values) {
    std::vector<OwnDraft> read;
    for (const Member& member : table.members) {
        if (values.problems().full()) break;
        if (member.value.kind != Node::Kind::table) {
            read_value(member, member.key, values, read);
            continue;
        }
        for (const Member& indexed : member.value.members)
            read_value(indexed, member.key + "." + indexed.key, values, read);
    }
    return read;
}

Listing listing_of(const Node& root, std::string_view list) {
    const Member* append = root.find("append");
    if (append == nullptr || append->value.kind != Node::Kind::list) return Listing::replaces;
    const auto& items = append->value.items;
    const bool named = std::any_of(items.begin(), items.end(),
                                   [&](const Node& item) { return item.text == list; });
    return named ? Listing::appends : Listing::replaces;
}

bool is_name(std::string_view text) {
    const auto allowed = [](char c) {
        const bool of_other_script = static_cast<unsigned char>(c) >= 0x80;
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || of_other_script;
    };
    const bool fits = !text.empty() && text.size() <= scenario_limits.name_length;
    // (What moves or hides text, or is no UTF-8, is no letter.)
    return fits && std::all_of(text.begin(), text.end(), allowed) && visible(text) == text;
}

std::size_t position_of(ParameterRef ref) {
    const auto refs = parameter_refs();
    return static_cast<std::size_t>(std::find(refs.begin(), refs.end(), ref) - refs.begin());
}

void read_layer(const ScenarioText& text, const Node& root, Draft& draft, Problems& problems) {
    draft.name.clear();
    draft.title.clear();
    draft.question.clear();
    Layer(text, draft, problems).read(root);
}

}  // namespace tumen

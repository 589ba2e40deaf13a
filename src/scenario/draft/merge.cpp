#include <algorithm>

#include "base/text.hpp"
#include "scenario/draft/draft.hpp"

/// Scenarios side by side: what depends on their order is refused.
namespace tumen {

namespace {

bool same(const Spot& one, const Spot& other) {
    return one.text == other.text && one.mark == other.mark;
}

class Merger {
  public:
    Merger(Draft& one, const Draft& other, const Node& extending, Problems& problems)
        : one_(one), other_(other), extending_(extending), problems_(problems) {}

    void run() {
        if (other_.beyond_evidence == BeyondEvidence::listed)
            one_.beyond_evidence = BeyondEvidence::listed;
        value(one_.start, other_.start, "start", says("start"));
        value(one_.days, other_.days, "days", says("days"));
        for (std::size_t i = 0; i < one_.values.size(); ++i) {
            const std::string name = name_of(parameter_refs()[i]);
            value(one_.values[i], other_.values[i], name, says_in("parameters", name));
        }
        for (std::size_t i = 0; i < rule_count; ++i) {
            const std::string name(rule_rows()[i].name);
            value(one_.rules[i], other_.rules[i], "rules." + name, says_in("rules", name));
        }
        for (std::size_t kind = 0; kind < event_kind_count; ++kind)
            list(one_.events[kind], other_.events[kind], kind);
        list(one_.cities, other_.cities, city_list);
        list(one_.groups, other_.groups, group_list);
        list(one_.headlines, other_.headlines, headline_list);
    }

  private:
    bool says(std::string_view key) const { return extending_.find(key) != nullptr; }

    bool says_in(std::string_view table, std::string_view name) const {
        const Member* found = extending_.find(table);
        const std::size_t dot = name.find('.');
        if (found == nullptr) return false;
        const Member* member = found->value.find(name.substr(0, dot));
        if (member == nullptr || dot == name.npos) return member != nullptr;
        return member->value.find(name.substr(dot + 1)) != nullptr;
    }

    template <class Value>
    void value(std::optional<Said<Value>>& one, const std::optional<Said<Value>>& other,
               const std::string& name, bool settled) {
        if (!other) return;
        if (one && !same(one->spot, other->spot) && !settled)
            refuse(other->spot, one->spot, "two extended scenarios both set " + name,
                   "set it in the file that extends them");
        one = other;
    }

    template <class Entry>
    void list(std::optional<std::vector<Entry>>& one,
              const std::optional<std::vector<Entry>>& other, std::size_t which) {
        if (!other) return;
        if (!one) {
            one = other;
            one_.listings[which] = other_.listings[which];
            return;
        }
        const std::string name(list_names[which]);
        const auto is_in = [](const std::vector<Entry>& entries, const Entry& entry) {
            return std::any_of(entries.begin(), entries.end(),
                               [&](const Entry& known) { return same(known.spot, entry.spot); });
        };
        std::vector<Entry> more;
        std::copy_if(other->begin(), other->end(), std::back_inserter(more),
                     [&](const Entry& entry) { return !is_in(*one, entry); });
        const bool neither = one_.listings[which] == Listing::replaces &&
                             other_.listings[which] == Listing::replaces;
        const bool alike = more.empty() && one->size() == other->size();
        const bool settled = says(name) && listing_of(extending_, name) == Listing::replaces;
        if (neither && !alike && !settled)
            refuse(other->empty() ? one->front().spot : other->front().spot,
                   one->empty() ? other->front().spot : one->front().spot,
                   "two extended scenarios both have [[" + name + "]]",
                   "write append = [\"" + name + "\"] in one of them, to put the lists together");
        if (neither && alike) return;
        one->insert(one->end(), more.begin(), more.end());
        if (other_.listings[which] == Listing::replaces) one_.listings[which] = Listing::replaces;
        if constexpr (requires(Entry entry) { entry.name.value; }) {
            std::stable_sort(one->begin(), one->end(), [](const Entry& a, const Entry& b) {
                return a.name.value < b.name.value;
            });
        }
    }

    void refuse(const Spot& at, const Spot& other, std::string problem, std::string way_out) {
        problems_.add(at, std::move(problem),
                      "the other is at " + place_text(other) +
                          "; which of them counts would depend on their order",
                      std::move(way_out));
    }

    Draft& one_;
    const Draft& other_;
    const Node& extending_;
    Problems& problems_;
};

}  // namespace

void merge(Draft& one, const Draft& other, const Node& extending, Problems& problems) {
    Merger(one, other, extending, problems).run();
}

}  // namespace tumen

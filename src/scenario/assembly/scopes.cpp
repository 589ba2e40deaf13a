#include <algorithm>

#include "base/text.hpp"
#include "model/zones.hpp"
#include "scenario/assembly/assemble.hpp"
#include "scenario/draft/draft.hpp"

/// Where entries hold: the cities and ward groups that they name.
namespace tumen {

namespace {

using Names = std::vector<Said<std::string>>;

class Scopes {
  public:
    Scopes(Draft& draft, Problems& problems) : draft_(draft), problems_(problems) {
        if (draft.cities) {
            for (const CityDraft& city : *draft.cities)
                cities_.push_back(city.name.value);
        }
        if (!draft.groups) return;
        for (const GroupDraft& group : *draft.groups) {
            groups_.push_back(group.name.value);
            group_cities_.push_back(places(group.cities, cities_, "city"));
        }
    }

    void run() {
        for (auto& events : draft_.events) {
            if (!events) continue;
            for (EventDraft& event : *events) {
                if (problems_.full()) return;
                event.scope = {places(event.cities, cities_, "city"),
                               places(event.wards, groups_, "ward group")};
                check_groups(event);
            }
        }
    }

  private:
    /// Where the names stand in `all`, in order, each once.
    std::vector<std::uint32_t> places(const Names& names, const std::vector<std::string>& all,
                                      const std::string& what) {
        std::vector<std::uint32_t> found;
        for (const Said<std::string>& name : names) {
            const auto at = std::find(all.begin(), all.end(), name.value);
            if (at != all.end()) {
                found.push_back(static_cast<std::uint32_t>(at - all.begin()));
                continue;
            }
            const std::vector<std::string_view> candidates(all.begin(), all.end());
            problems_.add(name.spot,
                          "there is no " + what + " called \"" + printable(name.value, 80) + "\"",
                          what == "city" ? "the scenario's cities are in its [[city]] entries"
                                         : "ward groups are in [[ward_group]] entries",
                          did_you_mean_text(name.value, candidates));
        }
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
        return found;
    }

    bool has(std::uint32_t group, std::uint32_t city) const {
        const auto& in = group_cities_[group];
        return in.empty() || std::find(in.begin(), in.end(), city) != in.end();
    }

    /// Each city that an entry names has one of its ward groups.
    void check_groups(const EventDraft& event) {
        if (event.scope.groups.empty() || event.scope.cities.empty()) return;
        for (const Said<std::string>& name : event.cities) {
            const auto at = std::find(cities_.begin(), cities_.end(), name.value);
            if (at == cities_.end()) continue;
            const auto city = static_cast<std::uint32_t>(at - cities_.begin());
            const auto& groups = event.scope.groups;
            if (std::any_of(groups.begin(), groups.end(),
                            [&](std::uint32_t group) { return has(group, city); }))
                continue;
            problems_.add(name.spot,
                          name.value + " has no ward group called " + event.wards.front().value,
                          "the group is in other cities only",
                          "add " + name.value + " to the cities of the group");
        }
    }

    Draft& draft_;
    Problems& problems_;
    std::vector<std::string> cities_;
    std::vector<std::string> groups_;
    std::vector<std::vector<std::uint32_t>> group_cities_;
};

}  // namespace

void find_scopes(Draft& draft, Problems& problems) {
    // One order for ward groups, however files are put together: equal scenarios, equal plays.
    if (draft.groups) {
        std::stable_sort(draft.groups->begin(), draft.groups->end(),
                         [](const GroupDraft& one, const GroupDraft& other) {
                             return one.name.value < other.name.value;
                         });
    }
    Scopes(draft, problems).run();
}

}  // namespace tumen

#include "scenario/draft/happened_draft.hpp"

#include <map>

#include "base/text.hpp"
#include "scenario/text/quantity.hpp"

namespace tumen {

std::optional<HappenedDraft> read_happened(const Node& entry, std::string_view owner,
                                           Values& values) {
    const Member* happened = entry.find("happened");
    const Member* name = entry.find("happened_as");
    if (happened == nullptr && name == nullptr) return std::nullopt;
    Problems& problems = values.problems();
    if (name == nullptr) {
        problems.add(values.spot(happened->mark),
                     std::string(owner) + " has happened without happened_as",
                     "what happened together has one name", "add: happened_as = \"strike-team\"");
        return std::nullopt;
    }
    if (happened == nullptr) {
        problems.add(values.spot(name->mark),
                     std::string(owner) + " has happened_as without happened",
                     "nobody knows how likely it is", "add: happened = \"50 %\"");
        return std::nullopt;
    }
    const auto said = values.text(*name);
    const auto probability = values.quantity(*happened, Unit::share);
    if (!said || !probability) return std::nullopt;
    if (!is_name(*said)) {
        problems.add(values.spot(name->value.mark),
                     "\"" + printable(*said, 80) + "\" cannot be the name of what happened",
                     "names have 1 to 64 small letters, digits and hyphens");
        return std::nullopt;
    }
    if (!(probability->value > 0 && probability->value < 1)) {
        problems.add(probability->spot, "happened lies between 0 and 1, and is neither",
                     "it is how likely it is that " + std::string(owner) + " happened",
                     "leave it out of an entry that did happen, and the entry out that did not");
        return std::nullopt;
    }
    return HappenedDraft{{*said, values.spot(name->value.mark)}, *probability};
}

void check_happened(const Draft& draft, Problems& problems) {
    std::map<std::string, const Said<double>*> known;
    for (const auto& events : draft.events) {
        if (!events) continue;
        for (const EventDraft& event : *events) {
            if (!event.happened) continue;
            const Said<double>& here = event.happened->probability;
            const Said<double>& first =
                *known.try_emplace(event.happened->name.value, &here).first->second;
            if (here.value == first.value) continue;
            problems.add(
                here.spot, "two probabilities that " + event.happened->name.value + " happened",
                "entries of one name happened together, or none did; the other, " +
                    quantity_text(first.value, Unit::share) + ", is at " + place_text(first.spot),
                "give one of them another name");
        }
    }
}

std::optional<Happening> happening_of(const std::optional<HappenedDraft>& happened) {
    if (!happened) return std::nullopt;
    return Happening{happened->name.value, happened->probability.value};
}

void hold_happenings(Draft& draft, Problems& problems) {
    for (const auto& [name, said] : draft.happenings) {
        bool found = false;
        for (auto& events : draft.events) {
            if (!events) continue;
            std::vector<EventDraft> kept;
            for (EventDraft& event : *events) {
                const bool is_it = event.happened && event.happened->name.value == name;
                found = found || is_it;
                if (is_it && !said.value) continue;
                if (is_it) {
                    event.happened.reset();
                    event.spot = said.spot;
                }
                kept.push_back(std::move(event));
            }
            events = std::move(kept);
        }
        if (found) continue;
        problems.add(said.spot, "no entry may have happened as \"" + printable(name, 80) + "\"",
                     "what may not have happened has happened_as in the scenario's calendar",
                     "see it with: tumen scenario explain NAME");
    }
}

}  // namespace tumen

#include <algorithm>
#include <string>
#include <tuple>

#include "model/zones.hpp"
#include "scenario/assembly/assemble.hpp"
#include "scenario/assembly/owners.hpp"
#include "scenario/draft/happened_draft.hpp"
#include "scenario/draft/range_draft.hpp"
#include "scenario/evidence/ledger.hpp"

namespace tumen {

namespace {

Origin event_origin(const EventDraft& event) {
    Origin origin = origin_of(event.spot);
    origin.label = event.label;
    origin.sources = event.sources;
    if (event.factor) origin.factor = event.factor->value;
    const double number =
        event.factor ? event.factor->value : event.perhaps.value_or(event.number.value);
    origin.range = range_of(event.range, number);
    origin.happened = happening_of(event.happened);
    return origin;
}

/// One order for the entries of a list, however they are written: equal scenarios get equal hashes.
bool is_earlier(const EventDraft& one, const EventDraft& other) {
    return std::tuple(one.from.value, one.parameter, one.to.value, one.number.value, one.scope) <
           std::tuple(other.from.value, other.parameter, other.to.value, other.number.value,
                      other.scope);
}

/// As the plan has it.
template <class Event>
Event planned(const EventDraft& draft, EventDays days) {
    Event event{};
    set_days(event, days);
    event.scope = draft.scope;
    if constexpr (Numbered<Event>) {
        if constexpr (std::is_same_v<decltype(event.*Event::number), double&>) {
            event.*Event::number = draft.number.value;
        } else {
            event.*Event::number = draft.perhaps;
        }
    }
    if constexpr (std::is_same_v<Event, HandInDrive>) event.forgiveness = draft.forgiveness;
    if constexpr (std::is_same_v<Event, Schedule>) {
        event.parameter = draft.parameter;
        event.value = draft.number.value;
    }
    return event;
}

class CalendarAssembly {
  public:
    CalendarAssembly(const Draft& draft, Scenario& scenario, Ranges& ranges, Problems& problems)
        : draft_(draft), scenario_(scenario), ranges_(ranges), problems_(problems) {}

    void run() {
        for (std::size_t kind = 0; kind < draft_.events.size(); ++kind) {
            std::vector<EventDraft> events =
                draft_.events[kind].value_or(std::vector<EventDraft>());
            for (EventDraft& event : events)
                find_value(event);
            std::sort(events.begin(), events.end(), is_earlier);
            if (move(static_cast<EventKind>(kind), events))
                std::sort(events.begin(), events.end(), is_earlier);
            for (const EventDraft& event : events) {
                check_days(event, words_of(static_cast<EventKind>(kind)));
                add(static_cast<EventKind>(kind), event);
            }
            check_overlaps(static_cast<EventKind>(kind), events);
        }
    }

  private:
    Plan& plan() { return scenario_.plan; }

    std::int32_t day_of(const Said<Date>& said) const {
        return days_between(draft_.start->value, said.value);
    }

    /// Of what is told as times the parameter's own value: no place may have another one.
    void find_value(EventDraft& event) {
        if (!event.factor) return;
        event.number = {event.factor->value * get(plan().parameters, event.parameter),
                        event.factor->spot};
        const auto differs = [&](const auto& owner) {
            return std::any_of(owner.values.begin(), owner.values.end(), [&](const OwnValue& own) {
                return own.parameter == event.parameter;
            });
        };
        if (std::none_of(plan().cities.begin(), plan().cities.end(), differs) &&
            std::none_of(plan().ward_groups.begin(), plan().ward_groups.end(), differs))
            return;
        problems_.add(event.factor->spot,
                      name_of(event.parameter) + " is not one value that a factor could be of",
                      "a city or a ward group has a value of its own", "write value = ...");
    }

    /// Gives events the dates that flags say, by their numbers before any of them is moved.
    bool move(EventKind kind, std::vector<EventDraft>& events) {
        std::vector<std::pair<std::size_t, EventEnd>> done;
        for (const auto& [date, said] : draft_.dates) {
            if (date.kind != kind) continue;
            const auto place = place_of(date, events.size());
            if (!place) {
                no_event(date, said.spot, events.size());
                continue;
            }
            const std::pair one(*place, date.end);
            if (std::find(done.begin(), done.end(), one) != done.end()) {
                problems_.add(said.spot, "this date is set twice", "", "leave out one of them");
            }
            done.push_back(one);
            EventDraft& event = events[*place];
            const bool is_day = row_of(kind).lasts == Lasts::one_day;
            if (is_day || date.end == EventEnd::first) event.from = said;
            if (is_day || date.end == EventEnd::last) event.to = said;
            event.spot = said.spot;
        }
        return !done.empty();
    }

    void no_event(const EventDate& date, const Spot& spot, std::size_t count) {
        const std::string name(name_of(date.kind));
        const std::string what(words_of(date.kind));
        if (count > 1 && date.number == EventDate::only) {
            problems_.add(
                spot, "the scenario has more than one " + what,
                std::to_string(count) + " of them, counted by their dates",
                "say which: " + name + "[1] to " + name + "[" + std::to_string(count) + "]");
            return;
        }
        const std::string reason = count == 0   ? "it has none"
                                   : count == 1 ? "it has one"
                                                : "it has " + std::to_string(count);
        problems_.add(spot, "the scenario has no such " + what, reason,
                      "see its calendar with: tumen scenario explain NAME");
    }

    /// The number of a schedule, and both ends of its range.
    void check_number(const EventDraft& event) {
        const std::string label = name_of(event.parameter) + " from " + iso(event.from.value);
        const auto check = [&](const Said<double>& said) {
            if (event.factor) {
                ranges_.check_possible(said, event.parameter, label);
            } else {
                ranges_.check(said, event.parameter, label);
            }
        };
        check(event.number);
        if (!event.range) return;
        const double times = event.factor ? get(plan().parameters, event.parameter) : 1;
        for (Said<double> end : {event.range->low, event.range->high}) {
            end.value *= times;
            check(end);
        }
    }

    /// The fee is the city's, whatever the ward.
    void check_wards(const EventDraft& event) {
        const std::string name = name_of(event.parameter);
        const std::string_view why = reason_against(OwnerKind::ward_group, name);
        if (event.scope.groups.empty() || why.empty() ||
            row_of(event.parameter).kind == Kind::build)
            return;
        problems_.add(event.wards.front().spot, name + " cannot be scheduled for some wards",
                      std::string(why), "leave out wards");
    }

    void add(EventKind kind, const EventDraft& event) {
        const EventDays days{day_of(event.from), day_of(event.to)};
        origins_of(scenario_, kind).push_back(event_origin(event));
        if (const auto& number = row_of(kind).number)
            check_shares(event.range, number->key, problems_);
        if (kind == EventKind::schedule) {
            check_wards(event);
            check_number(event);
        }
        each_list(plan(), [&]<class Event>(EventKind of, std::vector<Event>& list) {
            if (of == kind) list.push_back(planned<Event>(event, days));
        });
    }

    void check_days(const EventDraft& event, std::string_view what) {
        const std::string owner = "this " + std::string(what);
        if (event.to.value < event.from.value) {
            problems_.add(event.to.spot, owner + " ends on " + iso(event.to.value) +
                                             ", before it begins on " + iso(event.from.value));
        }
        if (day_of(event.from) < 0) {
            problems_.add(
                event.from.spot,
                owner + " begins before the scenario's first day, " + iso(draft_.start->value),
                "the days before it are the warm-up, which has no campaign",
                "begin it later, or start the scenario earlier");
        } else if (plan().days > 0 && day_of(event.from) >= plan().days) {
            problems_.add(event.from.spot,
                          owner + " begins after the scenario's last day, " +
                              iso(plus_days(draft_.start->value, plan().days - 1)),
                          "it would never happen", "begin it earlier, or raise days");
        }
    }

    /// What is in force at once in one ward would be ambiguous, but for kinds that say otherwise.
    void check_overlaps(EventKind kind, const std::vector<EventDraft>& events) {
        if (row_of(kind).overlap == Overlap::allowed) return;
        for (std::size_t i = 0; i < events.size() && !problems_.full(); ++i) {
            for (std::size_t j = i + 1;
                 j < events.size() && events[j].from.value <= events[i].to.value; ++j) {
                if (kind == EventKind::schedule && events[i].parameter != events[j].parameter)
                    continue;
                if (!meet(plan(), events[i].scope, events[j].scope)) continue;
                const std::string of =
                    kind == EventKind::schedule ? " of " + name_of(events[i].parameter) : "";
                problems_.add(events[j].spot,
                              "this " + std::string(words_of(kind)) + of + " overlaps another",
                              "the other is at " + place_text(events[i].spot) + ", from " +
                                  iso(events[i].from.value) + " to " + iso(events[i].to.value) +
                                  ", both days included");
            }
        }
    }

    const Draft& draft_;
    Scenario& scenario_;
    Ranges& ranges_;
    Problems& problems_;
};

}  // namespace

void set_calendar(const Draft& draft, Scenario& scenario, Ranges& ranges, Problems& problems) {
    CalendarAssembly(draft, scenario, ranges, problems).run();
}

}  // namespace tumen

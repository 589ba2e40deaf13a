#include "scenario/lists.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "scenario/own_headline.hpp"

namespace tumen {

namespace {

using Keys = std::span<const std::string_view>;

Keys keys_of(EventKind kind) {
    static constexpr std::array<std::string_view, 3> hand_in = {"from", "to", "forgiveness"};
    static constexpr std::array<std::string_view, 2> plain = {"from", "to"};
    static constexpr std::array<std::string_view, 2> meeting = {"on", "reach"};
    static constexpr std::array<std::string_view, 3> peak = {"from", "to", "pressure"};
    static constexpr std::array<std::string_view, 4> schedule = {"parameter", "from", "to",
                                                                 "value"};
    switch (kind) {
        case EventKind::hand_in_drive:
            return hand_in;
        case EventKind::meeting:
            return meeting;
        case EventKind::peak:
            return peak;
        case EventKind::schedule:
            return schedule;
        case EventKind::oath_drive:
        case EventKind::sweep:
            break;
    }
    return plain;
}

/// The tables of a list, or none and a problem.
std::span<const Node> entries_of(const Member& member, Values& values, std::size_t limit) {
    const std::string header = "[[" + member.key + "]]";
    const Node& list = member.value;
    if (list.kind != Node::Kind::list) {
        const bool table = list.kind == Node::Kind::table;
        values.problems().add(values.spot(table ? member.mark : list.mark),
                              member.key + ": got " + std::string(kind_in_words(list.kind)) +
                                  ", expected a list of tables",
                              "", "begin each entry with a line " + header);
        return {};
    }
    if (list.items.size() > limit) {
        values.problems().add(values.spot(list.items[limit].mark),
                              "more than " + std::to_string(limit) + " entries of " + header,
                              "a scenario has at most that many");
        return {};
    }
    for (const Node& item : list.items) {
        if (item.kind == Node::Kind::table) continue;
        values.problems().add(
            values.spot(item.mark),
            member.key + " holds " + std::string(kind_in_words(item.kind)) + ", expected tables",
            "", "begin each entry with a line " + header);
        return {};
    }
    return list.items;
}

std::optional<CityDraft> read_city(const Node& entry, Values& values) {
    static constexpr std::array<std::string_view, 3> keys = {"name", "label", "residents"};
    values.refuse_unknown(entry, "[[city]]", keys);
    const Member* name = values.required(entry, "name", "this city");
    if (name == nullptr) return std::nullopt;
    const auto text = values.text(*name);
    if (!text) return std::nullopt;
    if (is_name(*text) == Answer::no) {
        values.problems().add(values.spot(name->value.mark),
                              "\"" + printable(*text, 80) + "\" cannot be the name of a city",
                              "names have 1 to 64 small letters, digits and hyphens",
                              "what people read is its label: label = \"...\"");
        return std::nullopt;
    }
    CityDraft city{values.spot(entry.mark), {*text, values.spot(name->value.mark)}, *text, {}};
    if (const Member* label = entry.find("label")) {
        city.label = values.text(*label).value_or(*text);
    }
    if (const Member* residents = entry.find("residents")) {
        city.residents = values.quantity(*residents, Unit::people);
    }
    return city;
}

/// One entry of the calendar.
class EventReader {
  public:
    EventReader(EventKind kind, const Node& entry, Values& values)
        : kind_(kind),
          entry_(entry),
          values_(values),
          owner_("this " + std::string(event_words[static_cast<std::size_t>(kind)])) {}

    std::optional<EventDraft> read() {
        values_.refuse_unknown(
            entry_, "[[" + std::string(event_names[static_cast<std::size_t>(kind_)]) + "]]",
            keys_of(kind_));
        event_.spot = values_.spot(entry_.mark);
        read_days();
        if (kind_ == EventKind::hand_in_drive) read_forgiveness();
        if (kind_ == EventKind::peak) read_pressure();
        if (kind_ == EventKind::meeting) read_reach();
        if (kind_ == EventKind::schedule) read_schedule();
        if (complete_ == Answer::no) return std::nullopt;
        return event_;
    }

  private:
    const Member* field(std::string_view key) {
        const Member* member = values_.required(entry_, key, owner_);
        if (member == nullptr) complete_ = Answer::no;
        return member;
    }

    template <class Value>
    void keep(const std::optional<Value>& said, Value& to) {
        if (said) {
            to = *said;
        } else {
            complete_ = Answer::no;
        }
    }

    void read_days() {
        const bool meeting = kind_ == EventKind::meeting;
        const Member* from = field(meeting ? "on" : "from");
        if (from != nullptr) keep(values_.date(*from), event_.from);
        event_.to = event_.from;
        if (meeting) return;
        const Member* to = field("to");
        if (to != nullptr) keep(values_.date(*to), event_.to);
    }

    void read_forgiveness() {
        static constexpr std::array<std::string_view, 2> choices = {"promised", "none"};
        const Member* member = field("forgiveness");
        Said<std::size_t> choice{};
        if (member != nullptr) keep(values_.choice(*member, choices), choice);
        event_.forgiveness = choice.value == 0 ? Forgiveness::promised : Forgiveness::none;
    }

    void read_pressure() {
        const Member* member = field("pressure");
        if (member == nullptr) return;
        keep(values_.quantity(*member, Unit::share), event_.number);
        if (complete_ == Answer::yes && !(event_.number.value >= 0 && event_.number.value <= 1)) {
            values_.problems().add(event_.number.spot, "pressure lies between 0 and 1",
                                   "1 is the pressure on the day of a deadline");
        }
    }

    void read_reach() {
        const Member* member = entry_.find("reach");
        if (member == nullptr) return;
        Said<double> reach{};
        keep(values_.quantity(*member, Unit::share), reach);
        if (complete_ == Answer::no) return;
        if (!(reach.value >= 0 && reach.value <= 1)) {
            values_.problems().add(reach.spot, "reach lies between 0 and 1",
                                   "it is the share of watch units that meet",
                                   "leave it out for one unit in a ward");
        }
        event_.reach = reach.value;
    }

    void read_schedule() {
        const Member* parameter = field("parameter");
        const Member* value = field("value");
        if (parameter == nullptr || value == nullptr) return;
        const auto name = values_.text(*parameter);
        const auto ref = name ? find_parameter(*name) : std::nullopt;
        if (!ref) {
            complete_ = Answer::no;
            if (name) unknown_parameter(*parameter, *name);
            return;
        }
        event_.parameter = *ref;
        if (row_of(*ref).kind == Kind::build) {
            values_.problems().add(values_.spot(parameter->value.mark),
                                   *name + " cannot be scheduled",
                                   "it is part of how the city is built, before the first day",
                                   "set it under [parameters]");
        }
        keep(values_.quantity(Member{*name, value->mark, value->value}, row_of(*ref).unit),
             event_.number);
    }

    void unknown_parameter(const Member& member, const std::string& name) {
        const NameAdvice advice = advice_on_parameter(name);
        values_.problems().add(values_.spot(member.value.mark),
                               "there is no parameter \"" + printable(name, 80) + "\"",
                               advice.reason, advice.suggestion);
    }

    EventKind kind_;
    const Node& entry_;
    Values& values_;
    std::string owner_;
    EventDraft event_{};
    Answer complete_ = Answer::yes;
};

/// One entry of [[headline]].
std::optional<OwnHeadline> read_headline(const Node& entry, Values& values) {
    static constexpr std::array<std::string_view, 4> keys = {"id", "label", "unit", "statistic"};
    values.refuse_unknown(entry, "[[headline]]", keys);
    const Member* statistic = values.required(entry, "statistic", "this headline");
    if (statistic == nullptr) return std::nullopt;
    const auto text = values.text(*statistic);
    if (!text) return std::nullopt;
    const auto optional = [&](std::string_view key, std::string otherwise) {
        const Member* member = entry.find(key);
        return member == nullptr ? otherwise : values.text(*member).value_or(otherwise);
    };
    auto headline = own_headline(*text);
    if (!headline) {
        const Diagnostic& problem = headline.error();
        Mark mark = statistic->value.mark;
        mark.column += problem.column;  // the opening quote stands at the mark
        values.problems().add(values.spot(mark), problem.problem, problem.reason,
                              problem.suggestion);
        return std::nullopt;
    }
    headline->label = optional("label", headline->label);
    headline->unit = optional("unit", headline->unit);
    headline->id = optional("id", headline->id);
    if (is_headline_id(headline->id) == Answer::yes) return *std::move(headline);
    values.problems().add(values.spot(entry.mark),
                          "\"" + printable(headline->id, 80) + "\" cannot be the id of a headline",
                          "ids have 1 to 64 small letters, digits and underscores");
    return std::nullopt;
}

}  // namespace

void read_headlines(const Member& member, Values& values, Draft& draft) {
    std::vector<OwnHeadline> headlines;
    for (const Node& entry : entries_of(member, values, scenario_limits.headlines)) {
        if (values.problems().full()) break;
        auto headline = read_headline(entry, values);
        if (!headline) continue;
        const auto taken = [&](const OwnHeadline& one) { return one.id == headline->id; };
        if (std::any_of(headlines.begin(), headlines.end(), taken)) {
            values.problems().add(values.spot(entry.mark),
                                  "there are two headlines called " + headline->id);
        }
        headlines.push_back(*std::move(headline));
    }
    draft.headlines = std::move(headlines);
}

void read_cities(const Member& member, Values& values, Draft& draft) {
    std::vector<CityDraft> cities;
    for (const Node& entry : entries_of(member, values, scenario_limits.cities)) {
        if (values.problems().full()) break;
        if (auto city = read_city(entry, values)) cities.push_back(std::move(*city));
    }
    draft.cities = std::move(cities);
}

void read_events(EventKind kind, const Member& member, Values& values, Draft& draft) {
    std::vector<EventDraft> events;
    for (const Node& entry : entries_of(member, values, scenario_limits.entries)) {
        if (values.problems().full()) break;
        if (auto event = EventReader(kind, entry, values).read())
            events.push_back(std::move(*event));
    }
    draft.events[static_cast<std::size_t>(kind)] = std::move(events);
}

}  // namespace tumen

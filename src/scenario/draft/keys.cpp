#include "scenario/draft/keys.hpp"

#include <algorithm>
#include <array>

namespace tumen {

namespace {

constexpr KeyNeed must = KeyNeed::required;
constexpr KeyNeed may = KeyNeed::optional;

constexpr KeyRow own_root[] = {
    {"name", KeyType::name, may, "What the scenario is called; else its file's name."},
    {"title", KeyType::text, may, "A few words for the head of the report."},
    {"question", KeyType::text, may, "What should be learned from it, as a full sentence."},
    {"extends", KeyType::scenarios, may,
     "The scenario, or scenarios side by side, of which this file says only what differs."},
    {"append", KeyType::lists, may,
     "Lists whose entries are added to those of the extended scenarios, not put in their place."},
    {"start", KeyType::date, may, "The first day that is reported."},
    {"days", KeyType::quantity, may, "How many days are reported."},
    {"beyond_evidence", KeyType::answer, may,
     "Whether values outside the range of the evidence are allowed; they are listed in reports."},
    {"parameters", KeyType::parameters, may, "Values that differ from the evidence."},
    {"rules", KeyType::rules, may, "Rival rules on which the literature disagrees."},
    {"city", KeyType::list, may, "The cities, one entry each."},
    {"ward_group", KeyType::list, may,
     "Shares of a city's wards with values and events of their own; which wards is drawn."},
};
/// Behind the lists of the calendar.
constexpr KeyRow headlines{"headline", KeyType::list, may,
                           "Numbers asked for beside the usual ones."};

constexpr KeyRow range{"range", KeyType::pair, may,
                       "Where the number may lie if it is not known: drawn for each replicate."};
constexpr KeyRow drawn_as{"drawn_as", KeyType::name, may,
                          "The name of the range: entries of one name are drawn together."};

constexpr KeyRow city[] = {
    {"name", KeyType::name, must, "Keys the city's luck."},
    {"label", KeyType::text, may, "What people read."},
    {"residents", KeyType::quantity, may, "How many people live in it."},
    {"parameters", KeyType::parameters, may, "Values of this city, build or daily."},
};

constexpr KeyRow ward_group[] = {
    {"name", KeyType::name, must, "What events and schedules call it by."},
    {"share", KeyType::quantity, must, "The share of a city's wards that are in the group."},
    {"cities", KeyType::names, may, "The cities that have the group; left out, every city."},
    {"parameters", KeyType::parameters, may, "Values of these wards; they win over the city's."},
    range,
    drawn_as,
};

constexpr KeyRow from{"from", KeyType::date, must, "The first day."};
constexpr KeyRow deadline{"to", KeyType::date, must, "The deadline, included."};
constexpr KeyRow forgiveness{"forgiveness", KeyType::forgiveness, must,
                             "Whether forgiveness is promised."};
constexpr KeyRow to{"to", KeyType::date, must, "The last day, included."};
constexpr KeyRow cities{"cities", KeyType::names, may,
                        "The cities in which it holds; left out, every city."};
constexpr KeyRow wards{"wards", KeyType::names, may,
                       "The ward groups in which it holds; left out, every ward."};
constexpr KeyRow repeat{"repeat", KeyType::repeat, may, "\"yearly\": the same days every year."};
constexpr KeyRow until{"until", KeyType::date, may,
                       "The last day on which a yearly repetition may begin."};

constexpr KeyRow happened{"happened", KeyType::quantity, may,
                          "How likely it is that it happened at all: drawn for each replicate."};
constexpr KeyRow happened_as{"happened_as", KeyType::name, may,
                             "The name of that draw: entries of one name happened, or none did."};
constexpr KeyRow label{"label", KeyType::text, may, "What the entry is called."};
constexpr KeyRow source{"source", KeyType::ids, may, "Who says so: ids of evidence/sources.toml."};

constexpr KeyRow schedule[] = {
    {"parameter", KeyType::parameter, must, "A daily parameter."},
    {"from", KeyType::date, may, "The first day; of a table it is the first date."},
    to,
    {"value", KeyType::quantity, may, "The value between the two dates."},
    {"factor", KeyType::quantity, may,
     "Instead of one value: times the value that the parameter has elsewhere."},
    {"ramp", KeyType::pair, may, "Instead of one value: from the first to the second, in steps."},
    {"step", KeyType::quantity, may, "How long a step of a ramp lasts; 30 days where left out."},
    {"table", KeyType::table, may,
     "Instead of one value: [[date, value], ...]; each holds until the next, the last until `to`. "
     "With drawn_as: [[date, value, low, high], ...]."},
    range,
    drawn_as,
    cities,
    wards,
    repeat,
    until,
    happened,
    happened_as,
    label,
    source};

/// What an event is said with: when it is, what its kind has of its own, where it holds.
struct EventKeys {
    std::array<KeyRow, 13> rows{};
    std::size_t count = 0;
    constexpr void add(const KeyRow& row) { rows[count++] = row; }
};

constexpr EventKeys keys_of_kind(EventKind kind) {
    EventKeys keys;
    const EventKindRow& row = row_of(kind);
    if (row.lasts == Lasts::one_day) {
        keys.add({"on", KeyType::date, must, "The day."});
    } else {
        keys.add(from);
        keys.add(kind == EventKind::hand_in_drive ? deadline : to);
    }
    if (kind == EventKind::hand_in_drive) keys.add(forgiveness);
    if (row.number) {
        const KeyNeed need = row.number->stated == Stated::always ? must : may;
        keys.add({row.number->key, KeyType::quantity, need, row.number->meaning});
        keys.add(range);
        keys.add(drawn_as);
    }
    for (const KeyRow& one : {cities, wards, repeat, until, happened, happened_as, label, source})
        keys.add(one);
    return keys;
}

constexpr KeyRow headline[] = {
    {"id", KeyType::text, may, "Made of the statistic's words where left out."},
    {"label", KeyType::text, may, "What people read."},
    {"unit", KeyType::text, may, "1 where left out."},
    {"statistic", KeyType::text, must, "In the language of evidence/README.md."},
};

}  // namespace

std::span<const KeyRow> root_keys() {
    static constexpr auto rows = [] {
        std::array<KeyRow, std::size(own_root) + event_kind_count + 1> all{};
        auto end = std::copy(std::begin(own_root), std::end(own_root), all.begin());
        for (const EventKindRow& kind : event_kinds)
            *end++ = {kind.name, KeyType::list, may, kind.meaning};
        *end = headlines;
        return all;
    }();
    return rows;
}

std::span<const KeyRow> keys_of(EventKind kind) {
    static constexpr auto tables = [] {
        std::array<EventKeys, event_kind_count> all{};
        for (std::size_t i = 0; i < all.size(); ++i)
            all[i] = keys_of_kind(static_cast<EventKind>(i));
        return all;
    }();
    if (kind == EventKind::schedule) return schedule;
    const EventKeys& table = tables[static_cast<std::size_t>(kind)];
    return std::span(table.rows).first(table.count);
}

std::span<const KeyRow> keys_of_list(std::string_view list) {
    if (list == "city") return city;
    if (list == "ward_group") return ward_group;
    if (list == "headline") return headline;
    const auto kind = event_kind(list);
    return kind ? keys_of(*kind) : std::span<const KeyRow>{};
}

std::vector<std::string_view> words_of(std::span<const KeyRow> rows) {
    std::vector<std::string_view> words;
    for (const KeyRow& row : rows)
        words.push_back(row.key);
    return words;
}

}  // namespace tumen

#include "scenario/draft/lists.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "scenario/draft/keys.hpp"
#include "scenario/draft/range_draft.hpp"
#include "scenario/event_ranges.hpp"
#include "scenario/own_headline.hpp"
#include "scenario/text/quantity.hpp"

namespace tumen {

namespace {

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

/// [city.parameters] and [ward_group.parameters].
std::vector<OwnDraft> own_values(const Node& entry, Values& values) {
    const Member* parameters = entry.find("parameters");
    if (parameters == nullptr) return {};
    if (parameters->value.kind == Node::Kind::table) return read_values(parameters->value, values);
    values.problems().add(values.spot(parameters->value.mark),
                          "parameters: got " + std::string(kind_in_words(parameters->value.kind)) +
                              ", expected a table");
    return {};
}

std::optional<CityDraft> read_city(const Node& entry, Values& values) {
    values.refuse_unknown(entry, "[[city]]", words_of(keys_of_list("city")));
    const Member* name = values.required(entry, "name", "this city");
    if (name == nullptr) return std::nullopt;
    const auto text = values.text(*name);
    if (!text) return std::nullopt;
    if (!is_name(*text)) {
        values.problems().add(
            values.spot(name->value.mark),
            "\"" + printable(*text, 80) + "\" cannot be the name of a city",
            "names have small letters, letters of other scripts, digits and hyphens, "
            "64 bytes at most",
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
    city.values = own_values(entry, values);
    return city;
}

std::optional<GroupDraft> read_group(const Node& entry, Values& values) {
    values.refuse_unknown(entry, "[[ward_group]]", words_of(keys_of_list("ward_group")));
    const Member* name = values.required(entry, "name", "this ward group");
    const Member* share = values.required(entry, "share", "this ward group");
    if (name == nullptr || share == nullptr) return std::nullopt;
    const auto text = values.text(*name);
    const auto part = values.quantity(*share, Unit::share);
    if (!text || !part) return std::nullopt;
    if (!is_name(*text)) {
        values.problems().add(values.spot(name->value.mark),
                              "\"" + printable(*text, 80) + "\" cannot be the name of a ward group",
                              "names have 1 to 64 small letters, digits and hyphens");
        return std::nullopt;
    }
    if (!(part->value >= 0 && part->value <= 1)) {
        values.problems().add(part->spot, "a share lies between 0 and 1",
                              "it is the share of a city's wards",
                              percent_meant(part->value, Unit::share, 0, 1));
        return std::nullopt;
    }
    GroupDraft group{values.spot(entry.mark), {*text, values.spot(name->value.mark)}, *part};
    if (const Member* cities = entry.find("cities")) group.cities = values.places(*cities);
    group.values = own_values(entry, values);
    group.range = read_range(entry, Unit::share, "this ward group", values);
    check_range(group.range, group.share.value, values.problems());
    check_shares(group.range, "a share", values.problems());
    return group;
}

/// One entry of [[headline]].
std::optional<OwnHeadline> read_headline(const Node& entry, Values& values) {
    values.refuse_unknown(entry, "[[headline]]", words_of(keys_of_list("headline")));
    const Member* statistic = values.required(entry, "statistic", "this headline");
    if (statistic == nullptr) return std::nullopt;
    const auto text = values.text(*statistic);
    if (!text) return std::nullopt;
    const auto optional = [&](std::string_view key, const std::string& otherwise) {
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
    if (is_headline_id(headline->id)) return *std::move(headline);
    values.problems().add(values.spot(entry.mark),
                          "\"" + printable(headline->id, 80) + "\" cannot be the id of a headline",
                          "ids have 1 to 64 small letters, digits and underscores");
    return std::nullopt;
}

/// Entries of one file: put in the place of others, or added to them.
template <class Entry>
void keep(std::optional<std::vector<Entry>>& list, std::vector<Entry> read, Listing listing,
          Listing& held) {
    if (listing == Listing::appends && list) {
        list->insert(list->end(), std::make_move_iterator(read.begin()),
                     std::make_move_iterator(read.end()));
        return;
    }
    list = std::move(read);
    held = listing;
}

}  // namespace

void read_headlines(const Member& member, Values& values, Draft& draft, Listing listing) {
    std::vector<HeadlineDraft> headlines;
    for (const Node& entry : entries_of(member, values, scenario_limits.headlines)) {
        if (values.problems().full()) break;
        auto headline = read_headline(entry, values);
        if (headline) headlines.push_back({values.spot(entry.mark), *std::move(headline)});
    }
    keep(draft.headlines, std::move(headlines), listing, draft.listings[headline_list]);
}

void read_cities(const Member& member, Values& values, Draft& draft, Listing listing) {
    std::vector<CityDraft> cities;
    for (const Node& entry : entries_of(member, values, scenario_limits.cities)) {
        if (values.problems().full()) break;
        if (auto city = read_city(entry, values)) cities.push_back(std::move(*city));
    }
    keep(draft.cities, std::move(cities), listing, draft.listings[city_list]);
}

void read_groups(const Member& member, Values& values, Draft& draft, Listing listing) {
    std::vector<GroupDraft> groups;
    for (const Node& entry : entries_of(member, values, scenario_limits.ward_groups)) {
        if (values.problems().full()) break;
        if (auto group = read_group(entry, values)) groups.push_back(std::move(*group));
    }
    keep(draft.groups, std::move(groups), listing, draft.listings[group_list]);
}

void read_events(EventKind kind, const Member& member, Values& values, Draft& draft,
                 Listing listing) {
    std::vector<EventDraft> events;
    for (const Node& entry : entries_of(member, values, scenario_limits.entries)) {
        if (values.problems().full()) break;
        if (auto event = read_event(kind, entry, values)) events.push_back(std::move(*event));
    }
    const auto list = static_cast<std::size_t>(kind);
    keep(draft.events[list], std::move(events), listing, draft.listings[list]);
}

}  // namespace tumen

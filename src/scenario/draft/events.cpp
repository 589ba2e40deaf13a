#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "scenario/draft/happened_draft.hpp"
#include "scenario/draft/keys.hpp"
#include "scenario/draft/lists.hpp"
#include "scenario/draft/range_draft.hpp"
#include "scenario/event_ranges.hpp"
#include "scenario/evidence/ledger.hpp"
#include "scenario/text/quantity.hpp"

/// Entries of the calendar.
namespace tumen {

namespace {

/// Reads one of them.
class EventReader {
  public:
    EventReader(EventKind kind, const Node& entry, Values& values)
        : kind_(kind),
          entry_(entry),
          values_(values),
          owner_("this " + std::string(words_of(kind))) {}

    std::optional<EventDraft> read() {
        values_.refuse_unknown(entry_, "[[" + std::string(name_of(kind_)) + "]]",
                               words_of(keys_of(kind_)));
        event_.spot = values_.spot(entry_.mark);
        read_where();
        read_sources();
        if (kind_ == EventKind::schedule) read_parameter();
        read_days();
        read_repetition();
        if (kind_ == EventKind::hand_in_drive) read_forgiveness();
        if (const auto& number = row_of(kind_).number) read_number(*number);
        if (kind_ == EventKind::schedule) read_value();
        read_size_range();
        event_.happened = read_happened(entry_, owner_, values_);
        if (!complete_) return std::nullopt;
        return event_;
    }

  private:
    const Member* field(std::string_view key) {
        const Member* member = values_.required(entry_, key, owner_);
        if (member == nullptr) complete_ = false;
        return member;
    }

    template <class Value>
    void keep(const std::optional<Value>& said, Value& to) {
        if (said) {
            to = *said;
        } else {
            complete_ = false;
        }
    }

    void read_where() {
        if (const Member* cities = entry_.find("cities")) event_.cities = values_.places(*cities);
        if (const Member* wards = entry_.find("wards")) event_.wards = values_.places(*wards);
    }

    /// Who says so must be in the ledger.
    void read_sources() {
        if (const Member* label = entry_.find("label"))
            event_.label = values_.text(*label).value_or("");
        const Member* source = entry_.find("source");
        if (source == nullptr) return;
        std::vector<std::string_view> known;
        for (const Source& one : ledger_sources())
            known.push_back(one.id);
        for (const Said<std::string>& id : values_.names(*source)) {
            if (std::find(known.begin(), known.end(), id.value) == known.end()) {
                values_.problems().add(
                    id.spot, "there is no source \"" + printable(id.value, 80) + "\"",
                    "sources are in evidence/sources.toml", did_you_mean_text(id.value, known));
            }
            event_.sources.push_back(id.value);
        }
    }

    void read_days() {
        const bool one_day = row_of(kind_).lasts == Lasts::one_day;
        if (kind_ == EventKind::schedule && entry_.find("table") != nullptr) return read_table();
        const Member* from = field(one_day ? "on" : "from");
        if (from != nullptr) keep(values_.date(*from), event_.from);
        event_.to = event_.from;
        if (one_day) return;
        const Member* to = field("to");
        if (to != nullptr) keep(values_.date(*to), event_.to);
    }

    void read_repetition() {
        static constexpr std::array<std::string_view, 1> choices = {"yearly"};
        const Member* repeat = entry_.find("repeat");
        const Member* until = entry_.find("until");
        if (repeat != nullptr) {
            Said<std::size_t> choice{};
            keep(values_.choice(*repeat, choices), choice);
            event_.yearly = true;
        }
        if (until == nullptr) return;
        event_.until = values_.date(*until);
        if (repeat == nullptr) {
            values_.problems().add(values_.spot(until->mark), owner_ + " is not repeated",
                                   "until belongs to repeat = \"yearly\"");
        }
    }

    void read_forgiveness() {
        static constexpr std::array<std::string_view, 2> choices = {"promised", "none"};
        const Member* member = field("forgiveness");
        Said<std::size_t> choice{};
        if (member != nullptr) keep(values_.choice(*member, choices), choice);
        event_.forgiveness = choice.value == 0 ? Forgiveness::promised : Forgiveness::none;
    }

    void read_number(const EventNumber& stated) {
        const bool always = stated.stated == Stated::always;
        const Member* member = always ? field(stated.key) : entry_.find(stated.key);
        if (member == nullptr) return;
        Said<double> said{};
        keep(values_.quantity(*member, Unit::share), said);
        if (complete_ && !(said.value >= 0 && said.value <= 1)) {
            const std::string meant = percent_meant(said.value, Unit::share, 0, 1);
            values_.problems().add(said.spot, std::string(stated.key) + " lies between 0 and 1",
                                   std::string(stated.bounds),
                                   meant.empty() ? std::string(stated.way_out) : meant);
        }
        if (always) {
            event_.number = said;
        } else if (complete_) {
            event_.perhaps = said.value;
        }
    }

    /// Between what the number of the entry may lie.
    void read_size_range() {
        if (!complete_ || !event_.table.empty()) return;
        const Unit unit = kind_ != EventKind::schedule ? Unit::share
                          : event_.factor              ? Unit::one
                                                       : row_of(event_.parameter).unit;
        event_.range = read_range(entry_, unit, owner_, values_);
        if (!event_.range) return;
        const auto& stated = row_of(kind_).number;
        const bool left_out = stated && stated->stated == Stated::perhaps && !event_.perhaps;
        if (event_.ramp_to || left_out) {
            values_.problems().add(
                event_.range->low.spot,
                owner_ + (event_.ramp_to ? " has a ramp and a range"
                                         : " has a range and no " + std::string(stated->key)),
                "a range is about one number", "write a table, or state the number");
            return;
        }
        check_range(event_.range, number_in_range(), values_.problems());
    }

    double number_in_range() const {
        if (event_.factor) return event_.factor->value;
        return event_.perhaps.value_or(event_.number.value);
    }

    void read_parameter() {
        const Member* parameter = field("parameter");
        if (parameter == nullptr) return;
        const auto name = values_.text(*parameter);
        const auto ref = name ? find_parameter(*name) : std::nullopt;
        if (!ref) {
            complete_ = false;
            if (name) unknown_parameter(*parameter, *name);
            return;
        }
        event_.parameter = *ref;
        name_ = *name;
        if (row_of(*ref).kind == Kind::build) {
            values_.problems().add(values_.spot(parameter->value.mark),
                                   *name + " cannot be scheduled",
                                   "it is part of how the city is built, before the first day",
                                   "set it under [parameters]");
        }
    }

    std::optional<Said<double>> number(const Mark& mark, const Node& node) {
        return values_.quantity(Member{name_, mark, node}, row_of(event_.parameter).unit);
    }

    /// One value, a factor, a ramp or a table, and nothing beside it.
    void read_value() {
        static constexpr std::array<std::string_view, 4> forms = {"value", "factor", "ramp",
                                                                  "table"};
        const Member* found = nullptr;
        for (const std::string_view form : forms) {
            const Member* member = entry_.find(form);
            if (member == nullptr) continue;
            if (found != nullptr) {
                values_.problems().add(values_.spot(member->mark),
                                       owner_ + " has both " + found->key + " and " + member->key,
                                       "it has one value, a factor, a ramp or a table");
            }
            found = member;
        }
        const Member* step = entry_.find("step");
        if (step != nullptr && entry_.find("ramp") == nullptr) {
            values_.problems().add(values_.spot(step->mark), owner_ + " has a step without a ramp");
        }
        if (found == nullptr) {
            field("value");
        } else if (found->key == "value" && complete_) {
            keep(number(found->mark, found->value), event_.number);
        } else if (found->key == "factor" && complete_) {
            read_factor(*found);
        } else if (found->key == "ramp" && complete_) {
            read_ramp(*found, step);
        }
    }

    /// Times the value that the parameter has elsewhere; the value follows once that is known.
    void read_factor(const Member& member) {
        Said<double> factor{};
        keep(values_.quantity(member, Unit::one), factor);
        if (!complete_) return;
        event_.factor = factor;
        if (!(factor.value >= 0)) values_.problems().add(factor.spot, "a factor is not below 0");
    }

    void read_ramp(const Member& ramp, const Member* step) {
        const auto& ends = ramp.value.items;
        if (ramp.value.kind != Node::Kind::list || ends.size() != 2) {
            values_.problems().add(values_.spot(ramp.value.mark),
                                   "ramp: expected a list of two values, as [0.2, 0.4]");
            return;
        }
        keep(number(ends[0].mark, ends[0]), event_.number);
        event_.ramp_to = number(ends[1].mark, ends[1]);
        if (step == nullptr) return;
        const auto days = values_.quantity(*step, Unit::days);
        const auto most = static_cast<double>(scenario_limits.days);
        if (days && !(days->value >= 1 && days->value <= most)) {
            values_.problems().add(days->spot,
                                   "a step lasts one day at least, and not longer than "
                                   "any scenario");
        } else if (days) {
            event_.ramp_step = days->value;
        }
    }

    void read_table() {
        const Member& table = *entry_.find("table");
        if (table.value.kind != Node::Kind::list || table.value.items.empty())
            return no_table(table.value);
        const Member* name = entry_.find("drawn_as");
        const std::size_t in_row = name == nullptr ? 2 : 4;
        for (const Node& row : table.value.items) {
            if (row.kind != Node::Kind::list || row.items.size() != in_row) return no_table(row);
            const auto from = values_.date(Member{"table", row.items[0].mark, row.items[0]});
            const auto value = complete_ ? number(row.items[1].mark, row.items[1]) : std::nullopt;
            if (!from || !value) {
                complete_ = false;
                return;
            }
            if (!event_.table.empty() && !(event_.table.back().from.value < from->value)) {
                values_.problems().add(from->spot, "the dates of a table come one after the other",
                                       "this one is not after the one before it");
                complete_ = false;
            }
            event_.table.push_back({*from, *value});
            if (name != nullptr) read_row_range(*name, row);
        }
        event_.from = event_.table.front().from;
        event_.number = event_.table.front().value;
        if (const Member* from = entry_.find("from")) {
            values_.problems().add(values_.spot(from->mark), owner_ + " has both from and table",
                                   "a table begins on its first date", "remove from");
        }
        if (const Member* to = field("to")) keep(values_.date(*to), event_.to);
    }

    void read_row_range(const Member& name, const Node& row) {
        const auto text = values_.text(name);
        const auto low = number(row.items[2].mark, row.items[2]);
        const auto high = number(row.items[3].mark, row.items[3]);
        if (!text || !low || !high) {
            complete_ = false;
            return;
        }
        TableRow& read = event_.table.back();
        read.range = RangeDraft{{*text, values_.spot(name.value.mark)}, *low, *high};
        check_range(read.range, read.value.value, values_.problems());
    }

    void no_table(const Node& node) {
        complete_ = false;
        const bool drawn = entry_.find("drawn_as") != nullptr;
        values_.problems().add(
            values_.spot(node.mark),
            drawn ? "table: expected a list of dates with values and the ends of their ranges"
                  : "table: expected a list of dates with values",
            "",
            drawn ? "as [[2020-01-01, 0.2, 0.1, 0.4], [2021-01-01, 0.3, 0.1, 0.5]]"
                  : "as [[2020-01-01, 0.2], [2021-01-01, 0.3]]");
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
    std::string name_ = {};  // of a schedule's parameter
    bool complete_ = true;
};

}  // namespace

std::optional<EventDraft> read_event(EventKind kind, const Node& entry, Values& values) {
    return EventReader(kind, entry, values).read();
}

}  // namespace tumen

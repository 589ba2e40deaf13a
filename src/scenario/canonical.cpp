#include "base/text.hpp"
#include "model/event_kinds.hpp"
#include "scenario/scenario.hpp"
#include "scenario/valued_text.hpp"

namespace tumen {

namespace {

/// Everything, or only what is played.
enum class Part { everything, played };

/// A TOML string: what cannot stand in one line of text is escaped.
std::string in_quotes(std::string_view text) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string literal = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            literal += {'\\', c};
        } else if (byte < 0x20 || byte == 0x7F) {
            literal += "\\u00";
            literal += {digits[byte >> 4], digits[byte & 15u]};
        } else {
            literal += c;
        }
    }
    return literal + "\"";
}

std::string number(double value) {
    return canonical_number(value);
}

class Writer {
  public:
    Writer(const Scenario& scenario, Part part) : scenario_(scenario), part_(part) {}

    std::string run() {
        if (part_ == Part::everything) {
            line("name", in_quotes(scenario_.name));
            line("title", in_quotes(scenario_.title));
            line("question", in_quotes(scenario_.question));
            if (!scenario_.beyond_evidence.empty()) line("beyond_evidence", "true");
        }
        line("start", iso(scenario_.start));
        line("days", std::to_string(plan().days));
        rules();
        parameters();
        cities();
        ward_groups();
        calendar();
        if (part_ == Part::everything) headlines();
        return std::move(text_);
    }

  private:
    const Plan& plan() const { return scenario_.plan; }

    void line(std::string_view key, const std::string& value) {
        text_ += std::string(key) + " = " + value + "\n";
    }

    void header(std::string_view name) { text_ += "\n" + std::string(name) + "\n"; }

    void rules() {
        header("[rules]");
        for (std::size_t i = 0; i < rule_count; ++i) {
            const RuleRow& row = rule_rows()[i];
            line(row.name, in_quotes(row.choices[rule_choice(plan().rules, i)]));
        }
    }

    void parameters() {
        header("[parameters]");
        for (const ParameterRef ref : parameter_refs()) {
            std::string value = number(get(plan().parameters, ref));
            if (part_ == Part::everything && row_of(ref).unit != Unit::one) {
                value += "  # " + std::string(name_of(row_of(ref).unit));
            }
            line(name_of(ref), value);
        }
    }

    void cities() {
        for (const CityPlan& city : plan().cities) {
            header("[[city]]");
            line("name", in_quotes(city.name));
            if (part_ == Part::everything) line("label", in_quotes(city.label));
            line("residents", number(city.residents));
            own_values("[city.parameters]", city.values);
        }
    }

    void own_values(std::string_view name, const std::vector<OwnValue>& values) {
        if (values.empty()) return;
        header(name);
        for (const OwnValue& own : values)
            line(name_of(own.parameter), number(own.value));
    }

    template <class Named>
    std::string names(const std::vector<std::uint32_t>& places, const std::vector<Named>& all) {
        std::string list;
        for (const std::uint32_t place : places)
            list += (list.empty() ? "[" : ", ") + in_quotes(all[place].name);
        return list + "]";
    }

    void where(const Scope& scope) {
        if (!scope.cities.empty()) line("cities", names(scope.cities, plan().cities));
        if (!scope.groups.empty()) line("wards", names(scope.groups, plan().ward_groups));
    }

    /// Where the number of an entry is drawn.
    void range(const std::vector<Origin>& origins, std::size_t place) {
        if (place >= origins.size() || !origins[place].range) return;
        const EventRange& range = *origins[place].range;
        line("range", "[" + number(range.low) + ", " + number(range.high) + "]");
        line("drawn_as", in_quotes(range.name));
    }

    /// With which probability it happened at all.
    void happened(const std::vector<Origin>& origins, std::size_t place) {
        if (place >= origins.size() || !origins[place].happened) return;
        const Happening& happening = *origins[place].happened;
        line("happened", number(happening.probability));
        line("happened_as", in_quotes(happening.name));
    }

    void ward_groups() {
        for (std::size_t i = 0; i < plan().ward_groups.size(); ++i) {
            const WardGroup& group = plan().ward_groups[i];
            header("[[ward_group]]");
            line("name", in_quotes(group.name));
            line("share", number(group.share));
            range(scenario_.group_origins, i);
            if (!group.cities.empty()) line("cities", names(group.cities, plan().cities));
            own_values("[ward_group.parameters]", group.values);
        }
    }

    template <class Event>
    void days(EventKind kind, const Event& event) {
        const auto [first, last] = event_days(event);
        if (row_of(kind).lasts == Lasts::one_day)
            return line("on", iso(plus_days(scenario_.start, first)));
        line("from", iso(plus_days(scenario_.start, first)));
        line("to", iso(plus_days(scenario_.start, last)));
    }

    /// When an event is, and what it has of its own.
    template <class Event>
    void fields(EventKind kind, const Event& event, std::size_t) {
        days(kind, event);
        const auto& stated = row_of(kind).number;
        if (const auto told = number_of(event)) line(stated->key, number(*told));
    }
    void fields(EventKind kind, const HandInDrive& drive, std::size_t) {
        days(kind, drive);
        line("forgiveness",
             in_quotes(drive.forgiveness == Forgiveness::promised ? "promised" : "none"));
    }
    void fields(EventKind kind, const Schedule& schedule, std::size_t place) {
        const std::vector<Origin>& origins = origins_of(scenario_, kind);
        line("parameter", in_quotes(name_of(schedule.parameter)));
        days(kind, schedule);
        if (place < origins.size() && origins[place].factor) {
            line("factor", number(*origins[place].factor));
        } else {
            line("value", number(schedule.value));
        }
    }

    void calendar() {
        each_event(plan(), [&](EventKind kind, std::size_t place, const auto& event) {
            header("[[" + std::string(name_of(kind)) + "]]");
            fields(kind, event, place);
            range(origins_of(scenario_, kind), place);
            happened(origins_of(scenario_, kind), place);
            where(event.scope);
        });
    }

    void headlines() {
        for (const OwnHeadline& one : scenario_.headlines) {
            header("[[headline]]");
            line("id", in_quotes(one.id));
            line("label", in_quotes(one.label));
            line("unit", in_quotes(one.unit));
            line("statistic", in_quotes(one.statistic));
        }
    }

    const Scenario& scenario_;
    Part part_;
    std::string text_;
};

}  // namespace

std::string canonical_number(double value) {
    return shortest(value == 0 ? 0.0 : value);
}

std::string write_scenario(const Scenario& scenario) {
    return Writer(scenario, Part::everything).run();
}

std::string played_text(const Scenario& scenario) {
    return Writer(scenario, Part::played).run();
}

Hash scenario_hash(const Scenario& scenario) {
    return hash_of(played_text(scenario));
}

Hash parameter_hash(const Plan& plan) {
    ByteForm form;
    for (const ParameterRef ref : parameter_refs())
        form.add(get(plan.parameters, ref));
    for (std::size_t i = 0; i < rule_count; ++i) {
        form.add(static_cast<std::uint64_t>(rule_choice(plan.rules, i)));
    }
    return form.hash();
}

}  // namespace tumen

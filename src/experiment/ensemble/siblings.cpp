#include "experiment/ensemble/siblings.hpp"

#include <algorithm>
#include <compare>
#include <map>
#include <utility>

#include "model/event_kinds.hpp"
#include "model/past/readings.hpp"
#include "scenario/variable.hpp"

namespace tumen {

namespace {

void add(ByteForm& form, const std::vector<std::uint32_t>& places) {
    form.add(std::uint64_t{places.size()});
    for (const std::uint32_t place : places)
        form.add(std::uint64_t{place});
}

void add(ByteForm& form, const std::vector<OwnValue>& values) {
    form.add(std::uint64_t{values.size()});
    for (const OwnValue& own : values) {
        form.add(std::uint64_t{own.parameter.row} << 16 | own.parameter.index);
        form.add(own.value);
    }
}

/// When what no draw replaces is read: a number, or a rule.
Read read_of_held(const std::string& name) {
    if (const auto number = find_parameter(name)) return read_of(*number);
    if (const auto rule = rule_named(name)) return choices_read({})[*rule].second;
    return Read::always;
}

/// The values of a point, its choices among rival rules and what no draw replaces, as far as they
/// are read then.
void add_values(ByteForm& form, const Plan& plan, const std::vector<std::string>& held, Read when) {
    for (const ParameterRef number : parameter_refs()) {
        if (read_of(number) == when) form.add(get(plan.parameters, number));
    }
    for (const auto& [choice, read] : choices_read(plan.rules)) {
        if (read == when) form.add(std::uint64_t{choice});
    }
    for (const std::string& name : held) {
        if (read_of_held(name) == when) form.add(hash_of(name));
    }
}

/// All of a point's scenario that the model plays, but for what happens when and how long, and what
/// is read on some days alone.
Hash origin_of(const Point& point) {
    const Plan& plan = point.scenario.plan;
    ByteForm form;
    for (const Read when : {Read::always, Read::where_promised})
        add_values(form, plan, point.held, when);
    for (const CityPlan& city : plan.cities) {
        form.add(hash_of(city.name));
        form.add(city.residents);
        add(form, city.values);
    }
    for (const WardGroup& group : plan.ward_groups) {
        form.add(group.share);
        add(form, group.cities);
        add(form, group.values);
    }
    return form.hash();
}

/// Something that happens in a city from a day on.
struct Entry {
    std::int32_t day;
    std::uint64_t low;  // a hash of what it is
    std::uint64_t high;
    friend auto operator<=>(const Entry&, const Entry&) = default;
};

/// What an event has beside its days and where it happens.
void add_own(ByteForm& form, const HandInDrive& drive) {
    form.add(static_cast<std::uint64_t>(drive.forgiveness));
}
void add_own(ByteForm& form, const Schedule& schedule) {
    form.add(std::uint64_t{schedule.parameter.row} << 16 | schedule.parameter.index);
    form.add(schedule.value);
}
template <class Event>
void add_own(ByteForm& form, const Event& event) {
    if (Numbered<Event>) form.add(number_of(event).value_or(-1));
}

/// All that happens in a city and all that is read from a day on, by the first days, and the end.
class Course {
  public:
    Course(const Plan& plan, const std::vector<std::string>& held, std::size_t city)
        : city_(static_cast<std::uint32_t>(city)) {
        each_event(plan, [&](EventKind kind, std::size_t, const auto& event) { add(kind, event); });
        const FirstReads first(plan, city_);
        for (std::size_t i = 0; i < read_count; ++i)
            add(first.of(static_cast<Read>(i)), static_cast<Read>(i), plan, held);
        std::sort(entries_.begin(), entries_.end());
        std::erase_if(entries_, [&](const Entry& entry) { return entry.day >= plan.days; });
        entries_.push_back({plan.days, 0, 0});  // the end, which no other entry is equal to
    }

    /// The first day on which something happens in one of them alone.
    std::int32_t parting(const Course& other) const {
        const auto [mine, theirs] = std::mismatch(entries_.begin(), entries_.end(),
                                                  other.entries_.begin(), other.entries_.end());
        if (mine == entries_.end()) return entries_.back().day;
        return std::min(mine->day, theirs->day);
    }
    friend auto operator<=>(const Course& one, const Course& other) {
        return one.entries_ <=> other.entries_;
    }

  private:
    template <class Event>
    void add(EventKind kind, const Event& what) {
        const Scope& scope = what.scope;
        const auto end = scope.cities.end();
        const bool here =
            scope.cities.empty() || std::find(scope.cities.begin(), end, city_) != end;
        if (!here) return;
        const EventDays days = event_days(what);
        ByteForm form;
        form.add(static_cast<std::uint64_t>(kind));
        form.add(static_cast<std::uint64_t>(days.last));
        add_own(form, what);
        tumen::add(form, scope.groups);
        add(days.first, form);
    }
    void add(std::int32_t day, Read when, const Plan& plan, const std::vector<std::string>& held) {
        if (day == FirstReads::from_the_start || day >= plan.days) return;
        ByteForm form;
        add_values(form, plan, held, when);
        add(day, form);
    }
    void add(std::int32_t day, const ByteForm& what) {
        const Hash hash = what.hash();
        entries_.push_back({day, hash.low, hash.high});
    }
    std::uint32_t city_;
    std::vector<Entry> entries_;
};

/// Cuts points of one origin, which share more the nearer they stand by their courses.
void add_siblings(const Experiment& experiment, std::size_t city,
                  const std::vector<std::uint32_t>& points, std::size_t most,
                  std::vector<Siblings>& all) {
    std::vector<std::pair<Course, std::uint32_t>> courses;
    for (const std::uint32_t point : points) {
        const Point& played = experiment.points[point];
        courses.emplace_back(Course(played.scenario.plan, played.held, city), point);
    }
    std::sort(courses.begin(), courses.end());
    for (std::size_t i = 0; i < courses.size(); ++i) {
        if (i % most == 0) {
            all.push_back({city, {}, {}});
        } else {
            all.back().partings.push_back(courses[i - 1].first.parting(courses[i].first));
        }
        all.back().points.push_back(courses[i].second);
    }
}

/// Points that are the first one with other values, in an order in which those that have most in
/// common in a city stand together.
class Following {
  public:
    Following(const Points& points, std::uint32_t first, std::uint32_t city)
        : points_(points), days_(points.outline(first).plan.days) {
        const FirstReads reads(points.outline(first).plan, city);
        std::size_t value = 0;
        for (const auto& [name, of_first] : points.values(first)) {
            if (const auto number = find_parameter(name);
                number && reads.of(read_of(*number)) < days_)
                values_.push_back({reads.of(read_of(*number)), value});
            ++value;
        }
        std::sort(values_.begin(), values_.end());
    }

    bool before(std::uint32_t one, std::uint32_t other) const {
        for (const auto& [day, value] : values_) {
            const double mine = points_.value(one, value);
            const double theirs = points_.value(other, value);
            if (mine != theirs) return mine < theirs;
        }
        return one < other;
    }
    /// The first day on which one of them reads another value than the other;
    /// FirstReads::from_the_start where they are not the same as built.
    std::int32_t parting(std::uint32_t one, std::uint32_t other) const {
        for (const auto& [day, value] : values_) {
            if (points_.value(one, value) != points_.value(other, value)) return day;
        }
        return days_;
    }

  private:
    const Points& points_;
    std::int32_t days_;
    std::vector<std::pair<std::int32_t, std::size_t>> values_;  // first day read, which
};

void add_following(const Experiment& experiment, std::size_t most, std::vector<Siblings>& all) {
    std::vector<std::uint32_t> points;
    for (std::uint32_t i = 0; i < experiment.points.size(); ++i) {
        if (experiment.points.follows(i)) points.push_back(i);
    }
    if (points.empty()) return;
    const std::size_t cities = experiment.points.outline(points.front()).plan.cities.size();
    for (std::uint32_t city = 0; city < cities; ++city) {
        const Following following(experiment.points, points.front(), city);
        std::sort(points.begin(), points.end(), [&](std::uint32_t one, std::uint32_t other) {
            return following.before(one, other);
        });
        for (std::size_t i = 0; i < points.size(); ++i) {
            const std::int32_t parting =
                i == 0 ? FirstReads::from_the_start : following.parting(points[i - 1], points[i]);
            if (parting == FirstReads::from_the_start || all.back().points.size() == most) {
                all.push_back({city, {}, {}});
            } else {
                all.back().partings.push_back(parting);
            }
            all.back().points.push_back(points[i]);
        }
    }
}

/// Of a set of siblings in a city.
std::pair<std::uint32_t, std::size_t> place_of(const Siblings& siblings) {
    return {*std::min_element(siblings.points.begin(), siblings.points.end()), siblings.city};
}

}  // namespace

std::vector<Siblings> siblings_of(const Experiment& experiment, std::size_t most) {
    std::map<std::pair<std::uint64_t, std::uint64_t>, std::vector<std::uint32_t>> by_origin;
    for (std::uint32_t i = 0; i < experiment.points.size(); ++i) {
        if (experiment.points.follows(i)) continue;
        const Hash origin = origin_of(experiment.points[i]);
        by_origin[{origin.low, origin.high}].push_back(i);
    }
    std::vector<Siblings> all;
    for (const auto& [origin, points] : by_origin) {
        const Plan& plan = experiment.points.outline(points.front()).plan;
        for (std::size_t city = 0; city < plan.cities.size(); ++city)
            add_siblings(experiment, city, points, most, all);
    }
    add_following(experiment, most, all);
    std::sort(all.begin(), all.end(), [](const Siblings& one, const Siblings& other) {
        return place_of(one) < place_of(other);
    });
    return all;
}

}  // namespace tumen

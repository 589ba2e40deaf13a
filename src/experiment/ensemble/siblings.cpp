#include "experiment/ensemble/siblings.hpp"
#include "model/event_kinds.hpp"

#include <algorithm>
#include <compare>
#include <map>
#include <tuple>
#include <utility>

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

/// All of a point's scenario that the model plays, but for what happens when and how long.
Hash origin_of(const Point& point) {
    const Plan& plan = point.scenario.plan;
    ByteForm form;
    for (const ParameterRef ref : parameter_refs())
        form.add(get(plan.parameters, ref));
    for (std::size_t rule = 0; rule < rule_count; ++rule)
        form.add(std::uint64_t{rule_choice(plan.rules, rule)});
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
    for (const std::string& name : point.held)
        form.add(hash_of(name));
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

/// All that happens in a city, by the first days, and the end.
class Course {
  public:
    Course(const Plan& plan, std::size_t city) : city_(static_cast<std::uint32_t>(city)) {
        each_event(plan, [&](EventKind kind, std::size_t, const auto& event) { add(kind, event); });
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
        const Hash hash = form.hash();
        entries_.push_back({days.first, hash.low, hash.high});
    }
    std::uint32_t city_;
    std::vector<Entry> entries_;
};

/// Cuts points of one origin, which share more the nearer they stand by their courses.
void add_siblings(const Experiment& experiment, std::size_t city,
                  const std::vector<std::uint32_t>& points, std::size_t most,
                  std::vector<Siblings>& all) {
    std::vector<std::pair<Course, std::uint32_t>> courses;
    for (const std::uint32_t point : points)
        courses.emplace_back(Course(experiment.points.outline(point).plan, city), point);
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

/// Points that are the first one with other values have these from the first day on: only those
/// that play the same, as where the dummy of a design alone differs, have anything in common.
void add_following(const Experiment& experiment, std::size_t most, std::vector<Siblings>& all) {
    std::vector<std::pair<Hash, std::uint32_t>> hashes;
    for (std::uint32_t i = 0; i < experiment.points.size(); ++i) {
        if (experiment.points.follows(i)) hashes.emplace_back(experiment.points.hash(i), i);
    }
    std::sort(hashes.begin(), hashes.end(), [](const auto& one, const auto& other) {
        return std::tuple(one.first.low, one.first.high, one.second) <
               std::tuple(other.first.low, other.first.high, other.second);
    });
    std::vector<std::uint32_t> same;
    for (std::size_t i = 0; i < hashes.size(); ++i) {
        same.push_back(hashes[i].second);
        if (i + 1 < hashes.size() && hashes[i + 1].first == hashes[i].first) continue;
        const Plan& plan = experiment.points.outline(same.front()).plan;
        for (std::size_t city = 0; city < plan.cities.size(); ++city) {
            if (same.size() == 1) {
                all.push_back({city, same, {}});
            } else {
                add_siblings(experiment, city, same, most, all);
            }
        }
        same.clear();
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

#include "experiment/points.hpp"

#include <algorithm>
#include <set>
#include <string_view>

#include "experiment/memory.hpp"
#include "experiment/results.hpp"
#include "scenario/event_ranges.hpp"
#include "scenario/valued_text.hpp"
#include "scenario/variable.hpp"

namespace tumen {

namespace {

using Values = std::vector<std::pair<std::string, double>>;

std::vector<std::string> names_of(const Values& values) {
    std::vector<std::string> names;
    for (const auto& [name, value] : values)
        names.push_back(name);
    return names;
}

/// Each a parameter, or the dummy of a design, and named once.
bool are_plain(const std::vector<std::string>& names) {
    const std::set<std::string> each(names.begin(), names.end());
    const bool others = std::any_of(names.begin(), names.end(), [](const std::string& name) {
        return name.starts_with(range_prefix) || (is_variable(name) && !find_parameter(name));
    });
    return each.size() == names.size() && !names.empty() && !others;
}

bool same_labels(const Plan& one, const Plan& other) {
    return std::equal(one.cities.begin(), one.cities.end(), other.cities.begin(),
                      other.cities.end(),
                      [](const CityPlan& a, const CityPlan& b) { return a.label == b.label; });
}

/// Where values come from takes ten times the place of the values.
Scenario without_origins(Scenario scenario) {
    std::vector<Origin>().swap(scenario.origins);
    return scenario;
}

}  // namespace

Points::Made& Points::Made::operator=(const Made& other) {
    if (&other != this) points.clear();
    return *this;
}

Experiment::Experiment() = default;
Experiment::Experiment(const Experiment&) = default;
Experiment::Experiment(Experiment&&) noexcept = default;
Experiment& Experiment::operator=(const Experiment&) = default;
Experiment& Experiment::operator=(Experiment&&) noexcept = default;
Experiment::~Experiment() = default;

Points::Points() = default;
Points::Points(const Points&) = default;
Points::Points(Points&&) noexcept = default;
Points& Points::operator=(const Points&) = default;
Points& Points::operator=(Points&&) noexcept = default;
Points::~Points() = default;

Points::Points(std::vector<Point> points) {
    for (Point& point : points)
        push_back(std::move(point));
}

/// Whether a point with these values can follow from the first. The first that does says which
/// parameters all have.
bool Points::can_take(const Values& values) {
    if (empty()) return false;
    const std::vector<std::string> names = names_of(values);
    if (base_) return names == parameters_;
    if (!are_plain(names)) return false;
    parameters_ = names;
    base_ = std::make_shared<const Scenario>(without_origins(whole_.front().scenario));
    text_ = std::make_shared<const ValuedText>(*base_, names);
    return true;
}

/// (Which values lie beyond the evidence is said of the first alone, as in a file.)
bool Points::can_follow(const Point& point) {
    if (!point.held.empty() || point.yardstick || !point.scenario.origins.empty()) return false;
    if (!can_take(point.values)) return false;
    const Scenario& scenario = point.scenario;
    if (scenario.name != base_->name || scenario.title != base_->title ||
        scenario.question != base_->question || scenario.headlines != base_->headlines ||
        !same_labels(scenario.plan, base_->plan))
        return false;
    std::vector<double> numbers;
    numbers.reserve(point.values.size());
    for (const auto& [name, value] : point.values)
        numbers.push_back(value);
    return text_->hash(numbers.data()) == scenario_hash(scenario);
}

void Points::push_back(Point point) {
    if (can_follow(point)) return push_back(point.name, point.values);
    emplace_back(std::move(point));
}

void Points::push_back(std::string_view name, const Values& values) {
    if (!can_take(values)) {
        Scenario scenario = with_values(without_origins(front().scenario), values);
        emplace_back({std::string(name), std::move(scenario), values});
        return;
    }
    Following& following = own_following();
    all_.push_back({none, static_cast<std::uint32_t>(following.name_begins.size())});
    following.name_begins.push_back(following.names.size());
    following.names += name;
    following.names += '\0';
    for (const auto& [parameter, value] : values)
        following.values.push_back(value);
}

Points::Following& Points::own_following() {
    if (!following_) {
        following_ = std::make_shared<Following>();
    } else if (following_.use_count() > 1) {
        following_ = std::make_shared<Following>(*following_);
    }
    return *following_;
}

Point& Points::emplace_back(Point point) {
    all_.push_back({static_cast<std::uint32_t>(whole_.size())});
    whole_.push_back(std::move(point));
    return whole_.back();
}

Point Points::at(std::size_t i) const {
    if (!follows(i)) return whole_[all_[i].whole];
    Values own = values(i);
    Scenario scenario = with_values(*base_, own);
    return {name(i), std::move(scenario), std::move(own)};
}

const Point& Points::operator[](std::size_t i) const {
    if (!follows(i)) return whole_[all_[i].whole];
    const std::lock_guard lock(made_.mutex);
    auto& made = made_.points[i];
    if (!made) made = std::make_unique<const Point>(at(i));
    return *made;
}

Point& Points::operator[](std::size_t i) {
    if (follows(i)) {
        Point whole = at(i);
        all_[i].whole = static_cast<std::uint32_t>(whole_.size());
        whole_.push_back(std::move(whole));
    }
    return whole_[all_[i].whole];
}

void Points::set_headlines(std::size_t i, std::vector<OwnHeadline> headlines) {
    if (follows(i)) return;
    Scenario& scenario = whole_[all_[i].whole].scenario;
    scenario.headlines = std::move(headlines);
    if (i > 0 || !base_) return;
    base_ = std::make_shared<const Scenario>(without_origins(scenario));
    made_.points.clear();
}

bool Points::still_follow() const {
    return !base_ || scenario_hash(*base_) == scenario_hash(whole_.front().scenario);
}

std::string Points::name(std::size_t i) const {
    return follows(i) ? following_->names.data() + following_->name_begins[all_[i].following]
                      : whole_[all_[i].whole].name;
}

Values Points::values(std::size_t i) const {
    if (!follows(i)) return whole_[all_[i].whole].values;
    Values values;
    values.reserve(parameters_.size());
    for (std::size_t k = 0; k < parameters_.size(); ++k)
        values.emplace_back(parameters_[k], numbers(i)[k]);
    return values;
}

std::optional<std::uint32_t> Points::yardstick(std::size_t i) const {
    return follows(i) ? std::nullopt : whole_[all_[i].whole].yardstick;
}

const Scenario& Points::outline(std::size_t i) const {
    return follows(i) ? *base_ : whole_[all_[i].whole].scenario;
}

Hash Points::hash(std::size_t i) const {
    return follows(i) ? text_->hash(numbers(i)) : scenario_hash(whole_[all_[i].whole].scenario);
}

double Points::bytes() const {
    double bytes = static_cast<double>(size() * sizeof(One));
    if (following_) {
        bytes += static_cast<double>(following_->names.size()) +
                 static_cast<double>(sizeof(std::size_t) * following_->name_begins.size()) +
                 static_cast<double>(sizeof(double) * following_->values.size());
    }
    for (const Point& point : whole_)
        bytes += bytes_of(point);
    return bytes;
}

}  // namespace tumen

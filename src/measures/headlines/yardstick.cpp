#include "measures/headlines/yardstick.hpp"
#include "model/event_kinds.hpp"

#include <algorithm>
#include <set>

namespace tumen {

namespace {

/// A point that plays `scenario` with the same values and rules held; none where there is none yet.
std::optional<std::uint32_t> point_of(const Points& points, const Scenario& scenario,
                                      const std::vector<std::string>& held) {
    const Hash hash = scenario_hash(scenario);
    const auto found = std::find_if(points.begin(), points.end(), [&](const Point& point) {
        return point.held == held && scenario_hash(point.scenario) == hash;
    });
    if (found == points.end()) return std::nullopt;
    return static_cast<std::uint32_t>(found - points.begin());
}

bool is_yardstick(const Experiment& experiment, std::uint32_t point) {
    const Points& points = experiment.points;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (points.yardstick(i) == point) return true;
    }
    return false;
}

bool have_yardsticks(const Points& points) {
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (points.yardstick(i)) return true;
    }
    return false;
}

}  // namespace

std::optional<Scenario> without_campaign(const Scenario& scenario) {
    if (campaign_of(scenario.plan) == Campaign::none) return std::nullopt;
    Scenario calm = scenario;
    calm.title = "The same without the campaign";
    each_list(calm.plan, [](EventKind, auto& events) { events.clear(); });
    calm.event_origins = {};
    return calm;
}

void add_yardsticks(Experiment& experiment) {
    const std::size_t asked = experiment.points.size();
    for (std::size_t i = 0; i < asked; ++i) {
        auto calm = without_campaign(experiment.points[i].scenario);
        if (!calm) continue;
        std::vector<std::string> held = experiment.points[i].held;
        auto yardstick = point_of(experiment.points, *calm, held);
        if (!yardstick) {
            yardstick = static_cast<std::uint32_t>(experiment.points.size());
            std::string name = experiment.points[i].name + " without its campaign";
            experiment.points.push_back({std::move(name), *std::move(calm), {}, std::move(held)});
        }
        experiment.points[i].yardstick = yardstick;
    }
}

std::uint32_t points_asked(const Experiment& experiment) {
    auto asked = static_cast<std::uint32_t>(experiment.points.size());
    while (asked > 1 && !experiment.points.yardstick(asked - 1) &&
           experiment.points.name(asked - 1).ends_with(" without its campaign") &&
           is_yardstick(experiment, asked - 1))
        --asked;
    return asked;
}

YardstickGate::YardstickGate(const Experiment& experiment)
    : experiment_(experiment), paired_(have_yardsticks(experiment.points)) {}

void YardstickGate::add(const ReplicateResult& result, const Ready& ready) {
    if (!paired_) {
        if (result.outcome == Outcome::failed) ++failed_;
        if (result.outcome == Outcome::done) ready(result, nullptr);
        return;
    }
    Pending& pending = pending_[result.replicate];
    arrive(result, pending);
    let_pass(pending, ready);
    if (pending.arrived.size() == experiment_.points.size()) pending_.erase(result.replicate);
}

void YardstickGate::arrive(const ReplicateResult& result, Pending& pending) {
    const bool done = result.outcome == Outcome::done;
    pending.arrived[result.point] = done;
    if (!done) ++failed_;
    if (!done) return;
    pending.waiting.push_back(result);
    if (!is_yardstick(experiment_, result.point)) return;
    pending.yardsticks.emplace(
        result.point, trajectory_of(experiment_.points[result.point].scenario.plan, result.cities));
}

void YardstickGate::let_pass(Pending& pending, const Ready& ready) {
    std::erase_if(pending.waiting, [&](const ReplicateResult& result) {
        const auto yardstick = experiment_.points.yardstick(result.point);
        if (!yardstick) {
            ready(result, nullptr);
            return true;
        }
        const auto found = pending.yardsticks.find(*yardstick);
        if (found == pending.yardsticks.end()) return false;
        ready(result, &found->second);
        return true;
    });
}

HeadlineBook::HeadlineBook(const Experiment& experiment, std::uint32_t point)
    : point_(point),
      yardstick_(experiment.points[point].yardstick),
      table_(experiment.points[point].scenario, yardstick_ ? Against::yardstick : Against::nothing),
      gate_(experiment) {}

void HeadlineBook::add(const ReplicateResult& result) {
    if (result.point != point_ && result.point != yardstick_) return;
    gate_.add(result, [&](const ReplicateResult& passed, const Trajectory* yardstick) {
        if (passed.point != point_) return;
        if (yardstick == nullptr) {
            table_.add(passed);
        } else {
            table_.add(passed, *yardstick);
        }
    });
}

}  // namespace tumen

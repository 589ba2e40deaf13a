#include "belief/making/making.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "base/math.hpp"
#include "belief/likelihood/weights.hpp"
#include "belief/prior/prior_draw.hpp"
#include "experiment/draws.hpp"
#include "measures/numbers/statistics.hpp"

namespace tumen {

namespace {

std::vector<std::uint32_t> numbers_to(std::uint32_t last) {
    std::vector<std::uint32_t> numbers(last);
    std::iota(numbers.begin(), numbers.end(), 1U);
    return numbers;
}

/// Half of what lies between one spread below and one above in a normal distribution; 0 of fewer
/// than two values.
double spread_of(std::vector<double> values) {
    std::erase_if(values, [](double value) { return !std::isfinite(value); });
    if (values.size() < 2) return 0;
    constexpr double below_one_spread = 0.15865525393145707;
    const Interval within = middle(values, 1 - 2 * below_one_spread);
    return (within.high - within.low) / 2;
}

}  // namespace

BeliefDraw truth_of(std::uint32_t number) {
    constexpr std::uint32_t beyond_candidates = 1'000'000;
    return {beyond_candidates + number, 0};
}

std::vector<std::uint32_t> Making::to_play(Phase phase, std::size_t group) const {
    std::vector<std::uint32_t> numbers;
    const bool last = groups_[group].fitted.empty();
    if (phase == Phase::start) {
        if (!last) numbers = numbers_to(settings_.start_plays);
    } else if (phase == Phase::candidates) {
        numbers = last ? numbers_to(settings_.prior_sample) : going_on_;
    } else if (phase == Phase::truth) {
        if (!last) numbers = numbers_to(settings_.truths);
    } else if (!last) {
        const std::vector<BeliefDraw> all = draws();
        for (std::uint32_t i = 0; i < all.size(); ++i) {
            if (all[i].near > 0 && numbers.size() < settings_.prior_sample)
                numbers.push_back(i + 1);
        }
    }
    std::erase_if(numbers,
                  [&](std::uint32_t number) { return taken(phase, group).count(number) > 0; });
    return numbers;
}

Expected<Experiment, Diagnostic> Making::experiment(
    Phase phase, std::size_t group, const std::vector<std::uint32_t>& numbers) const {
    Experiment experiment;
    experiment.kind = ExperimentKind::check;
    experiment.name = "belief";
    experiment.seed = settings_.seed;
    experiment.replicates = numbers;
    for (const auto& [name, scenario] : groups_[group].runs) {
        Point& point = experiment.points.emplace_back(Point{name, scenario, {}});
        point.held = held_by(scenario);
    }
    if (phase == Phase::start) return experiment;
    const std::vector<BeliefDraw> all = phase == Phase::near ? draws() : std::vector<BeliefDraw>();
    for (const std::uint32_t number : numbers) {
        BeliefDraw draw{number, 0};
        if (phase == Phase::near) draw = all[number - 1];
        if (phase == Phase::truth) draw = truth_of(number);
        auto drawn =
            replicate_draw(*priors_, likelihood_, settings_.seed, settings_.step, draw, number);
        if (!drawn) return drawn.error();
        experiment.draws.push_back(*std::move(drawn));
    }
    return experiment;
}

void Making::take(Phase phase, std::size_t group, std::uint32_t number, PatternValues values) {
    taken_[static_cast<std::size_t>(phase)][group].insert_or_assign(number, std::move(values));
}

std::vector<std::size_t> Making::fitted_until(std::size_t group) const {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i <= group; ++i)
        places.insert(places.end(), groups_[i].fitted.begin(), groups_[i].fitted.end());
    return places;
}

PatternValues Making::fitted_values(Phase phase, std::uint32_t number) const {
    PatternValues values(likelihood_.patterns().size());
    for (std::size_t group = 0; group < groups_.size(); ++group) {
        const auto found = taken(phase, group).find(number);
        if (found == taken(phase, group).end()) continue;
        const PlayGroup& played = groups_[group];
        for (const std::size_t place : played.fitted) {
            const auto column = std::find(played.patterns.begin(), played.patterns.end(),
                                          likelihood_.patterns()[place].pattern);
            values[place] =
                found->second[static_cast<std::size_t>(column - played.patterns.begin())];
        }
    }
    return values;
}

std::vector<double> Making::luck() const {
    std::vector<double> luck;
    for (std::size_t place = 0; place < likelihood_.patterns().size(); ++place) {
        std::vector<double> values;
        for (std::uint32_t play = 1; play <= settings_.start_plays; ++play) {
            if (const auto value = fitted_values(Phase::start, play)[place])
                values.push_back(Likelihood::on_scale(likelihood_.patterns()[place], *value));
        }
        luck.push_back(spread_of(std::move(values)));
    }
    return luck;
}

double Making::log_until(std::size_t group, std::uint32_t candidate,
                         const std::vector<double>& luck) const {
    const std::vector<std::size_t> places = fitted_until(group);
    const PatternValues all = fitted_values(Phase::candidates, candidate);
    PatternValues values;
    std::vector<double> spreads;
    for (const std::size_t place : places) {
        values.push_back(all[place]);
        spreads.push_back(luck[place]);
    }
    return likelihood_.of_patterns(places).log_of(values, spreads);
}

void Making::close(std::size_t group) {
    const std::vector<double> luck = this->luck();
    std::vector<double> logs;
    std::vector<double> likely;
    for (std::size_t i = 0; i < going_on_.size(); ++i) {
        likely.push_back(log_until(group, going_on_[i], luck));
        logs.push_back(carried_[i] + likely.back());
    }
    const std::vector<double> before = weights_from(logs);
    // Without what thinning gave to light draws: where weights differ little, these would stand
    // just under the heavy ones and make a long tail of them. The heavy ones were given nothing.
    const double shape = pareto_shape(of_all(weights_from(likely)));
    // What is not a number is below no limit, and stays.
    if (std::isnan(shape) || shape > pareto_) pareto_ = shape;
    const auto wanted = std::max<std::size_t>(
        static_cast<std::size_t>(settings_.go_on * static_cast<double>(going_on_.size())),
        2 * static_cast<std::size_t>(settings_.prior_sample));
    const bool last = group + 1 == groups_.size() || groups_[group + 1].fitted.empty();
    const std::vector<double> after =
        last ? before : thinned(before, wanted, settings_.prior_sample, settings_.seed + group);
    std::vector<std::uint32_t> going_on;
    std::vector<double> carried;
    for (std::size_t i = 0; i < going_on_.size(); ++i) {
        if (after[i] <= 0) continue;
        going_on.push_back(going_on_[i]);
        carried.push_back(carried_[i] + math::log(after[i]) - math::log(before[i]));
    }
    going_on_ = std::move(going_on);
    carried_ = std::move(carried);
}

std::vector<double> Making::log_weights(const Likelihood& likelihood) const {
    const std::vector<double> luck = this->luck();
    std::vector<double> logs;
    logs.reserve(going_on_.size());
    for (std::size_t i = 0; i < going_on_.size(); ++i) {
        logs.push_back(carried_[i] +
                       likelihood.log_of(fitted_values(Phase::candidates, going_on_[i]), luck));
    }
    return logs;
}

std::vector<double> Making::weights(const Likelihood& likelihood) const {
    return weights_from(log_weights(likelihood));
}

std::vector<double> Making::of_all(const std::vector<double>& weights) const {
    std::vector<double> all = weights;
    all.resize(settings_.candidates);
    return all;
}

std::vector<BeliefDraw> Making::draws() const {
    const std::vector<std::uint32_t> times = copies(weights(), settings_.draws, settings_.seed);
    std::vector<BeliefDraw> all;
    for (std::size_t i = 0; i < times.size(); ++i) {
        for (std::uint32_t copy = 0; copy < times[i]; ++copy)
            all.push_back({going_on_[i], copy});
    }
    std::vector<BeliefDraw> mixed;
    for (const std::uint32_t place : shuffled(all.size(), settings_.seed))
        mixed.push_back(all[place]);
    return mixed;
}

}  // namespace tumen

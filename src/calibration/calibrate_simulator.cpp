#include <cmath>
#include <exception>
#include <limits>

#include "calibration/calibrate.hpp"
#include "experiment/design_points.hpp"
#include "experiment/ensemble/pool.hpp"
#include "model/play.hpp"
#include "patterns/pattern_book.hpp"
#include "scenario/assembly/settings.hpp"

namespace tumen {

namespace {

using Values = std::vector<std::pair<std::string, double>>;

/// A sum of what has a value.
struct Mean {
    double sum = 0;
    std::size_t n = 0;
    void add(double value) {
        sum += value;
        ++n;
    }
    double value() const {
        return n > 0 ? sum / static_cast<double>(n) : std::numeric_limits<double>::quiet_NaN();
    }
};

/// Nothing where the play was stopped.
std::optional<Trajectory> played(const Simulation& simulation, std::uint64_t seed,
                                 std::uint32_t replicate, const std::function<bool()>& stop,
                                 Executor* crew) {
    SerialExecutor alone;
    Executor& executor = crew == nullptr ? alone : *crew;
    PlayOptions options;
    options.stop = &stop;
    std::vector<std::vector<DayReport>> cities;
    for (std::size_t city = 0; city < simulation.plan().cities.size(); ++city) {
        cities.push_back(simulation.play(seed, replicate, city, executor, options).days);
        if (cities.back().size() != static_cast<std::size_t>(simulation.plan().days))
            return std::nullopt;
    }
    return trajectory_of(simulation.plan(), cities);
}

}  // namespace

PatternSimulator::PatternSimulator(const Experiment& experiment, const Calibration& calibration,
                                   std::function<bool()> stop, Executor* crew)
    : experiment_(experiment), calibration_(calibration), stop_(std::move(stop)), crew_(crew) {
    pinned_.resize(experiment.points.size());
    const ScenarioPoints points = points_by_name(experiment);
    for (std::size_t i = 0; i < calibration.patterns.size(); ++i) {
        const Measurement measurement = measurement_of(*calibration.patterns[i]);
        Row& row = rows_.emplace_back();
        std::vector<MeasuredRun> runs = measurement.against;
        runs.insert(runs.begin(), measurement.run);
        for (const MeasuredRun& run : runs) {
            row.points.push_back(points.find(name_of(run))->second);
            pin(row.points.back(), run.settings);
        }
        row.statistic = *parse_statistic(measurement.statistic);  // checked when it was read
        row.use = calibration.settings.targets[i].use;
    }
}

/// What a test sets by itself is not fitted there.
void PatternSimulator::pin(std::uint32_t point, const std::vector<std::string_view>& settings) {
    for (const std::string_view setting : settings)
        pinned_[point].emplace(name_of_setting(setting));
}

Values PatternSimulator::values_for(std::size_t point, std::span<const double> values) const {
    Values named;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::string& name = calibration_.settings.priors[i].name;
        if (!pinned_[point].contains(name)) named.emplace_back(name, values[i]);
    }
    return named;
}

std::vector<bool> PatternSimulator::points_needed(Measured measured) const {
    std::vector<bool> needed(experiment_.points.size(), false);
    for (const Row& row : rows_) {
        if (measured == Measured::fitted && row.use != TargetUse::fitted) continue;
        for (const std::uint32_t point : row.points)
            needed[point] = true;
    }
    return needed;
}

std::optional<Simulated> PatternSimulator::operator()(const ProposalName& name,
                                                      std::span<const double> values) const {
    const std::vector<bool> needed = points_needed(name.measured);
    const std::uint64_t seed = luck_of(experiment_.seed, name);
    std::vector<std::optional<Simulation>> simulations(needed.size());
    std::vector<Mean> means(rows_.size());
    try {
        for (std::size_t point = 0; point < needed.size(); ++point) {
            if (!needed[point]) continue;
            const Scenario& scenario = experiment_.points[point].scenario;
            const Values named = values_for(point, values);
            if (std::string why = impossible(scenario, named); !why.empty())
                return Simulated{{}, std::move(why)};
            simulations[point].emplace(with_values(scenario, named).plan);
        }
        for (std::uint32_t replicate = 1; replicate <= calibration_.replicates; ++replicate) {
            std::vector<std::optional<Trajectory>> courses(needed.size());
            for (std::size_t point = 0; point < needed.size(); ++point) {
                if (!needed[point]) continue;
                courses[point] = played(*simulations[point], seed, replicate, stop_, crew_);
                if (!courses[point]) return std::nullopt;
            }
            for (std::size_t i = 0; i < rows_.size(); ++i) {
                const Row& row = rows_[i];
                std::vector<const Trajectory*> runs;
                for (const std::uint32_t point : row.points) {
                    if (courses[point]) runs.push_back(&*courses[point]);
                }
                if (runs.size() < row.points.size()) continue;
                const auto value =
                    evaluate(row.statistic, *runs.front(), std::span(runs).subspan(1));
                if (value) means[i].add(*value);
            }
        }
    } catch (const std::exception& failure) {
        return Simulated{{}, failure.what()};
    }
    Simulated result;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const bool asked = name.measured == Measured::all || rows_[i].use == TargetUse::fitted;
        result.statistics.push_back(asked ? means[i].value()
                                          : std::numeric_limits<double>::quiet_NaN());
    }
    return result;
}

Expected<AbcEnd, Diagnostic> run_calibration(const Experiment& experiment,
                                             const Calibration& calibration,
                                             std::vector<Generation>& history, AbcSink& sink,
                                             std::size_t threads, AbcOptions options) {
    options.chunk = 8 * threads;
    Pool pool(threads);
    const PatternSimulator simulator(experiment, calibration, options.stop);
    return run_abc(calibration.settings, history, simulator, sink, pool, options);
}

}  // namespace tumen

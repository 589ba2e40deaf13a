#include "results.hpp"

#include <algorithm>
#include <utility>

#include "errors.hpp"
#include "experiment/failure.hpp"
#include "measures/headlines/headlines.hpp"
#include "store/reader.hpp"

namespace tumen::python {

namespace {

/// The replicates whose days are held: none where they are left out.
std::vector<ReplicateKey> with_days(const Experiment& experiment) {
    if (experiment.days == Days::left_out) return {};
    return planned_replicates(experiment);
}

/// A design's replicate keeps its headlines, as a results file does.
ReplicateResult without_days(const Experiment& experiment, ReplicateResult result) {
    if (result.outcome == Outcome::failed) return result;
    if (!result.headlines.empty()) return result;  // read from a results file
    result.headlines =
        headline_values(experiment.points.at(result.point).scenario, result.cities);
    for (std::vector<DayReport>& days : result.cities)
        days.clear();
    return result;
}

}  // namespace

ResultsInMemory::ResultsInMemory(Experiment experiment)
    : experiment_(std::move(experiment)),
      daily_(experiment_, with_days(experiment_), Cities::apart) {}

void ResultsInMemory::accept(ReplicateResult result) {
    if (experiment_.days == Days::left_out) {
        result = without_days(experiment_, std::move(result));
    } else {
        if (result.outcome == Outcome::done) daily_.put(result);
        result.cities.clear();
    }
    const ReplicateKey key = key_of(result);
    heads_[key] = std::move(result);
}

void ResultsInMemory::close() {
    std::vector<ReplicateKey> done;
    for (const auto& [key, head] : heads_) {
        keys_.push_back(key);
        if (head.outcome == Outcome::done) done.push_back(key);
    }
    if (experiment_.days == Days::kept && done.size() < planned_replicates(experiment_).size())
        daily_.keep_only(done);
}

Expected<ReplicateResult, Diagnostic> ResultsInMemory::read(ReplicateKey key) {
    ReplicateResult result = heads_.at(key);
    if (result.outcome == Outcome::done && experiment_.days == Days::kept)
        result.cities = daily_.days(key);
    return result;
}

void Results::each(const std::function<void(const ReplicateResult&)>& look) {
    const std::lock_guard lock(mutex_);
    for (const ReplicateKey key : source_->replicates())
        look(value_or_raise(source_->read(key), ErrorKind::results));
}

std::shared_ptr<const Table> Results::columns(Cities cities) {
    const auto* memory = dynamic_cast<const ResultsInMemory*>(source_.get());
    if (memory != nullptr && cities == Cities::apart) return memory->daily().table();
    return columns(cities, keys());
}

std::shared_ptr<const Table> Results::columns(Cities cities,
                                              const std::vector<ReplicateKey>& keys) {
    std::vector<ReplicateKey> done;
    DailyColumns daily(experiment(), keys, cities);
    {
        const std::lock_guard lock(mutex_);
        for (const ReplicateKey key : keys) {
            const ReplicateResult result = value_or_raise(source_->read(key), ErrorKind::results);
            if (result.outcome == Outcome::failed) continue;
            daily.put(result);
            done.push_back(key);
        }
    }
    if (done.size() < keys.size()) daily.keep_only(done);
    const auto* stored = dynamic_cast<const ResultReader*>(source_.get());
    return daily.table(stored == nullptr ? nullptr : stored->older());
}

void Results::require_days() const {
    if (experiment().days == Days::kept) return;
    raise(ErrorKind::results, diagnostic("the days of these replicates are not kept",
                                         "a design has too many points to keep them all",
                                         "play one of its scenarios with tumen.run()", path_));
}

Results::Part Results::daily_part(std::size_t first, std::size_t rows) {
    require_days();
    std::vector<ReplicateKey> ordered = keys();
    std::sort(ordered.begin(), ordered.end(), comes_before);
    std::vector<ReplicateKey> some;
    std::size_t next = std::min(first, ordered.size());
    for (std::size_t taken = 0; next < ordered.size() && taken < rows; ++next) {
        const Plan& plan = experiment().points.outline(ordered[next].point).plan;
        taken += plan.cities.size() * static_cast<std::size_t>(plan.days);
        some.push_back(ordered[next]);
    }
    return {columns(Cities::apart, some),
            next < ordered.size() ? std::optional(next) : std::nullopt};
}

std::shared_ptr<const Table> Results::daily(Cities cities) {
    require_days();
    const std::lock_guard lock(columns_mutex_);
    std::shared_ptr<const Table>& kept = cities == Cities::apart ? apart_ : together_;
    if (!kept) kept = columns(cities);
    return kept;
}

}  // namespace tumen::python

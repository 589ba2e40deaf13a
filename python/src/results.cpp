#include "results.hpp"

#include <utility>

#include "errors.hpp"

namespace tumen::python {

ResultsInMemory::ResultsInMemory(Experiment experiment)
    : experiment_(std::move(experiment)),
      daily_(experiment_, planned_replicates(experiment_), Cities::apart) {}

void ResultsInMemory::accept(ReplicateResult result) {
    if (result.outcome == Outcome::done) daily_.put(result);
    result.cities.clear();
    const ReplicateKey key = key_of(result);
    heads_[key] = std::move(result);
}

void ResultsInMemory::close() {
    std::vector<ReplicateKey> done;
    for (const auto& [key, head] : heads_) {
        keys_.push_back(key);
        if (head.outcome == Outcome::done) done.push_back(key);
    }
    if (done.size() < planned_replicates(experiment_).size()) daily_.keep_only(done);
}

Expected<ReplicateResult, Diagnostic> ResultsInMemory::read(ReplicateKey key) {
    ReplicateResult result = heads_.at(key);
    if (result.outcome == Outcome::done) result.cities = daily_.days(key);
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
    std::vector<ReplicateKey> done;
    DailyColumns daily(experiment(), keys(), cities);
    each([&](const ReplicateResult& result) {
        if (result.outcome == Outcome::failed) return;
        daily.put(result);
        done.push_back(key_of(result));
    });
    if (done.size() < keys().size()) daily.keep_only(done);
    return daily.table();
}

std::shared_ptr<const Table> Results::daily(Cities cities) {
    const std::lock_guard lock(columns_mutex_);
    std::shared_ptr<const Table>& kept = cities == Cities::apart ? apart_ : together_;
    if (!kept) kept = columns(cities);
    return kept;
}

}  // namespace tumen::python

#include "experiment/ensemble/account.hpp"

namespace tumen {

double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

Account::Account(const Experiment& experiment, const DoneSet& done, const EnsembleOptions& options)
    : options_(options), todo_(planned_replicates(experiment)) {
    skipped_ = std::erase_if(todo_, [&](ReplicateKey key) { return done.contains(key); });
    progress_.replicates = todo_.size();
    for (const ReplicateKey key : todo_)
        progress_.cities += experiment.points.outline(key.point).plan.cities.size();
}

void Account::count_cities(std::size_t cities) {
    const std::lock_guard lock(mutex_);
    progress_.cities_played += cities;
    tell();
}

void Account::count_stored(Outcome outcome) {
    const std::lock_guard lock(mutex_);
    ++(outcome == Outcome::done ? progress_.done : progress_.failed);
    tell();
}

void Account::tell() {
    progress_.seconds = seconds_since(start_);
    if (options_.progress) options_.progress(progress_);
}

Summary Account::summary(bool stopped) const {
    Summary summary;
    summary.done = progress_.done;
    summary.failed = progress_.failed;
    summary.skipped = skipped_;
    summary.left = todo_.size() - summary.done - summary.failed;
    summary.interrupted = stopped && summary.left > 0;
    summary.seconds = seconds_since(start_);
    return summary;
}

}  // namespace tumen

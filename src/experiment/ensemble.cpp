#include "experiment/ensemble.hpp"

#include <algorithm>
#include <chrono>
#include <exception>
#include <map>
#include <mutex>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include "experiment/failure.hpp"
#include "experiment/pool.hpp"
#include "experiment/writer.hpp"

namespace tumen {

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// A replicate of which some cities have been played.
struct Unfinished {
    ReplicateResult result;
    std::size_t cities_left = 0;
    std::size_t failed_city = 0;  // the first one, so that the reason does not depend on threads
    Answer dropped = Answer::no;
};

/// What came of one city.
struct Played {
    CityResult city;
    double seconds = 0;
    std::string failure;  // empty = none
};

class Ensemble {
  public:
    Ensemble(const Experiment& experiment, const DoneSet& done, const EnsembleOptions& options,
             ResultSink& sink, CityPlayer& player);
    Expected<Summary, Diagnostic> play();

  private:
    void play_task(std::size_t task);
    Played play_city(const CityTask& task, std::size_t days);
    void add(std::size_t which, std::size_t city, Played played);
    Unfinished& opened(std::size_t which);
    void count_city();
    void count_stored(Outcome outcome);
    Answer asked_to_stop() const;
    const Plan& plan_of(ReplicateKey key) const {
        return experiment_.points[key.point].scenario.plan;
    }

    const Experiment& experiment_;
    const EnsembleOptions& options_;
    CityPlayer& player_;
    Clock::time_point start_ = Clock::now();
    std::vector<ReplicateKey> todo_;
    std::vector<std::size_t> first_task_;  // of each replicate; one more for the end
    std::atomic<std::size_t> tasks_ended_ = 0;
    std::atomic<StopRequest> halt_ = StopRequest::none;  // our own: an error
    std::function<Answer()> stop_;
    std::mutex progress_mutex_;
    Progress progress_;
    Summary summary_;
    std::mutex mutex_;
    std::map<std::size_t, Unfinished> unfinished_;
    Pool pool_;
    Writer writer_;
};

Ensemble::Ensemble(const Experiment& experiment, const DoneSet& done,
                   const EnsembleOptions& options, ResultSink& sink, CityPlayer& player)
    : experiment_(experiment),
      options_(options),
      player_(player),
      todo_(planned_replicates(experiment)),
      stop_([this] { return asked_to_stop(); }),
      pool_(std::max<std::size_t>(options.threads, 1)),
      writer_(
          sink, pool_.threads() + 2, [this](Outcome outcome) { count_stored(outcome); },
          [this] { halt_ = StopRequest::stop; }) {
    summary_.skipped = std::erase_if(todo_, [&](ReplicateKey key) { return done.contains(key); });
    first_task_.push_back(0);
    for (const ReplicateKey key : todo_) {
        first_task_.push_back(first_task_.back() + plan_of(key).cities.size());
    }
    progress_.replicates = todo_.size();
    progress_.cities = first_task_.back();
}

Expected<Summary, Diagnostic> Ensemble::play() {
    pool_.run(first_task_.back(), [this](std::size_t task) { play_task(task); });
    if (const auto failure = writer_.finish()) return *failure;
    summary_.done = progress_.done;
    summary_.failed = progress_.failed;
    summary_.left = todo_.size() - summary_.done - summary_.failed;
    const bool asked = options_.stop != nullptr && *options_.stop == StopRequest::stop;
    summary_.interrupted = asked && summary_.left > 0 ? Answer::yes : Answer::no;
    summary_.seconds = seconds_since(start_);
    return summary_;
}

Answer Ensemble::asked_to_stop() const {
    const bool asked = options_.stop != nullptr && *options_.stop == StopRequest::stop;
    return asked || halt_ == StopRequest::stop ? Answer::yes : Answer::no;
}

void Ensemble::play_task(std::size_t task) {
    if (asked_to_stop() == Answer::yes) return;
    const auto next = std::upper_bound(first_task_.begin(), first_task_.end(), task);
    const auto which = static_cast<std::size_t>(next - first_task_.begin()) - 1;
    const ReplicateKey key = todo_[which];
    const std::size_t city = task - first_task_[which];
    Played played =
        play_city({key.point, key.replicate, city}, static_cast<std::size_t>(plan_of(key).days));
    ++tasks_ended_;
    add(which, city, std::move(played));
    count_city();
}

/// With fewer cities left than threads the wards of a city are shared among them.
Played Ensemble::play_city(const CityTask& task, std::size_t days) {
    SerialExecutor alone;
    const bool threads_to_spare = first_task_.back() - tasks_ended_ < pool_.threads();
    Executor& executor = threads_to_spare ? static_cast<Executor&>(pool_) : alone;
    PlayOptions options;
    options.wards_a_task = options_.wards_a_task;
    options.stop = &stop_;
    const Clock::time_point start = Clock::now();
    Played played;
    try {
        played.city = player_.play(task, executor, options);
        if (played.city.days.size() != days && asked_to_stop() == Answer::no) {
            played.failure = "the city was not played to its end";
        }
    } catch (const std::bad_alloc&) {
        played.failure = "not enough memory";
    } catch (const std::exception& failure) {
        played.failure = failure.what();
    } catch (...) {
        played.failure = "an error without a message";
    }
    played.seconds = seconds_since(start);
    return played;
}

Unfinished& Ensemble::opened(std::size_t which) {
    const auto [entry, is_new] = unfinished_.try_emplace(which);
    Unfinished& replicate = entry->second;
    if (!is_new) return replicate;
    const std::size_t cities = plan_of(todo_[which]).cities.size();
    replicate.cities_left = cities;
    ReplicateResult& result = replicate.result;
    result.point = todo_[which].point;
    result.replicate = todo_[which].replicate;
    result.seed = experiment_.seed;
    result.city_hashes.resize(cities);
    result.adults.resize(cities);
    result.cities.resize(cities);
    return replicate;
}

void fail(Unfinished& replicate, std::size_t city, std::string reason) {
    ReplicateResult& result = replicate.result;
    if (result.outcome == Outcome::failed && replicate.failed_city < city) return;
    result.outcome = Outcome::failed;
    result.reason = std::move(reason);
    replicate.failed_city = city;
}

void enter(Unfinished& replicate, std::size_t city, Played played, std::size_t days) {
    ReplicateResult& result = replicate.result;
    result.seconds += played.seconds;
    if (!played.failure.empty()) {
        fail(replicate, city, std::move(played.failure));
    } else if (played.city.days.size() != days) {
        replicate.dropped = Answer::yes;
    } else {
        result.city_hashes[city] = played.city.state_hash;
        result.adults[city] = played.city.adults;
        result.cities[city] = std::move(played.city.days);
    }
}

/// A failed replicate keeps its name, seed and reason, and no numbers.
ReplicateResult finished(ReplicateResult result) {
    if (result.outcome == Outcome::failed) {
        result.city_hashes.clear();
        result.adults.clear();
        result.cities.clear();
    } else {
        result.state_hash = replicate_hash(result.city_hashes);
    }
    return result;
}

void Ensemble::add(std::size_t which, std::size_t city, Played played) {
    Unfinished ended;
    {
        const std::lock_guard lock(mutex_);
        Unfinished& replicate = opened(which);
        const auto days = static_cast<std::size_t>(plan_of(todo_[which]).days);
        enter(replicate, city, std::move(played), days);
        if (--replicate.cities_left > 0) return;
        ended = std::move(replicate);
        unfinished_.erase(which);
    }
    if (ended.dropped == Answer::yes) return;
    const bool failed = ended.result.outcome == Outcome::failed;
    if (failed && options_.on_error == OnError::stop) halt_ = StopRequest::stop;
    writer_.push(finished(std::move(ended.result)));
}

void Ensemble::count_city() {
    const std::lock_guard lock(progress_mutex_);
    ++progress_.cities_played;
    progress_.seconds = seconds_since(start_);
    if (options_.progress) options_.progress(progress_);
}

void Ensemble::count_stored(Outcome outcome) {
    const std::lock_guard lock(progress_mutex_);
    ++(outcome == Outcome::done ? progress_.done : progress_.failed);
    progress_.seconds = seconds_since(start_);
    if (options_.progress) options_.progress(progress_);
}

}  // namespace

Expected<Summary, Diagnostic> play_experiment(const Experiment& experiment, const DoneSet& done,
                                              const EnsembleOptions& options, ResultSink& sink,
                                              CityPlayer& player) {
    try {
        return Ensemble(experiment, done, options, sink, player).play();
    } catch (const std::exception& failure) {
        return diagnostic("the experiment cannot go on", failure.what(),
                          "what was stored is safe; resume to play the rest");
    }
}

Expected<Summary, Diagnostic> play_experiment(const Experiment& experiment, const DoneSet& done,
                                              const EnsembleOptions& options, ResultSink& sink) {
    GamePlayer player(experiment);
    return play_experiment(experiment, done, options, sink, player);
}

}  // namespace tumen

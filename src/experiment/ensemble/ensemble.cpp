#include "experiment/ensemble/ensemble.hpp"

#include <algorithm>
#include <chrono>
#include <exception>
#include <map>
#include <memory>
#include <mutex>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include "experiment/ensemble/account.hpp"
#include "experiment/ensemble/pool.hpp"
#include "experiment/ensemble/siblings.hpp"
#include "experiment/ensemble/writer.hpp"
#include "experiment/failure.hpp"
#include "model/past/past.hpp"

namespace tumen {

namespace {

using Clock = std::chrono::steady_clock;

/// A replicate of which some cities have been played.
struct Unfinished {
    ReplicateResult result;
    std::size_t cities_left = 0;
    std::size_t failed_city = 0;  // the first one, so that the reason does not depend on threads
    bool dropped = false;
};

/// What came of one city.
struct Played {
    CityResult city;
    double seconds = 0;
    std::string failure;  // empty = none
};

/// A city of a replicate, of one point or of several that are played one after another.
struct Task {
    std::uint32_t replicate;
    std::uint32_t siblings;
};

class Ensemble {
  public:
    Ensemble(const Experiment& experiment, const DoneSet& done, const EnsembleOptions& options,
             ResultSink& sink, CityPlayer& player);
    Expected<Summary, Diagnostic> play();

  private:
    void set_tasks();
    void play_task(const Task& task);
    bool is_to_play(ReplicateKey key) const;
    void play_point(const CityTask& task);
    std::unique_ptr<SharedPast> past_to_use();
    void give_back(std::unique_ptr<SharedPast> past);
    Played play_city(const CityTask& task, std::size_t days);
    void add(std::size_t which, std::size_t city, Played played);
    Unfinished& opened(std::size_t which);
    bool asked_to_stop() const;
    const Plan& plan_of(ReplicateKey key) const {
        return experiment_.points.outline(key.point).plan;
    }

    const Experiment& experiment_;
    const EnsembleOptions& options_;
    CityPlayer& player_;
    Account account_;
    const std::vector<ReplicateKey>& todo_;
    std::vector<Siblings> siblings_;
    std::vector<Task> tasks_;
    std::atomic<std::size_t> tasks_ended_ = 0;
    std::atomic<StopRequest> halt_ = StopRequest::none;  // our own: an error
    std::function<bool()> stop_;
    std::mutex mutex_;
    std::map<std::size_t, Unfinished> unfinished_;
    std::vector<std::unique_ptr<SharedPast>>
        pasts_;  // those not in use: their memory is used again
    Pool pool_;
    Writer writer_;
};

Ensemble::Ensemble(const Experiment& experiment, const DoneSet& done,
                   const EnsembleOptions& options, ResultSink& sink, CityPlayer& player)
    : experiment_(experiment),
      options_(options),
      player_(player),
      account_(experiment, done, options),
      todo_(account_.todo()),
      stop_([this] { return asked_to_stop(); }),
      pool_(std::max<std::size_t>(options.threads, 1)),
      writer_(
          sink, pool_.threads() + 2, [this](Outcome outcome) { account_.count_stored(outcome); },
          [this] { halt_ = StopRequest::stop; }) {
    set_tasks();
}

/// Threads share tasks, so there should be some for each; and a replicate of many cities is
/// complete only when all of them are, so few such are to be open at the same time.
std::size_t most_siblings(std::size_t plays, std::size_t threads, std::size_t cities) {
    constexpr std::size_t tasks_a_thread = 4;
    constexpr std::size_t most_open = 64;
    const std::size_t most = std::max<std::size_t>(most_open / std::max<std::size_t>(cities, 1), 2);
    return std::clamp<std::size_t>(plays / (tasks_a_thread * threads), 2, most);
}

void Ensemble::set_tasks() {
    const std::size_t replicates = std::max<std::size_t>(experiment_.replicates.size(), 1);
    const std::size_t cities = account_.cities() / std::max<std::size_t>(todo_.size(), 1);
    siblings_ =
        siblings_of(experiment_, options_.past == PastUse::whole
                                     ? 1
                                     : most_siblings(account_.cities(), pool_.threads(), cities));
    tasks_.reserve(replicates * siblings_.size());
    for (auto key = todo_.begin(); key != todo_.end();) {
        const std::uint32_t replicate = key->replicate;
        for (std::uint32_t i = 0; i < siblings_.size(); ++i) {
            const std::vector<std::uint32_t>& points = siblings_[i].points;
            const bool some = std::any_of(points.begin(), points.end(), [&](std::uint32_t point) {
                return is_to_play({replicate, point});
            });
            if (some) tasks_.push_back({replicate, i});
        }
        key = std::find_if(key, todo_.end(),
                           [&](ReplicateKey other) { return other.replicate != replicate; });
    }
}

Expected<Summary, Diagnostic> Ensemble::play() {
    pool_.run(tasks_.size(), [this](std::size_t task) { play_task(tasks_[task]); });
    if (const auto failure = writer_.finish()) return *failure;
    return account_.summary(account_.asked_to_stop());
}

bool Ensemble::asked_to_stop() const {
    return account_.asked_to_stop() || halt_ == StopRequest::stop;
}

bool Ensemble::is_to_play(ReplicateKey key) const {
    return std::binary_search(todo_.begin(), todo_.end(), key);
}

/// Where there is none of several, no past is kept.
void Ensemble::play_task(const Task& task) {
    const Siblings& siblings = siblings_[task.siblings];
    std::vector<std::uint32_t> points;
    std::vector<std::int32_t> partings;  // of those: the earliest day of those between
    std::int32_t parting = INT32_MAX;
    for (std::size_t i = 0; i < siblings.points.size(); ++i) {
        if (i > 0) parting = std::min(parting, siblings.partings[i - 1]);
        if (!is_to_play({task.replicate, siblings.points[i]})) continue;
        if (!points.empty()) partings.push_back(parting);
        points.push_back(siblings.points[i]);
        parting = INT32_MAX;
    }
    std::unique_ptr<SharedPast> past;
    if (points.size() > 1) {
        past = past_to_use();
        past->begin(std::move(partings));
    }
    for (const std::uint32_t point : points) {
        if (asked_to_stop()) break;
        play_point({point, task.replicate, siblings.city, past.get()});
    }
    ++tasks_ended_;
    if (past) give_back(std::move(past));
}

void Ensemble::play_point(const CityTask& task) {
    const ReplicateKey key{task.replicate, task.point};
    Played played = play_city(task, static_cast<std::size_t>(plan_of(key).days));
    const auto at = std::lower_bound(todo_.begin(), todo_.end(), key);
    add(static_cast<std::size_t>(at - todo_.begin()), task.city, std::move(played));
    account_.count_cities(1);
}

std::unique_ptr<SharedPast> Ensemble::past_to_use() {
    const std::lock_guard lock(mutex_);
    if (pasts_.empty()) return std::make_unique<SharedPast>();
    auto past = std::move(pasts_.back());
    pasts_.pop_back();
    return past;
}

void Ensemble::give_back(std::unique_ptr<SharedPast> past) {
    const std::lock_guard lock(mutex_);
    pasts_.push_back(std::move(past));
}

/// With fewer tasks left than threads the wards of a city are shared among them.
Played Ensemble::play_city(const CityTask& task, std::size_t days) {
    SerialExecutor alone;
    const bool threads_to_spare = tasks_.size() - tasks_ended_ < pool_.threads();
    Executor& executor = threads_to_spare ? static_cast<Executor&>(pool_) : alone;
    PlayOptions options;
    options.wards_a_task = options_.wards_a_task;
    options.stop = &stop_;
    const Clock::time_point start = Clock::now();
    Played played;
    try {
        played.city = player_.play(task, executor, options);
        if (played.city.days.size() != days && !asked_to_stop()) {
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
        replicate.dropped = true;
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
    if (ended.dropped) return;
    const bool failed = ended.result.outcome == Outcome::failed;
    if (failed && options_.on_error == OnError::stop) halt_ = StopRequest::stop;
    writer_.push(finished(std::move(ended.result)));
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
    SimulationPlayer player(experiment);
    return play_experiment(experiment, done, options, sink, player);
}

}  // namespace tumen

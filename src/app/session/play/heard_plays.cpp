#include "app/session/play/heard_plays.hpp"

#include <algorithm>
#include <utility>

namespace tumen::app {

namespace {

constexpr double most_waiting = 8e6;  // [bytes] of them

double bytes_of(const ReplicateResult& result) {
    double bytes = sizeof result;
    for (const std::vector<DayReport>& days : result.cities)
        bytes += static_cast<double>(days.capacity() * sizeof(DayReport));
    return bytes;
}

}  // namespace

void HeardPlays::expect(const Experiment& experiment, std::size_t done) {
    order_ = planned_replicates(experiment);
    // Without days headlines are told while they are stored.
    if (done != heard_ || !waiting_.empty() || experiment.days == Days::left_out) give_up();
}

void HeardPlays::take(ReplicateResult result) {
    if (given_up_) return;
    const ReplicateKey key = key_of(result);
    if (heard_ == order_.size() || key != order_[heard_]) {
        waiting_bytes_ += bytes_of(result);
        waiting_.emplace(key, std::move(result));
        if (waiting_bytes_ > most_waiting) give_up();
        return;
    }
    hear_next(result);
    for (auto next = waiting_.begin();
         next != waiting_.end() && heard_ < order_.size() && next->first == order_[heard_];
         next = waiting_.erase(next)) {
        waiting_bytes_ -= bytes_of(next->second);
        hear_next(next->second);
    }
}

void HeardPlays::hear_next(const ReplicateResult& result) {
    hear_(result);
    ++heard_;
}

void HeardPlays::give_up() {
    given_up_ = true;
    waiting_.clear();
}

bool HeardPlays::are(const std::vector<ReplicateKey>& keys) const {
    return !given_up_ && waiting_.empty() && heard_ == keys.size() &&
           std::equal(keys.begin(), keys.end(), order_.begin());
}

}  // namespace tumen::app

#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "experiment/results.hpp"
#include "measures/headlines/headlines.hpp"

/// What a sweep came to: every headline at every point.
namespace tumen {

/// The mean over replicates of a headline at a point.
struct PointEstimate {
    std::size_t n = 0;
    double mean = 0;
    std::optional<Interval> interval;  // 95 %, of the mean; nothing for fewer than two values
};

/// Takes finished replicates of all points in any order.
class SweepBook {
  public:
    explicit SweepBook(const Experiment& experiment);
    void add(const ReplicateResult& result);

    const Experiment& experiment() const { return experiment_; }
    /// The headlines of the sweep; all points have the same campaign.
    const std::vector<Headline>& headlines() const { return tables_.front().headlines(); }
    /// The headline asked for, or the first that says what changed: its place among headlines().
    std::size_t chosen() const;
    std::size_t done(std::size_t point) const { return tables_[point].replicates(); }
    std::size_t failed(std::size_t point) const { return failed_[point]; }
    /// n is 0 where no replicate has a value.
    PointEstimate estimate(std::size_t point, std::size_t headline) const;
    const HeadlineTable& table(std::size_t point) const { return tables_[point]; }

  private:
    const Experiment& experiment_;
    std::vector<HeadlineTable> tables_;  // by point
    std::vector<std::size_t> failed_;    // by point
};

/// What the chosen headline does over the points, how many replicates failed, and which ranges go
/// beyond the evidence, in plain sentences.
std::vector<std::string> sweep_sentences(const SweepBook& book);

}  // namespace tumen

#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "experiment/results.hpp"
#include "experiment/source.hpp"
#include "measures/answers/compare.hpp"
#include "measures/headlines/headlines.hpp"

/// What a sweep came to: every headline at every point.
namespace tumen {

/// The mean over replicates of a headline at a point.
struct PointEstimate {
    std::size_t n = 0;
    double mean = 0;
    std::optional<Interval> interval;  // 95 %, of the mean; nothing for fewer than two values
};

/// What came of one point.
struct SweptPoint {
    std::uint32_t point = 0;
    std::size_t done = 0;
    std::size_t failed = 0;
    std::vector<PointEstimate> estimates;  // by headline; n is 0 where no replicate has a value
};

/// Takes finished replicates point by point and keeps what is said of all of them, so that memory
/// does not grow with the number of points.
class SweepBook {
  public:
    explicit SweepBook(const Experiment& experiment);
    /// A replicate of the point that end() is called for next.
    void add(const ReplicateResult& result);
    /// What the point came to; once for each, in their order.
    SweptPoint end(std::uint32_t point);

    const Experiment& experiment() const { return experiment_; }
    /// The headlines of the sweep: those that any of its points has.
    const std::vector<Headline>& headlines() const { return headlines_; }
    /// The headline asked for, or the first that says what changed: its place among headlines().
    std::size_t chosen() const { return chosen_; }
    /// Whether its lowest and its highest point differ on the same luck, by a 95 % interval;
    /// nothing where they are one, or one replicate alone was played.
    std::optional<bool> tells_apart() const;

  private:
    friend std::vector<std::string> sweep_sentences(const SweepBook& book);
    /// The point with the lowest or the highest mean so far.
    struct Extreme {
        std::uint32_t point = 0;
        PointEstimate estimate;
        std::map<std::uint32_t, double> values;  // by replicate
    };
    PointEstimate estimate(std::size_t headline) const;
    void look_for_extremes(std::uint32_t point, const PointEstimate& estimate);
    std::optional<PairedDifference> extremes_apart() const;
    std::string played_sentence() const;
    std::string extremes_sentence() const;

    const Experiment& experiment_;
    bool dates_;  // are varied, so that points may have headlines of their own
    std::vector<Headline> headlines_;
    std::size_t chosen_;
    std::map<std::uint32_t, std::vector<double>> rows_;  // of the open point, by replicate
    std::size_t failed_ = 0;                             // of it
    // Of all points so far.
    std::optional<Extreme> low_;
    std::optional<Extreme> high_;
    std::size_t points_ = 0;
    std::size_t fewest_ = 0;
    std::size_t most_ = 0;
    std::size_t all_failed_ = 0;
};

/// Reads a sweep into `book`, one point after another, and hands over what each came to.
std::optional<Diagnostic> read_sweep(ResultSource& results, SweepBook& book,
                                     const std::function<void(const SweptPoint&)>& take);

/// What the chosen headline does over the points, how many replicates failed, and which ranges go
/// beyond the evidence, in plain sentences.
std::vector<std::string> sweep_sentences(const SweepBook& book);

}  // namespace tumen

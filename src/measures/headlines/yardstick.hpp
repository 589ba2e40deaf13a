#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <vector>

#include "experiment/results.hpp"
#include "measures/headlines/headlines.hpp"
#include "measures/headlines/trajectory.hpp"

/// The yardstick of a scenario is the same one without its campaign: no drives, oath drives,
/// sweeps, meetings, peaks and schedules. Played on the same draw and luck, it says what would have
/// been on the same days.
namespace tumen {

/// Nothing where the scenario has no campaign.
std::optional<Scenario> without_campaign(const Scenario& scenario);

/// A yardstick for each point that has a campaign, behind the points that are there; points whose
/// yardsticks would be equal share one, and a point that is that scenario already serves as one.
void add_yardsticks(Experiment& experiment);

/// The points that were asked for: all but those that were added as yardsticks. These stand last.
std::uint32_t points_asked(const Experiment& experiment);

/// Brings replicates of points together with those of their yardsticks, which may come in any
/// order.
class YardstickGate {
  public:
    explicit YardstickGate(const Experiment& experiment);

    /// Called with a finished replicate of a point and the days of its yardstick; null where the
    /// point has none.
    using Ready = std::function<void(const ReplicateResult&, const Trajectory* yardstick)>;
    void add(const ReplicateResult& result, const Ready& ready);

    /// Replicates of points that failed, or whose yardstick did.
    std::size_t failed() const { return failed_; }

  private:
    struct Pending {
        std::vector<ReplicateResult> waiting;            // of points, for their yardsticks
        std::map<std::uint32_t, Trajectory> yardsticks;  // by point
        std::map<std::uint32_t, bool> arrived;           // by point: whether it is done
    };
    void arrive(const ReplicateResult& result, Pending& pending);
    void let_pass(Pending& pending, const Ready& ready);

    const Experiment& experiment_;
    bool paired_;                               // whether any point has a yardstick
    std::map<std::uint32_t, Pending> pending_;  // by replicate
    std::size_t failed_ = 0;
};

/// The headlines of one point of an experiment, against its yardstick where it has one.
class HeadlineBook {
  public:
    HeadlineBook(const Experiment& experiment, std::uint32_t point);
    void add(const ReplicateResult& result);  // of any point
    const HeadlineTable& table() const { return table_; }
    std::size_t failed() const { return gate_.failed(); }

  private:
    std::uint32_t point_;
    std::optional<std::uint32_t> yardstick_;
    HeadlineTable table_;
    YardstickGate gate_;
};

}  // namespace tumen

#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "belief/prior/prior.hpp"
#include "experiment/results.hpp"
#include "scenario/scenario.hpp"

/// What could be known on a date: a scenario without what was to come, and which of its events and
/// values were only told later.
namespace tumen {

/// Whether what rests on later sources alone is kept ("seen beforehand"), or taken out: events are
/// dropped, values widened to all that the evidence leaves open.
enum class Hindsight : std::uint8_t { kept, taken_out };
std::string_view name_of(Hindsight hindsight);

struct KnownScenario {
    Scenario scenario;
    std::vector<std::string> dropped;  // events of later days, by label
    std::vector<std::string> seen;     // earlier ones of which no source is dated by then
};

/// The scenario as it could be written on `date`. Events that begin later are dropped. A schedule
/// in force stays in force; a drive keeps the deadline that was announced; sweeps, oath drives and
/// peaks under way end with the day, and peaks that came in two years or more on the same days come
/// every year.
KnownScenario known_by(const Scenario& scenario, Date date, Hindsight hindsight);

/// The parameters with a prior of which at least one source is dated later.
std::vector<std::string> told_later(const Priors& priors, Date date);

/// The draw with these values drawn anew, evenly over all that the evidence leaves open (over its
/// logarithm where the ledger says so), so that the point can be played. Nothing where a hundred
/// trials find nothing that can be played.
std::optional<ReplicateDraw> widened(const Point& point, const ReplicateDraw& draw,
                                     const std::vector<std::string>& parameters,
                                     std::uint64_t seed);

}  // namespace tumen

#pragma once
#include <cstdint>

#include "model/play.hpp"
#include "model/schedule.hpp"
#include "model/state/world.hpp"

/// The parts of a play, for whoever begins or ends it elsewhere than at its first and last day.
namespace tumen {

/// Makes the city one of that simulation, whose plan has the same one: its zones are that
/// simulation's.
void settle_zones(const Simulation& simulation, std::size_t which, City& city);

/// Plays the city from the morning of one day to that of another, and adds what its days report.
/// Yes: asked to stop, and stopped. Days of which counts alone are observed are not chained.
bool play_days(City& city, std::int32_t from, std::int32_t to, Executor& executor,
               const PlayOptions& options, CityResult& result, Observed observed = Observed::all);

/// Closes the chain of days by the city's final state.
void close(const City& city, Executor& executor, CityResult& result);

}  // namespace tumen

#pragma once
#include <string>
#include <vector>

#include "experiment/extension.hpp"
#include "store/rows/experiment_rows.hpp"

/// Stored results become those of an experiment that asks for more. Within a transaction of the
/// caller; throws Failure.
namespace tumen {

/// Where the points of `held` are among those of `wanted`, which takes over the headlines that are
/// there. An error lists in what the two differ. `others` are hashes of scenarios of `held` that
/// the file has otherwise.
Expected<PointPlaces, std::vector<std::string>> take_over(const Experiment& held,
                                                          const OtherHashes& others,
                                                          Experiment& wanted);

/// What the file is asked for from now on: points in the order of `wanted`, whose stored ones lie
/// at `places`, with its design and headlines. Replicates keep their rows, under the new numbers of
/// their points; headlines that are new are measured from their days.
void extend(Database& database, const StoredExperiment& stored, const PointPlaces& places,
            const Experiment& wanted);

/// Whether `wanted` has a design, points or headlines that are not stored so.
bool is_extension(const StoredExperiment& stored, const PointPlaces& places,
                  const Experiment& wanted);

}  // namespace tumen

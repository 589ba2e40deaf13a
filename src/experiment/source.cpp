#include "experiment/source.hpp"

#include <algorithm>
#include <iterator>

namespace tumen {

const ReplicateDraw* draw_of(const Experiment& experiment, std::uint32_t replicate) {
    const auto found = std::lower_bound(
        experiment.draws.begin(), experiment.draws.end(), replicate,
        [](const ReplicateDraw& draw, std::uint32_t number) { return draw.replicate < number; });
    return found != experiment.draws.end() && found->replicate == replicate ? &*found : nullptr;
}

std::vector<ReplicateKey> planned_replicates(const Experiment& experiment) {
    std::vector<ReplicateKey> keys;
    keys.reserve(experiment.replicates.size() * experiment.points.size());
    for (const std::uint32_t replicate : experiment.replicates) {
        for (std::uint32_t point = 0; point < experiment.points.size(); ++point) {
            keys.push_back({replicate, point});
        }
    }
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

std::vector<ReplicateKey> missing_replicates(const ResultSource& source) {
    const std::vector<ReplicateKey> planned = planned_replicates(source.experiment());
    const std::vector<ReplicateKey>& held = source.replicates();
    std::vector<ReplicateKey> missing;
    std::set_difference(planned.begin(), planned.end(), held.begin(), held.end(),
                        std::back_inserter(missing));
    return missing;
}

}  // namespace tumen

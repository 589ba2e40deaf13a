#include "scenario/fingerprint/fingerprint.hpp"

#include "base/executor.hpp"
#include "model/play.hpp"
#include "scenario/evidence/ledger.hpp"

namespace tumen {

namespace {

constexpr std::uint64_t seed = 1;

}  // namespace

Hash fingerprint_of(const Scenario& scenario) {
    const Simulation simulation(scenario.plan);
    SerialExecutor executor;
    std::vector<Hash> cities;
    cities.reserve(scenario.plan.cities.size());
    for (std::size_t city = 0; city < scenario.plan.cities.size(); ++city)
        cities.push_back(simulation.play(seed, 1, city, executor).state_hash);
    return replicate_hash(cities);
}

Hash fingerprint_of(const std::vector<Hash>& plays) {
    ByteForm form;
    const Parameters start = starting_values();
    for (const ParameterRef ref : parameter_refs())
        form.add(get(start, ref));
    for (const Hash& play : plays)
        form.add(play);
    return form.hash();
}

}  // namespace tumen

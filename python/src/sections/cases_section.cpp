#include <pybind11/stl.h>

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "base/executor.hpp"
#include "base/hash.hpp"
#include "model/diary.hpp"
#include "model/play.hpp"
#include "model/state/world.hpp"
#include "scenario/scenario.hpp"
#include "sections/sections.hpp"

namespace py = pybind11;

namespace tumen::python {

namespace {

/// City, household, member, day, ward from 0, event, outcome.
using Step = std::tuple<std::size_t, std::uint32_t, int, std::int32_t, std::size_t, std::string,
                        std::string>;

bool is_of_a_case(DiaryEvent event) {
    switch (event) {
        case DiaryEvent::searched:
        case DiaryEvent::caught:
        case DiaryEvent::settled:
        case DiaryEvent::promise_broken:
        case DiaryEvent::arrested:
        case DiaryEvent::ransomed:
        case DiaryEvent::sentenced:
        case DiaryEvent::released:
            return true;
        default:
            return false;
    }
}

std::size_t ward_of(const City& city, std::uint32_t household) {
    const auto after = std::upper_bound(
        city.wards.begin(), city.wards.end(), household,
        [](std::uint32_t one, const Ward& ward) { return one < ward.first_household; });
    return static_cast<std::size_t>(after - city.wards.begin()) - 1;
}

Hash add_steps(const Simulation& simulation, std::uint64_t seed, std::uint32_t replicate, std::size_t city,
               std::vector<Step>& steps) {
    SerialExecutor executor;
    Diary diary = Diary::of_everybody();
    City built;
    PlayOptions options;
    options.diary = &diary;
    options.city = &built;
    const CityResult result = simulation.play(seed, replicate, city, executor, options);
    for (const DiaryEntry& entry : diary.entries()) {
        if (entry.day < 0 || !is_of_a_case(entry.event)) continue;
        steps.emplace_back(city, entry.household, entry.member, entry.day,
                           ward_of(built, entry.household), row_of(entry.event).name,
                           entry.outcome);
    }
    return result.state_hash;
}

/// The replicate, played once more with a diary of everybody: its hash, and what happened to those
/// who were caught, in the order of cities, then as it was written.
std::pair<std::string, std::vector<Step>> case_steps(const Scenario& scenario, std::uint64_t seed,
                                                     std::uint32_t replicate) {
    const py::gil_scoped_release released;
    const Simulation simulation(scenario.plan);
    std::vector<Step> steps;
    std::vector<Hash> hashes;
    for (std::size_t city = 0; city < scenario.plan.cities.size(); ++city)
        hashes.push_back(add_steps(simulation, seed, replicate, city, steps));
    return {hex(replicate_hash(hashes)), std::move(steps)};
}

}  // namespace

void bind_cases(py::module_& module) {
    module.def("case_steps", case_steps, py::kw_only(), py::arg("scenario"), py::arg("seed"),
               py::arg("replicate"));
}

}  // namespace tumen::python

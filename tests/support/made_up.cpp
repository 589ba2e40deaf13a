#include "support/made_up.hpp"

#include <algorithm>
#include <stdexcept>

#include "base/text.hpp"
#include "experiment/failure.hpp"
#include "scenario/assembly/read_scenario.hpp"
#include "scenario/text/files.hpp"

namespace tumen::test {

Scenario small_scenario(const std::string& name, const std::string& more) {
    const std::string text = "name = \"" + name +
                             "\"\ntitle = \"Small\"\nquestion = \"Does it work?\"\n" +
                             "start = 2020-09-01\ndays = 40\n" + more +
                             "\n[[city]]\nname = \"upper\"\nlabel = \"Upper\"\nresidents = 3000\n"
                             "[[city]]\nname = \"lower\"\nlabel = \"Lower\"\nresidents = 1000\n"
                             "[[hand_in_drive]]\nfrom = 2020-09-21\nto = 2020-09-30\n"
                             "forgiveness = \"promised\"\n";
    const auto scenario =
        read_scenario(ScenarioText{name, name + ".toml", text, Place::embedded}, EmbeddedFiles());
    if (!scenario) throw std::logic_error(describe(scenario.error().front()));
    return *scenario;
}

Experiment small_experiment(std::uint32_t points, std::uint32_t replicates) {
    Experiment experiment;
    experiment.kind = points > 1 ? ExperimentKind::sweep : ExperimentKind::run;
    experiment.name = "small";
    experiment.command = "tumen run small";
    experiment.seed = 7;
    for (std::uint32_t point = 0; point < points; ++point) {
        const double fee = 0.2 + 0.01 * point;
        Scenario scenario =
            small_scenario("small", "[parameters]\nfee_base = " + shortest(fee) + "\n");
        experiment.points.push_back({"fee_base=" + shortest(fee),
                                     std::move(scenario),
                                     {{"fee_base", fee}, {"aversion_spread", 0.5}}});
    }
    for (std::uint32_t replicate = 1; replicate <= replicates; ++replicate) {
        experiment.replicates.push_back(replicate);
    }
    return experiment;
}

CityResult made_up_city(const Experiment& experiment, const CityTask& task) {
    CityResult result;
    result.adults = 1000 + task.replicate;
    ByteForm form;
    for (const std::uint64_t part :
         {std::uint64_t{task.point}, std::uint64_t{task.replicate}, task.city}) {
        form.add(part);
    }
    result.state_hash = form.hash();
    const auto days = static_cast<std::size_t>(experiment.points[task.point].scenario.plan.days);
    for (std::size_t day = 0; day < days; ++day) {
        DayReport& report = result.days.emplace_back();
        for (std::size_t i = 0; i < count_total; ++i) {
            report.counts[i] =
                static_cast<std::int64_t>(i * 1000 + day * 10 + task.replicate + task.city);
        }
        for (std::size_t i = 0; i < quantity_total; ++i) {
            report.quantities[i] = 0.1 * static_cast<double>(i + 1) + static_cast<double>(day) / 3;
        }
    }
    return result;
}

ReplicateResult made_up_result(const Experiment& experiment, ReplicateKey key) {
    ReplicateResult result;
    result.point = key.point;
    result.replicate = key.replicate;
    result.seed = experiment.seed;
    result.seconds = 0.25;
    const std::size_t cities = experiment.points[key.point].scenario.plan.cities.size();
    for (std::size_t city = 0; city < cities; ++city) {
        CityResult played = made_up_city(experiment, {key.point, key.replicate, city});
        result.city_hashes.push_back(played.state_hash);
        result.adults.push_back(played.adults);
        result.cities.push_back(std::move(played.days));
    }
    result.state_hash = replicate_hash(result.city_hashes);
    return result;
}

CityResult MadeUpPlayer::play(const CityTask& task, Executor& executor,
                              const PlayOptions& options) {
    if (before) before(task, executor, options);
    CityResult result = made_up_city(experiment_, task);
    if (options.stop != nullptr && (*options.stop)()) result.days.resize(1);
    return result;
}

MemorySource::MemorySource(Experiment experiment, std::vector<ReplicateResult> all)
    : results(std::move(all)), experiment_(std::move(experiment)) {
    for (const ReplicateResult& result : results)
        keys_.push_back(key_of(result));
    std::sort(keys_.begin(), keys_.end());
}

Expected<ReplicateResult, Diagnostic> MemorySource::read(ReplicateKey key) {
    for (const ReplicateResult& result : results) {
        if (key_of(result) == key) return result;
    }
    return diagnostic("no such replicate", "");
}

}  // namespace tumen::test

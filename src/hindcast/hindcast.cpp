#include "hindcast/hindcast.hpp"

#include <algorithm>

#include "belief/likelihood.hpp"
#include "belief/making.hpp"
#include "experiment/draws.hpp"

namespace tumen {

Scenario with_cities_of_size(Scenario scenario, double size) {
    for (CityPlan& city : scenario.plan.cities)
        city.residents *= size;
    return scenario;
}

CutOff cut_off(const Scenario& scenario, Date date, Hindsight hindsight, const Priors& priors) {
    return {date, hindsight, known_by(scenario, date, hindsight), told_later(priors, date), {}};
}

std::vector<std::uint32_t> to_play(const CutOff& cut, const HindcastSettings& settings) {
    std::vector<std::uint32_t> numbers;
    for (std::uint32_t number = 1; number <= settings.draws; ++number) {
        if (cut.plays.count(number) == 0) numbers.push_back(number);
    }
    return numbers;
}

Expected<Experiment, Diagnostic> experiment_of(const CutOff& cut, const HindcastSettings& settings,
                                               const Priors& priors,
                                               const std::vector<std::uint32_t>& numbers) {
    Experiment experiment;
    experiment.kind = ExperimentKind::check;
    experiment.name = "hindcast";
    experiment.seed = settings.seed;
    experiment.replicates = numbers;
    Point& point = experiment.points.emplace_back(
        Point{iso(cut.date), with_cities_of_size(cut.known.scenario, settings.size), {}});
    point.held = held_by(point.scenario);
    if (cut.hindsight == Hindsight::taken_out) {
        std::erase_if(point.held, [&](const std::string& name) {
            return std::find(cut.told_later.begin(), cut.told_later.end(), name) !=
                   cut.told_later.end();
        });
    }
    for (const std::uint32_t number : numbers) {
        auto drawn =
            replicate_draw(priors, ledger_likelihood(), settings.seed, 1, {number, 0}, number);
        if (!drawn) return drawn.error();
        if (cut.hindsight == Hindsight::taken_out)
            *drawn = widened(point, *std::move(drawn), cut.told_later, settings.seed);
        experiment.draws.push_back(*std::move(drawn));
    }
    return experiment;
}

Hash play_key(const CutOff& cut, const HindcastSettings& settings, const Priors& priors,
              const Targets& targets, const std::vector<std::size_t>& asked,
              std::string_view fingerprint) {
    ByteForm form;
    form.add(hash_of(fingerprint));
    form.add(settings.seed);
    form.add(settings.size);
    form.add(prior_hash(priors));
    form.add(ledger_likelihood().hash());
    form.add(scenario_hash(cut.known.scenario));
    form.add(static_cast<std::uint64_t>(cut.hindsight));
    if (cut.hindsight == Hindsight::taken_out) {
        for (const std::string& name : cut.told_later)
            form.add(hash_of(name));
    }
    for (const std::size_t place : asked) {
        const TargetQuestion& question = targets.targets[place].question;
        form.add(hash_of(
            statistic_of(targets.series[question.series], question, cut.known.scenario.start)));
        for (const std::string& city : question.cities)
            form.add(hash_of(city));
    }
    return form.hash();
}

}  // namespace tumen

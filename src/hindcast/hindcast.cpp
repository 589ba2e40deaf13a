#include "hindcast/hindcast.hpp"

#include <algorithm>
#include <cmath>

#include "belief/likelihood/likelihood.hpp"
#include "belief/making/making.hpp"
#include "experiment/draws.hpp"

namespace tumen {

Scenario with_cities_of_size(Scenario scenario, double size) {
    for (CityPlan& city : scenario.plan.cities)
        city.residents = std::max(std::round(city.residents * size), 1.0);
    return scenario;
}

CutOff cut_off(const Scenario& scenario, Date date, Hindsight hindsight, const Priors& priors) {
    return {date, hindsight, known_by(scenario, date, hindsight), told_later(priors, date), {}};
}

std::vector<CutsPlayedTogether> played_together(std::vector<CutOff>& cuts) {
    std::vector<CutsPlayedTogether> groups;
    CutsPlayedTogether kept;
    for (CutOff& cut : cuts) {
        if (cut.hindsight == Hindsight::kept) {
            kept.push_back(&cut);
        } else {
            groups.push_back({&cut});
        }
    }
    if (!kept.empty()) groups.insert(groups.begin(), std::move(kept));
    return groups;
}

std::vector<std::uint32_t> to_play(const CutsPlayedTogether& cuts,
                                   const HindcastSettings& settings) {
    std::vector<std::uint32_t> numbers;
    for (std::uint32_t number = 1; number <= settings.draws; ++number) {
        const bool played = std::all_of(cuts.begin(), cuts.end(), [&](const CutOff* cut) {
            return cut->plays.count(number) > 0;
        });
        if (!played) numbers.push_back(number);
    }
    return numbers;
}

namespace {

Experiment points_of(const CutsPlayedTogether& cuts, const HindcastSettings& settings) {
    Experiment experiment;
    experiment.kind = ExperimentKind::check;
    experiment.name = "hindcast";
    experiment.seed = settings.seed;
    for (const CutOff* cut : cuts) {
        Point& point = experiment.points.emplace_back(
            Point{iso(cut->date), with_cities_of_size(cut->known.scenario, settings.size), {}});
        point.held = held_by(point.scenario);
    }
    // What is widened is not held. It is another list on each date, so such forecasts have draws of
    // their own and are played alone.
    const CutOff& first = *cuts.front();
    if (first.hindsight == Hindsight::taken_out) {
        std::erase_if(experiment.points.front().held, [&](const std::string& name) {
            return std::find(first.told_later.begin(), first.told_later.end(), name) !=
                   first.told_later.end();
        });
    }
    return experiment;
}

Expected<ReplicateDraw, Diagnostic> believed(const Experiment& experiment, const Priors& priors,
                                             std::uint32_t number) {
    auto drawn =
        replicate_draw(priors, ledger_likelihood(), experiment.seed, 1, {number, 0}, number);
    if (drawn) add_event_draws(*drawn, experiment.points, experiment.seed, number);
    return drawn;
}

}  // namespace

Expected<Experiment, Diagnostic> experiment_of(const CutsPlayedTogether& cuts,
                                               const HindcastSettings& settings,
                                               const Priors& priors,
                                               const std::vector<std::uint32_t>& numbers) {
    Experiment experiment = points_of(cuts, settings);
    experiment.replicates = numbers;
    const CutOff& first = *cuts.front();
    for (const std::uint32_t number : numbers) {
        auto drawn = believed(experiment, priors, number);
        if (!drawn) return drawn.error();
        if (first.hindsight == Hindsight::taken_out) {
            auto wide = widened(experiment.points.front(), *drawn, first.told_later, settings.seed);
            if (wide) drawn = *std::move(wide);
        }
        experiment.draws.push_back(*std::move(drawn));
    }
    return experiment;
}

Expected<std::vector<std::uint32_t>, Diagnostic> not_widened(CutOff& cut,
                                                             const HindcastSettings& settings,
                                                             const Priors& priors) {
    std::vector<std::uint32_t> left;
    if (cut.hindsight == Hindsight::kept) return left;
    const Experiment experiment = points_of({&cut}, settings);
    for (std::uint32_t number = 1; number <= settings.draws; ++number) {
        const auto drawn = believed(experiment, priors, number);
        if (!drawn) return drawn.error();
        if (!widened(experiment.points.front(), *drawn, cut.told_later, settings.seed))
            left.push_back(number);
    }
    return left;
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

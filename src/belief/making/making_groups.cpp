#include <algorithm>
#include <limits>
#include <map>

#include "belief/making/making.hpp"

namespace tumen {

namespace {

/// Runs by name and what they cost, as days; only for the order in which groups are played.
double days_of(const PlayGroup& group) {
    double days = 0;
    for (const auto& [name, scenario] : group.runs)
        days += scenario.plan.days + scenario.plan.parameters.population.warmup;
    return days;
}

/// Patterns that share a run, through any number of others, are one group: the name of the group's
/// first run by run.
std::map<std::string, std::string> joined(const std::vector<std::vector<std::string>>& together) {
    std::map<std::string, std::string> first;
    for (const auto& names : together) {
        for (const std::string& name : names)
            first.emplace(name, name);
        const std::string root = first.at(names.front());
        for (const std::string& name : names) {
            const std::string other = first.at(name);
            for (auto& [run, leads] : first) {
                if (leads == other) leads = root;
            }
        }
    }
    return first;
}

std::vector<std::string> runs_of(const Pattern& pattern) {
    std::vector<std::string> names;
    for (const MeasuredRun& run : runs_needed({measurement_of(pattern)}))
        names.push_back(name_of(run));
    return names;
}

}  // namespace

/// One group a set of runs that fitted patterns compare, then what is left.
void Making::group_runs(const std::vector<const Pattern*>& patterns) {
    std::vector<std::vector<std::string>> together;
    for (const PatternReading& one : likelihood_.patterns())
        together.push_back(runs_of(*one.pattern));
    const std::map<std::string, std::string> leads = joined(together);
    std::map<std::string, std::size_t> place_of;
    const auto group_of = [&](const Pattern& pattern) -> std::size_t {
        std::vector<std::size_t> places;
        for (const std::string& run : runs_of(pattern)) {
            const auto lead = leads.find(run);
            if (lead == leads.end()) return groups_.size() - 1;
            places.push_back(place_of.at(lead->second));
        }
        const bool one = std::count(places.begin(), places.end(), places.front()) ==
                         static_cast<std::ptrdiff_t>(places.size());
        return one ? places.front() : groups_.size() - 1;
    };
    for (const auto& names : together)
        place_of.emplace(leads.at(names.front()), place_of.size());
    groups_.resize(place_of.size() + 1);
    for (std::size_t place = 0; place < likelihood_.patterns().size(); ++place)
        groups_[group_of(*likelihood_.patterns()[place].pattern)].fitted.push_back(place);
    for (const Pattern* pattern : patterns)
        groups_[group_of(*pattern)].patterns.push_back(pattern);
}

/// (A value for the parameter alone would change nothing: a city knows how many live in it.)
Scenario with_residents(Scenario scenario, double residents) {
    if (!(residents > 0)) return scenario;
    for (CityPlan& city : scenario.plan.cities)
        city.residents = residents;
    return with_values(std::move(scenario), {{"residents", residents}});
}

std::optional<Diagnostic> Making::load_runs(const LoadScenario& load) {
    for (PlayGroup& group : groups_) {
        auto runs = scenarios_of(runs_needed(measurements_of(group.patterns)), load);
        if (!runs) return runs.error();
        for (auto& [name, scenario] : *runs) {
            group.runs.emplace_back(std::move(name),
                                    with_residents(std::move(scenario), settings_.residents));
        }
    }
    // What says most for each day played comes first, so that fewest go on to what is dear.
    std::stable_sort(groups_.begin(), groups_.end() - 1,
                     [](const PlayGroup& one, const PlayGroup& other) {
                         return static_cast<double>(one.fitted.size()) * days_of(other) >
                                static_cast<double>(other.fitted.size()) * days_of(one);
                     });
    if (groups_.back().patterns.empty()) groups_.pop_back();
    return std::nullopt;
}

Expected<Making, Diagnostic> Making::plan(const MakingSettings& settings, const Priors& priors,
                                          Likelihood likelihood,
                                          const std::vector<const Pattern*>& patterns,
                                          const LoadScenario& load) {
    Making making(settings, priors, std::move(likelihood));
    making.group_runs(patterns);
    if (auto problem = making.load_runs(load)) return *std::move(problem);
    for (auto& phase : making.taken_)
        phase.resize(making.groups_.size());
    making.start_over();
    return making;
}

void Making::start_over() {
    going_on_.clear();
    for (std::uint32_t number = 1; number <= settings_.candidates; ++number)
        going_on_.push_back(number);
    carried_.assign(settings_.candidates, 0);
    pareto_ = -std::numeric_limits<double>::infinity();
}

Making Making::supposing(std::uint32_t truth) const {
    Making other = *this;
    other.likelihood_ =
        likelihood_.observing(fitted_values(Phase::truth, truth), luck(), settings_.seed + truth);
    other.start_over();
    return other;
}

Hash Making::key(std::string_view fingerprint) const {
    ByteForm form;
    form.add(hash_of(fingerprint));
    form.add(settings_.seed);
    form.add(settings_.residents);
    form.add(prior_hash(*priors_));
    for (const PlayGroup& group : groups_) {
        for (const auto& [name, scenario] : group.runs)
            form.add(scenario_hash(scenario));
        for (const Pattern* pattern : group.patterns)
            form.add(hash_of(pattern->test.statistic));
    }
    for (const auto& weights : likelihood_.rule_weights()) {
        for (const double weight : weights)
            form.add(weight);
    }
    return form.hash();
}

}  // namespace tumen

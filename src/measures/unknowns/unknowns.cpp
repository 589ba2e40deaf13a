#include "measures/unknowns/unknowns.hpp"

#include "base/text.hpp"
#include "scenario/assembly/read_scenario.hpp"
#include "scenario/text/files.hpp"

namespace tumen {

namespace {

/// Share of households with a working phone at the start, where the shares of smugglers and of
/// families with kin abroad are `factor` times what they are.
double phone_share(const PopulationParameters& p, double factor) {
    const double smugglers = factor * p.smuggler_households;
    const double with_kin = factor * p.kin_abroad;
    const auto held = [&](Role role) { return p.phone_share[index_of(role)]; };
    return p.broker_households * held(Role::broker) + smugglers * held(Role::smuggler) +
           (1 - p.broker_households - smugglers) * with_kin * held(Role::family);
}

/// Smugglers and families grow or shrink together; brokers, an unknown of their own, stay.
void set_phone_share(Plan& plan, double share) {
    PopulationParameters& p = plan.parameters.population;
    double low = 0;
    double high = 0.9 / (p.smuggler_households + p.kin_abroad);
    for (int step = 0; step < 100; ++step) {
        const double middle = (low + high) / 2;
        (phone_share(p, middle) < share ? low : high) = middle;
    }
    p.smuggler_households *= low;
    p.kin_abroad *= low;
}

void set_brokers(Plan& plan, double count) {
    PopulationParameters& p = plan.parameters.population;
    double residents = 0;
    for (const CityPlan& city : plan.cities) {
        residents += city.residents;
    }
    p.broker_households = count / (residents / p.household_size);
}

/// As certain of the mean as before: the two shapes of the distribution add up to the same.
void set_belief(Plan& plan, double mean) {
    PopulationParameters& p = plan.parameters.population;
    const double weight = p.belief_alpha + p.belief_beta;
    p.belief_alpha = mean * weight;
    p.belief_beta = (1 - mean) * weight;
}

/// Ways to set more than one parameter.
struct Way {
    std::string_view id;
    void (*set)(Plan& plan, double value);
};
constexpr Way ways[] = {
    {"phone_share", set_phone_share}, {"brokers", set_brokers}, {"belief", set_belief}};

std::string name_of(const Unknown& unknown, double value) {
    return std::string(unknown.id) + " = " + shortest(value);
}

/// What is wrong with a scenario whose values were changed: as a file it would be refused for it.
std::optional<Diagnostic> problem_of(const Scenario& scenario) {
    const ScenarioText text{scenario.name, scenario.name, write_scenario(scenario),
                            Place::embedded};
    ReadOptions options;
    options.beyond_evidence = BeyondEvidence::listed;
    const auto read = read_scenario(text, EmbeddedFiles(), options);
    if (read) return std::nullopt;
    return read.error().front();
}

std::optional<double> mean_of(const std::vector<double>& values) {
    if (values.empty()) return std::nullopt;
    return mean(values);
}

}  // namespace

std::span<const Unknown> unknowns() {
    return unknown_rows();
}

void apply(const Unknown& unknown, Plan& plan, double value) {
    if (const auto ref = find_parameter(unknown.sets)) return set(plan.parameters, *ref, value);
    for (const Way& way : ways) {
        if (way.id == unknown.sets) way.set(plan, value);
    }
}

Experiment unknowns_experiment(Experiment experiment, const Scenario& scenario,
                               std::vector<ImpossibleValue>& impossible) {
    experiment.kind = ExperimentKind::sensitivity;
    experiment.points.clear();
    for (const Unknown& unknown : unknowns()) {
        for (const double value : unknown.values) {
            Point point{name_of(unknown, value), scenario, {}};
            apply(unknown, point.scenario.plan, value);
            if (auto problem = problem_of(point.scenario)) {
                impossible.push_back({std::move(point.name), *std::move(problem)});
            } else {
                experiment.points.push_back(std::move(point));
            }
        }
    }
    return experiment;
}

UnknownsBook::UnknownsBook(const Experiment& experiment) {
    for (const Point& point : experiment.points) {
        names_.push_back(point.name);
        tables_.emplace_back(point.scenario);
    }
}

std::vector<UnknownResult> UnknownsBook::results() const {
    std::vector<UnknownResult> results;
    std::size_t point = 0;
    for (const Unknown& unknown : unknowns()) {
        for (const double value : unknown.values) {
            if (point == names_.size() || names_[point] != name_of(unknown, value)) continue;
            const HeadlineTable& table = tables_[point++];
            UnknownResult& result = results.emplace_back();
            result.unknown = &unknown;
            result.value = value;
            result.replicates = table.replicates();
            result.ratio = picture_ratio(table);
            if (result.ratio) {
                result.official = mean_of(table.column(result.ratio->official));
                result.changed = mean_of(table.column(result.ratio->changed));
            }
        }
    }
    return results;
}

}  // namespace tumen

#include "measures/unknowns.hpp"

#include "base/text.hpp"

namespace tumen {

namespace {

// Evenly spaced on a logarithmic scale where the prior is log-uniform.
constexpr double phone_shares[] = {0.005, 0.01, 0.02, 0.04, 0.08, 0.15};
constexpr double brokers[] = {50, 90, 165, 300, 550, 1000};
constexpr double beliefs[] = {0.1, 0.2, 0.3, 0.4, 0.5};
constexpr double breaches[] = {0, 0.15, 0.3, 0.45, 0.6};
constexpr double detections[] = {0.001, 0.0022, 0.0048, 0.01, 0.023, 0.05};

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

void set_breach(Plan& plan, double probability) {
    plan.parameters.hand_in.promise_breach = probability;
}

void set_detection(Plan& plan, double probability) {
    plan.parameters.noticing.detection = probability;
}

constexpr Unknown all[] = {
    {"phone_households", "Share of households with a working foreign phone", "share",
     "smuggler_households and kin_abroad times one factor; brokers as they are", phone_shares,
     set_phone_share},
    {"brokers", "Brokers in the city", "people", "broker_households", brokers, set_brokers},
    {"belief", "Mean belief that forgiveness is honoured", "share",
     "belief_alpha and belief_beta, their sum kept", beliefs, set_belief},
    {"breach", "Share of promises that are broken", "probability", "promise_breach", breaches,
     set_breach},
    {"detection", "Chance that a call is picked up", "probability", "detection", detections,
     set_detection},
};

std::optional<double> mean_of(const std::vector<double>& values) {
    if (values.empty()) return std::nullopt;
    return mean(values);
}

}  // namespace

std::span<const Unknown> unknowns() {
    return all;
}

Experiment unknowns_experiment(Experiment experiment, const Scenario& scenario) {
    experiment.kind = ExperimentKind::sensitivity;
    experiment.points.clear();
    for (const Unknown& unknown : all) {
        for (const double value : unknown.values) {
            Point point{std::string(unknown.id) + " = " + shortest(value), scenario, {}};
            unknown.apply(point.scenario.plan, value);
            experiment.points.push_back(std::move(point));
        }
    }
    return experiment;
}

UnknownsBook::UnknownsBook(const Experiment& experiment) {
    for (const Point& point : experiment.points) {
        tables_.emplace_back(point.scenario.plan);
    }
}

std::vector<UnknownResult> UnknownsBook::results() const {
    std::vector<UnknownResult> results;
    auto table = tables_.begin();
    for (const Unknown& unknown : all) {
        for (const double value : unknown.values) {
            UnknownResult& result = results.emplace_back();
            result.unknown = &unknown;
            result.value = value;
            result.replicates = table->replicates();
            result.ratio = picture_ratio(*table);
            if (result.ratio) {
                result.official = mean_of(table->column(result.ratio->official));
                result.changed = mean_of(table->column(result.ratio->changed));
            }
            ++table;
        }
    }
    return results;
}

}  // namespace tumen

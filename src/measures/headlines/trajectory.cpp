#include "measures/headlines/trajectory.hpp"

#include <algorithm>

#include "rules/population.hpp"

namespace tumen {

namespace {

/// Adds a city's day to the sum of all; `weight` is its share of the residents.
void add(DayReport& total, const DayReport& city, double weight) {
    for (std::size_t i = 0; i < count_total; ++i) {
        total.counts[i] += city.counts[i];
    }
    for (std::size_t i = 0; i < quantity_total; ++i) {
        const bool is_level = observable_rows()[count_total + i].measure == Measure::level;
        total.quantities[i] += is_level ? weight * city.quantities[i] : city.quantities[i];
    }
}

}  // namespace

std::vector<DayReport> total_of_cities(const Plan& plan,
                                       std::span<const std::vector<DayReport>> cities) {
    double residents = 0;
    for (const CityPlan& city : plan.cities) {
        residents += city.residents;
    }
    std::vector<DayReport> total(static_cast<std::size_t>(plan.days));
    for (std::size_t c = 0; c < cities.size(); ++c) {
        const double weight = plan.cities[c].residents / residents;
        for (std::size_t day = 0; day < total.size(); ++day) {
            add(total[day], cities[c][day], weight);
        }
    }
    return total;
}

Campaign campaign_of(const Plan& plan) {
    bool there = false;   // something that is a campaign whatever else there is
    bool begins = false;  // ... and within the run
    bool alone = false;   // something that is taken for one, within the run
    each_event(plan, [&](EventKind kind, std::size_t, const auto& event) {
        const bool in_time = event_days(event).first < plan.days;
        const Campaigns campaigns = row_of(kind).campaigns;
        there = there || campaigns == Campaigns::always;
        begins = begins || (campaigns == Campaigns::always && in_time);
        alone = alone || (campaigns == Campaigns::alone && in_time);
    });
    return (there ? begins : alone) ? Campaign::drive : Campaign::none;
}

CampaignDates campaign_dates(const Plan& plan) {
    CampaignDates dates{campaign_of(plan), campaign_window(plan), {}, {}, {}};
    const auto add = [&](std::vector<DaySpan>& spans, std::int32_t first, std::int32_t last) {
        if (first < plan.days) spans.push_back({first, std::min(last, plan.days - 1)});
    };
    for (const HandInDrive& drive : plan.hand_in_drives)
        add(dates.hand_in_drives, drive.first, drive.deadline);
    for (const OathDrive& drive : plan.oath_drives)
        add(dates.oath_drives, drive.first, drive.last);
    for (const Sweep& sweep : plan.sweeps)
        add(dates.sweeps, sweep.first, sweep.last);
    return dates;
}

Trajectory trajectory_of(const Plan& plan, std::span<const std::vector<DayReport>> cities) {
    Trajectory trajectory{total_of_cities(plan, cities), campaign_dates(plan)};
    for (const CityPlan& city : plan.cities) {
        Parameters own = plan.parameters;
        for (const OwnValue& value : city.values)
            set(own, value.parameter, value.value);
        PopulationParameters population = own.population;
        population.residents = city.residents;
        trajectory.residents += city.residents;
        trajectory.households += household_count(population);
    }
    return trajectory;
}

}  // namespace tumen

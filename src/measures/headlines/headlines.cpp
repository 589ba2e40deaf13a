#include "measures/headlines/headlines.hpp"

#include <algorithm>
#include <cmath>

#include "measures/headlines/evaluate.hpp"
#include "measures/numbers/confidence.hpp"

namespace tumen {

namespace {

constexpr std::int32_t left_behind = 14;  // [days] between the end of a campaign and of the run

bool applies(When when, const Plan& plan) {
    const bool drive = campaign_of(plan) == Campaign::drive;
    switch (when) {
        case When::hand_in_drive:
            return drive && !plan.hand_in_drives.empty();
        case When::oath_drive:
            return drive && !plan.oath_drives.empty();
        case When::campaign:
            return drive;
        case When::campaign_left_behind:
            return drive && campaign_window(plan).last < plan.days - left_behind;
        case When::calm:
            return !drive;
    }
    return false;
}

Headline headline_of(const HeadlineRow& row) {
    return {std::string(row.id),
            std::string(row.label),
            std::string(row.unit),
            std::string(row.explanation),
            std::string(row.statistic),
            row.side,
            row.smallest,
            row.against,
            std::string(row.instead_of)};
}

Headline headline_of(const OwnHeadline& own) {
    return {own.id,        own.label,  own.unit, "Asked for by this scenario: " + own.statistic,
            own.statistic, Side::other};
}

std::vector<Statistic> statistics_of(const std::vector<Headline>& headlines) {
    std::vector<Statistic> statistics;
    statistics.reserve(headlines.size());
    for (const Headline& one : headlines)
        statistics.push_back(*parse_statistic(one.statistic));  // checked when it was read
    return statistics;
}

std::vector<double> values_of(const std::vector<Statistic>& statistics, const Trajectory& run,
                              std::span<const Trajectory* const> against = {}) {
    std::vector<double> values;
    values.reserve(statistics.size());
    for (const Statistic& statistic : statistics)
        values.push_back(evaluate(statistic, run, against).value_or(no_number));
    return values;
}

}  // namespace

std::vector<Headline> all_headlines() {
    std::vector<Headline> result;
    for (const HeadlineRow& row : headline_rows())
        result.push_back(headline_of(row));
    return result;
}

std::vector<Headline> headlines(const Plan& plan, OwnHeadlines own, Against against) {
    std::vector<Headline> result;
    for (const HeadlineRow& row : headline_rows()) {
        const bool readable = row.against == Against::nothing || against == Against::yardstick;
        if (readable && applies(row.when, plan)) result.push_back(headline_of(row));
    }
    for (const OwnHeadline& one : own)
        result.push_back(headline_of(one));
    return result;
}

std::vector<Headline> headlines(const Scenario& scenario) {
    return headlines(scenario.plan, scenario.headlines);
}

std::vector<double> headline_values(const Plan& plan,
                                    std::span<const std::vector<DayReport>> cities,
                                    OwnHeadlines own) {
    return values_of(statistics_of(headlines(plan, own)), trajectory_of(plan, cities));
}

std::vector<double> headline_values(const Scenario& scenario,
                                    std::span<const std::vector<DayReport>> cities) {
    return headline_values(scenario.plan, cities, scenario.headlines);
}

HeadlineTable::HeadlineTable(const Plan& plan, OwnHeadlines own, Against against)
    : plan_(plan),
      headlines_(tumen::headlines(plan, own, against)),
      statistics_(statistics_of(headlines_)) {}

void HeadlineTable::add(const ReplicateResult& result) {
    if (result.outcome == Outcome::failed) return;
    if (result.headlines.empty()) {
        rows_[result.replicate] = values_of(statistics_, trajectory_of(plan_, result.cities));
    } else if (result.headlines.size() == headlines_.size()) {  // else of another campaign
        rows_[result.replicate] = result.headlines;
    }
}

void HeadlineTable::add(const ReplicateResult& result, const Trajectory& yardstick) {
    if (result.outcome == Outcome::failed) return;
    const Trajectory* const against[] = {&yardstick};
    rows_[result.replicate] = values_of(statistics_, trajectory_of(plan_, result.cities), against);
}

std::vector<double> HeadlineTable::column(std::size_t headline) const {
    std::vector<double> values;
    for (const auto& [replicate, row] : rows_) {
        if (!std::isnan(row[headline])) values.push_back(row[headline]);
    }
    return values;
}

const Headline* HeadlineTable::headline(std::string_view id) const {
    const auto found = std::find_if(headlines_.begin(), headlines_.end(),
                                    [&](const Headline& one) { return one.id == id; });
    return found == headlines_.end() ? nullptr : &*found;
}

std::vector<double> HeadlineTable::column(std::string_view id) const {
    const Headline* found = headline(id);
    if (found == nullptr) return {};
    return column(static_cast<std::size_t>(found - headlines_.data()));
}

std::vector<HeadlineSummary> summarise(const HeadlineTable& table) {
    std::vector<HeadlineSummary> summaries;
    for (std::size_t i = 0; i < table.headlines().size(); ++i) {
        const std::vector<double> values = table.column(i);
        if (values.empty()) continue;
        summaries.push_back({table.headlines()[i], values.size(), mean(values), median(values),
                             middle(values, range_level), mean_interval(values, confidence_level)});
    }
    return summaries;
}

}  // namespace tumen

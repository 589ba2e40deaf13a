#include "hindcast/rivals.hpp"

#include <algorithm>
#include <cmath>

namespace tumen {

namespace {

double years_between(Date earlier, Date later) {
    return days_between(earlier, later) / days_a_calendar_year;
}

}  // namespace

Date middle_of(const DateSpan& span) {
    return plus_days(span.first, days_between(span.first, span.last) / 2);
}

std::optional<Component> persistence(const std::vector<EarlierReport>& reports, Date middle,
                                     double error, double yearly_change) {
    if (reports.empty()) return std::nullopt;
    std::vector<EarlierReport> in_order = reports;
    std::stable_sort(in_order.begin(), in_order.end(),
                     [](const auto& one, const auto& other) { return one.middle < other.middle; });
    double squares = yearly_change * yearly_change;
    double changes = 1;
    for (std::size_t i = 1; i < in_order.size(); ++i) {
        const double years = years_between(in_order[i - 1].middle, in_order[i].middle);
        const double change = in_order[i].value - in_order[i - 1].value;
        // Reports of the same time differ by their errors alone.
        if (years <= 0) continue;
        squares += change * change / std::max(years, 1.0);
        changes += 1;
    }
    const EarlierReport& last = in_order.back();
    const double ahead = std::max(years_between(last.middle, middle), 0.0);
    const double variance = last.error * last.error + error * error + ahead * squares / changes;
    return Component{1, last.value, std::sqrt(variance)};
}

std::optional<Component> linear_trend(const std::vector<EarlierReport>& reports, Date middle,
                                      double error) {
    const auto n = static_cast<double>(reports.size());
    if (reports.size() < 2) return std::nullopt;
    const Date start = reports.front().middle;
    double mean_time = 0;
    double mean_value = 0;
    double mean_variance = 0;
    for (const EarlierReport& one : reports) {
        mean_time += years_between(start, one.middle) / n;
        mean_value += one.value / n;
        mean_variance += one.error * one.error / n;
    }
    double times = 0;
    double products = 0;
    for (const EarlierReport& one : reports) {
        const double time = years_between(start, one.middle) - mean_time;
        times += time * time;
        products += time * (one.value - mean_value);
    }
    if (times <= 0) return std::nullopt;
    const double slope = products / times;
    double squares = mean_variance;  // what is left, with the reports' own variance as one more
    for (const EarlierReport& one : reports) {
        const double time = years_between(start, one.middle) - mean_time;
        const double off = one.value - mean_value - slope * time;
        squares += off * off;
    }
    const double time = years_between(start, middle) - mean_time;
    const double variance = error * error + squares / (n - 1) * (1 / n + time * time / times);
    return Component{1, mean_value + slope * time, std::sqrt(variance)};
}

}  // namespace tumen

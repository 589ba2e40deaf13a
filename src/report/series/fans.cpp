#include "report/series/fans.hpp"

#include <algorithm>
#include <array>

#include "measures/headlines/evaluate.hpp"
#include "measures/numbers/confidence.hpp"
#include "measures/numbers/statistics.hpp"

namespace tumen {

namespace {

constexpr std::size_t month = 30;  // [days] of the curves over thirty days
constexpr std::array<double, 5> levels = {range_low, 0.25, 0.5, 0.75, range_high};

std::vector<double> sums(std::span<const std::size_t> rows, const std::vector<DayReport>& days) {
    std::vector<double> values;
    values.reserve(days.size());
    for (const DayReport& day : days) {
        double sum = 0;
        for (const std::size_t row : rows)
            sum += day.value(row);
        values.push_back(sum);
    }
    return values;
}

std::vector<double> taken_as(Taken taken, std::vector<double> values) {
    if (taken == Taken::daily) return values;
    std::vector<double> out;
    double sum = 0;
    for (std::size_t day = 0; day < values.size(); ++day) {
        sum += values[day];
        if (taken == Taken::last_30_days && day >= month) sum -= values[day - month];
        const bool complete = taken == Taken::running_total || day + 1 >= month;
        out.push_back(complete ? sum : no_number);
    }
    return out;
}

void append(std::vector<std::vector<float>>& days, const std::vector<double>& values) {
    if (days.size() < values.size()) days.resize(values.size());
    for (std::size_t day = 0; day < values.size(); ++day)
        days[day].push_back(static_cast<float>(values[day]));
}

}  // namespace

std::vector<const Curve*> wanted_curves(const Plan& plan) {
    std::vector<const Curve*> wanted_ones;
    for (const Figure& figure : figures()) {
        if (wanted(figure, plan) == Wanted::no) continue;
        for (const std::string_view id : figure.curves) {
            const auto all = curves();
            wanted_ones.push_back(&*std::find_if(
                all.begin(), all.end(), [&](const Curve& curve) { return curve.id == id; }));
        }
    }
    return wanted_ones;
}

Fans::Fans(const Plan& plan) {
    for (const CityPlan& city : plan.cities)
        places_.push_back(city.name);
    if (plan.cities.size() > 1) places_.emplace_back("all");
    for (const Curve* curve : wanted_curves(plan)) {
        Fan fan{curve, {}, {}};
        for (const std::string_view column : curve->columns)
            fan.rows.push_back(observable_row(column));
        fan.days.resize(places_.size());
        fans_.push_back(std::move(fan));
    }
}

void Fans::add(const ReplicateResult& result) {
    for (Fan& fan : fans_) {
        std::vector<double> total;
        for (std::size_t city = 0; city < result.cities.size(); ++city) {
            const std::vector<double> values = sums(fan.rows, result.cities[city]);
            total.resize(values.size());
            for (std::size_t day = 0; day < values.size(); ++day)
                total[day] += values[day];
            append(fan.days[city], taken_as(fan.curve->taken, values));
        }
        const bool adds_up = fan.curve->measure != Measure::level;
        if (places_.size() > result.cities.size() && adds_up) {
            append(fan.days.back(), taken_as(fan.curve->taken, total));
        }
    }
}

std::vector<FanSeries> Fans::series() const {
    std::vector<FanSeries> all;
    for (std::size_t place = 0; place < places_.size(); ++place) {
        for (const Fan& fan : fans_) {
            if (fan.days[place].empty()) continue;
            FanSeries one{places_[place], fan.curve->id, {}, {}, {}, {}, {}};
            const std::array targets = {&one.q05, &one.q25, &one.q50, &one.q75, &one.q95};
            for (const std::vector<float>& day : fan.days[place]) {
                const std::vector<double> values =
                    sorted(std::vector<double>(day.begin(), day.end()));
                for (std::size_t i = 0; i < levels.size(); ++i) {
                    targets[i]->push_back(quantile(values, levels[i]));
                }
            }
            all.push_back(std::move(one));
        }
    }
    return all;
}

}  // namespace tumen

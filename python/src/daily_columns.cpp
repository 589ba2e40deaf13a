#include "daily_columns.hpp"

#include <algorithm>
#include <cstring>

#include "measures/headlines/trajectory.hpp"

namespace tumen::python {

namespace {

constexpr std::int64_t nanoseconds_a_day = 86'400'000'000'000;

std::int32_t code_of(std::vector<std::string>& names, const std::string& name) {
    const auto at = std::find(names.begin(), names.end(), name);
    if (at != names.end()) return static_cast<std::int32_t>(at - names.begin());
    names.push_back(name);
    return static_cast<std::int32_t>(names.size() - 1);
}

template <class Value>
void move_values(const Room<Value>& room, std::size_t from, std::size_t to, std::size_t count) {
    if (count > 0) std::memmove(room.begin() + to, room.begin() + from, count * sizeof(Value));
}

}  // namespace

DailyColumns::DailyColumns(const Experiment& experiment, std::vector<ReplicateKey> keys,
                           Cities cities)
    : points_(experiment.points), cities_(cities) {
    std::vector<std::string> city_names;
    std::vector<std::string> point_names;
    for (std::size_t i = 0; i < points_.size(); ++i) {
        point_names.push_back(points_.name(i));
        std::vector<std::int32_t>& codes = city_codes_.emplace_back();
        for (const CityPlan& city : points_.outline(i).plan.cities)
            codes.push_back(code_of(city_names, city.name));
    }
    city_names_ = std::make_shared<const std::vector<std::string>>(std::move(city_names));
    point_names_ = std::make_shared<const std::vector<std::string>>(std::move(point_names));
    lay_out(keys);
    make_room();
}

std::size_t DailyColumns::rows_of(std::uint32_t point) const {
    const Plan& plan = points_.outline(point).plan;
    const std::size_t cities = cities_ == Cities::apart ? plan.cities.size() : 1;
    return cities * static_cast<std::size_t>(plan.days);
}

void DailyColumns::lay_out(const std::vector<ReplicateKey>& keys) {
    std::vector<ReplicateKey> ordered = keys;
    std::sort(ordered.begin(), ordered.end(), comes_before);
    extents_.clear();
    rows_ = 0;
    for (const ReplicateKey key : ordered) {
        const std::size_t rows = rows_of(key.point);
        extents_[key] = {rows_, rows};
        rows_ += rows;
    }
}

void DailyColumns::make_room() {
    point_ = Room<std::int32_t>(rows_);
    replicate_ = Room<std::int32_t>(rows_);
    city_ = Room<std::int32_t>(rows_);
    date_ = Room<std::int32_t>(rows_);
    nanoseconds_ = Room<std::int64_t>(rows_);
    // All columns of a type in one piece, so that pandas takes them as one block and never gathers
    // them by copying.
    room_ = rows_;
    counts_ = Room<std::int64_t>(count_total * room_);
    quantities_ = Room<double>(quantity_total * room_);
}

void DailyColumns::put_day(std::size_t row, const ReplicateResult& result, std::int32_t city,
                           std::int32_t days_since_epoch, const DayReport& report) {
    point_[row] = static_cast<std::int32_t>(result.point);
    replicate_[row] = static_cast<std::int32_t>(result.replicate);
    city_[row] = city;
    date_[row] = days_since_epoch;
    nanoseconds_[row] = days_since_epoch * nanoseconds_a_day;
    for (std::size_t i = 0; i < count_total; ++i)
        counts_[i * room_ + row] = report.counts[i];
    for (std::size_t i = 0; i < quantity_total; ++i)
        quantities_[i * room_ + row] = report.quantities[i];
}

void DailyColumns::put(const ReplicateResult& result) {
    const Scenario& scenario = points_.outline(result.point);
    std::size_t row = extents_.at({result.replicate, result.point}).first;
    const auto put_city = [&](std::int32_t city, const std::vector<DayReport>& days) {
        std::int32_t day = scenario.start.days_since_epoch;
        for (const DayReport& report : days)
            put_day(row++, result, city, day++, report);
    };
    if (cities_ == Cities::together) {
        put_city(0, total_of_cities(scenario.plan, result.cities));
        return;
    }
    for (std::size_t city = 0; city < result.cities.size(); ++city)
        put_city(city_codes_[result.point][city], result.cities[city]);
}

std::vector<std::vector<DayReport>> DailyColumns::days(ReplicateKey key) const {
    const Plan& plan = points_.outline(key.point).plan;
    std::vector<std::vector<DayReport>> cities(plan.cities.size());
    std::size_t row = extents_.at(key).first;
    for (std::vector<DayReport>& days : cities) {
        days.resize(static_cast<std::size_t>(plan.days));
        for (DayReport& report : days) {
            for (std::size_t i = 0; i < count_total; ++i)
                report.counts[i] = counts_[i * room_ + row];
            for (std::size_t i = 0; i < quantity_total; ++i)
                report.quantities[i] = quantities_[i * room_ + row];
            ++row;
        }
    }
    return cities;
}

void DailyColumns::move_rows(const Extent& from, std::size_t to) {
    if (from.first == to) return;
    for (const Room<std::int32_t>* room : {&point_, &replicate_, &city_, &date_})
        move_values(*room, from.first, to, from.rows);
    move_values(nanoseconds_, from.first, to, from.rows);
    for (std::size_t i = 0; i < count_total; ++i)
        move_values(counts_, i * room_ + from.first, i * room_ + to, from.rows);
    for (std::size_t i = 0; i < quantity_total; ++i)
        move_values(quantities_, i * room_ + from.first, i * room_ + to, from.rows);
}

void DailyColumns::keep_only(const std::vector<ReplicateKey>& keys) {
    const std::map<ReplicateKey, Extent> from = extents_;
    lay_out(keys);
    std::vector<ReplicateKey> ordered = keys;
    std::sort(ordered.begin(), ordered.end(), comes_before);
    for (const ReplicateKey key : ordered)
        move_rows(from.at(key), extents_.at(key).first);
}

std::vector<Column> DailyColumns::index_columns() const {
    std::vector<Column> columns;
    if (points_.size() > 1) {
        columns.push_back({"scenario",
                           "",
                           "Scenario",
                           ColumnType::category,
                           point_.part(0, rows_),
                           {},
                           point_names_});
    }
    columns.push_back(
        {"replicate", "", "Replicate", ColumnType::int32, replicate_.part(0, rows_), {}, nullptr});
    if (cities_ == Cities::apart) {
        columns.push_back(
            {"city", "", "City", ColumnType::category, city_.part(0, rows_), {}, city_names_});
    }
    columns.push_back({"date", "", "Date", ColumnType::date, date_.part(0, rows_),
                       nanoseconds_.part(0, rows_), nullptr});
    return columns;
}

std::shared_ptr<const Table> DailyColumns::table(const OlderResults* older) const {
    Table table{rows_, index_columns()};
    for (std::size_t i = 0; i < count_total + quantity_total; ++i) {
        if (!is_reported(older, i)) continue;
        const ObservableRow& row = observable_rows()[i];
        const bool is_count = i < count_total;
        table.columns.push_back({std::string(row.name),
                                 std::string(row.unit),
                                 std::string(row.label),
                                 is_count ? ColumnType::int64 : ColumnType::float64,
                                 is_count ? counts_.part(i * room_, rows_)
                                          : quantities_.part((i - count_total) * room_, rows_),
                                 {},
                                 nullptr});
    }
    return std::make_shared<const Table>(std::move(table));
}

}  // namespace tumen::python

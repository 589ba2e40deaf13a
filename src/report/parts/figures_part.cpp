#include <set>

#include "report/parts/parts.hpp"

namespace tumen {

namespace {

Json numbers(const std::vector<double>& values) {
    Json list = Json::array();
    for (const double value : values)
        list.push_back(number(value));
    return list;
}

}  // namespace

Json observables_part(const Plan& plan) {
    Json list = Json::array();
    std::set<std::string_view> seen;
    for (const Curve* curve : wanted_curves(plan)) {
        if (!seen.insert(curve->id).second) continue;
        list.push_back(
            {{"id", curve->id},
             {"label", curve->label},
             {"unit", curve->unit},
             {"group", curve->group},
             {"kind", name_of(curve->measure)},
             {"of", std::vector<std::string>(curve->columns.begin(), curve->columns.end())},
             {"taken", name_of(curve->taken)},
             {"explain", curve->explanation}});
    }
    return list;
}

Json figures_part(const Plan& plan) {
    Json list = Json::array();
    for (const Figure& figure : figures()) {
        if (wanted(figure, plan) == Wanted::no) continue;
        list.push_back(
            {{"id", figure.id},
             {"title", figure.title},
             {"observables", std::vector<std::string>(figure.curves.begin(), figure.curves.end())},
             {"note", figure.note}});
    }
    return list;
}

Json series_part(const Gathered& gathered) {
    Json list = Json::array();
    for (const FanSeries& one : gathered.fans.series()) {
        list.push_back({{"city", one.city},
                        {"observable", one.curve},
                        {"q05", numbers(one.q05)},
                        {"q25", numbers(one.q25)},
                        {"q50", numbers(one.q50)},
                        {"q75", numbers(one.q75)},
                        {"q95", numbers(one.q95)}});
    }
    return list;
}

}  // namespace tumen

#include "report/parts/parts.hpp"
#include "scenario/evidence/ledger.hpp"

namespace tumen {

Json factors_part(const Design& design) {
    Json list = Json::array();
    for (const Factor& factor : design.factors) {
        const auto ref = find_parameter(factor.name);
        list.push_back({{"name", factor.name},
                        {"label", ref ? entry_of(*ref).label : std::string_view(factor.name)},
                        {"unit", unit_name(factor)},
                        {"low", number(factor.low)},
                        {"high", number(factor.high)},
                        {"scale", factor.scale == Scale::logarithmic ? "logarithmic" : "linear"},
                        {"beyond", factor.evidence == Evidence::beyond}});
    }
    return list;
}

namespace {

Json headlines_of(const SweepBook& book) {
    Json list = Json::array();
    for (const Headline& one : book.headlines()) {
        list.push_back({{"id", one.id},
                        {"label", one.label},
                        {"unit", one.unit},
                        {"explain", one.explanation}});
    }
    return list;
}

/// [mean, low, high] of every headline; null where there is no value.
Json estimates_of(const SweepBook& book, std::size_t point) {
    Json list = Json::array();
    for (std::size_t i = 0; i < book.headlines().size(); ++i) {
        const PointEstimate one = book.estimate(point, i);
        if (one.n == 0) {
            list.push_back(nullptr);
            continue;
        }
        list.push_back({number(one.mean), one.interval ? number(one.interval->low) : Json(),
                        one.interval ? number(one.interval->high) : Json()});
    }
    return list;
}

Json point_of(const SweepBook& book, std::size_t point) {
    Json values = Json::array();
    for (const auto& [name, value] : book.experiment().points[point].values)
        values.push_back(number(value));
    return {{"name", book.experiment().points[point].name},
            {"values", std::move(values)},
            {"done", book.done(point)},
            {"failed", book.failed(point)},
            {"estimates", estimates_of(book, point)}};
}

}  // namespace

Json sweep_part(const Gathered& gathered) {
    if (!gathered.sweep) return nullptr;
    const SweepBook& book = *gathered.sweep;
    const Design& design = *book.experiment().design;
    Json points = Json::array();
    for (std::size_t i = 0; i < book.experiment().points.size(); ++i)
        points.push_back(point_of(book, i));
    return {{"method", design.method},
            {"headline", book.headlines()[book.chosen()].id},
            {"factors", factors_part(design)},
            {"headlines", headlines_of(book)},
            {"points", std::move(points)}};
}

}  // namespace tumen

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/philox.hpp"
#include "report/parts/parts.hpp"
#include "sweep/design_fields.hpp"

namespace tumen {

namespace {

constexpr std::size_t most_points = 2000;
constexpr std::uint64_t key_of_choice = 0x647261776E707473u;  // any fixed one

}  // namespace

Json factors_part(const Design& design) {
    Json list = Json::array();
    for (const Factor& factor : design.factors)
        list.push_back(row_json<Face::page>(factor));
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

/// Of every headline the fields of its estimate, in their order; null where there is no value.
Json estimates_of(const SweepBook& book, const SweptPoint& swept) {
    Json list = Json::array();
    for (std::size_t i = 0; i < swept.estimates.size(); ++i) {
        const EstimateRow row{swept.point, book.headlines()[i], swept.estimates[i]};
        list.push_back(row.of.n > 0 ? row_values<Face::page>(row) : Json());
    }
    return list;
}

Json point_of(const SweepBook& book, const SweptPoint& swept) {
    Json json = row_json<Face::page>(PointRow{book.experiment().points, swept});
    json["estimates"] = estimates_of(book, swept);
    return json;
}

/// Those that are drawn: all, or as many of them as a picture has room for, chosen by a keyed order
/// of their numbers, since every so many-th point of a grid would leave out levels.
std::vector<bool> drawn_points(std::size_t points) {
    std::vector<bool> drawn(points, true);
    if (points <= most_points) return drawn;
    std::vector<std::pair<std::uint32_t, std::size_t>> order;
    for (std::size_t i = 0; i < points; ++i) {
        const RandomBlock block = philox({static_cast<std::uint32_t>(i), 0, 0, 0}, key_of_choice);
        order.emplace_back(block.word[0], i);
    }
    std::nth_element(order.begin(), order.begin() + most_points, order.end());
    drawn.assign(points, false);
    for (std::size_t i = 0; i < most_points; ++i)
        drawn[order[i].second] = true;
    return drawn;
}

}  // namespace

Expected<Json, Diagnostic> sweep_part(ResultSource& results, std::vector<std::string>& told) {
    const Experiment& experiment = results.experiment();
    SweepBook book(experiment);
    const std::vector<bool> drawn = drawn_points(experiment.points.size());
    Json points = Json::array();
    const auto problem = read_sweep(results, book, [&](const SweptPoint& swept) {
        if (drawn[swept.point]) points.push_back(point_of(book, swept));
    });
    if (problem) return *problem;
    told = sweep_sentences(book);
    if (points.size() < drawn.size()) {
        told.push_back(
            fmt::format("Drawn and listed here are {} of the {} points, picked by lot; `tumen "
                        "export` writes all of them.",
                        points.size(), drawn.size()));
    }
    const Design& design = *experiment.design;
    const std::optional<bool> apart = book.tells_apart();
    return Json{{"method", design.method},
                {"headline", book.headlines()[book.chosen()].id},
                {"tells_apart", apart ? Json(*apart) : Json()},
                {"factors", factors_part(design)},
                {"headlines", headlines_of(book)},
                {"points", std::move(points)}};
}

}  // namespace tumen

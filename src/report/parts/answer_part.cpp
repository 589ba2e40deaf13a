#include <fmt/format.h>

#include <cmath>

#include "measures/answers/ratio_told.hpp"
#include "measures/headlines/headline_fields.hpp"
#include "measures/numbers/confidence.hpp"
#include "report/parts/parts.hpp"

namespace tumen {

namespace {

constexpr double enough_relative = 0.05;  // half-width over mean that calls for no more replicates

/// Of one scenario, or of another less the base in each pair of replicates.
enum class Mean : std::uint8_t { own, difference };

std::string enough_sentence(Mean kind, const std::vector<double>& values, const HalfWidth& last) {
    const double size = std::abs(last.mean);
    if (last.half_width == 0) {
        return kind == Mean::own ? "Every replicate gives the same value."
                                 : "Every pair of replicates differs by the same.";
    }
    if (last.half_width >= size) {
        return fmt::format(
            "Not enough to know its sign: the 95 % interval of the mean of {} replicates holds 0.",
            last.n);
    }
    const double relative = last.half_width / size;
    const std::string known =
        fmt::format("The mean{} of {} replicates is known to within {:.2g} %",
                    kind == Mean::own ? "" : " difference", last.n, 100 * relative);
    if (relative <= enough_relative) return known + ": enough.";
    const auto needed = replicates_needed(values, enough_relative * size, confidence_level);
    if (!needed) return known + ".";
    return fmt::format("{}; about {} would bring that to 5 %.", known, *needed);
}

struct EnoughTitle {
    std::string id;
    std::string label;
};

Json enough_entry(const EnoughTitle& title, std::string_view unit, Mean kind,
                  const std::vector<double>& values) {
    const std::vector<HalfWidth> curve = half_width_curve(values, confidence_level);
    if (curve.empty()) return nullptr;
    Json n = Json::array();
    Json half_width = Json::array();
    for (const HalfWidth& at : curve) {
        n.push_back(at.n);
        half_width.push_back(number(at.half_width));
    }
    const HalfWidth& last = curve.back();
    return {{"id", title.id},
            {"label", title.label},
            {"unit", unit},
            {"n", std::move(n)},
            {"half_width", std::move(half_width)},
            {"mean", number(last.mean)},
            {"relative", number(last.half_width / std::abs(last.mean))},
            {"sentence", enough_sentence(kind, values, last)}};
}

/// How well the mean of each difference is known. The half-widths are those of Student's t, also
/// where the difference itself is told with the bootstrap: the picture is about their decrease.
void add_differences(const Pairing& pairing, const std::string& base, Json& list) {
    for (const PairedColumn& column : pairing.columns()) {
        std::vector<double> differences;
        for (std::size_t i = 0; i < column.base.size(); ++i) {
            const double difference = column.other[i] - column.base[i];
            if (std::isfinite(difference)) differences.push_back(difference);
        }
        const EnoughTitle title = {
            fmt::format("{}-{}", pairing.name(), column.headline.id),
            fmt::format("{}, {} less {}", column.headline.label, pairing.name(), base)};
        Json entry = enough_entry(title, column.headline.unit, Mean::difference, differences);
        if (!entry.is_null()) list.push_back(std::move(entry));
    }
}

}  // namespace

Json estimates_part(const Gathered& gathered, Side side) {
    Json list = Json::array();
    for (const HeadlineSummary& one : summarise(gathered.headlines())) {
        if (one.headline.side != side) continue;
        list.push_back(row_json<Face::page>(SummaryRow{gathered.scenario.name, one}));
    }
    return list;
}

Json ratio_part(const Gathered& gathered) {
    const auto ratio = ratio_told(gathered.experiment, gathered.headlines());
    return ratio ? row_json<Face::page>(*ratio) : Json();
}

/// The differences of a comparison, which are what it is about; then the means of the scenario that
/// the report is about.
Json enough_part(const Gathered& gathered) {
    Json list = Json::array();
    // Of plays with draws no mean is told, and how well one is known would mislead.
    if (!gathered.experiment.draws.empty()) return list;
    const std::string& name = gathered.scenario.name;
    if (gathered.pairings) {
        for (const Pairing& pairing : gathered.pairings->pairings())
            add_differences(pairing, name, list);
    }
    const std::string whose = list.empty() ? "" : ", " + name;
    const std::vector<Headline>& headlines = gathered.headlines().headlines();
    for (std::size_t i = 0; i < headlines.size(); ++i) {
        const EnoughTitle title = {std::string(headlines[i].id),
                                   std::string(headlines[i].label) + whose};
        Json entry =
            enough_entry(title, headlines[i].unit, Mean::own, gathered.headlines().column(i));
        if (!entry.is_null()) list.push_back(std::move(entry));
    }
    return list;
}

}  // namespace tumen

#include "sweep/sweep.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "experiment/design_points.hpp"
#include "measures/answers/compare.hpp"
#include "measures/numbers/words.hpp"

namespace tumen {

namespace {

constexpr double level = 0.95;

std::string estimate_text(const PointEstimate& estimate, std::string_view unit) {
    const std::string text = number_text(estimate.mean, unit);
    return estimate.interval ? text + ", " + interval_text(*estimate.interval, unit) : text;
}

/// The values of the replicates that both points have, on the same luck.
std::optional<PairedDifference> difference(const SweepBook& book, std::size_t headline,
                                           std::size_t low, std::size_t high) {
    std::vector<double> ones;
    std::vector<double> others;
    for (const auto& [replicate, row] : book.table(low).rows()) {
        const auto found = book.table(high).rows().find(replicate);
        if (found == book.table(high).rows().end()) continue;
        ones.push_back(row[headline]);
        others.push_back(found->second[headline]);
    }
    return paired_difference(book.headlines()[headline], ones, others);
}

std::string certainty_text(const std::optional<PairedDifference>& paired, std::string_view unit) {
    if (!paired) return "; one replicate alone cannot say whether they differ.";
    const std::string size =
        fmt::format("{} (95 % interval {})", number_text(paired->difference, unit),
                    interval_text(paired->interval, unit));
    if (paired->interval.low > 0) {
        return fmt::format(
            "; on the same luck they differ by {}. The two were picked because they lie furthest "
            "apart, so the difference of two given points is rather smaller.",
            size);
    }
    return fmt::format(
        "; on the same luck they differ by {}: no difference between points can be told yet.",
        size);
}

std::string extremes_sentence(const SweepBook& book) {
    const std::size_t headline = book.chosen();
    const Headline& what = book.headlines()[headline];
    std::optional<std::size_t> low;
    std::optional<std::size_t> high;
    std::vector<PointEstimate> all;
    for (std::size_t point = 0; point < book.experiment().points.size(); ++point) {
        all.push_back(book.estimate(point, headline));
        if (all.back().n == 0) continue;
        if (!low || all.back().mean < all[*low].mean) low = point;
        if (!high || all.back().mean > all[*high].mean) high = point;
    }
    if (!low) return fmt::format("{}: no replicate has a value.", what.label);
    const auto& points = book.experiment().points;
    if (all[*low].mean == all[*high].mean) {
        return fmt::format("{}: {} at every point.", what.label,
                           number_text(all[*low].mean, what.unit));
    }
    return fmt::format("{}: lowest at {} ({}), highest at {} ({}){}", what.label, points[*low].name,
                       estimate_text(all[*low], what.unit), points[*high].name,
                       estimate_text(all[*high], what.unit),
                       certainty_text(difference(book, headline, *low, *high), what.unit));
}

std::string played_sentence(const SweepBook& book) {
    const std::size_t points = book.experiment().points.size();
    std::size_t fewest = book.done(0);
    std::size_t most = book.done(0);
    std::size_t failed = 0;
    for (std::size_t point = 0; point < points; ++point) {
        fewest = std::min(fewest, book.done(point));
        most = std::max(most, book.done(point));
        failed += book.failed(point);
    }
    std::string text =
        fmt::format("{} points with {} replicates each, on the same luck", points,
                    fewest == most ? std::to_string(most) : fmt::format("{} to {}", fewest, most));
    if (failed > 0) text += fmt::format("; {} replicates failed and are left out", failed);
    return text + ".";
}

std::string beyond_sentence(const Experiment& experiment) {
    if (!experiment.design) return {};
    std::string names;
    for (const Factor* factor : beyond_evidence(*experiment.design))
        names += (names.empty() ? "" : ", ") + factor->name;
    if (names.empty()) return {};
    return "Varied beyond what the evidence supports: " + names + ".";
}

}  // namespace

SweepBook::SweepBook(const Experiment& experiment)
    : experiment_(experiment), failed_(experiment.points.size(), 0) {
    for (const Point& point : experiment.points)
        tables_.emplace_back(point.scenario);
}

void SweepBook::add(const ReplicateResult& result) {
    if (result.outcome == Outcome::failed) ++failed_[result.point];
    tables_[result.point].add(result);
}

std::size_t SweepBook::chosen() const {
    const std::string asked = experiment_.design ? option_of(*experiment_.design, "headline") : "";
    const auto& all = headlines();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].id == asked) return i;
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].side == Side::changed) return i;
    }
    return 0;
}

PointEstimate SweepBook::estimate(std::size_t point, std::size_t headline) const {
    const std::vector<double> values = tables_[point].column(headline);
    if (values.empty()) return {};
    return {values.size(), mean(values), mean_interval(values, level)};
}

std::vector<std::string> sweep_sentences(const SweepBook& book) {
    std::vector<std::string> sentences = {played_sentence(book), extremes_sentence(book)};
    const std::string beyond = beyond_sentence(book.experiment());
    if (!beyond.empty()) sentences.push_back(beyond);
    return sentences;
}

}  // namespace tumen

#include "sweep/sweep.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "experiment/design_points.hpp"
#include "measures/answers/compare.hpp"
#include "measures/numbers/confidence.hpp"
#include "measures/numbers/words.hpp"
#include "scenario/variable.hpp"

namespace tumen {

namespace {

std::string estimate_text(const PointEstimate& estimate, std::string_view unit) {
    const std::string text = number_text(estimate.mean, unit);
    return estimate.interval ? text + ", " + interval_text(*estimate.interval, unit) : text;
}

/// The values of the replicates that both points have, on the same luck.
std::optional<PairedDifference> difference(const Headline& headline,
                                           const std::map<std::uint32_t, double>& low,
                                           const std::map<std::uint32_t, double>& high) {
    std::vector<double> ones;
    std::vector<double> others;
    for (const auto& [replicate, value] : low) {
        const auto found = high.find(replicate);
        if (found == high.end()) continue;
        ones.push_back(value);
        others.push_back(found->second);
    }
    return paired_difference(headline, ones, others);
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

std::string beyond_sentence(const Experiment& experiment) {
    if (!experiment.design) return {};
    std::string names;
    for (const Factor* factor : beyond_evidence(*experiment.design))
        names += (names.empty() ? "" : ", ") + factor->name;
    if (names.empty()) return {};
    return "Varied beyond what the evidence supports: " + names + ".";
}

/// The place of the headline that a sweep is about.
std::size_t place_of_chosen(const Experiment& experiment, const std::vector<Headline>& all) {
    const std::string asked = experiment.design ? option_of(*experiment.design, "headline") : "";
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].id == asked) return i;
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].side == Side::changed) return i;
    }
    return 0;
}

bool varies_dates(const Experiment& experiment) {
    const auto values = experiment.points.values(0);
    return std::any_of(values.begin(), values.end(),
                       [](const auto& value) { return event_date_named(value.first).has_value(); });
}

std::size_t place_of(const std::vector<Headline>& all, std::string_view id) {
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const Headline& headline) { return headline.id == id; });
    return static_cast<std::size_t>(found - all.begin());
}

/// Those of any point: a campaign that ends later may leave no days behind to speak of.
std::vector<Headline> headlines_of(const Experiment& experiment) {
    std::vector<Headline> all = headlines(experiment.points.outline(0));
    if (!varies_dates(experiment)) return all;
    for (std::size_t point = 0; point < experiment.points.size(); ++point) {
        for (Headline& headline : headlines(experiment.points.outline(point))) {
            if (place_of(all, headline.id) == all.size()) all.push_back(std::move(headline));
        }
    }
    return all;
}

/// Values of a point's own headlines as those of all; none where it has none.
std::vector<double> in_order(const std::vector<double>& values, const std::vector<Headline>& own,
                             const std::vector<Headline>& all) {
    std::vector<double> row(all.size(), std::numeric_limits<double>::quiet_NaN());
    for (std::size_t i = 0; i < std::min(values.size(), own.size()); ++i)
        row[place_of(all, own[i].id)] = values[i];
    return row;
}

/// All points of a replicate come before the next where they are played; here the other way round.
std::vector<ReplicateKey> by_points(std::vector<ReplicateKey> keys) {
    std::sort(keys.begin(), keys.end(), [](const ReplicateKey& one, const ReplicateKey& other) {
        return std::pair(one.point, one.replicate) < std::pair(other.point, other.replicate);
    });
    return keys;
}

}  // namespace

SweepBook::SweepBook(const Experiment& experiment)
    : experiment_(experiment),
      dates_(varies_dates(experiment)),
      headlines_(headlines_of(experiment)),
      chosen_(place_of_chosen(experiment, headlines_)) {}

void SweepBook::add(const ReplicateResult& result) {
    if (result.outcome == Outcome::failed) {
        ++failed_;
        return;
    }
    std::vector<double> values =
        result.headlines.empty()
            ? headline_values(experiment_.points.at(result.point).scenario, result.cities)
            : result.headlines;
    if (dates_)
        values = in_order(values, tumen::headlines(experiment_.points.outline(result.point)),
                          headlines_);
    if (values.size() == headlines_.size()) rows_[result.replicate] = std::move(values);
}

PointEstimate SweepBook::estimate(std::size_t headline) const {
    std::vector<double> values;
    for (const auto& [replicate, row] : rows_) {
        if (!std::isnan(row[headline])) values.push_back(row[headline]);
    }
    if (values.empty()) return {};
    return {values.size(), mean(values), mean_interval(values, confidence_level)};
}

SweptPoint SweepBook::end(std::uint32_t point) {
    SweptPoint ended{point, rows_.size(), failed_, {}};
    for (std::size_t i = 0; i < headlines_.size(); ++i)
        ended.estimates.push_back(estimate(i));
    look_for_extremes(point, ended.estimates[chosen_]);
    fewest_ = points_ == 0 ? ended.done : std::min(fewest_, ended.done);
    most_ = std::max(most_, ended.done);
    all_failed_ += ended.failed;
    ++points_;
    rows_.clear();
    failed_ = 0;
    return ended;
}

void SweepBook::look_for_extremes(std::uint32_t point, const PointEstimate& estimate) {
    if (estimate.n == 0) return;
    const bool lowest = !low_ || estimate.mean < low_->estimate.mean;
    const bool highest = !high_ || estimate.mean > high_->estimate.mean;
    if (!lowest && !highest) return;
    Extreme extreme{point, estimate, {}};
    for (const auto& [replicate, row] : rows_)
        extreme.values[replicate] = row[chosen_];
    if (lowest) low_ = extreme;
    if (highest) high_ = std::move(extreme);
}

std::optional<PairedDifference> SweepBook::extremes_apart() const {
    if (!low_ || low_->estimate.mean == high_->estimate.mean) return std::nullopt;
    return difference(headlines_[chosen_], low_->values, high_->values);
}

std::optional<bool> SweepBook::tells_apart() const {
    const auto paired = extremes_apart();
    if (!paired) return std::nullopt;
    return paired->interval.low > 0;
}

std::string SweepBook::extremes_sentence() const {
    const Headline& what = headlines_[chosen_];
    if (!low_) return fmt::format("{}: no replicate has a value.", what.label);
    if (low_->estimate.mean == high_->estimate.mean) {
        return fmt::format("{}: {} at every point.", what.label,
                           number_text(low_->estimate.mean, what.unit));
    }
    return fmt::format(
        "{}: lowest at {} ({}), highest at {} ({}){}", what.label,
        experiment_.points.name(low_->point), estimate_text(low_->estimate, what.unit),
        experiment_.points.name(high_->point), estimate_text(high_->estimate, what.unit),
        certainty_text(extremes_apart(), what.unit));
}

std::string SweepBook::played_sentence() const {
    const std::string range =
        fewest_ == most_ ? std::to_string(most_) : fmt::format("{} to {}", fewest_, most_);
    std::string text =
        fmt::format("Points played on the same luck: {}; replicates of each: {}", points_, range);
    if (all_failed_ > 0) text += fmt::format("; failed and left out: {}", all_failed_);
    return text + ".";
}

std::optional<Diagnostic> read_sweep(ResultSource& results, SweepBook& book,
                                     const std::function<void(const SweptPoint&)>& take) {
    const std::vector<ReplicateKey> keys = by_points(results.replicates());
    auto key = keys.begin();
    for (std::uint32_t point = 0; point < results.experiment().points.size(); ++point) {
        for (; key != keys.end() && key->point == point; ++key) {
            const auto result = results.read(*key);
            if (!result) return result.error();
            book.add(*result);
        }
        take(book.end(point));
    }
    return std::nullopt;
}

std::vector<std::string> sweep_sentences(const SweepBook& book) {
    std::vector<std::string> sentences = {book.played_sentence(), book.extremes_sentence()};
    const std::string beyond = beyond_sentence(book.experiment());
    if (!beyond.empty()) sentences.push_back(beyond);
    return sentences;
}

}  // namespace tumen

#include "measures/answers/compare.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/date.hpp"
#include "measures/answers/number_told.hpp"
#include "measures/numbers/confidence.hpp"
#include "measures/numbers/statistics.hpp"
#include "measures/numbers/words.hpp"

namespace tumen {

namespace {

constexpr double skewed = 1;  // beyond this skewness t intervals of small samples lean to one side
constexpr std::size_t fewest = 8;    // pairs from which a sign may be told
constexpr double pairing_helps = 1;  // unpaired over paired variance

double variance(std::span<const double> values) {
    const double sd = standard_deviation(values);
    return sd * sd;
}

double skewness(std::span<const double> values) {
    const double centre = mean(values);
    double cubes = 0;
    for (const double value : values)
        cubes += std::pow(value - centre, 3);
    const double sd = standard_deviation(values);
    return sd > 0 ? cubes / static_cast<double>(values.size()) / std::pow(sd, 3) : 0;
}

std::optional<double> correlation(std::span<const double> one, std::span<const double> other) {
    const double centre_one = mean(one);
    const double centre_other = mean(other);
    double both = 0;
    for (std::size_t i = 0; i < one.size(); ++i) {
        both += (one[i] - centre_one) * (other[i] - centre_other);
    }
    const double spread = standard_deviation(one) * standard_deviation(other);
    if (!(spread > 0)) return std::nullopt;
    return both / static_cast<double>(one.size() - 1) / spread;
}

Sign sign_of(const PairedDifference& difference) {
    const Interval& interval = difference.interval;
    if (interval.low == 0 && interval.high == 0) return Sign::none;
    if (difference.n < fewest) return Sign::too_few;
    if (interval.low > 0) return Sign::higher;
    return interval.high < 0 ? Sign::lower : Sign::open;
}

/// Interval of the mean difference: exact where all pairs differ by the same, else t, else
/// bootstrap.
void find_interval(std::span<const double> differences, PairedDifference& result) {
    if (!(standard_deviation(differences) > 0)) {
        result.method = IntervalMethod::exact;
        result.interval = {result.difference, result.difference};
        return;
    }
    result.interval = mean_interval(differences, confidence_level).value();
    if (std::abs(skewness(differences)) < skewed) return;
    const auto mean_of = [&](std::span<const std::uint32_t> drawn) {
        double sum = 0;
        for (const std::uint32_t i : drawn)
            sum += differences[i];
        return sum / static_cast<double>(drawn.size());
    };
    if (const auto interval = bootstrap_interval(differences.size(), mean_of, confidence_level)) {
        result.method = IntervalMethod::bootstrap;
        result.interval = *interval;
    }
}

}  // namespace

std::optional<PairedDifference> paired_difference(const Headline& headline,
                                                  std::span<const double> base,
                                                  std::span<const double> other) {
    std::vector<double> ones;
    std::vector<double> others;
    std::vector<double> differences;
    for (std::size_t i = 0; i < std::min(base.size(), other.size()); ++i) {
        if (!std::isfinite(base[i]) || !std::isfinite(other[i])) continue;
        ones.push_back(base[i]);
        others.push_back(other[i]);
        differences.push_back(other[i] - base[i]);
    }
    if (differences.size() < 2) return std::nullopt;
    PairedDifference result;
    result.headline = headline;
    result.n = differences.size();
    result.base = mean(ones);
    result.other = mean(others);
    result.difference = mean(differences);
    // What rounding leaves where differences cancel out is not a difference.
    const double rounding = 1e-13 * std::max(std::abs(result.base), std::abs(result.other));
    if (std::abs(result.difference) < rounding) result.difference = 0;
    find_interval(differences, result);
    result.sign = sign_of(result);
    const auto none = [](const std::vector<double>& values) {
        return std::all_of(values.begin(), values.end(), [](double one) { return one == 0; });
    };
    if (none(ones) && none(others)) result.seen = false;
    for (const double one : differences) {
        if (one > 0) ++result.above;
        if (one < 0) ++result.below;
    }
    result.correlation = correlation(ones, others);
    const double paired = variance(differences);
    if (paired > 0) result.variance_reduction = (variance(ones) + variance(others)) / paired;
    return result;
}

const Plan& comparison_plan(const Plan& base, const Plan& other) {
    return campaign_of(base) == Campaign::none ? other : base;
}

std::string days_told(const Scenario& base, const Scenario& other) {
    const auto none = [](const Scenario& one) { return campaign_of(one.plan) == Campaign::none; };
    if (none(base) || none(other)) return {};
    const CampaignWindow here = campaign_window(base.plan);
    const CampaignWindow there = campaign_window(other.plan);
    if (here.first == there.first && here.last == there.last) return {};
    const auto days = [](const Scenario& one, const CampaignWindow& window) {
        return fmt::format("{} to {}", iso(plus_days(one.start, window.first)),
                           iso(plus_days(one.start, window.last)));
    };
    return fmt::format(
        "Where a number is of the campaign's days, these are those of {} in both, {}: the "
        "campaign of {} is {}.",
        base.name, days(base, here), other.name, days(other, there));
}

HeadlineTable comparison_table(const Scenario& base, const Scenario& other, Against against) {
    std::vector<OwnHeadline> own = base.headlines;
    for (const OwnHeadline& one : other.headlines) {
        const auto same = [&](const OwnHeadline& there) { return there.id == one.id; };
        if (std::none_of(own.begin(), own.end(), same)) own.push_back(one);
    }
    return HeadlineTable(comparison_plan(base.plan, other.plan), own, against);
}

std::string incomparable(const Plan& base, const Plan& other) {
    if (base.days != other.days) {
        return fmt::format("one is played for {} days, the other for {}", base.days, other.days);
    }
    const auto same_name = [](const CityPlan& one, const CityPlan& two) {
        return one.name == two.name;
    };
    if (!std::equal(base.cities.begin(), base.cities.end(), other.cities.begin(),
                    other.cities.end(), same_name)) {
        return "they have other cities";
    }
    return {};
}

Pairing::Pairing(std::string name, const Scenario& base, const Scenario& other, Against against)
    : name_(std::move(name)),
      days_(days_told(base, other)),
      against_(against),
      base_(comparison_table(base, other, against)),
      other_(base_) {}

void Pairing::add(HeadlineTable& table, const ReplicateResult& result,
                  const Trajectory* yardstick) {
    if (against_ == Against::nothing) return table.add(result);
    if (yardstick != nullptr) return table.add(result, *yardstick);
    table.add(result, trajectory_of(table.plan(), result.cities));
}

void Pairing::add_base(const ReplicateResult& result, const Trajectory* yardstick) {
    add(base_, result, yardstick);
}

void Pairing::add_other(const ReplicateResult& result, const Trajectory* yardstick) {
    add(other_, result, yardstick);
}

std::vector<PairedDifference> Pairing::differences() const {
    return paired_differences(base_, other_);
}

std::vector<PairedColumn> Pairing::columns() const {
    return paired_columns(base_, other_);
}

PairingBook::PairingBook(const Experiment& experiment, std::uint32_t base)
    : base_(base), gate_(experiment) {
    const Point& first = experiment.points[base];
    for (std::uint32_t point = 0; point < points_asked(experiment); ++point) {
        const Point& other = experiment.points[point];
        if (point == base || !incomparable(first.scenario.plan, other.scenario.plan).empty())
            continue;
        const bool against = first.yardstick || other.yardstick;
        points_.push_back(point);
        pairings_.emplace_back(other.name, first.scenario, other.scenario,
                               against ? Against::yardstick : Against::nothing);
    }
}

void PairingBook::add(const ReplicateResult& result) {
    gate_.add(result, [&](const ReplicateResult& passed, const Trajectory* yardstick) {
        for (std::size_t i = 0; i < points_.size(); ++i) {
            if (passed.point == base_) pairings_[i].add_base(passed, yardstick);
            if (passed.point == points_[i]) pairings_[i].add_other(passed, yardstick);
        }
    });
}

std::vector<PairedColumn> paired_columns(const HeadlineTable& base, const HeadlineTable& other) {
    std::vector<PairedColumn> list;
    for (std::size_t i = 0; i < base.headlines().size(); ++i) {
        const auto& theirs = other.headlines();
        const auto same = std::find_if(theirs.begin(), theirs.end(), [&](const Headline& one) {
            return one.id == base.headlines()[i].id;
        });
        if (same == theirs.end()) continue;
        const auto j = static_cast<std::size_t>(same - theirs.begin());
        PairedColumn column{base.headlines()[i], {}, {}};
        for (const auto& [replicate, row] : base.rows()) {
            const auto found = other.rows().find(replicate);
            if (found == other.rows().end()) continue;
            column.base.push_back(row[i]);
            column.other.push_back(found->second[j]);
            column.replicates.push_back(replicate);
        }
        list.push_back(std::move(column));
    }
    return list;
}

std::vector<PairedDifference> paired_differences(const HeadlineTable& base,
                                                 const HeadlineTable& other) {
    std::vector<PairedDifference> list;
    for (const PairedColumn& column : paired_columns(base, other)) {
        if (auto difference = paired_difference(column.headline, column.base, column.other))
            list.push_back(*std::move(difference));
    }
    return list;
}

std::string_view name_of(Sign sign) {
    switch (sign) {
        case Sign::higher:
            return "higher";
        case Sign::lower:
            return "lower";
        case Sign::none:
            return "same";
        case Sign::too_few:
            return "too few plays";
        case Sign::open:
            break;
    }
    return "cannot be told";
}

std::string told_of(const PairedDifference& difference) {
    const auto in = [&](std::size_t some) { return plays_text(some, difference.n); };
    switch (difference.sign) {
        case Sign::higher:
            return "higher on average, and in " + in(difference.above);
        case Sign::lower:
            return "lower on average, and in " + in(difference.below);
        case Sign::none:
            if (!difference.seen) return none_seen_text(difference.n, difference.n);
            return "the same in " + in(difference.n);
        case Sign::too_few:
            return "too few plays to tell";
        case Sign::open:
            break;
    }
    return fmt::format("cannot be told: higher in {}, lower in {}", in(difference.above),
                       in(difference.below));
}

std::string sentence_of(const PairedDifference& difference, std::string_view base_name) {
    const Headline& headline = difference.headline;
    if (!difference.seen) return headline.label + ": " + told_of(difference) + ".";
    if (difference.sign == Sign::none) {
        return fmt::format("{}: the same as in {} in every pair.", headline.label, base_name);
    }
    return fmt::format(
        "{}: {}{} ({}) against {}; {}.", headline.label, difference.difference > 0 ? "+" : "",
        number_text(difference.difference, headline.unit),
        interval_text(difference.interval, headline.unit), base_name, told_of(difference));
}

std::string pairing_warning(const PairedDifference& difference) {
    // Where one of the two never varies there is no luck to share.
    if (!difference.correlation || !difference.variance_reduction) return {};
    if (*difference.variance_reduction > pairing_helps) return {};
    return fmt::format(
        "{}: playing both on the same luck did not help (variance {:.2g} times the unpaired one); "
        "the interval is right, more replicates are the way to narrow it.",
        difference.headline.label, 1 / *difference.variance_reduction);
}

}  // namespace tumen

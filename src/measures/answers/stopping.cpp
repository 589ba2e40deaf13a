#include "measures/answers/stopping.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.hpp"
#include "experiment/failure.hpp"
#include "measures/answers/compare.hpp"
#include "measures/answers/plays_compare.hpp"
#include "measures/answers/spread.hpp"
#include "measures/numbers/confidence.hpp"
#include "measures/numbers/words.hpp"

namespace tumen {

namespace {

constexpr std::uint32_t first_batch = 16;  // fewer say too little about their own spread
constexpr std::string_view half_width_key = "half-width=";
constexpr std::string_view error_key = "error=";
constexpr double beyond_an_end = 0.05;     // of the plays
constexpr std::size_t fewest_beyond = 20;  // for an end of a range to be told

Precision precision(std::string what, std::string_view unit, std::size_t n, double mean,
                    const Interval& interval) {
    return {std::move(what), std::string(unit), n, mean, (interval.high - interval.low) / 2};
}

/// What number_text() does not say itself.
std::string unit_after(std::string_view unit) {
    for (const std::string_view said : {"share", "probability", "CNY", "1"}) {
        if (unit == said) return {};
    }
    return " " + std::string(unit);
}

Precision precision_of(std::string what, const Headline& headline, const Spread& spread) {
    const auto beyond = static_cast<std::size_t>(beyond_an_end * static_cast<double>(spread.draws));
    return {std::move(what), headline.unit, spread.plays, spread.all.high - spread.all.low,
            spread.error,    spread.all,    beyond};
}

std::vector<Precision> ranges_of_run(const Experiment& experiment, const HeadlineTable& table,
                                     const Headline& headline) {
    const Spread spread = spread_of(play_values(table, headline.id), draws_of_plays(experiment));
    if (spread.plays < 2) return {};
    return {precision_of(headline.label, headline, spread)};
}

std::vector<Precision> ranges_of_compare(const Experiment& experiment, const PairingBook& book,
                                         const Headline& headline) {
    std::vector<Precision> all;
    for (const Pairing& pairing : book.pairings()) {
        for (const PlaysDifference& one : plays_differences(experiment, pairing)) {
            if (one.headline.id != headline.id) continue;
            all.push_back(precision_of(fmt::format("{}, {} less {}", headline.label, pairing.name(),
                                                   experiment.points.front().name),
                                       headline, one.difference));
        }
    }
    return all.size() == book.pairings().size() ? all : std::vector<Precision>();
}

std::vector<Precision> of_run(const HeadlineTable& table, const Headline& headline) {
    const std::vector<double> values = table.column(headline.id);
    const auto interval = mean_interval(values, confidence_level);
    if (!interval) return {};
    return {precision(std::string(headline.label), headline.unit, values.size(), mean(values),
                      *interval)};
}

std::vector<Precision> of_compare(const PairingBook& book, const Headline& headline,
                                  const std::string& base) {
    std::vector<Precision> all;
    for (const Pairing& pairing : book.pairings()) {
        for (const PairedDifference& one : pairing.differences()) {
            if (one.headline.id != headline.id) continue;
            const std::string what =
                fmt::format("{}, {} less {}", headline.label, pairing.name(), base);
            all.push_back(precision(what, headline.unit, one.n, one.difference, one.interval));
        }
    }
    return all.size() == book.pairings().size() ? all : std::vector<Precision>();
}

}  // namespace

Expected<StoppingRule, Diagnostic> read_stopping_rule(std::string_view text) {
    const auto refused = [&](std::string reason) {
        return diagnostic("--until " + printable(text, 80) + " cannot be read", std::move(reason),
                          "write --until half-width=5% or half-width=5%@stopped_calling");
    };
    StoppingRule rule;
    if (text.starts_with(error_key)) {
        rule.known = Known::range;
    } else if (!text.starts_with(half_width_key)) {
        return refused("it begins with half-width= or error=");
    }
    const bool of_range = rule.known == Known::range;
    std::string_view amount = text.substr((of_range ? error_key : half_width_key).size());
    const std::size_t at = amount.find('@');
    if (at != amount.npos) {
        rule.headline = amount.substr(at + 1);
        if (rule.headline.empty()) return refused("there is no headline after @");
        amount = amount.substr(0, at);
    }
    rule.goal = amount.ends_with('%') ? Goal::relative : Goal::absolute;
    if (rule.goal == Goal::relative) amount.remove_suffix(1);
    while (amount.ends_with(' '))
        amount.remove_suffix(1);
    const auto number = read_number(amount);
    if (number) rule.half_width = rule.goal == Goal::relative ? *number / 100 : *number;
    if (!(rule.half_width > 0))
        return refused(of_range ? "the error is a number above 0"
                                : "the half-width is a number above 0");
    return rule;
}

std::uint32_t next_batch(std::uint32_t played, std::uint32_t most) {
    const std::uint64_t next = played < first_batch ? first_batch : std::uint64_t{played} * 3 / 2;
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(next, most));
}

Expected<Headline, Diagnostic> headline_of_rule(const StoppingRule& rule,
                                                const std::vector<Headline>& known) {
    std::vector<std::string_view> ids;
    for (const Headline& one : known) {
        if (one.id == rule.headline || (!rule.headline.empty() && one.statistic == rule.headline))
            return one;
        ids.push_back(one.id);
    }
    if (rule.headline.empty()) {
        const auto changed = std::find_if(known.begin(), known.end(), [](const Headline& one) {
            return one.side == Side::changed;
        });
        return changed != known.end() ? *changed : known.front();
    }
    std::string list;
    for (const std::string_view id : ids)
        list += (list.empty() ? "" : ", ") + std::string(id);
    const auto near = did_you_mean(rule.headline, ids);
    return diagnostic("there is no headline \"" + printable(rule.headline, 80) + "\"",
                      "this scenario has " + list,
                      near ? "did you mean " + std::string(*near) + "?" : "");
}

Expected<std::vector<Precision>, Diagnostic> precisions(ResultSource& results,
                                                        const StoppingRule& rule,
                                                        std::uint32_t last) {
    const Experiment& experiment = results.experiment();
    const Scenario& base = experiment.points.front().scenario;
    const bool paired = points_asked(experiment) > 1;
    HeadlineBook own(experiment, 0);
    const auto headline = headline_of_rule(
        rule, paired ? comparison_table(
                           base, experiment.points[1].scenario,
                           rule.known == Known::range ? Against::yardstick : Against::nothing)
                           .headlines()
                     : own.table().headlines());
    if (!headline) return headline.error();
    PairingBook book(experiment, 0);
    for (const ReplicateKey key : results.replicates()) {
        if (key.replicate > last) continue;
        const auto result = results.read(key);
        if (!result) return result.error();
        if (paired) {
            book.add(*result);
        } else {
            own.add(*result);
        }
    }
    if (rule.known == Known::range) {
        return paired ? ranges_of_compare(experiment, book, *headline)
                      : ranges_of_run(experiment, own.table(), *headline);
    }
    if (!paired) return of_run(own.table(), *headline);
    return of_compare(book, *headline, experiment.points.front().name);
}

namespace {

bool is_of_equal_values(const Precision& one) {
    return !one.range && one.half_width == 0;
}

/// "0 people in each of 16 replicates, so another value in under 17 % of runs (95 %)"
std::string equal_values_text(const Precision& one) {
    const double most = 1 - std::pow(1 - confidence_level, 1 / static_cast<double>(one.n));
    return fmt::format(
        "{}: {}{} in each of {} replicates, so another value in under {:.2g} % of runs (95 %)",
        one.what, number_text(one.mean, one.unit), unit_after(one.unit), one.n, 100 * most);
}

}  // namespace

Enough enough(const StoppingRule& rule, const std::vector<Precision>& all) {
    const auto precise = [&](const Precision& one) {
        const double target =
            rule.goal == Goal::relative ? rule.half_width * std::abs(one.mean) : rule.half_width;
        if (rule.known == Known::range && one.beyond < fewest_beyond) return false;
        if (is_of_equal_values(one)) return false;  // they say nothing about how far others lie
        return one.half_width <= target;
    };
    return !all.empty() && std::all_of(all.begin(), all.end(), precise) ? Enough::yes : Enough::no;
}

std::string precision_text(const Precision& one) {
    const double relative = 100 * one.half_width / std::abs(one.mean);
    if (one.range) {
        return fmt::format(
            "{}: {}{} in 90 of 100 plays, the ends to within {}, {:.2g} % of the width, from {} "
            "plays, {} draws beyond each end",
            one.what, interval_text(*one.range, one.unit), unit_after(one.unit),
            number_text(one.half_width, one.unit), relative, one.n, one.beyond);
    }
    if (is_of_equal_values(one)) return equal_values_text(one);
    std::string share;
    if (relative < 99.5)
        share = fmt::format(", {:.2g} % of it", relative);
    else if (std::isfinite(relative))
        share = ", wider than the mean itself";
    return fmt::format("{}: {} +- {}{}{}, from {} replicates", one.what,
                       number_text(one.mean, one.unit), number_text(one.half_width, one.unit),
                       unit_after(one.unit), share, one.n);
}

std::string goal_text(const StoppingRule& rule, std::string_view unit) {
    if (rule.goal == Goal::relative && rule.known == Known::range)
        return fmt::format("{:.3g} % of the width of its range", 100 * rule.half_width);
    if (rule.goal == Goal::relative) {
        return fmt::format("{:.3g} % of the mean", 100 * rule.half_width);
    }
    return number_text(rule.half_width, unit) + unit_after(unit);
}

Expected<std::string, Diagnostic> known_headline(const Scenario& scenario, const std::string& id) {
    const auto headline = headline_of_rule({0, Goal::relative, id}, headlines(scenario));
    if (!headline) return headline.error();
    return headline->id;
}

}  // namespace tumen

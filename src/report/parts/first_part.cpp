#include <algorithm>
#include <cmath>
#include <limits>

#include "belief/second_weights.hpp"
#include "measures/answers/number_told.hpp"
#include "measures/numbers/confidence.hpp"
#include "report/parts/parts.hpp"
#include "scenario/evidence/ledger.hpp"
#include "scenario/explain/explain.hpp"

namespace tumen {

namespace {

constexpr std::size_t dots = 20;
constexpr double no_end = std::numeric_limits<double>::infinity();

/// Of sorted values that may end in some without an end: there the nearer of two is taken.
double place_of(std::span<const double> sorted_values, double p) {
    const double value = quantile(sorted_values, p);
    if (std::isfinite(value)) return value;
    const double place = p * static_cast<double>(sorted_values.size() - 1);
    return sorted_values[static_cast<std::size_t>(std::lround(place))];
}

/// Each play, while they are few; else twenty equal shares of them by their middles.
Json dots_of(std::span<const double> sorted_values) {
    Json all = Json::array();
    if (sorted_values.size() < plays_of_a_range) {
        for (const double value : sorted_values)
            all.push_back(number(value));
        return all;
    }
    for (std::size_t i = 0; i < dots; ++i)
        all.push_back(number(
            place_of(sorted_values, (static_cast<double>(i) + 0.5) / static_cast<double>(dots))));
    return all;
}

/// The middle 90 of 100 plays, and their dots; null has no end.
Json spread(std::span<const double> values) {
    const std::vector<double> all = sorted(values);
    return {{"lo", number(place_of(all, (1 - range_level) / 2))},
            {"middle", number(place_of(all, 0.5))},
            {"hi", number(place_of(all, (1 + range_level) / 2))},
            {"dots", dots_of(all)},
            {"plays", all.size()}};
}

/// What a row is about: a headline, or the count for every hundred who stopped.
struct RowSource {
    std::string_view row;  // "official", "changed", "gap", "told"
    Headline headline;
    std::vector<double> values;
    std::optional<Interval> luck = {};  // of plays that draw: what luck alone does to the middle
};

/// Where nobody stopped, the count for each who did has no end.
std::vector<double> gap_of(const std::vector<double>& counted, const std::vector<double>& stopped) {
    std::vector<double> values;
    for (std::size_t i = 0; i < std::min(counted.size(), stopped.size()); ++i)
        values.push_back(stopped[i] > 0 ? per_hundred * counted[i] / stopped[i] : no_end);
    return values;
}

/// Of plays that each have their own draw: what changed is told against the yardstick, a ratio has
/// an end only where enough people stopped, and luck stands apart.
std::vector<RowSource> drawn_sources(const Experiment& experiment, const HeadlineTable& table) {
    const DrawsOfPlays draws = draws_of_plays(experiment);
    std::vector<RowSource> rows;
    const auto add_values = [&](std::string_view row, Headline headline, const PlayValues& plays) {
        std::vector<double> values;
        for (const auto& [replicate, value] : plays) {
            if (!std::isnan(value)) values.push_back(value);
        }
        rows.push_back(
            {row, std::move(headline), std::move(values), spread_without_error(plays, draws).luck});
    };
    const auto add = [&](std::string_view row, std::string_view id) {
        const Headline* headline = table.headline(id);
        if (headline != nullptr) add_values(row, *headline, play_values(table, id));
        return headline != nullptr;
    };
    const bool counted = add("official", "handed_in") || add("official", "signed");
    if (!add("changed", "stopped_by_campaign")) add("changed", "calling_level");
    auto gap = number_told(table, gap_id);
    if (counted && gap) {
        gap->headline.id = "gap";
        add_values("gap", std::move(gap->headline), gap->values);
    } else {
        add("other", "arrested");
    }
    add("told", "told_arrests");
    return rows;
}

/// Count, what changed, the gap, and what was told; where there is no count, arrests stand for it.
std::vector<RowSource> sources(const HeadlineTable& table) {
    std::vector<RowSource> rows;
    const auto add = [&](std::string_view row, std::string_view id) {
        const Headline* headline = table.headline(id);
        if (headline != nullptr) rows.push_back({row, *headline, table.column(id)});
        return headline != nullptr;
    };
    const bool counted = add("official", "handed_in") || add("official", "signed");
    if (!add("changed", "stopped_calling")) add("changed", "calling_level");
    if (!counted) {
        add("other", "arrested");
        add("told", "told_arrests");
        return rows;
    }
    Headline gap = rows.front().headline;
    gap.id = "gap";
    rows.push_back({"gap", gap, gap_of(rows[0].values, rows[1].values)});
    add("told", "told_arrests");
    return rows;
}

Json luck_json(const std::optional<Interval>& luck) {
    if (!luck) return nullptr;
    return {{"lo", number(luck->low)}, {"hi", number(luck->high)}};
}

/// Share of the plays in which more was counted than people stopped.
Json over_one_each(const std::vector<double>& values) {
    const auto over = std::count_if(values.begin(), values.end(),
                                    [](double value) { return value > per_hundred; });
    return number(static_cast<double>(over) / static_cast<double>(values.size()));
}

Json rows_of(const Experiment& experiment, const HeadlineTable& table) {
    Json rows = Json::array();
    const bool drawn = !experiment.draws.empty();
    for (const RowSource& source : drawn ? drawn_sources(experiment, table) : sources(table)) {
        if (source.values.empty()) continue;
        rows.push_back({{"row", source.row},
                        {"id", source.headline.id},
                        {"unit", source.headline.unit},
                        {"spread", spread(source.values)},
                        {"luck", luck_json(source.luck)}});
        if (source.row == "gap") rows.back()["over"] = over_one_each(source.values);
    }
    return rows;
}

/// What is asked of a pairing beside its columns.
struct Comparing {
    const Experiment& experiment;
    const Plan& plan;
    DrawsOfPlays draws;  // none where luck alone differs
    std::optional<SecondReading> second = {};
};

/// Where values and rules were drawn: what luck alone does, and under which rules the sign is
/// another.
void add_draws(Json& row, const PlayValues& differences, const Comparing& comparing) {
    if (comparing.draws.empty()) return;
    const Spread all = spread_without_error(differences, comparing.draws);
    row["luck"] = luck_json(all.luck);
    row["second"] = second_json(differences, comparing.second);
    row["but"] = rules_against(differences, comparing.experiment, all.above > all.below ? 1 : -1);
}

/// A difference of two scenarios on shared plays, with the middles of both beside it.
Json compared(std::string_view row, const PairedColumn& column, const Comparing& comparing) {
    std::vector<double> a, b, differences;
    PlayValues by_play;
    const double smallest = smallest_that_matters(column.headline, comparing.plan);
    std::size_t fewer = 0;
    std::size_t more = 0;
    std::size_t small = 0;
    for (std::size_t i = 0; i < column.base.size(); ++i) {
        const double difference = column.other[i] - column.base[i];
        if (!std::isfinite(difference)) continue;
        a.push_back(column.base[i]);
        b.push_back(column.other[i]);
        differences.push_back(difference);
        by_play[column.replicates[i]] = difference;
        fewer += difference < 0;
        more += difference > 0;
        small += std::abs(difference) < smallest;
    }
    if (differences.empty()) return nullptr;
    const auto share = [&](std::size_t plays) {
        return number(static_cast<double>(plays) / static_cast<double>(differences.size()));
    };
    Json json = {{"row", row},
                 {"id", column.headline.id},
                 {"unit", column.headline.unit},
                 {"a", number(median(a))},
                 {"b", number(median(b))},
                 {"spread", spread(differences)},
                 {"fewer", share(fewer)},
                 {"more", share(more)}};
    if (smallest > 0) {
        json["small"] = number(smallest);
        json["within"] = share(small);
    }
    add_draws(json, by_play, comparing);
    return json;
}

Json compared_rows(const Pairing& pairing, const Experiment& experiment) {
    static constexpr std::string_view order[][2] = {
        {"official", "handed_in"},      {"official", "signed"},  {"changed", "stopped_by_campaign"},
        {"changed", "stopped_calling"}, {"changed", "arrested"}, {"changed", "fee_rise"},
    };
    const std::vector<PairedColumn> columns = pairing.columns();
    const bool yardstick = std::any_of(
        columns.begin(), columns.end(),
        [](const PairedColumn& column) { return column.headline.id == "stopped_by_campaign"; });
    const Comparing comparing{
        experiment, pairing.plan(),
        experiment.draws.empty() ? DrawsOfPlays() : draws_of_plays(experiment),
        second_reading(experiment)};
    Json rows = Json::array();
    for (const auto& [row, id] : order) {
        if (yardstick && id == "stopped_calling") continue;
        for (const PairedColumn& column : columns) {
            if (column.headline.id != id) continue;
            Json one = compared(row, column, comparing);
            if (!one.is_null()) rows.push_back(std::move(one));
        }
    }
    return rows;
}

/// In what the two are set differently; a date or a sentence that only one has stands beside
/// nothing.
Json differs(const Scenario& one, const Scenario& other) {
    Json rows = Json::array();
    for (const DiffRow& row : diff(one, other)) {
        const auto ref = find_parameter(row.name);
        rows.push_back({{"name", row.name},
                        {"label", ref ? std::string(entry_of(*ref).label) : std::string()},
                        {"a", row.one},
                        {"b", row.other}});
    }
    return rows;
}

}  // namespace

/// What the report opens with: ranges over plays, never of a mean, so that none shrinks with more.
Json first_part(const Gathered& gathered, const Experiment& experiment) {
    Json others = Json::array();
    if (gathered.pairings) {
        for (const Pairing& pairing : gathered.pairings->pairings())
            others.push_back({{"name", pairing.name()},
                              {"days", pairing.days()},
                              {"rows", compared_rows(pairing, experiment)}});
    }
    for (Json& other : others) {
        for (const Point& point : experiment.points) {
            if (point.name != other["name"].get<std::string>()) continue;
            other["title"] = point.scenario.title;
            other["differs"] = differs(gathered.scenario, point.scenario);
        }
    }
    return {{"drawn", experiment.draws.empty() ? "luck" : "values"},
            {"plays", gathered.hashes.size()},
            {"failed", gathered.failed},
            {"rows", rows_of(experiment, gathered.headlines())},
            {"doubt", gathered.answer->doubt()},
            {"others", std::move(others)}};
}

}  // namespace tumen

#include "sensitivity/sensitivity.hpp"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cmath>
#include <limits>
#include <set>

#include "measures/headlines/evaluate.hpp"
#include "sensitivity/what_matters.hpp"

namespace tumen {

namespace {

constexpr std::size_t parts_of_growth[] = {8, 4, 2, 1};

MorrisDesign morris_design(const Design& design) {
    MorrisDesign result{design.factors.size(), design.samples, 4};
    const std::string levels = option_of(design, "levels");
    std::from_chars(levels.data(), levels.data() + levels.size(), result.levels);
    return result;
}

FactorSensitivity screened(std::string name, std::span<const std::optional<double>> effects) {
    FactorSensitivity factor{std::move(name), screening(effects), {}, {}, {}, 1, 1};
    factor.strength = factor.screening ? factor.screening->size : Estimated{no_number, {}};
    return factor;
}

/// What there is to say about one headline before factors are ordered.
struct Found {
    std::vector<FactorSensitivity> factors;  // of the design, in its order
    std::optional<FactorSensitivity> dummy;
    std::vector<Growth> growth;
    std::size_t planned = 0;
    std::size_t used = 0;
};

/// The first point of each trajectory gets another luck: one effect of the dummy for each.
std::vector<std::optional<double>> dummy_effects(const MorrisDesign& morris,
                                                 const std::vector<double>& changes) {
    std::vector<std::optional<double>> effects(morris.trajectories);
    for (std::size_t i = 0; i < morris.trajectories; ++i) {
        const double change = changes[i * (morris.factors + 1)];
        if (std::isfinite(change)) effects[i] = change / morris_step(morris.levels);
    }
    return effects;
}

Found by_morris(const Experiment& experiment, const PointReplicates& values) {
    const Design& design = *experiment.design;
    const MorrisDesign morris = morris_design(design);
    const auto effects =
        elementary_effects(morris, morris_rows(morris, experiment.seed), point_means(values));
    Found found;
    for (std::size_t i = 0; i < effects.size(); ++i) {
        found.factors.push_back(screened(design.factors[i].name, effects[i]));
        found.planned += effects[i].size();
        found.used += static_cast<std::size_t>(
            std::count_if(effects[i].begin(), effects[i].end(),
                          [](const std::optional<double>& effect) { return effect.has_value(); }));
    }
    if (const auto changes = changes_by_luck(values))
        found.dummy = screened(std::string(dummy_name), dummy_effects(morris, *changes));
    for (const std::size_t part : parts_of_growth) {
        const std::size_t first = morris.trajectories / part;
        if (morris.trajectories % part != 0 || first < 2) continue;
        Growth& growth = found.growth.emplace_back(Growth{first, {}});
        for (const auto& one : effects)
            growth.strengths.push_back(screened("", std::span(one).first(first)).strength);
    }
    return found;
}

Found by_sobol(const Experiment& experiment, const PointReplicates& values) {
    const Design& design = *experiment.design;
    auto rows = base_rows(design.factors.size(), point_means(values));
    const auto changes = changes_by_luck(values);
    Found found;
    found.planned = rows.size();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!rows[i]) continue;
        ++found.used;
        if (!changes) continue;
        rows[i]->exchanged.push_back(rows[i]->a + (*changes)[i * (design.factors.size() + 2)]);
    }
    const std::vector<SobolIndices> grown = sobol_convergence(rows);
    for (const SobolIndices& indices : grown) {
        Growth& growth = found.growth.emplace_back(Growth{indices.rows, {}});
        for (std::size_t i = 0; i < design.factors.size(); ++i)
            growth.strengths.push_back(indices.factors[i].total);
    }
    if (grown.empty()) return found;
    const SobolIndices* indices = &grown.back();
    for (std::size_t i = 0; i < indices->factors.size(); ++i) {
        const bool dummy = i == design.factors.size();
        const SobolIndex& index = indices->factors[i];
        FactorSensitivity factor{dummy ? std::string(dummy_name) : design.factors[i].name,
                                 {},
                                 index,
                                 index.total,
                                 {},
                                 1,
                                 1};
        if (dummy) {
            found.dummy = std::move(factor);
        } else {
            found.factors.push_back(std::move(factor));
        }
    }
    return found;
}

Standing standing_of(const Estimated& strength, const std::optional<FactorSensitivity>& dummy) {
    if (!dummy) return Standing::no_floor;
    if (!strength.interval) return Standing::not_told;
    const auto& floor = dummy->strength;
    const double reached = floor.interval ? floor.interval->high : floor.value;
    return strength.interval->low > reached ? Standing::told : Standing::not_told;
}

/// A rank is certain as far as intervals do not overlap.
void set_ranks(std::vector<FactorSensitivity>& factors) {
    for (FactorSensitivity& one : factors) {
        one.best = 1;
        one.worst = factors.size();
        for (const FactorSensitivity& other : factors) {
            if (!one.strength.interval || !other.strength.interval) continue;
            if (other.strength.interval->low > one.strength.interval->high) ++one.best;
            if (other.strength.interval->high < one.strength.interval->low) --one.worst;
        }
    }
}

/// Positions of the factors, the strongest first.
std::vector<std::size_t> order_of(const std::vector<FactorSensitivity>& factors) {
    std::vector<std::size_t> order(factors.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    const auto strength = [&](std::size_t i) {
        const double value = factors[i].strength.value;
        return std::isfinite(value) ? value : -std::numeric_limits<double>::infinity();
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return strength(a) > strength(b); });
    return order;
}

template <class Value>
std::vector<Value> in_order(const std::vector<Value>& values,
                            const std::vector<std::size_t>& order) {
    std::vector<Value> result;
    result.reserve(order.size());
    for (const std::size_t i : order)
        result.push_back(values[i]);
    return result;
}

/// Points that are a sample of what the parameters can be: all of Morris, A and B of Saltelli.
std::vector<std::size_t> sampled_points(const Experiment& experiment, SensitivityMethod method) {
    std::vector<std::size_t> points;
    const std::size_t width = experiment.design->factors.size() + 2;
    for (std::size_t i = 0; i < experiment.points.size(); ++i) {
        if (method == SensitivityMethod::morris || i % width < 2) points.push_back(i);
    }
    return points;
}

HeadlineSensitivity headline_sensitivity(const Experiment& experiment, SensitivityMethod method,
                                         const Headline& headline, const PointReplicates& values) {
    Found found = method == SensitivityMethod::morris ? by_morris(experiment, values)
                                                      : by_sobol(experiment, values);
    for (FactorSensitivity& factor : found.factors)
        factor.standing = standing_of(factor.strength, found.dummy);
    set_ranks(found.factors);
    const std::vector<std::size_t> order = order_of(found.factors);
    HeadlineSensitivity result;
    result.headline = headline;
    result.planned = found.planned;
    result.used = found.used;
    result.factors = in_order(found.factors, order);
    result.dummy = std::move(found.dummy);
    result.growth = std::move(found.growth);
    for (Growth& growth : result.growth)
        growth.strengths = in_order(growth.strengths, order);
    const std::vector<std::size_t> sampled = sampled_points(experiment, method);
    result.luck = luck_share(values, sampled);
    std::vector<double> there;
    const std::vector<double> means = point_means(values);
    for (const std::size_t point : sampled) {
        if (std::isfinite(means[point])) there.push_back(means[point]);
    }
    result.mean = there.empty() ? no_number : mean(there);
    result.deviation = there.size() < 2 ? 0 : standard_deviation(there);
    return result;
}

}  // namespace

std::string_view name_of(SensitivityMethod method) {
    return method == SensitivityMethod::morris ? "morris" : "sobol";
}

std::optional<SensitivityMethod> sensitivity_method(const Experiment& experiment) {
    if (!experiment.design || experiment.kind != ExperimentKind::sensitivity) return std::nullopt;
    const Design& design = *experiment.design;
    const std::size_t factors = design.factors.size();
    const auto has_points = [&](std::size_t a_sample) {
        return factors > 0 && experiment.points.size() == design.samples * a_sample;
    };
    const std::size_t levels = morris_design(design).levels;
    if (design.method == "morris" && has_points(factors + 1) && levels >= 2 && levels % 2 == 0)
        return SensitivityMethod::morris;
    if (design.method == "saltelli" && has_points(factors + 2)) return SensitivityMethod::sobol;
    return std::nullopt;
}

DesignRows sensitivity_parts(const Design& design, std::uint64_t seed) {
    if (design.method == "morris") return morris_rows(morris_design(design), seed);
    assert(design.method == "saltelli");
    return saltelli_rows(design.factors.size(), design.samples, seed);
}

std::string_view usual_headline(const Plan& plan) {
    return campaign_of(plan) == Campaign::drive ? "stopped_calling" : "calling_level";
}

SensitivityBook::SensitivityBook(const Experiment& experiment)
    : experiment_(experiment), headlines_(headlines(experiment.points.outline(0))) {}

void SensitivityBook::add(const ReplicateResult& result) {
    const std::size_t points = experiment_.points.size();
    Row& row = rows_[result.replicate];
    if (row.came.empty()) {
        row.came.assign(points, Came::not_yet);
        row.values.assign(points * headlines_.size(), no_number);
    }
    Came& came = row.came[result.point];
    if (came == Came::not_yet) ++row.there;
    came = result.outcome == Outcome::failed ? Came::failed : Came::done;
    if (came == Came::failed) return;
    const std::vector<double> values =
        result.headlines.empty()
            ? headline_values(experiment_.points.at(result.point).scenario, result.cities)
            : result.headlines;
    const std::size_t count = std::min(values.size(), headlines_.size());
    std::copy_n(values.begin(), count,
                row.values.begin() + static_cast<std::ptrdiff_t>(result.point * headlines_.size()));
}

Sensitivity SensitivityBook::results() const {
    Sensitivity result;
    result.method = *sensitivity_method(experiment_);
    result.headline = option_of(*experiment_.design, "headline");
    result.chosen = option_of(*experiment_.design, chosen_option);
    result.points = experiment_.points.size();
    std::vector<const Row*> used;
    for (const std::uint32_t replicate : experiment_.replicates) {
        const auto found = rows_.find(replicate);
        const std::size_t there = found == rows_.end() ? 0 : found->second.there;
        result.missing += result.points - there;
        if (there == result.points) used.push_back(&found->second);
    }
    if (used.empty() && !rows_.empty()) used.push_back(&rows_.begin()->second);
    result.replicates = used.size();
    for (const Row* row : used)
        result.failed +=
            static_cast<std::size_t>(std::count(row->came.begin(), row->came.end(), Came::failed));
    for (std::size_t headline = 0; headline < headlines_.size(); ++headline) {
        PointReplicates values(result.points, std::vector<double>(used.size(), no_number));
        for (std::size_t i = 0; i < used.size(); ++i) {
            for (std::size_t point = 0; point < result.points; ++point)
                values[point][i] = used[i]->values[point * headlines_.size() + headline];
        }
        result.headlines.push_back(
            headline_sensitivity(experiment_, result.method, headlines_[headline], values));
    }
    std::erase_if(result.headlines, [&](const HeadlineSensitivity& one) {
        return one.factors.empty() && one.headline.id != result.headline;
    });
    std::stable_partition(
        result.headlines.begin(), result.headlines.end(),
        [&](const HeadlineSensitivity& one) { return one.headline.id == result.headline; });
    return result;
}

Expected<Sensitivity, Diagnostic> sensitivity_of(ResultSource& stored) {
    SensitivityBook book(stored.experiment());
    for (const ReplicateKey key : stored.replicates()) {
        auto result = stored.read(key);
        if (!result) return result.error();
        book.add(*result);
    }
    return book.results();
}

}  // namespace tumen

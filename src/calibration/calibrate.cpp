#include "calibration/calibrate.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "base/math.hpp"
#include "base/text.hpp"
#include "experiment/failure.hpp"
#include "patterns/check.hpp"

namespace tumen {

namespace {

std::string ids_of(const std::vector<const Pattern*>& patterns) {
    std::string text;
    for (const Pattern* pattern : patterns)
        text += (text.empty() ? "" : ",") + std::string(pattern->id);
    return text;
}

Diagnostic unreadable(std::string reason) {
    return diagnostic("the calibration cannot be read", std::move(reason),
                      "it was written by another version of the program, or altered");
}

/// Adds the patterns of a list of ids; what is unknown is named.
std::string add_targets(const std::string& ids, TargetUse use, Calibration& calibration) {
    for (std::size_t from = 0; from < ids.size();) {
        const std::size_t comma = std::min(ids.find(',', from), ids.size());
        const std::string id = ids.substr(from, comma - from);
        const Pattern* pattern = calibration.own ? calibration.own->find(id) : nullptr;
        if (pattern == nullptr) pattern = find_pattern(id);
        if (pattern == nullptr || pattern->test.expectation == Expectation::none)
            return "there is no pattern " + printable(id, 40) + " to test";
        calibration.patterns.push_back(pattern);
        calibration.settings.targets.push_back({id, expected_interval(pattern->test), use});
        from = comma + 1;
    }
    return "";
}

std::optional<std::uint32_t> whole_option(const Design& design, std::string_view name) {
    const std::string text = option_of(design, name);
    std::uint32_t value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || value == 0)
        return std::nullopt;
    return value;
}

/// On the scale of the prior, so that a factor of ten counts alike anywhere.
double width_of(const Factor& prior) {
    if (prior.scale == Scale::logarithmic) return math::log(prior.high / prior.low);
    const double centre = (prior.high + prior.low) / 2;
    return centre == 0 ? prior.high - prior.low : (prior.high - prior.low) / std::abs(centre);
}

}  // namespace

Design calibration_design(const CalibrationAsked& asked) {
    Design design;
    design.method = calibration_method;
    design.samples = asked.particles;
    design.factors = asked.priors;
    design.options = {{"generations", std::to_string(asked.generations)},
                      {"predictive", std::to_string(asked.predictive)},
                      {"replicates", std::to_string(asked.replicates)},
                      {"fitted", ids_of(asked.fitted)},
                      {"held_out", ids_of(asked.held_out)}};
    if (asked.own) design.options.emplace_back("own_patterns", asked.own->text());
    return design;
}

Expected<Calibration, Diagnostic> calibration_of(const Experiment& experiment) {
    if (experiment.kind != ExperimentKind::calibrate || !experiment.design)
        return diagnostic("this is no calibration", "its results are those of another command",
                          "`tumen calibrate` makes one");
    const Design& design = *experiment.design;
    const auto generations = whole_option(design, "generations");
    const auto predictive = whole_option(design, "predictive");
    const auto replicates = whole_option(design, "replicates");
    if (design.method != calibration_method || !generations || !predictive || !replicates ||
        design.samples < 2 || design.factors.empty()) {
        return unreadable("its settings are not complete");
    }
    Calibration calibration;
    calibration.settings.seed = experiment.seed;
    calibration.settings.particles = design.samples;
    calibration.settings.generations = *generations;
    calibration.settings.predictive = *predictive;
    calibration.settings.priors = design.factors;
    calibration.replicates = *replicates;
    if (const std::string text = option_of(design, "own_patterns"); !text.empty()) {
        auto own = OwnPatterns::read({"patterns", "patterns", text, Place::embedded},
                                     experiment.points.front().name);
        if (!own) return unreadable(own.error().front().problem);
        calibration.own = *std::move(own);
    }
    for (const auto& [option, use] :
         {std::pair{"fitted", TargetUse::fitted}, std::pair{"held_out", TargetUse::held_out}}) {
        std::string problem = add_targets(option_of(design, option), use, calibration);
        if (!problem.empty()) return unreadable(std::move(problem));
    }
    const ScenarioPoints points = points_by_name(experiment);
    for (const MeasuredRun& needed : runs_needed(measurements_of(calibration.patterns))) {
        if (!points.contains(name_of(needed)))
            return unreadable("a scenario that its patterns need is missing");
    }
    return calibration;
}

std::vector<const Pattern*> others_shown(const std::vector<std::string>& runs,
                                         const std::vector<const Pattern*>& fitted) {
    const auto is_played = [&](const MeasuredRun& run) {
        return std::find(runs.begin(), runs.end(), name_of(run)) != runs.end();
    };
    std::vector<const Pattern*> patterns = testable_patterns();
    std::erase_if(patterns, [&](const Pattern* pattern) {
        const bool counted = std::find(fitted.begin(), fitted.end(), pattern) != fitted.end();
        const std::vector<MeasuredRun> needed = runs_needed({measurement_of(*pattern)});
        return counted || !std::all_of(needed.begin(), needed.end(), is_played);
    });
    return patterns;
}

std::vector<Factor> widest_priors(const std::vector<const Pattern*>& patterns, std::size_t count) {
    std::vector<Factor> priors;
    for (const ParameterRef ref : parameter_refs()) {
        const ParameterRow& row = row_of(ref);
        const auto bears = [&](const Pattern* pattern) {
            return std::find(pattern->parameters.begin(), pattern->parameters.end(), row.name) !=
                   pattern->parameters.end();
        };
        const bool bearing = std::any_of(patterns.begin(), patterns.end(), bears);
        if (!bearing || row.indexing == Indexing::by_sentence) continue;
        if (auto prior = read_prior(name_of(ref)); prior && prior->high > prior->low)
            priors.push_back(*std::move(prior));
    }
    std::stable_sort(priors.begin(), priors.end(), [](const Factor& one, const Factor& other) {
        return width_of(one) > width_of(other);
    });
    if (priors.size() > count) priors.resize(count);
    return priors;
}

Expected<Factor, Diagnostic> read_prior(std::string_view text) {
    auto factor = read_factor(text);
    if (!factor) return factor;
    const auto ref = find_parameter(factor->name);
    if (ref && entry_of(*ref).prior != Prior::fixed) return factor;
    return diagnostic(
        factor->name + " cannot be calibrated",
        ref ? "the ledger has no prior for it: it is part of a scenario" : "it changes nothing",
        "`tumen evidence show NAME` says which prior a parameter has");
}

}  // namespace tumen

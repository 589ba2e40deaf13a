#pragma once
#include <algorithm>

#include "base/rows/fields.hpp"
#include "calibration/posterior.hpp"
#include "measures/numbers/effective_size.hpp"
#include "scenario/evidence/ledger.hpp"

/// What is told of parameters and patterns of a calibration, in every face.
namespace tumen {

template <>
inline constexpr ResultKind result_kind<ParameterPosterior> = {
    "calibrated parameter",
    "A parameter before and after a calibration.",
    "calibrate",
    "parameters[]",
    "calibration.parameters[]",
    "Calibration.parameters",
    "id",
    "calibration-parameters"};
template <>
inline constexpr auto fields_of<ParameterPosterior> = FieldList{
    Field{"id",
          "",
          "The parameter.",
          [](const ParameterPosterior& row) -> const std::string& { return row.prior.name; },
          {},
          "name"},
    Field{"label", "", "What it is called.",
          [](const ParameterPosterior& row) {
              const auto ref = find_parameter(row.prior.name);
              return ref ? entry_of(*ref).label : std::string_view();
          }},
    Field{"unit", "", "The unit of its numbers.",
          [](const ParameterPosterior& row) { return unit_name(row.prior); }},
    Field{"low",
          "row",
          "Where the prior begins.",
          [](const ParameterPosterior& row) { return row.prior.low; },
          {},
          "prior_low"},
    Field{"high",
          "row",
          "Where the prior ends.",
          [](const ParameterPosterior& row) { return row.prior.high; },
          {},
          "prior_high"},
    Field{"scale", "", "How the prior lies between them: linear or logarithmic.",
          [](const ParameterPosterior& row) -> std::string_view {
              return row.prior.scale == Scale::logarithmic ? "logarithmic" : "linear";
          }},
    Field{"beyond_evidence", "", "Whether the prior goes beyond what the evidence leaves open.",
          [](const ParameterPosterior& row) { return row.prior.evidence == Evidence::beyond; }},
    Field{"mean", "row", "The mean of the posterior.", &ParameterPosterior::mean},
    Field{"median", "row", "The value that half of the posterior lies under.",
          &ParameterPosterior::median},
    Field{"q25", "row", "The value that 25 % of it lie under.",
          [](const ParameterPosterior& row) { return row.half.low; }},
    Field{"q75", "row", "The value that 75 % of it lie under.",
          [](const ParameterPosterior& row) { return row.half.high; }},
    Field{"q05", "row", "The value that 5 % of it lie under.",
          [](const ParameterPosterior& row) { return row.ninety.low; }},
    Field{"q95", "row", "The value that 95 % of it lie under.",
          [](const ParameterPosterior& row) { return row.ninety.high; }},
    Field{"shrinkage", "1", "0: the patterns say nothing of it; 1: they fix its value.",
          &ParameterPosterior::shrinkage},
    Field{"warnings", "", "What is to be known before it is used, in sentences.",
          &ParameterPosterior::warnings}};

template <>
inline constexpr auto fields_of<PredictiveShare> =
    FieldList{Field{"n",
                    "simulations",
                    "Simulations that have a value.",
                    &PredictiveShare::n,
                    {},
                    "replicates"},
              Field{"share",
                    "1",
                    "The share of them that shows the pattern.",
                    &PredictiveShare::share,
                    {},
                    "."},
              Field{"lo",
                    "1",
                    "Where its 95 % interval begins.",
                    [](const PredictiveShare& row) { return row.share_interval.low; },
                    {},
                    "low"},
              Field{"hi",
                    "1",
                    "Where its 95 % interval ends.",
                    [](const PredictiveShare& row) { return row.share_interval.high; },
                    {},
                    "high"},
              Field{"mean", "", "The mean of the pattern's statistic.", &PredictiveShare::mean}};

template <>
inline constexpr ResultKind result_kind<PatternFit> = {
    "fit of a pattern",
    "A pattern with parameters from the prior and from the posterior of a calibration.",
    "calibrate",
    "patterns[]",
    "calibration.patterns[]",
    "Calibration.fit",
    "id"};
template <>
inline constexpr auto fields_of<PatternFit> = FieldList{
    Field{"id", "", "The pattern.", [](const PatternFit& row) { return row.pattern->id; }},
    Field{"statement", "", "What was reported.",
          [](const PatternFit& row) { return row.pattern->statement; }},
    Field{"scenario", "", "The scenario that can show it.",
          [](const PatternFit& row) { return row.pattern->test.scenario; }},
    Field{"role",
          "",
          "What the pattern is for.",
          [](const PatternFit& row) { return name_of(row.pattern->role); },
          {},
          "pattern_role"},
    Field{"fitted",
          "",
          "Whether the calibration fitted to it.",
          [](const PatternFit& row) { return row.use == TargetUse::fitted; },
          {}},
    Field{"use", "", "The same in a word: fitted or held-out.",
          [](const PatternFit& row) -> std::string_view {
              return row.use == TargetUse::fitted ? "fitted" : "held-out";
          },
          Without{.command_line = "fitted says it", .page = "fitted says it"}, "role"},
    Field{"prior", "1", "Under the prior.", &PatternFit::prior},
    Field{"posterior", "1", "Under the posterior; missing until it was simulated.",
          &PatternFit::posterior},
    Field{"worse", "",
          "Whether fewer simulations show it after than before: 0 lies above the 95 % interval of "
          "the difference.",
          [](const PatternFit& row) { return row.got_worse(); }}};

template <>
inline constexpr std::optional<GenerationStatus> last_of<GenerationStatus> =
    GenerationStatus::predictive;

inline std::size_t failed_of(const Generation& generation) {
    return static_cast<std::size_t>(
        std::count_if(generation.particles.begin(), generation.particles.end(),
                      [](const Particle& one) { return one.status == ParticleStatus::failed; }));
}

/// Missing where nothing was kept, and of simulations of what was found.
inline std::optional<double> size_of_sample(const Generation& generation) {
    if (generation.accepted() == 0 || generation.status == GenerationStatus::predictive)
        return std::nullopt;
    return effective_size(sample_of(generation).weights);
}

template <>
inline constexpr ResultKind result_kind<Generation> = {
    "generation",
    "A round of a calibration: proposals, and those that were kept.",
    "calibrate",
    "generations[]",
    "calibration.generations[]",
    "",
    "generation"};
template <>
inline constexpr auto fields_of<Generation> = FieldList{
    Field{"generation", "", "Its number.", &Generation::number},
    Field{"status", "", "How it ended.", &Generation::status},
    Field{"threshold", "", "How far from the patterns a proposal may be; missing where all may.",
          &Generation::threshold},
    Field{"proposals", "proposals", "Sets of values that were tried.",
          [](const Generation& row) { return row.particles.size(); }},
    Field{"accepted", "proposals", "Those that were kept.",
          [](const Generation& row) { return row.accepted(); }},
    Field{"failed", "proposals", "Those that could not be played.",
          [](const Generation& row) { return failed_of(row); }},
    Field{"effective_size", "proposals",
          "How many independent ones those that were kept are worth.",
          [](const Generation& row) { return size_of_sample(row); }}};

}  // namespace tumen

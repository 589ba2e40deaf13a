#pragma once
#include "base/rows/fields.hpp"
#include "sensitivity/sensitivity.hpp"
#include "sensitivity/sensitivity_words.hpp"

/// What is told of a parameter of a sensitivity analysis, in every face.
namespace tumen {

template <>
inline constexpr std::optional<Standing> last_of<Standing> = Standing::no_floor;

template <>
inline constexpr auto fields_of<Estimated> =
    FieldList{Field{"value", "row", "The estimate.", &Estimated::value, {}, "."},
              Field{"lo",
                    "row",
                    "Where its 95 % interval begins.",
                    [](const Estimated& one) {
                        return one.interval ? std::optional(one.interval->low) : std::nullopt;
                    },
                    {},
                    "low"},
              Field{"hi",
                    "row",
                    "Where its 95 % interval ends.",
                    [](const Estimated& one) {
                        return one.interval ? std::optional(one.interval->high) : std::nullopt;
                    },
                    {},
                    "high"}};

/// A parameter, or the dummy, for one headline: of Morris's screening ...
struct ScreenedRow {
    const HeadlineSensitivity& headline;
    const FactorSensitivity& factor;
};
/// ... and of Sobol's indices.
struct IndexedRow {
    const HeadlineSensitivity& headline;
    const FactorSensitivity& factor;
};

template <class Row>
constexpr bool is_dummy(const Row& row) {
    return row.factor.name == dummy_name;
}

template <class Row>
inline constexpr auto factor_fields = FieldList{
    Field{"headline", "", "The headline that it moves.",
          [](const Row& row) -> const std::string& { return row.headline.headline.id; }},
    Field{"name",
          "",
          "The parameter, or the dummy, which does nothing.",
          [](const Row& row) -> const std::string& { return row.factor.name; },
          {},
          "parameter"},
    Field{"unit", "", "The unit of the headline.",
          [](const Row& row) -> const std::string& { return row.headline.headline.unit; }},
    Field{"strength", "row", "What ranks it: mu_star of a screening, total of indices.",
          [](const Row& row) -> const Estimated& { return row.factor.strength; },
          Without{.python = "it is mu_star, or total, once more"}},
    Field{"standing",
          "",
          "Whether its effect is told from what another luck alone would do; missing of the dummy.",
          [](const Row& row) {
              return is_dummy(row) ? std::nullopt : std::optional(row.factor.standing);
          },
          {},
          "from_luck"},
    Field{"best",
          "",
          "Its rank if luck is as kind as the intervals allow; missing of the dummy.",
          [](const Row& row) {
              return is_dummy(row) ? std::nullopt : std::optional(row.factor.best);
          },
          {},
          "best_rank"},
    Field{"worst",
          "",
          "Its rank if luck is as unkind as they allow; missing of the dummy.",
          [](const Row& row) {
              return is_dummy(row) ? std::nullopt : std::optional(row.factor.worst);
          },
          {},
          "worst_rank"},
    Field{"sentence", "", "All this in one sentence; empty of the dummy.", [](const Row& row) {
              return is_dummy(row) ? std::string() : sentence_of(row.factor, row.headline.headline);
          }}};

/// An estimate of a screening, or of an index, where there is one.
template <class Part, Estimated Part::*which>
std::optional<Estimated> estimate_of(const std::optional<Part>& part) {
    return part ? std::optional((*part).*which) : std::nullopt;
}

template <>
inline constexpr ResultKind result_kind<ScreenedRow> = {
    "screened factor",
    "A parameter in Morris's screening, for one headline.",
    "sensitivity --method morris",
    "headlines[].factors[] headlines[].dummy",
    "sensitivity.headlines[].factors[] sensitivity.headlines[].dummy",
    "Sensitivity.factors",
    "headline name",
    "morris-HEADLINE"};
template <>
inline constexpr auto fields_of<ScreenedRow> = joined(
    factor_fields<ScreenedRow>,
    FieldList{Field{"mu_star", "row", "The mean of absolute effects.",
                    [](const ScreenedRow& row) {
                        return estimate_of<Screening, &Screening::size>(row.factor.screening);
                    }},
              Field{"mu", "row", "The mean of effects, of which both signs cancel.",
                    [](const ScreenedRow& row) {
                        return estimate_of<Screening, &Screening::mean>(row.factor.screening);
                    }},
              Field{"sigma", "row",
                    "The spread of effects: large where one depends on other parameters, or bends.",
                    [](const ScreenedRow& row) {
                        return estimate_of<Screening, &Screening::spread>(row.factor.screening);
                    }},
              Field{"effects", "effects", "Effects that have a value.", [](const ScreenedRow& row) {
                        const auto& screening = row.factor.screening;
                        return screening ? screening->effects : std::size_t{0};
                    }}});

template <>
inline constexpr ResultKind result_kind<IndexedRow> = {
    "ranked factor",
    "A parameter in Sobol's indices, for one headline.",
    "sensitivity --method sobol",
    "headlines[].factors[] headlines[].dummy",
    "sensitivity.headlines[].factors[] sensitivity.headlines[].dummy",
    "Sensitivity.factors",
    "headline name",
    "sobol-HEADLINE"};
template <>
inline constexpr auto fields_of<IndexedRow> = joined(
    factor_fields<IndexedRow>,
    FieldList{Field{"total", "1", "The share of variance that remains when all others are known.",
                    [](const IndexedRow& row) {
                        return estimate_of<SobolIndex, &SobolIndex::total>(row.factor.index);
                    }},
              Field{"first", "1", "The share of variance that goes with knowing it alone.",
                    [](const IndexedRow& row) {
                        return estimate_of<SobolIndex, &SobolIndex::first>(row.factor.index);
                    }}});

}  // namespace tumen

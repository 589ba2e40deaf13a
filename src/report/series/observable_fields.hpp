#pragma once
#include "base/rows/fields.hpp"
#include "model/observable_fields.hpp"
#include "report/series/figures.hpp"
#include "scenario/evidence/statistic.hpp"

/// What is told of columns that are added up, in every face.
namespace tumen {

template <>
inline constexpr ResultKind result_kind<DerivedObservable> = {
    "sum of observables",
    "A name that stands for columns added up.",
    "info observables",
    "observables[]",
    "",
    "",
    "name"};
template <>
inline constexpr auto fields_of<DerivedObservable> =
    FieldList{Field{"name", "", "What statistics and pictures call it.", &DerivedObservable::name},
              Field{"label", "", "What it is called.", &DerivedObservable::label},
              Field{"sum_of", "", "The columns that are added up.", &DerivedObservable::columns},
              Field{"explanation", "", "How it is counted.", &DerivedObservable::explanation}};

}  // namespace tumen

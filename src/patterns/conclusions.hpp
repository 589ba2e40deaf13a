#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "measures/numbers/statistics.hpp"
#include "patterns/pattern_book.hpp"
#include "scenario/evidence/measure_rows.hpp"

/// What a reader takes home from comparing scenarios, as differences whose sign is judged, so that
/// it can be said which of them depend on a choice of rules.
namespace tumen {

/// A difference whose sign is judged (evidence/measures.toml).
using Conclusion = ConclusionRow;
std::span<const Conclusion> conclusions();

enum class Direction : std::uint8_t { higher, lower, cannot_be_told, no_value };
std::string_view name_of(Direction direction);

/// By the 95 % interval of the mean over replicates: it cannot be told where that holds 0, nor for
/// a difference that is 0 in every replicate.
struct ConclusionResult {
    std::size_t replicates = 0;
    double mean = 0;
    std::optional<Interval> mean_interval;
    Direction direction = Direction::no_value;
};
ConclusionResult conclude(std::span<const double> differences);

/// Whether every setting gives the same sign.
bool survives(std::span<const Direction> directions);

Measurement measurement_of(const Conclusion& conclusion);
std::vector<Measurement> measurements_of(std::span<const Conclusion> conclusions);

}  // namespace tumen

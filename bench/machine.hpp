#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "base/draw_many.hpp"

/// Loops that show what this machine pays for one operation of the model. "Alone": independent of
/// one another, but one at a time, as where an event asks for one. "Wide": many at once, on the
/// widest vectors that the processor has.
namespace tumen::bench {

/// Sum of the first word of blocks first .. first + count - 1.
std::uint64_t philox_alone(std::uint32_t first, std::size_t count);
/// The blocks with those first words of their names; the last of them in columns.
void philox_wide(std::span<const WordColumn> first, std::array<WordColumn, 4>& last);

double exp_alone(std::span<const double> x);
void exp_wide(std::span<const double> x, std::span<double> y);
double log_alone(std::span<const double> x);
double inverse_normal_alone(std::span<const double> x);

/// One number of each line named, in that order.
double read_lines(std::span<const double> memory, std::span<const std::uint32_t> lines);
/// All of it, in order.
double read_in_order(std::span<const double> memory);

}  // namespace tumen::bench

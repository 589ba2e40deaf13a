#pragma once
#include <cstdint>
#include <span>
#include <string_view>

#include "model/state/today.hpp"

/// The day as a table: its steps in order. The loop of the day, the benchmarks' meters, `tumen info
/// schedule` and the table of docs/model.md are made from it.
namespace tumen {

/// Whether a step is played every day, or only on days that are reported.
enum class StepDays : std::uint8_t { all, reported };

/// What of a reported day is told: all of it, or what is counted, for who reads nothing else.
/// Needs, fear and belief are sums over many people, a tenth of a day's work.
enum class Observed : std::uint8_t { all, counts };

/// One step: what one ward does by itself, or some wards together, each as if it were alone; or a
/// barrier, at which all wards have finished and hear of each other.
struct DayStep {
    std::uint8_t number;    // as docs/model.md counts
    std::string_view rule;  // its noun
    std::string_view what;  // in words
    void (*ward)(const Today&, Ward&);
    void (*wards)(const Today&, std::span<Ward>);
    void (*city)(const Today&, City&, Executor&);
    StepDays days;

    constexpr bool is_barrier() const { return city != nullptr; }
};

/// The steps of a day, in order.
std::span<const DayStep> day_steps();
/// ... of this one: the warm-up, before day 0, is not reported.
std::span<const DayStep> steps_on(std::int32_t day, Observed observed = Observed::all);

/// Plays steps that no barrier parts, for some wards.
void play_steps(const Today& now, std::span<const DayStep> steps, std::span<Ward> wards);

}  // namespace tumen

#pragma once
#include <cstddef>
#include <vector>

#include "experiment/results.hpp"

namespace tumen {

/// Asks the C library to keep the memory that a replicate frees for the next one, where it would
/// give it back to the system and have every page cleared again. A process that plays replicates
/// calls it once; it then holds on to the most that it ever used. Nothing elsewhere than with
/// glibc.
void keep_freed_memory();

/// What playing an experiment takes of memory [bytes], rather too much than too little.
struct MemoryNeed {
    double program = 0;      // whatever is played
    double points = 0;       // what is asked for, and what the results file is told of it
    double days = 0;         // of one replicate that waits for its other cities, or for the disk
    double play = 0;         // of one thread: its city, and those that a common past keeps
    double simulation = 0;   // calendars and tables of one point, or of one draw
    double simulations = 0;  // of these, kept for the plays to come
    double waiting = 0;      // replicates that wait, beside two a thread
};

MemoryNeed memory_needed(const Experiment& experiment);
double total(const MemoryNeed& need, std::size_t threads);

/// As many of the `asked` threads as fit; 0 where one alone does not.
std::size_t threads_within(const MemoryNeed& need, double budget, std::size_t asked);

/// What a point takes [bytes], and what one scenario, and the calendar and tables that it is played
/// with.
double bytes_of(const Point& point);
double bytes_of(const Scenario& scenario);
double bytes_of(const std::vector<Origin>& origins);
double simulation_bytes(const Plan& plan);
/// How many simulations are kept for the plays to come: many where they are small.
std::size_t simulations_to_keep(const Plan& plan);

/// The most that the points of an experiment may take together [bytes]: so much that no design of
/// use is refused, and that no small file fills a machine.
inline constexpr double most_bytes_of_points = 2e9;

/// The most that this process has used [bytes]; 0 where the system does not say.
double peak_memory();
/// What the machine has [bytes]; 0 where the system does not say.
double machine_memory();

}  // namespace tumen

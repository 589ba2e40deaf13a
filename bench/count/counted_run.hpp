#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

/// The model compiled a second time, in a namespace of its own, with counters in it: how many
/// operations a replicate of hyesan-handin takes, step by step.
namespace counted {

struct Operations {
    std::uint64_t philox_blocks = 0;
    std::uint64_t exponentials = 0;
    std::uint64_t logarithms = 0;
    std::uint64_t inverse_normals = 0;
    std::uint64_t lines = 0;  // places in memory that an event needs, each at least one cache line
    std::uint64_t bytes = 0;  // state that a step reads in order for everybody of interest
};

struct Run {
    std::vector<std::string_view> names;
    std::vector<Operations> steps;
    std::uint64_t days = 0;                    // played, the warm-up included
    double people = 0;                         // of interest, mean over the days
    double homes = 0;                          // likewise
    std::vector<std::vector<double>> reports;  // all observables of each reported day
};

Run run_hand_in(std::uint32_t replicate);

}  // namespace counted

#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "calibration/abc/abc_simulators.hpp"
#include "experiment/results.hpp"

/// What processes that share out an experiment send each other, in bytes: integers little-endian,
/// doubles by their bits, so that a replicate arrives as it was played whatever machine played it.
/// What is read throws Failure where the bytes are no whole message.
namespace tumen {

/// Which replicate is to be played.
struct TaskMessage {
    std::uint32_t point = 0;
    std::uint32_t replicate = 0;
};

/// What is to be played from now on, and how.
struct ExperimentMessage {
    std::uint64_t threads = 1;
    std::uint32_t wards_a_task = 1;
    std::string experiment;  // store/experiment_bytes.hpp
};

std::string bytes_of(const ExperimentMessage& message);
ExperimentMessage read_experiment_message(std::string_view bytes);

std::string bytes_of(const TaskMessage& task);
TaskMessage read_task(std::string_view bytes);

std::string bytes_of(const ReplicateResult& result);
ReplicateResult read_result(std::string_view bytes);

std::string bytes_of(const Proposal& proposal);
Proposal read_proposal(std::string_view bytes);

std::string bytes_of(const Simulated& simulated);
Simulated read_simulated(std::string_view bytes);

}  // namespace tumen

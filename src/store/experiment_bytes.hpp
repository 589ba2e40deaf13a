#pragma once
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/expected.hpp"
#include "experiment/results.hpp"

namespace tumen {

/// An experiment as bytes that another process reads back: a results file without replicates, in
/// memory. So whatever the store knows of an experiment goes along.
std::string experiment_bytes(const Experiment& experiment);

/// The experiment; an error where the bytes are no such file, or where a scenario does not give its
/// hash again.
Expected<Experiment, Diagnostic> read_experiment_bytes(std::string_view bytes);

}  // namespace tumen

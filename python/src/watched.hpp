#pragma once
#include <pybind11/pybind11.h>

#include <cstdint>
#include <functional>

#include "experiment/ensemble/ensemble.hpp"

namespace tumen::python {

enum class Ended : std::uint8_t { by_itself, by_interrupt };

/// Plays on a thread of its own while the caller's, which holds the interpreter, calls `progress`
/// (done, failed, replicates, share of cities played, seconds) and looks for Ctrl-C. `work` gets
/// options whose progress and stop are set and must not touch Python. An interrupt asks `work` to
/// stop and waits for it; so does an exception of `progress`, which is then thrown again.
Ended watch(const pybind11::object& progress, EnsembleOptions options,
            const std::function<void(const EnsembleOptions&)>& work);

}  // namespace tumen::python

#include "watched.hpp"

#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>

namespace py = pybind11;

namespace tumen::python {

namespace {

constexpr std::chrono::milliseconds between_looks{50};

/// What both threads look at.
struct Shared {
    std::mutex mutex;
    std::condition_variable changed;
    Progress progress;
    bool ended = false;
    std::exception_ptr failure;
    std::atomic<StopRequest> stop{StopRequest::none};
};

void carry_out(Shared& shared, const std::function<void()>& work) {
    std::exception_ptr failure;
    try {
        work();
    } catch (...) {
        failure = std::current_exception();
    }
    const std::lock_guard lock(shared.mutex);
    shared.failure = failure;
    shared.ended = true;
    shared.changed.notify_all();
}

/// Waits a moment without the interpreter; the progress so far, or nothing at the end.
std::optional<Progress> next_look(Shared& shared) {
    const py::gil_scoped_release released;
    std::unique_lock lock(shared.mutex);
    if (shared.changed.wait_for(lock, between_looks, [&] { return shared.ended; }))
        return std::nullopt;
    return shared.progress;
}

void tell(const py::object& progress, const Progress& now) {
    if (progress.is_none()) return;
    const double share =
        now.cities == 0 ? 1
                        : static_cast<double>(now.cities_played) / static_cast<double>(now.cities);
    progress(now.done, now.failed, now.replicates, share, now.seconds);
}

/// Until the work has ended. Whether Ctrl-C came.
Ended look_after(Shared& shared, const py::object& progress,
                 std::optional<py::error_already_set>& thrown) {
    Ended ended = Ended::by_itself;
    while (const auto now = next_look(shared)) {
        try {
            if (PyErr_CheckSignals() != 0) throw py::error_already_set();
            if (!thrown && ended == Ended::by_itself) tell(progress, *now);
        } catch (py::error_already_set& error) {
            shared.stop = StopRequest::stop;
            if (error.matches(PyExc_KeyboardInterrupt)) {
                ended = Ended::by_interrupt;
            } else if (!thrown) {
                thrown.emplace(error);
            }
        }
    }
    return ended;
}

}  // namespace

Ended watch(const py::object& progress, EnsembleOptions options,
            const std::function<void(const EnsembleOptions&)>& work) {
    Shared shared;
    options.stop = &shared.stop;
    options.progress = [&](const Progress& now) {
        const std::lock_guard lock(shared.mutex);
        shared.progress = now;
    };
    std::thread thread([&] { carry_out(shared, [&] { work(options); }); });
    std::optional<py::error_already_set> thrown;
    const Ended ended = look_after(shared, progress, thrown);
    thread.join();
    if (shared.failure) std::rethrow_exception(shared.failure);
    if (thrown) throw py::error_already_set(*thrown);
    tell(progress, shared.progress);
    return ended;
}

}  // namespace tumen::python

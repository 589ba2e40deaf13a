#include "app/signals.hpp"

#include <unistd.h>

#include <csignal>

#include "app/command.hpp"

namespace tumen::app {

namespace {

// A signal handler can reach nothing but what has static storage.
std::atomic<StopRequest> requested{StopRequest::none};
static_assert(std::atomic<StopRequest>::is_always_lock_free);

extern "C" void on_signal(int) {
    if (requested.exchange(StopRequest::stop) == StopRequest::stop) {
        _exit(static_cast<int>(ExitCode::interrupted));
    }
}

}  // namespace

const std::atomic<StopRequest>& stop_on_signals() {
    struct sigaction action = {};
    action.sa_handler = on_signal;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    return requested;
}

}  // namespace tumen::app

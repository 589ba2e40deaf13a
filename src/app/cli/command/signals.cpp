#include "app/cli/command/signals.hpp"

#include <sys/time.h>
#include <unistd.h>

#include <cmath>
#include <csignal>

#include "app/cli/command/command.hpp"

namespace tumen::app {

namespace {

// A signal handler can reach nothing but what has static storage.
std::atomic<StopRequest> requested{StopRequest::none};
static_assert(std::atomic<StopRequest>::is_always_lock_free);

extern "C" void on_signal(int signal) {
    const bool asked_before = requested.exchange(StopRequest::stop) == StopRequest::stop;
    // A scheduler's or timer's signal may come on top of another one; only a person insists.
    if (asked_before && (signal == SIGINT || signal == SIGTERM)) {
        _exit(static_cast<int>(ExitCode::interrupted));
    }
}

}  // namespace

const std::atomic<StopRequest>& stop_on_signals() {
    struct sigaction action = {};
    action.sa_handler = on_signal;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGUSR1, SIGALRM, SIGXCPU})
        sigaction(signal, &action, nullptr);
    return requested;
}

void stop_after(double seconds) {
    stop_on_signals();
    itimerval timer = {};
    const double whole = std::floor(seconds);
    timer.it_value.tv_sec = static_cast<time_t>(whole);
    timer.it_value.tv_usec = static_cast<suseconds_t>(1e6 * (seconds - whole));
    setitimer(ITIMER_REAL, &timer, nullptr);
}

}  // namespace tumen::app

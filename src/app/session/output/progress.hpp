#pragma once
#include <chrono>
#include <functional>
#include <string>

#include "app/cli/terminal/terminal.hpp"
#include "experiment/ensemble/ensemble.hpp"

namespace tumen::app {

/// Runs done, rate and time left: a line that changes in place on a terminal, a plain line every
/// few seconds elsewhere. On a terminal what the first plays say takes that line's place.
class ProgressLine {
  public:
    explicit ProgressLine(Terminal& terminal);
    /// `early` says what the plays that are there come to; asked only when a line is due.
    void operator()(const Progress& progress, const std::function<std::string()>& early = {});

  private:
    using Clock = std::chrono::steady_clock;
    Terminal& terminal_;
    Clock::time_point next_;
};

/// How fast replicates are played, and how long the rest will take [s]; 0 before the first city.
struct Pace {
    double replicates_a_second = 0;
    double seconds_left = 0;
};
Pace pace_of(const Progress& progress);

/// "24 of 64 replicates, 8.1 a second, 5 s left"
std::string progress_text(const Progress& progress);

/// "5 s", "3 min 20 s", "2 h 5 min"
std::string duration_text(double seconds);

/// "97 kB", "6.2 MB"
std::string size_text(double bytes);

/// "1 replicate", "64 replicates"
std::string counted(std::size_t number, std::string_view noun);

}  // namespace tumen::app

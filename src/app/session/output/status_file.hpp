#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "calibration/abc/abc.hpp"
#include "experiment/ensemble/ensemble.hpp"

namespace tumen::app {

/// How far a command is, as a small JSON file for batch systems (--status FILE): state (playing,
/// done, interrupted or failed), replicates done, failed, skipped and left, rate, seconds since the
/// start and to the end, process, time; of a calibration also the generation, and its proposals and
/// how many of them were accepted, while replicates are those of the posterior. It is replaced as a
/// whole, every few seconds when a city ends, and once at the end; readers never see half of it. A
/// state "playing" of a process that is gone means that it was killed. That the file cannot be
/// written stops nothing.
class StatusFile {
  public:
    /// @param path where it goes; nothing: there is none
    explicit StatusFile(std::optional<std::string> path);
    /// What ends before ended() was called has failed.
    ~StatusFile();
    StatusFile(const StatusFile&) = delete;
    StatusFile& operator=(const StatusFile&) = delete;

    void progress(const Progress& progress);
    void progress(const AbcProgress& progress);
    void ended(const Summary& summary);

  private:
    using Clock = std::chrono::steady_clock;
    enum class State : std::uint8_t { playing, done, interrupted, failed };

    void write_when_due();
    void write(State state);

    std::optional<std::string> path_;
    State state_ = State::playing;
    Progress progress_;
    std::optional<AbcProgress> calibrating_;
    std::size_t skipped_ = 0;
    Clock::time_point next_;
};

}  // namespace tumen::app

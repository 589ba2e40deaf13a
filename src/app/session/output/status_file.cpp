#include "app/session/output/status_file.hpp"

#include <fmt/chrono.h>
#include <unistd.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <utility>

#include "app/cli/command/output_files.hpp"
#include "app/cli/command/stop.hpp"
#include "app/cli/terminal/json.hpp"
#include "app/session/output/progress.hpp"
#include "experiment/memory.hpp"

namespace tumen::app {

namespace {

constexpr std::chrono::seconds between_writings{2};
constexpr std::string_view state_names[] = {"playing", "done", "interrupted", "failed"};

std::string utc_now() {
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)));
}

/// The status replaces a status and nothing else: results or a scenario of that name stay.
void refuse_other(const std::string& path) {
    namespace fs = std::filesystem;
    std::error_code ignored;
    const fs::file_status there = fs::symlink_status(path, ignored);
    if (!fs::exists(there)) return;
    std::string text(4096, '\0');
    std::ifstream file;
    if (fs::is_regular_file(there)) file.open(path, std::ios::binary);
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
    const Json status = Json::parse(text, nullptr, false);
    if (status.is_object() && status.contains("state") && status.contains("updated")) return;
    usage_error(fmt::format("--status {}: there is something that is no status file", path),
                "nothing is overwritten unasked: name another file");
}

}  // namespace

StatusFile::StatusFile(std::optional<std::string> path)
    : path_(std::move(path)), next_(Clock::now() + between_writings) {
    if (path_) refuse_other(*path_);
    write(State::playing);
}

StatusFile::~StatusFile() {
    if (state_ == State::playing) write(State::failed);
}

void StatusFile::progress(const Progress& progress) {
    progress_ = progress;
    write_when_due();
}

void StatusFile::progress(const AbcProgress& progress) {
    calibrating_ = progress;
    write_when_due();
}

void StatusFile::write_when_due() {
    const Clock::time_point now = Clock::now();
    if (now < next_) return;
    next_ = now + between_writings;
    write(State::playing);
}

void StatusFile::ended(const Summary& summary) {
    progress_.done = summary.done;
    progress_.failed = summary.failed;
    progress_.replicates = summary.done + summary.failed + summary.left;
    progress_.seconds = summary.seconds;
    skipped_ = summary.skipped;
    state_ = summary.interrupted ? State::interrupted : State::done;
    write(state_);
}

void StatusFile::write(State state) {
    if (!path_) return;
    const std::size_t left = progress_.replicates - progress_.done - progress_.failed;
    const Pace pace = pace_of(progress_);
    Json status = {
        {"state", state_names[static_cast<std::size_t>(state)]},
        {"done", progress_.done},
        {"failed", progress_.failed},
        {"skipped", skipped_},
        {"left", left},
        {"replicates_a_second", pace.replicates_a_second},
        {"seconds", progress_.seconds},
        {"seconds_left", left > 0 ? Json(pace.seconds_left) : Json(0)},
        {"memory", peak_memory()},
        {"process", getpid()},
        {"updated", utc_now()},
    };
    if (calibrating_) {
        status["generation"] = calibrating_->generation;
        status["proposals"] = calibrating_->proposals;
        status["accepted"] = calibrating_->accepted;
    }
    try {
        write_file(*path_, json_text(status) + "\n", Overwrite::replace);
    } catch (const Stop&) {
        // A full disk ends the run by its results, not by a word about it.
    }
}

}  // namespace tumen::app

#pragma once
#include <cstdint>
#include <functional>
#include <optional>

#include "app/session/output/summary.hpp"
#include "app/session/play/play_stored.hpp"
#include "app/session/session.hpp"
#include "store/reader.hpp"

/// What all commands share that play: storing, resuming, being interrupted, the report.
namespace tumen::app {

/// Whether what is stored is all that was asked for.
enum class Whole : std::uint8_t { no, yes };

/// Playing on in a way of a command's own: batch after batch until it knows enough.
struct OwnBatches {
    std::uint32_t most = 0;  // replicates
    std::function<Played(StoredBatches&)> play;
    std::function<Whole(ResultReader&)> whole;  // asked of results that are there
};

/// Plays what is missing, or says that it was done before, and prints the results; with --dry-run
/// says what it would take.
ExitCode play_request(const RunRequest& request, Session& session, Teller& teller,
                      const std::optional<OwnBatches>& own = {});
ExitCode play_request(const RunRequest& request, Session& session, const PrintResults& print,
                      const std::optional<OwnBatches>& own = {});

/// The command ends before all is played: says where what was finished is, and what goes on.
ExitCode interrupted(const RunRequest& request, const Played& played, Session& session);

/// Shows the report in a browser, unless the command was interrupted.
void open_report(const std::string& report, ExitCode code, Session& session);

Format format_of(const Arguments& arguments);

}  // namespace tumen::app

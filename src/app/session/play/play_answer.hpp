#pragma once
#include <cstdint>
#include <functional>

#include "app/session/request/run_request.hpp"
#include "app/session/session.hpp"

namespace tumen::app {

/// Whether what is played for an answer can be kept with --out.
enum class Keeping : std::uint8_t { with_out, never };

/// An answer that is told from replicates, each handed once to `sink`.
struct AnswerAsked {
    ResultSink& sink;
    /// Prints it, once all that is needed was handed over.
    std::function<void()> print;
    /// How many replicates are to be played where so many were handed over; as many, where it is
    /// enough. Without it, those of the request.
    std::function<std::uint32_t(std::uint32_t handed)> next = {};
    std::uint32_t most = 0;  // what `next` says at most
    Keeping keeping = Keeping::with_out;
};

/// Plays for an answer. Without --out nothing is kept; with it, and with all that belongs to it, as
/// play_request() does: the results are those of any other command that plays the same.
ExitCode play_answer(const RunRequest& request, Session& session, const AnswerAsked& asked);

}  // namespace tumen::app

#include "app/session/play/play_answer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "app/cli/command/stop.hpp"
#include "app/session/play/dry_run.hpp"
#include "app/session/play/play_request.hpp"

namespace tumen::app {

namespace {

/// What means nothing where nothing is kept.
void refuse_without_out(const Arguments& arguments) {
    for (const std::string_view option : {"--resume", "--force", "--open"}) {
        if (!arguments.has(option)) continue;
        usage_error(fmt::format("{} without --out", option),
                    "results are kept, and have a report, where --out says so");
    }
}

void hand_over(ResultReader& stored, std::uint32_t after, std::uint32_t last, ResultSink& sink) {
    for (const ReplicateKey key : stored.replicates()) {
        if (key.replicate > after && key.replicate <= last)
            sink.accept(value_or_stop(stored.read(key)));
    }
}

void tell_places(const Places& places, Session& session) {
    session.terminal().say(fmt::format("Results  {}\nReport   {}", places.results, places.report));
}

Summary play_batches(const RunRequest& request, Session& session, const AnswerAsked& asked) {
    Summary all;
    Experiment experiment = request.experiment;
    std::uint32_t handed = 0;
    for (std::uint32_t last = asked.next(0); last > handed; last = asked.next(handed)) {
        experiment.replicates.resize(last - handed);
        std::iota(experiment.replicates.begin(), experiment.replicates.end(), handed + 1);
        add(all, session.play(experiment, {}, request.playing, asked.sink));
        if (all.left > 0) return all;
        handed = last;
    }
    return all;
}

ExitCode play_in_memory(const RunRequest& request, Session& session, const AnswerAsked& asked) {
    const Experiment& experiment = request.experiment;
    session.terminal().say(fmt::format(
        "{}: {}{} {}, seed {}, {}", experiment.name,
        experiment.points.size() > 1 ? fmt::format("{} scenarios, ", experiment.points.size()) : "",
        asked.next ? fmt::format("up to {}", asked.most)
                   : std::to_string(experiment.replicates.size()),
        "replicates", experiment.seed, counted(request.playing.threads, "thread")));
    const Summary summary = asked.next ? play_batches(request, session, asked)
                                       : session.play(experiment, {}, request.playing, asked.sink);
    session.ended(summary);
    if (summary.interrupted) {
        session.terminal().say(fmt::format("{}; {}.", session.why_interrupted(),
                                           asked.keeping == Keeping::never
                                               ? "nothing was kept"
                                               : "with --out what is finished would be kept"));
        return ExitCode::interrupted;
    }
    if (summary.left > 0)
        session.terminal().say(fmt::format("Stopped at a failure; {} were left.", summary.left));
    asked.print();
    return code_of(summary);
}

/// How many of the first replicates are there at all points.
std::uint32_t whole_replicates(const ResultReader& stored, std::uint32_t most) {
    const std::size_t points = stored.experiment().points.size();
    std::uint32_t whole = 0;
    std::size_t of_next = 0;
    for (const ReplicateKey key : stored.replicates()) {
        if (key.replicate != whole + 1 || whole == most) break;
        if (++of_next < points) continue;
        ++whole;
        of_next = 0;
    }
    return whole;
}

/// Batch after batch through the file.
OwnBatches own_batches(const AnswerAsked& asked) {
    OwnBatches own;
    own.most = asked.most;
    own.play = [&asked](StoredBatches& batches) {
        std::uint32_t handed = 0;
        for (std::uint32_t last = asked.next(0); last > handed; last = asked.next(handed)) {
            const Played& played = batches.play_until(last);
            if (played.left > 0) return played;
            const auto stored =
                value_or_stop(ResultReader::open(played.where, Changed::refused, played.lies));
            hand_over(*stored, handed, last, asked.sink);
            handed = last;
        }
        batches.end();
        return batches.played();
    };
    own.whole = [&asked](ResultReader& stored) {
        const std::uint32_t there = whole_replicates(stored, asked.most);
        hand_over(stored, 0, there, asked.sink);
        return asked.next(there) > there ? Whole::no : Whole::yes;
    };
    return own;
}

}  // namespace

ExitCode play_answer(const RunRequest& request, Session& session, const AnswerAsked& asked) {
    const Arguments& arguments = session.arguments();
    if (!arguments.has("--out")) {
        refuse_without_out(arguments);
        if (arguments.has("--dry-run"))
            return dry_run(request, format_of(arguments), session.terminal());
        return play_in_memory(request, session, asked);
    }
    const bool batches = asked.next != nullptr;
    const PrintResults print = [&](ResultReader& stored, const Places& places, Format, Terminal&) {
        if (!batches) hand_over(stored, 0, UINT32_MAX, asked.sink);
        asked.print();
        tell_places(places, session);
    };
    return play_request(request, session, print,
                        batches ? std::optional(own_batches(asked)) : std::nullopt);
}

}  // namespace tumen::app

#include "app/session/play/play_request.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>

#include "app/cli/command/output_files.hpp"
#include "app/cli/command/stop.hpp"
#include "app/session/output/make_report.hpp"
#include "app/session/play/dry_run.hpp"
#include "app/session/play/stored_before.hpp"
#include "app/session/request/memory_request.hpp"
#include "experiment/disk_files.hpp"
#include "store/path/path_owner.hpp"

namespace tumen::app {

namespace {

namespace fs = std::filesystem;

/// Whether a report is to be made, and over what.
using Report = std::optional<Overwrite>;

/// All that is to be played, and how it is told.
class Life {
  public:
    Life(const RunRequest& request, Session& session, Teller& teller,
         const std::optional<OwnBatches>& own)
        : request_(request), session_(session), teller_(teller), own_(own) {}

    ExitCode play();
    ExitCode already_there();

  private:
    void require_whole(ResultReader& stored);
    void announce();
    Played play_all();
    void tell_failures(const Summary& summary, ResultReader& stored);
    void begin(const Experiment& experiment, const OlderResults* older);
    void hear(const ReplicateResult& result);
    void read(ResultReader& stored, Report report);
    void tell(ResultReader& stored, const std::string& where, Report report);
    void say(const std::string& text) { session_.terminal().say(text); }
    std::string resumed() const { return resume_command(session_.arguments()); }

    const RunRequest& request_;
    Session& session_;
    Teller& teller_;
    const std::optional<OwnBatches>& own_;
    std::optional<ReportPlays> plays_;  // for the report
    HeardPlays heard_{[this](const ReplicateResult& result) { hear(result); }};
};

/// What is missing may be on its way: whoever writes the file is named.
void stop_if_written(const std::string& path) {
    if (const auto owned = owned_by_another(path)) stop(ExitCode::failed, *owned);
}

/// Ends the command where what is stored is not all, with a word on how to go on.
void Life::require_whole(ResultReader& stored) {
    const bool unfinished = own_             ? own_->whole(stored) == Whole::no
                            : request_.until ? stored.stopped().empty()
                                             : false;
    if (unfinished) {
        stop_if_written(request_.results);
        stop(ExitCode::failed,
             trouble(request_.results + " is there, and was not played to its end", {},
                     resumed() + "   goes on; --force plays all again"));
    }
    const std::size_t missing = own_ ? 0 : count_missing(request_, stored);
    if (missing == 0) return;
    stop_if_written(request_.results);
    stop(ExitCode::failed, trouble(fmt::format("{} is there, and lacks {} of the replicates",
                                               request_.results, missing),
                                   {}, resumed() + "   plays only these; --force plays all again"));
}

/// The file is there and nobody said what to do with it: done already, or a word on how to go on.
ExitCode Life::already_there() {
    auto stored = stored_before(request_, session_);
    if (!own_) stored->show(request_.experiment);
    require_whole(*stored);
    session_.ended({.skipped = stored->replicates().size()});
    say(fmt::format("Done before: all {} replicates with seed {} are in {}.",
                    stored->experiment().replicates.size(), request_.experiment.seed,
                    request_.results));
    if (!stored->stopped().empty()) say(stored->stopped());
    const bool reported = fs::exists(request_.report);
    const Report report = reported ? Report() : Overwrite::refuse;
    read(*stored, report);
    tell(*stored, request_.results, report);
    return stored->failures() > 0 ? ExitCode::some_replicates_failed : ExitCode::done;
}

void Life::begin(const Experiment& experiment, const OlderResults* older) {
    plays_.emplace(experiment, 0, older);
    teller_.begin(experiment, plays_->answer());
}

void Life::hear(const ReplicateResult& result) {
    teller_.hear(result);
    plays_->add(result);
}

/// What was not heard while it was played.
void Life::read(ResultReader& stored, Report report) {
    begin(stored.experiment(), stored.older());
    for (const ReplicateKey key : stored.replicates()) {
        if (teller_.listens() || (report && plays_->wants(key)))
            hear(value_or_stop(stored.read(key)));
    }
}

/// Whoever asked reads the answer while the report is made, which may still fail.
void Life::tell(ResultReader& stored, const std::string& where, Report report) {
    Terminal& terminal = session_.terminal();
    const Format format = format_of(session_.arguments());
    const bool answer_first = teller_.listens() && format == Format::text;
    const auto speak = [&] {
        teller_.tell(stored, {where, request_.report}, format, terminal);
        std::fflush(nullptr);  // whoever reads a pipe has it now
    };
    if (answer_first) speak();
    if (report) make_report(stored, request_.report, *report, std::move(plays_));
    if (!answer_first) return speak();
    terminal.data(fmt::format("Results  {}\nReport   {}\n", where, request_.report));
}

/// How a failed replicate is played once more.
void Life::tell_failures(const Summary& summary, ResultReader& stored) {
    for (const ReplicateKey key : stored.replicates()) {
        const ReplicateResult result = value_or_stop(stored.read(key));
        if (result.outcome != Outcome::failed) continue;
        const std::string point =
            stored.experiment().points.size() > 1 ? fmt::format(" --point {}", key.point) : "";
        say(
            fmt::format("{} failed; the first is replicate {} of {}: {}. This plays it once more:\n"
                        "  tumen replay {} {}{}",
                        counted(summary.failed, "replicate"), key.replicate,
                        stored.experiment().points.name(key.point), result.reason,
                        shell_quoted(request_.results), key.replicate, point));
        break;
    }
    if (summary.left > 0) {
        say(fmt::format("Stopped there; this plays it again and the {} left:\n  {}", summary.left,
                        resumed()));
    }
}

void Life::announce() {
    const Experiment& experiment = request_.experiment;
    const std::string points = experiment.design && experiment.draws.empty()
                                   ? counted(experiment.points.size(), "point") + " with "
                                   : "";
    const std::uint32_t most = own_ ? own_->most : request_.until ? request_.until->most : 0;
    const std::string replicates = most > 0 ? fmt::format("up to {} replicates", most)
                                            : counted(experiment.replicates.size(), "replicate");
    const Arguments& arguments = session_.arguments();
    say(fmt::format("{}: {}{}, seed {}{}, {}", experiment.name, points, replicates, experiment.seed,
                    arguments.has("--seed") ? "" : " (the default)",
                    counted(request_.playing.threads, "thread")));
    const std::string shadowed = shadowed_name(arguments.text_or("SCENARIO", ""),
                                               request_.experiment.points.front().scenario);
    if (!shadowed.empty()) say("Note: " + shadowed + ".");
}

Played Life::play_all() {
    if (!own_)
        return request_.until ? play_until(request_, session_, heard_)
                              : play_stored(request_, session_, heard_);
    StoredBatches batches(request_, session_, heard_);
    return own_->play(batches);
}

ExitCode Life::play() {
    tell_memory(request_, session_.arguments(), session_.terminal());
    announce();
    session_.begin();
    begin(request_.experiment, nullptr);
    const Played played = play_all();
    if (played.interrupted) return interrupted(request_, played, session_);
    say(fmt::format("{} in {}{}", counted(played.done + played.failed, "replicate"),
                    duration_text(played.seconds),
                    played.skipped > 0 ? fmt::format(", {} were there", played.skipped) : ""));
    auto stored = value_or_stop(ResultReader::open(played.where, Changed::refused, played.lies));
    if (played.failed > 0) tell_failures(played, *stored);
    const bool reported = played.done + played.skipped > 0 && played.where == request_.results;
    const Report report = reported ? Overwrite::replace : Report();
    if (!stored->is_as_left() || !heard_.are(stored->replicates())) read(*stored, report);
    tell(*stored, played.where, report);
    session_.ended(played);
    return code_of(played);
}

/// Says what a function says that reads for itself.
class Printer final : public Teller {
  public:
    explicit Printer(const PrintResults& print) : print_(print) {}
    bool listens() const override { return false; }
    void tell(ResultReader& results, const Places& places, Format format,
              Terminal& terminal) override {
        print_(results, places, format, terminal);
    }

  private:
    const PrintResults& print_;
};

}  // namespace

Format format_of(const Arguments& arguments) {
    return arguments.has("--json") ? Format::json : Format::text;
}

ExitCode interrupted(const RunRequest& request, const Played& played, Session& session) {
    session.ended(played);
    const std::size_t there = played.done + played.failed + played.skipped;
    session.terminal().say(
        fmt::format("{}. {} of {} replicates are saved in {}; this plays the rest:\n  {}",
                    session.why_interrupted(), there, there + played.left, played.where,
                    resume_command(session.arguments())));
    if (session.is_late() && played.done + played.failed == 0) {
        session.terminal().say(
            "Nothing was finished in that time, of which getting ready takes some: give it more.");
    }
    if (played.where != request.results) {
        session.terminal().say(
            fmt::format("{} is as it was; it is replaced when all is played.", request.results));
    }
    return ExitCode::interrupted;
}

void open_report(const std::string& report, ExitCode code, Session& session) {
    if (code == ExitCode::interrupted || open_in_browser(report) == Opened::yes) return;
    session.terminal().say("No browser could be opened; the report is " + report);
}

ExitCode play_request(const RunRequest& request, Session& session, const PrintResults& print,
                      const std::optional<OwnBatches>& own) {
    Printer printer(print);
    return play_request(request, session, printer, own);
}

ExitCode play_request(const RunRequest& request, Session& session, Teller& teller,
                      const std::optional<OwnBatches>& own) {
    const Arguments& arguments = session.arguments();
    if (arguments.has("--dry-run"))
        return dry_run(request, format_of(arguments), session.terminal());
    std::error_code ignored;
    const bool there = fs::exists(fs::symlink_status(request.results, ignored));
    Life life(request, session, teller, own);
    const ExitCode code =
        there && request.if_there == IfThere::ask ? life.already_there() : life.play();
    if (arguments.has("--open")) open_report(request.report, code, session);
    return code;
}

}  // namespace tumen::app

#include "app/session/belief/sign_study.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/cli/command/limits.hpp"
#include "app/cli/command/stop.hpp"
#include "app/session/play/play_answer.hpp"
#include "app/session/play/plays_file.hpp"
#include "app/session/request/draw_request.hpp"
#include "base/hash.hpp"
#include "belief/prior/prior_text.hpp"
#include "patterns/check.hpp"
#include "scenario/fingerprint/fingerprint.hpp"

namespace tumen::app {

namespace {

constexpr std::size_t replicates_at_once = 16;

/// What a file of plays is about: with anything else the same replicate is another play.
std::string head_of(const SignStudy& study) {
    const Experiment& experiment = study.request.experiment;
    ByteForm form;
    form.add(hash_of(model_fingerprint()));
    form.add(hash_of(study.belief ? study.belief->write() : std::string()));
    form.add(hash_of(prior_text()));
    form.add(experiment.seed);
    form.add(static_cast<std::uint64_t>(experiment.replicates.size()));
    for (const Point& point : experiment.points)
        form.add(scenario_hash(point.scenario));
    for (const Measurement& one : study.measurements)
        form.add(hash_of(std::string(one.statistic)));
    return "tumen statements plays " + hex(form.hash());
}

/// Plays what the file lacks, some replicates at a time, each kept once it is there. By
/// measurement, then replicate; nothing where it was interrupted.
std::optional<std::vector<SignValues>> played_into(PlaysFile& file, const SignStudy& study,
                                                   Session& session) {
    const RunRequest& request = study.request;
    const std::size_t rows = study.measurements.size();
    std::vector<SignValues> values(rows);
    for (std::string_view line : file.lines()) {
        const auto replicate = static_cast<std::uint32_t>(whole_of(next_word(line)));
        const std::vector<std::optional<double>> stored = values_of(line);
        for (std::size_t row = 0; row < std::min(stored.size(), values.size()); ++row)
            values[row].insert_or_assign(replicate, stored[row]);
    }
    std::vector<std::uint32_t> left = request.experiment.replicates;
    std::erase_if(left, [&](std::uint32_t one) { return values.front().count(one) > 0; });
    Experiment now = request.experiment;
    session.expect(left.size() * now.points.size());
    while (!left.empty()) {
        const auto some = static_cast<std::ptrdiff_t>(std::min(left.size(), replicates_at_once));
        now.replicates.assign(left.begin(), left.begin() + some);
        left.erase(left.begin(), left.begin() + some);
        MeasurementBook book(now, points_by_name(now), study.measurements);
        BookSink sink({}, {&book});
        if (session.play(now, {}, request.playing, sink).interrupted) return std::nullopt;
        for (const std::uint32_t replicate : now.replicates) {
            std::vector<std::optional<double>> line;
            for (std::size_t row = 0; row < rows; ++row) {
                const auto found = book.by_replicate(row).find(replicate);
                if (found == book.by_replicate(row).end()) break;
                line.push_back(found->second);
                values[row].insert_or_assign(replicate, found->second);
            }
            if (line.size() == rows) file.add(std::to_string(replicate) + words_of(line));
        }
        file.flush();
    }
    return values;
}

}  // namespace

SignStudy sign_study(RunRequest request, std::vector<Measurement> measurements, PriorView prior,
                     const Arguments& arguments) {
    SignStudy study;
    study.request = std::move(request);
    study.measurements = std::move(measurements);
    const auto count = static_cast<std::uint32_t>(
        arguments.whole_or("--replicates", usual_sign_draws, 2, most_replicates));
    study.why_not = outdated(ledger_belief(), model_fingerprint());
    if (study.why_not.empty()) study.belief = belief_asked(arguments);
    study.views =
        value_or_stop(take_sign_views(study.request.experiment,
                                      study.belief ? &*study.belief : nullptr, count, prior),
                      ExitCode::invalid_scenario);
    return study;
}

ExitCode play_signs(SignStudy& study, Session& session,
                    const std::function<void(const SignValuesOf&)>& print) {
    const Arguments& arguments = session.arguments();
    if (const auto path = arguments.text("--plays"); path && !arguments.has("--dry-run")) {
        PlaysFile file(*path, head_of(study),
                       "plays of another model, belief, seed or number of replicates");
        const auto values = played_into(file, study, session);
        session.ended({.interrupted = !values});
        if (!values) {
            session.terminal().say(
                fmt::format("{}; the same command goes on.", session.why_interrupted()));
            return ExitCode::interrupted;
        }
        print([&](std::size_t row) -> const SignValues& { return (*values)[row]; });
        return ExitCode::done;
    }
    const Experiment& experiment = study.request.experiment;
    MeasurementBook book(experiment, points_by_name(experiment), study.measurements);
    BookSink sink({}, {&book});
    AnswerAsked asked{
        sink, [&] {
            print([&](std::size_t row) -> const SignValues& { return book.by_replicate(row); });
        }};
    if (!study.request.experiment.design) asked.keeping = Keeping::never;
    return play_answer(study.request, session, asked);
}

}  // namespace tumen::app

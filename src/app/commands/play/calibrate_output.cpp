#include "app/commands/play/calibrate_output.hpp"

#include <cmath>

#include "app/cli/command/stop.hpp"
#include "app/cli/tables/calibration_columns.hpp"
#include "app/cli/terminal/table.hpp"
#include "app/session/output/headlines_told.hpp"
#include "app/session/output/played_fields.hpp"
#include "measures/headlines/yardstick.hpp"
#include "report/parts/calibration_part.hpp"
#include "report/rows/row_json.hpp"

namespace tumen::app {

namespace {

template <class Row>
void print_table(const std::vector<Row>& rows, Terminal& terminal) {
    Table table(heads_of<Row>());
    for (const Row& row : rows)
        table.add(cells_of(row));
    table.print(terminal);
}

/// How much of the last proposals was kept, and what that is worth.
std::string kept_text(const CalibrationSummary& summary, const std::vector<Generation>& history) {
    const Generation* kept = posterior_of(history);
    if (kept == nullptr) return "";
    return fmt::format(
        "Kept {} of the last {} proposals ({:.0f} %), with their weights worth {:.0f} independent "
        "ones.",
        kept->accepted(), kept->particles.size(),
        100 * static_cast<double>(kept->accepted()) / static_cast<double>(kept->particles.size()),
        summary.effective_size);
}

/// What the plays with parameters of the posterior came to.
HeadlineTable headlines_of(ResultReader& results) {
    HeadlineBook book(results.experiment(), 0);
    for (const ReplicateKey key : results.replicates())
        book.add(value_or_stop(results.read(key)));
    return book.table();
}

void print_text(const Experiment& experiment, const StoredCalibration& stored,
                const HeadlineTable& headlines, const Places& places, Terminal& terminal) {
    const CalibrationSummary summary = summarise(stored.calibration.settings, stored.history);
    terminal.data(terminal.strong(fmt::format("{}, seed {}", experiment.name, experiment.seed)) +
                  "\n");
    terminal.data(wrapped(summary.why) + "\n");
    terminal.data(wrapped(kept_text(summary, stored.history)) + "\n\n");
    print_table(summary.parameters, terminal);
    terminal.data(wrapped("Shrinkage: 0 = the patterns say nothing, 1 = they fix the value.") +
                  "\n\n");
    print_table(summary.patterns, terminal);
    terminal.data(wrapped("Before and after: the share of simulations that show a pattern, with "
                          "parameters from the prior and from the posterior, each with luck of "
                          "its own; in brackets its 95 % interval.") +
                  "\n\n");
    print_own(experiment, headlines, terminal);
    for (const std::string& warning : summary.warnings)
        terminal.say(warning);
    if (summary.end == AbcEnd::all_bands_met) {
        terminal.say(
            "--patterns city fits to the patterns of other scenarios of the same cities "
            "too.");
    }
    terminal.data(fmt::format("Results  {}\nReport   {}\n", places.results, places.report));
    const bool fits = summary.why.find("No set of values") == summary.why.npos;
    if (!summary.no_posterior.empty()) return;
    terminal.data(fmt::format("tumen run {} --from {}   plays with these parameters{}\n",
                              experiment.points.front().scenario.name, places.results,
                              fits ? "" : ", which do not fit"));
}

}  // namespace

StoredCalibration stored_calibration(ResultReader& results) {
    return value_or_stop(read_calibration(results));
}

void print_calibration(ResultReader& results, const Places& places, Format format,
                       Terminal& terminal) {
    const StoredCalibration stored = stored_calibration(results);
    if (format == Format::text) {
        print_text(results.experiment(), stored, headlines_of(results), places, terminal);
        return;
    }
    Json json = row_json<Face::command_line>(PlayedRow{results.experiment(), places});
    json.update(calibration_json(stored.calibration, stored.history));
    json["headlines"] =
        headlines_json(results.experiment().points.front().scenario.name, headlines_of(results));
    print_json(json, terminal);
}

std::string generation_text(const AbcProgress& progress, const AbcSettings& settings) {
    const bool judged = std::isfinite(progress.threshold);
    if (!judged && progress.generation > 0) {
        return fmt::format("Posterior: {} of {} draws simulated afresh", progress.proposals,
                           settings.predictive);
    }
    const double share =
        100 * static_cast<double>(progress.accepted) / static_cast<double>(progress.proposals);
    std::string text =
        fmt::format("Generation {}: {} proposals, {} of {} kept ({:.0f} %)", progress.generation,
                    progress.proposals, progress.accepted, settings.particles, share);
    if (judged) text += fmt::format(", within distance {:.3g}", progress.threshold);
    return text;
}

}  // namespace tumen::app

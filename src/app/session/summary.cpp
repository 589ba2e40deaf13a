#include "app/session/summary.hpp"

#include <algorithm>

#include "app/cli/json.hpp"
#include "app/cli/stop.hpp"
#include "app/session/progress.hpp"
#include "measures/headlines.hpp"
#include "measures/words.hpp"

namespace tumen::app {

namespace {

struct Counted {
    HeadlineTable headlines;
    std::size_t failed = 0;
    Json hashes = Json::array();  // of the replicates that are done
};

Counted count(ResultReader& results) {
    Counted counted{HeadlineTable(results.experiment().points.front().scenario)};
    for (const ReplicateKey key : results.replicates()) {
        const ReplicateResult result = value_or_stop(results.read(key));
        if (result.outcome == Outcome::failed) {
            ++counted.failed;
        } else if (key.point == 0) {
            counted.headlines.add(result);
            counted.hashes.push_back(
                {{"replicate", result.replicate}, {"hash", hex(result.state_hash)}});
        }
    }
    return counted;
}

Json headlines_json(const HeadlineTable& table) {
    Json list = Json::array();
    for (const HeadlineSummary& one : summarise(table)) {
        list.push_back({{"id", one.headline.id},
                        {"label", one.headline.label},
                        {"unit", one.headline.unit},
                        {"side", name_of(one.headline.side)},
                        {"n", one.n},
                        {"mean", one.mean},
                        {"median", one.median},
                        {"q05", one.range.low},
                        {"q95", one.range.high}});
    }
    return list;
}

Json summary_json(ResultReader& results, const Places& places, const Counted& counted) {
    const Experiment& experiment = results.experiment();
    const Scenario& scenario = experiment.points.front().scenario;
    return {{"scenario", scenario.name},
            {"scenario_hash", hex(scenario_hash(scenario))},
            {"seed", experiment.seed},
            {"replicates", experiment.replicates.size()},
            {"done", counted.headlines.replicates()},
            {"failed", counted.failed},
            {"results", places.results},
            {"report", places.report},
            {"answer", answer_sentences(scenario, counted.headlines)},
            {"headlines", headlines_json(counted.headlines)},
            {"replicate_hashes", counted.hashes}};
}

/// The headlines that the scenario or the command line asks for, a line each.
void print_own(const Scenario& scenario, const HeadlineTable& table, Terminal& terminal) {
    const auto asked = [&](const Headline& headline) {
        return std::any_of(scenario.headlines.begin(), scenario.headlines.end(),
                           [&](const OwnHeadline& one) { return one.id == headline.id; });
    };
    for (const HeadlineSummary& one : summarise(table)) {
        if (!asked(one.headline)) continue;
        const std::string& unit = one.headline.unit;
        terminal.data(wrapped(fmt::format("{}: {} in the median of {}, 90 % of them {}",
                                          one.headline.label, number_text(one.median, unit),
                                          counted(one.n, "run"), interval_text(one.range, unit))) +
                      "\n");
    }
}

}  // namespace

std::string wrapped(std::string_view text, std::size_t width) {
    std::string out;
    std::size_t column = 0;
    while (!text.empty()) {
        const std::size_t space = text.find(' ');
        const std::string_view word = text.substr(0, space);
        if (column > 0 && column + 1 + word.size() > width) {
            out += '\n';
            column = 0;
        } else if (column > 0) {
            out += ' ';
            ++column;
        }
        out += word;
        column += word.size();
        text = space == text.npos ? std::string_view() : text.substr(space + 1);
    }
    return out;
}

void print_summary(ResultReader& results, const Places& places, Format format, Terminal& terminal) {
    const Counted counted = count(results);
    if (format == Format::json) {
        print_json(summary_json(results, places, counted), terminal);
        return;
    }
    const Scenario& scenario = results.experiment().points.front().scenario;
    terminal.data(terminal.strong(scenario.title.empty() ? scenario.name : scenario.title) + "\n");
    if (counted.headlines.replicates() > 0) {
        for (const std::string& sentence : answer_sentences(scenario, counted.headlines)) {
            terminal.data(wrapped(sentence) + "\n");
        }
    }
    print_own(scenario, counted.headlines, terminal);
    terminal.data(fmt::format("Results  {}\nReport   {}\n", places.results, places.report));
}

}  // namespace tumen::app

#include "app/session/output/headlines_told.hpp"

#include <algorithm>

#include "app/cli/terminal/columns.hpp"
#include "app/session/output/progress.hpp"
#include "measures/answers/number_told.hpp"
#include "measures/headlines/headline_fields.hpp"
#include "measures/numbers/words.hpp"
#include "report/rows/row_json.hpp"

namespace tumen::app {

Json headlines_json(const std::string& scenario, const HeadlineTable& table) {
    Json list = Json::array();
    for (const HeadlineSummary& one : summarise(table))
        list.push_back(row_json<Face::command_line>(SummaryRow{scenario, one}));
    return list;
}

void print_own(const Experiment& experiment, const HeadlineTable& table, Terminal& terminal) {
    const Scenario& scenario = experiment.points.front().scenario;
    const auto asked = [&](const Headline& headline) {
        return std::any_of(scenario.headlines.begin(), scenario.headlines.end(),
                           [&](const OwnHeadline& one) { return one.id == headline.id; });
    };
    for (const HeadlineSummary& one : summarise(table)) {
        if (!asked(one.headline)) continue;
        const Spread spread =
            spread_without_error(play_values(table, one.headline.id), draws_of_plays(experiment));
        if (spread.plays > 0 && spread.above == 0 && spread.below == 0) {
            terminal.data(wrapped(one.headline.label + ": " + none_seen_text(spread) + ".") + "\n");
            continue;
        }
        const std::string& unit = one.headline.unit;
        terminal.data(wrapped(fmt::format("{}: {} in the median of {}, 90 % of them {}",
                                          one.headline.label, number_text(one.median, unit),
                                          counted(one.n, "run"), interval_text(one.range, unit))) +
                      "\n");
    }
}

}  // namespace tumen::app

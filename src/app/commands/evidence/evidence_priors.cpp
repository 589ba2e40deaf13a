#include <fmt/format.h>

#include <algorithm>

#include "app/cli/command/arguments.hpp"
#include "app/cli/command/command_list.hpp"
#include "app/cli/command/stop.hpp"
#include "app/cli/terminal/json.hpp"
#include "app/cli/terminal/table.hpp"
#include "base/text.hpp"
#include "belief/prior/prior_draw.hpp"
#include "scenario/evidence/ledger.hpp"
#include "scenario/text/quantity.hpp"

/// tumen evidence priors: what is believed of each value before any pattern is looked at.
namespace tumen::app {

namespace {

constexpr std::uint32_t prior_draws = 2000;
constexpr double inner_low = 0.25;  // a start outside of the middle half is told
constexpr double inner_high = 0.75;

std::string amount(const PriorEntry& entry, double value) {
    return entry.parameter ? quantity_text(value, row_of(*entry.parameter).unit)
                           : fmt::format("{:.3g}", value);
}

/// As many digits as say something, in the parameter's unit.
double rounded(double value) {
    return read_number(fmt::format("{:.3g}", value)).value_or(value);
}

bool start_is_far(const PriorEntry& entry, const PriorSummary& summary) {
    return entry.parameter && (summary.start_at < inner_low || summary.start_at > inner_high);
}

Json json_of(const PriorEntry& entry, const PriorSummary& summary) {
    Json json = {{"name", entry.name},   {"parameter", entry.parameter.has_value()},
                 {"low", summary.low},   {"middle", summary.middle},
                 {"high", summary.high}, {"reason", entry.reason}};
    if (!entry.parameter) {
        json["meaning"] = entry.meaning;
        return json;
    }
    const Interval range = evidence_range(*entry.parameter);
    json["unit"] = name_of(row_of(*entry.parameter).unit);
    json["start"] = ledger_value(*entry.parameter).value;
    json["start_at"] = summary.start_at;
    json["range"] = {range.low, range.high};
    if (!entry.start.empty()) json["start_reason"] = entry.start;
    return json;
}

std::vector<std::string> row_of_entry(const PriorEntry& entry, const PriorSummary& summary) {
    std::string start;
    std::string why = entry.parameter ? entry.reason : entry.meaning + ". " + entry.reason;
    if (entry.parameter) {
        start = amount(entry, ledger_value(*entry.parameter).value);
        if (start_is_far(entry, summary))
            why += fmt::format(" (Start at {:.0f} %: {})", 100 * summary.start_at,
                               entry.start.empty() ? "should move" : entry.start);
    }
    return {entry.name,
            amount(entry, rounded(summary.low)),
            amount(entry, rounded(summary.middle)),
            amount(entry, rounded(summary.high)),
            start,
            why};
}

std::uint32_t draws_of(const Arguments& arguments) {
    const std::string text = arguments.text_or("--draws", std::to_string(prior_draws));
    const auto draws = read_number(text);
    if (!draws || *draws < 100 || *draws > 1e6 ||
        *draws != static_cast<double>(static_cast<std::uint32_t>(*draws)))
        usage_error("--draws " + printable(text, 40), "a whole number from 100 to 1,000,000");
    return static_cast<std::uint32_t>(*draws);
}

ExitCode show_priors(const Arguments& arguments, Terminal& terminal) {
    const std::string name = arguments.text_or("NAME", "");
    const Priors& priors = ledger_priors();
    const std::vector<PriorSummary> summaries =
        value_or_stop(summarise(priors, 1, draws_of(arguments)));
    Json json = Json::array();
    Table table({"NAME", "5 %", "50 %", "95 %", "START", "WHY"});
    std::size_t shown = 0;
    for (std::size_t i = 0; i < summaries.size(); ++i) {
        const PriorEntry& entry = priors.entries()[i];
        if (!name.empty() && entry.name != name && !entry.name.starts_with(name + ".")) continue;
        ++shown;
        json.push_back(json_of(entry, summaries[i]));
        table.add(row_of_entry(entry, summaries[i]));
    }
    if (shown == 0) {
        usage_error("nothing among the priors is called " + printable(name, 60),
                    "`tumen evidence priors` lists all; what is fixed has no prior");
    }
    if (arguments.has("--json")) {
        print_json(json, terminal);
    } else {
        table.print(terminal);
    }
    return ExitCode::done;
}

constexpr Option priors_options[] = {
    {"--draws", "N", "How many draws the quantiles are taken of (2000)", OptionKind::value},
    {"--json", "", "As JSON, with ranges and where each starting value lies", OptionKind::flag}};
constexpr Positional priors_positionals[] = {
    {"NAME", "A parameter or a quantity on whose scale one was elicited (all)", Arity::optional}};

}  // namespace

const Command evidence_priors_command = {
    "evidence priors", "What is believed of each value before any pattern is looked at",
    priors_positionals, priors_options, show_priors};

}  // namespace tumen::app

#include "app/command_list.hpp"
#include "app/from_posterior.hpp"
#include "app/json.hpp"
#include "app/play_request.hpp"
#include "app/stop.hpp"
#include "app/table.hpp"
#include "study/compare.hpp"

namespace tumen::app {

namespace {

PairingBook pairings_of(ResultReader& results) {
    PairingBook book(results.experiment(), 0);
    for (const ReplicateKey key : results.replicates()) {
        book.add(value_or_stop(results.read(key)));
    }
    return book;
}

Json difference_json(const PairedDifference& one) {
    static constexpr std::string_view methods[] = {"t", "bootstrap", "exact"};
    return {{"id", one.headline.id},
            {"label", one.headline.label},
            {"unit", one.headline.unit},
            {"pairs", one.n},
            {"base", one.base},
            {"other", one.other},
            {"difference", one.difference},
            {"low", one.interval.low},
            {"high", one.interval.high},
            {"interval", methods[static_cast<std::size_t>(one.method)]},
            {"sign", name_of(one.sign)},
            {"correlation", one.correlation ? Json(*one.correlation) : Json()},
            {"variance_reduction", one.variance_reduction ? Json(*one.variance_reduction) : Json()},
            {"warning", pairing_warning(one)}};
}

std::string text_of(const std::optional<double>& number) {
    return number ? fmt::format("{:.3g}", *number) : "-";
}

void print_table(const std::vector<PairedDifference>& differences, Terminal& terminal) {
    Table table({"what", "unit", "base", "other", "other - base", "95 % interval", "sign",
                 "correlation", "variance / paired"});
    for (const PairedDifference& one : differences) {
        table.add({std::string(one.headline.label), std::string(one.headline.unit),
                   fmt::format("{:.4g}", one.base), fmt::format("{:.4g}", one.other),
                   fmt::format("{:+.4g}", one.difference),
                   fmt::format("{:+.4g} to {:+.4g}", one.interval.low, one.interval.high),
                   std::string(name_of(one.sign)), text_of(one.correlation),
                   text_of(one.variance_reduction)});
    }
    table.print(terminal);
    for (const PairedDifference& one : differences) {
        if (const std::string warning = pairing_warning(one); !warning.empty()) {
            terminal.say(warning);
        }
    }
}

void print_differences(ResultReader& results, const Places& places, Format format,
                       Terminal& terminal) {
    const PairingBook book = pairings_of(results);
    const std::string& base = results.experiment().points.front().name;
    Json others = Json::array();
    for (const Pairing& pairing : book.pairings()) {
        const auto differences = pairing.differences();
        if (format == Format::json) {
            Json list = Json::array();
            for (const PairedDifference& one : differences)
                list.push_back(difference_json(one));
            others.push_back({{"other", pairing.name()}, {"differences", std::move(list)}});
            continue;
        }
        terminal.data(
            terminal.strong(fmt::format("{} less {}, on the same luck", pairing.name(), base)) +
            "\n");
        print_table(differences, terminal);
        terminal.data("\n");
    }
    if (format == Format::json) {
        print_json({{"base", base},
                    {"seed", results.experiment().seed},
                    {"replicates", results.experiment().replicates.size()},
                    {"others", std::move(others)},
                    {"results", places.results},
                    {"report", places.report}},
                   terminal);
        return;
    }
    terminal.data(fmt::format("Results  {}\nReport   {}\n", places.results, places.report));
}

ExitCode carry_out(const Arguments& arguments, Terminal& terminal) {
    RunRequest request = compare_request(arguments);
    draw_parameters(request, arguments);
    return play_request(request, arguments, terminal, print_differences);
}

constexpr Positional positionals[] = {
    {"BASE", "The scenario that the others are compared with", Arity::one},
    {"OTHER", "One or more scenarios, names or paths", Arity::some},
};
constexpr Option options[] = {
    {"--replicates", "N", "How many times to play each (64), or a range such as 101..200",
     OptionKind::value},
    {"--seed", "N", "Which luck (1)", OptionKind::value},
    {"--until", "RULE",
     "Play until it is precise enough: half-width=5% of the mean, or half-width=20@HEADLINE",
     OptionKind::value},
    {"--max-replicates", "N", "How many --until may play at most (1000)", OptionKind::value},
    {"--threads", "N", "How many processors to use (all)", OptionKind::value},
    {"--time-limit", "TIME", "Stop after 90s, 10min or 2h; --resume goes on", OptionKind::value},
    {"--on-error", "WHAT",
     "Where a replicate fails: continue with the others (the default), or stop", OptionKind::value},
    {"--out", "FILE",
     "Where the results go (results/compare-BASE-SEED.sqlite); the report goes beside them",
     OptionKind::value},
    {"--set", "NAME=VALUE", "Another value for a parameter, in all of them; may be repeated",
     OptionKind::list},
    {"--from", "POSTERIOR", "Draw the parameters of each replicate from a calibration's results",
     OptionKind::value},
    {"--beyond-evidence", "",
     "Allow values outside the range of the evidence; the report lists them", OptionKind::flag},
    {"--resume", "", "Keep the replicates that are there, play the others", OptionKind::flag},
    {"--force", "", "Replace results that are there", OptionKind::flag},
    {"--dry-run", "", "Say what time and disk it would take; plays one replicate to measure",
     OptionKind::flag},
    {"--status", "FILE", "Say there, every few seconds and as JSON, how far it is: for batch systems",
     OptionKind::value},
    {"--json", "", "The differences as JSON", OptionKind::flag},
    {"--open", "", "Open the report in a browser", OptionKind::flag},
    {"--wards-a-task", "N", "How finely a city is cut for the processors; changes speed only",
     OptionKind::value},
};

}  // namespace

const Command compare_command = {"compare",
                                 "Play scenarios on the same luck and say in what they differ",
                                 positionals, options, carry_out};

}  // namespace tumen::app

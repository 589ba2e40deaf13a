#pragma once
#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

#include "app/cli/command/command.hpp"

/// The options that several commands have, each written once. The table of a command is put
/// together, when the program is compiled, of these and of its own.
namespace tumen::app {

/// Where there is no help here, each command has its own words.
inline constexpr Option shared_options[] = {
    {"--replicates", "N", "", OptionKind::value},
    {"--set", "NAME=VALUE", "Another value for a parameter, as \"fee_base=30 %\"; may be repeated",
     OptionKind::list},
    {"--out", "FILE", "", OptionKind::value},
    {"--seed", "N", "Which luck (1)", OptionKind::value},
    {"--until", "RULE",
     "Play until it is precise enough: error=10% of the width of a range, or error=20@HEADLINE; "
     "with --luck-only half-width=5% of the mean",
     OptionKind::value},
    {"--headline", "ID|STATISTIC",
     "A number of your own beside the usual ones, as \"mean(fee, during)\"; may be repeated",
     OptionKind::list},
    {"--max-replicates", "N", "How many --until may play at most (1000)", OptionKind::value},
    {"--threads", "N", "How many processors to use (all)", OptionKind::value},
    {"--memory", "SIZE", "Play only as many at once as fit into 4GB or 500MB; changes speed only",
     OptionKind::value},
    {"--time-limit", "TIME", "Stop after 90s, 10min or 2h; --resume goes on", OptionKind::value},
    {"--on-error", "WHAT",
     "Where a replicate fails: continue with the others (the default), or stop", OptionKind::value},
    {"--luck-only", "",
     "Values and rules as the scenario says in every replicate: ranges show luck alone, which is a "
     "small part of what is not known",
     OptionKind::flag},
    {"--values", "SOURCE",
     "Where the values of each replicate are drawn: belief, which is the default (prior, where no "
     "belief holds), prior, a calibration's results, or what calibrate --all wrote",
     OptionKind::value},
    {"--rules", "WHICH",
     "Rival rules are drawn with the values (all), or the scenario's stay (default)",
     OptionKind::value},
    {"--without-voice", "VOICE",
     "What would be believed had this newsroom or office reported nothing, such as daily-nk",
     OptionKind::value},
    {"--from", "POSTERIOR", "The same as --values with a file of a calibration", OptionKind::value},
    {"--beyond-evidence", "",
     "Allow values outside the range of the evidence; the report lists them", OptionKind::flag},
    {"--resume", "", "Keep the replicates that are there, play the others", OptionKind::flag},
    {"--force", "", "Replace results that are there", OptionKind::flag},
    {"--dry-run", "", "Say what time and disk it would take; plays one replicate to measure",
     OptionKind::flag},
    {"--status", "FILE",
     "Say there, every few seconds and as JSON, how far it is: for batch systems",
     OptionKind::value},
    {"--json", "", "As JSON", OptionKind::flag},
    {"--open", "", "Open the report in a browser", OptionKind::flag},
    {"--wards-a-task", "N", "How finely a city is cut for the processors; changes speed only",
     OptionKind::value},
    {"--no-shared-past", "",
     "Play each scenario from its first day, also where it is the same as another one until some "
     "day; changes speed only",
     OptionKind::flag},
};

/// The shared option called so, in words that fit one command. A name that is not shared does not
/// compile.
consteval Option shared(std::string_view name, std::string_view help) {
    for (Option option : shared_options) {
        if (option.name != name) continue;
        option.help = help;
        return option;
    }
    throw "no shared option is called so";
}

/// The same in the words that all commands have for it.
consteval Option shared(std::string_view name) {
    for (const Option& option : shared_options) {
        if (option.name == name && !option.help.empty()) return option;
    }
    throw "no shared option is called so, or it has no words of its own";
}

/// The one scenario that most commands are about.
inline constexpr Positional one_scenario[] = {
    {"SCENARIO", "Name of a scenario the program carries, or path of a .toml file", Arity::one},
};

/// Where the summary is about one number.
inline constexpr std::string_view headline_first =
    "A number of your own beside the usual ones, as \"mean(fee, during)\"; the first one, or an "
    "id, "
    "is what the summary is about; may be repeated";

/// What everything takes that is played.
inline constexpr Option play_options[] = {
    shared("--threads"),         shared("--memory"), shared("--set"),
    shared("--beyond-evidence"), shared("--json"),
};

/// How often scenarios are played, as they are or over draws.
inline constexpr Option until_options[] = {
    shared("--headline"),       shared("--seed"),      shared("--until"),
    shared("--max-replicates"), shared("--luck-only"),
};

/// What belongs to plays that can be kept: of every command that stores what it plays.
inline constexpr Option life_options[] = {
    shared("--time-limit"), shared("--on-error"),     shared("--resume"),
    shared("--force"),      shared("--dry-run"),      shared("--status"),
    shared("--open"),       shared("--wards-a-task"), shared("--no-shared-past"),
};

/// What says over which values and rules plays are drawn.
inline constexpr Option draw_options[] = {
    shared("--values"),
    shared("--rules"),
    shared("--without-voice"),
    shared("--from"),
};

/// What plays have that are kept only where somebody says so, of one scenario over draws.
inline constexpr Option study_options[] = {
    shared("--seed"),
    shared("--out", "Keep what is played as a results file, with a report beside it"),
};

/// Lists of options, one behind the other.
template <std::size_t One, std::size_t More, class... Others>
consteval auto options_of(const std::array<Option, One>& one, const Option (&more)[More],
                          const Others&... others) {
    std::array<Option, One + More> all = {};
    std::copy(one.begin(), one.end(), all.begin());
    std::copy(std::begin(more), std::end(more), all.begin() + One);
    if constexpr (sizeof...(others) == 0) {
        return all;
    } else {
        return options_of(all, others...);
    }
}
template <std::size_t One, class... Others>
consteval auto options_of(const Option (&one)[One], const Others&... others) {
    return options_of(std::to_array(one), others...);
}

}  // namespace tumen::app

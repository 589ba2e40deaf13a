#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/cli/command_list.hpp"
#include "app/cli/json.hpp"
#include "app/cli/limits.hpp"
#include "app/cli/shared_options.hpp"
#include "app/cli/stop.hpp"
#include "app/cli/table.hpp"
#include "app/session/drawn_study.hpp"
#include "app/session/play_answer.hpp"
#include "base/text.hpp"
#include "belief/given.hpp"
#include "measures/plays_answer.hpp"
#include "measures/weighted.hpp"
#include "measures/words.hpp"
#include "model/parameter_table.hpp"

/// tumen given: what would be true of everything else if what was heard is true.
namespace tumen::app {

namespace {

constexpr std::uint32_t at_once = 256;
constexpr std::uint32_t usual_most = 2048;
constexpr double enough = 100;             // effective draws
constexpr double fewest = 20;              // effective draws: below, nothing is told
constexpr std::size_t fewest_inside = 10;  // plays that have it
constexpr double unlikely = 0.01;          // share of draws from which it is said
constexpr double noise_spreads = 3;        // of the error of a shift, beyond which it is told

struct Moved {
    std::string name;
    double shift = 0;  // of the mean, in spreads of what was believed before
    std::string before;
    std::string after;
};

struct Row {
    const Headline* headline = nullptr;
    WeightedRange before;
    WeightedRange after;
};

std::vector<Heard> heard_of(const Arguments& arguments) {
    std::vector<Heard> heard;
    for (const std::string& text : arguments.list("--heard"))
        heard.push_back(value_or_stop(read_heard(text), ExitCode::usage));
    if (heard.empty()) {
        usage_error("given without --heard",
                    "say what was heard: --heard \"sum(arrested, during) is 35 to 45\"");
    }
    return heard;
}

std::vector<Question> questions_of(const std::vector<Heard>& heard) {
    std::vector<Question> questions;
    for (const Heard& one : heard)
        questions.push_back({one.statistic});
    return questions;
}

Hearing hearing_of(const DrawnStudy& study, const std::vector<Heard>& heard) {
    std::vector<std::vector<std::optional<double>>> values;
    for (std::size_t i = 0; i < heard.size(); ++i) {
        std::vector<std::optional<double>>& column = values.emplace_back();
        for (const double value : study.answers(i))
            column.push_back(std::isnan(value) ? std::nullopt : std::optional(value));
    }
    return hear(heard, values);
}

/// Says where the draws lie when none comes near what was heard.
[[noreturn]] void nobody_there(const DrawnStudy& study, const std::vector<Heard>& heard,
                               const Hearing& hearing) {
    std::string reason = fmt::format("of {} plays {} have it, worth {:.1f}", study.played(),
                                     hearing.inside, hearing.effective);
    for (std::size_t i = 0; i < heard.size(); ++i) {
        const std::vector<double> values = study.answers(i);
        const auto range = weighted_range(values, std::vector<double>(values.size(), 1));
        if (range) {
            reason += fmt::format("; {} is {} to {} in 90 of 100 of them, {} in the middle",
                                  heard[i].statistic, number_text(range->low, ""),
                                  number_text(range->high, ""), number_text(range->middle, ""));
        } else {
            reason += fmt::format("; {} has no value in any of them", heard[i].statistic);
        }
    }
    stop(ExitCode::failed, trouble("what was heard is out of reach of everything known here",
                                   reason, "a wider band, more --replicates, or another scenario"));
}

std::vector<Row> rows_of(const DrawnStudy& study, const Hearing& hearing) {
    std::vector<Row> rows;
    const std::vector<double> alike(hearing.weights.size(), 1);
    for (const Headline& headline : study.headlines().headlines()) {
        const std::vector<double> values = study.headline(headline.id);
        const auto before = weighted_range(values, alike);
        const auto after = weighted_range(values, hearing.weights);
        if (before && after) rows.push_back({&headline, *before, *after});
    }
    return rows;
}

double weighted_mean(const std::vector<double>& values, const std::vector<double>& weights) {
    double sum = 0;
    double all = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        sum += weights[i] * values[i];
        all += weights[i];
    }
    return sum / all;
}

/// Values whose mean moved by more than noise: the error of a weighted mean of n effective draws is
/// one over its root, in spreads.
std::vector<Moved> moved_values(const DrawnStudy& study, const Hearing& hearing) {
    std::vector<Moved> moved;
    const auto& draws = study.experiment().draws;
    const std::size_t plays = hearing.weights.size();
    const std::vector<double> alike(plays, 1);
    for (std::size_t v = 0; v < draws.front().values.size(); ++v) {
        const std::string& name = draws.front().values[v].first;
        std::vector<double> values;
        for (std::size_t i = 0; i < plays; ++i)
            values.push_back(draws[i].values[v].second);
        const double mean = weighted_mean(values, alike);
        double squares = 0;
        for (const double value : values)
            squares += (value - mean) * (value - mean);
        const double spread = std::sqrt(squares / static_cast<double>(plays));
        if (!(spread > 0)) continue;
        const double shift = (weighted_mean(values, hearing.weights) - mean) / spread;
        if (std::abs(shift) < noise_spreads / std::sqrt(hearing.effective)) continue;
        const auto ref = find_parameter(name);
        const std::string unit(ref ? name_of(row_of(*ref).unit) : std::string_view());
        const auto text = [&](const std::vector<double>& weights) {
            const auto range = weighted_range(values, weights);
            return fmt::format("{} ({})", number_text(range->middle, unit),
                               interval_text({range->low, range->high}, unit));
        };
        moved.push_back({name, shift, text(alike), text(hearing.weights)});
    }
    return moved;
}

struct RuleMoved {
    std::string rule;
    std::string choice;
    double before = 0;
    double after = 0;
    double error = 0;
};

std::vector<RuleMoved> rules_of(const DrawnStudy& study, const Hearing& hearing) {
    std::vector<RuleMoved> rules;
    const auto& draws = study.experiment().draws;
    for (std::size_t i = 0; i < hearing.weights.size(); ++i) {
        for (const auto& [rule, choice] : draws[i].rules) {
            auto found = std::find_if(rules.begin(), rules.end(), [&](const RuleMoved& one) {
                return one.rule == rule && one.choice == choice;
            });
            if (found == rules.end()) {
                rules.push_back({rule, choice});
                found = rules.end() - 1;
            }
            found->before += 1 / static_cast<double>(hearing.weights.size());
            found->after += hearing.weights[i];
        }
    }
    for (RuleMoved& one : rules)
        one.error = std::sqrt(one.after * (1 - one.after) / hearing.effective);
    std::stable_sort(rules.begin(), rules.end(), [](const RuleMoved& one, const RuleMoved& other) {
        return one.rule != other.rule ? one.rule < other.rule : one.choice < other.choice;
    });
    return rules;
}

std::string likely_text(const Hearing& hearing) {
    const std::size_t plays = hearing.weights.size();
    const double share = static_cast<double>(hearing.inside) / static_cast<double>(plays);
    const std::string how_many = fmt::format("It is so in {}", plays_text(hearing.inside, plays));
    if (share >= unlikely) return how_many + ".";
    return fmt::format("This is unlikely under everything known here (1 in {:.0f}).", 1 / share);
}

Json range_json(const WeightedRange& range) {
    const auto end = [](double value) { return std::isfinite(value) ? Json(value) : Json(); };
    return {{"low", end(range.low)}, {"middle", end(range.middle)}, {"high", end(range.high)}};
}

void print_as_json(const DrawnStudy& study, const std::vector<Heard>& heard, const Hearing& hearing,
                   Terminal& terminal) {
    Json json = {{"scenario", study.experiment().points.front().name},
                 {"plays", study.played()},
                 {"inside", hearing.inside},
                 {"effective", hearing.effective}};
    for (const Heard& one : heard) {
        json["heard"].push_back(
            {{"statistic", one.statistic}, {"low", one.band.low}, {"high", one.band.high}});
    }
    json["headlines"] = Json::array();
    for (const Row& row : rows_of(study, hearing)) {
        json["headlines"].push_back({{"id", row.headline->id},
                                     {"label", row.headline->label},
                                     {"unit", row.headline->unit},
                                     {"before", range_json(row.before)},
                                     {"given", range_json(row.after)}});
    }
    json["values"] = Json::array();
    for (const Moved& one : moved_values(study, hearing)) {
        json["values"].push_back({{"name", one.name},
                                  {"shift", one.shift},
                                  {"before", one.before},
                                  {"given", one.after}});
    }
    json["rules"] = Json::array();
    for (const RuleMoved& one : rules_of(study, hearing)) {
        json["rules"].push_back({{"rule", one.rule},
                                 {"choice", one.choice},
                                 {"before", one.before},
                                 {"given", one.after},
                                 {"error", one.error}});
    }
    print_json(json, terminal);
}

std::string range_of(const WeightedRange& range, std::string_view unit) {
    return fmt::format("{} ({})", number_text(range.middle, unit),
                       range_text({range.low, range.high}, unit));
}

void print_rows(const DrawnStudy& study, const Hearing& hearing, Terminal& terminal) {
    Table headlines({"WHAT", "BEFORE", "GIVEN THIS"});
    for (const Row& row : rows_of(study, hearing)) {
        headlines.add({row.headline->label, range_of(row.before, row.headline->unit),
                       range_of(row.after, row.headline->unit)});
    }
    headlines.print(terminal);
    const std::vector<Moved> moved = moved_values(study, hearing);
    if (moved.empty()) {
        print_line(terminal, "No single value moves by more than noise.");
    } else {
        Table values({"VALUE", "SHIFT", "BEFORE", "GIVEN THIS"});
        for (const Moved& one : moved)
            values.add({one.name, fmt::format("{:+.2f}", one.shift), one.before, one.after});
        values.print(terminal);
        print_line(terminal, "Shift: of the mean, in spreads of what was believed before.");
    }
    Table rules({"RULE", "CHOICE", "BEFORE", "GIVEN THIS", "ERROR"});
    for (const RuleMoved& one : rules_of(study, hearing)) {
        rules.add({one.rule, one.choice, fmt::format("{:.0f} %", 100 * one.before),
                   fmt::format("{:.0f} %", 100 * one.after),
                   fmt::format("{:.0f}", 100 * one.error)});
    }
    rules.print(terminal);
}

void print(const DrawnStudy& study, const std::vector<Heard>& heard, const Hearing& hearing,
           Session& session) {
    Terminal& terminal = session.terminal();
    if (hearing.effective < fewest || hearing.inside == 0) nobody_there(study, heard, hearing);
    if (session.arguments().has("--json")) return print_as_json(study, heard, hearing, terminal);
    for (const Heard& one : heard) {
        print_line(terminal, fmt::format("If {} is {} to {}:", one.statistic,
                                         shortest(one.band.low), shortest(one.band.high)));
    }
    print_line(terminal, likely_text(hearing));
    print_rows(study, hearing, terminal);
    print_line(terminal,
               fmt::format("{} plays, weighed by how well each shows it; they are worth {:.0f}.",
                           study.played(), hearing.effective));
    for (const std::string& told : draws_told(study.experiment()))
        print_line(terminal, told);
}

ExitCode carry_out(Session& session) {
    const Arguments& arguments = session.arguments();
    const std::vector<Heard> heard = heard_of(arguments);
    const auto most = static_cast<std::uint32_t>(
        arguments.whole_or("--replicates", usual_most, 16, most_replicates));
    DrawnStudy study(arguments, questions_of(heard), most);
    Hearing hearing;
    const auto next = [&](std::uint32_t played) {
        if (played > 0) hearing = hearing_of(study, heard);
        const bool enough_told = hearing.effective >= enough && hearing.inside >= fewest_inside;
        return enough_told ? played : std::min(most, played + at_once);
    };
    return play_answer(study.request(), session,
                       {study, [&] { print(study, heard, hearing, session); }, next, most});
}

constexpr Positional positionals[] = {
    {"SCENARIO", "Name of a scenario the program carries, or path of a .toml file", Arity::one},
};
constexpr Option own_options[] = {
    {"--heard", "STATISTIC is A to B",
     "What was heard, as \"sum(arrested, during[0:29]) is 35 to 45\", told of by the press as "
     "\"sum(told_arrests, all) is 3 to 6\"; may be repeated",
     OptionKind::list},
    shared("--replicates", "How many draws may be played until it is told well enough (2048)"),
};
constexpr auto options = options_of(own_options, study_options, draw_options, life_options);

}  // namespace

const Command given_command = {"given", "What would be true if what was heard is true", positionals,
                               options, carry_out};

}  // namespace tumen::app

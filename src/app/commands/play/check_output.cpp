#include "app/commands/play/check_output.hpp"

#include <algorithm>
#include <set>

#include "app/cli/tables/belief/unknown_columns.hpp"
#include "app/cli/tables/verdict_columns.hpp"
#include "app/cli/terminal/table.hpp"
#include "app/commands/evidence/evidence_text.hpp"
#include "app/session/output/summary.hpp"
#include "measures/numbers/words.hpp"
#include "patterns/conclusion_fields.hpp"
#include "report/rows/row_json.hpp"

namespace tumen::app {

namespace {

struct Tally {
    std::size_t shown = 0;
    std::size_t mixed = 0;
    std::size_t not_shown = 0;
    std::size_t no_value = 0;
    std::size_t all() const { return shown + mixed + not_shown + no_value; }
};

void count(Tally& tally, Verdict verdict) {
    switch (verdict) {
        case Verdict::shown:
            ++tally.shown;
            break;
        case Verdict::mixed:
            ++tally.mixed;
            break;
        case Verdict::not_shown:
            ++tally.not_shown;
            break;
        case Verdict::no_value:
            ++tally.no_value;
            break;
    }
}

bool is_shown_only(const Pattern& pattern) {
    return pattern.role == PatternRole::analogue || pattern.role == PatternRole::context;
}

/// What is counted together: of one role, or of all but analogues and context, which are shown.
Tally tally_of(const std::vector<PatternResult>& results, std::optional<PatternRole> role) {
    Tally tally;
    for (const PatternResult& result : results) {
        const Pattern& pattern = *result.pattern;
        if (role ? pattern.role != *role : is_shown_only(pattern)) continue;
        count(tally, result.verdict);
    }
    return tally;
}

/// Of the patterns that rest on one voice, or on several together ("daily-nk, nkdb").
Tally tally_of_voice(const std::vector<PatternResult>& results, std::string_view voice) {
    Tally tally;
    for (const PatternResult& result : results) {
        if (result.pattern->independence == voice && !is_shown_only(*result.pattern))
            count(tally, result.verdict);
    }
    return tally;
}

std::string short_text(const Tally& tally) {
    std::string text = fmt::format("{} of {}", tally.shown, tally.all());
    if (tally.mixed > 0) text += fmt::format(", {} mixed", tally.mixed);
    return text;
}

/// Who says it: however many patterns rest on one voice, they are one witness.
void print_voices(const Checked& checked, Terminal& terminal) {
    std::vector<std::string> heading{"VOICE"};
    for (const CheckedSetting& setting : checked.settings)
        heading.push_back(checked.settings.size() == 1 ? "SHOWN" : setting.name);
    Table table(heading);
    std::set<std::string_view> voices;
    for (const PatternResult& result : checked.settings.front().patterns) {
        if (!is_shown_only(*result.pattern)) voices.insert(result.pattern->independence);
    }
    for (const std::string_view voice : voices) {
        std::vector<std::string> row{voice.empty() ? "(none named)" : std::string(voice)};
        for (const CheckedSetting& setting : checked.settings)
            row.push_back(short_text(tally_of_voice(setting.patterns, voice)));
        table.add(std::move(row));
    }
    terminal.data("\n");
    table.print(terminal);
}

std::string tally_text(const Tally& tally) {
    std::string text =
        fmt::format("{} shown, {} mixed, {} not shown", tally.shown, tally.mixed, tally.not_shown);
    if (tally.no_value > 0) text += fmt::format(", {} without a value", tally.no_value);
    return text;
}

std::string held_out_text(const std::vector<PatternResult>& patterns) {
    const Tally held_out = tally_of(patterns, PatternRole::held_out);
    if (held_out.all() == 0) {
        return "None was held out: all were looked at while values were set. What is held out from "
               "now on is dated.";
    }
    return fmt::format("Of these {} were held out, no value was chosen by them: {}.",
                       held_out.all(), tally_text(held_out));
}

void print_too_few(const Checked& checked, Terminal& terminal) {
    if (!leaves_every_share_mixed(checked.replicates)) return;
    terminal.data(wrapped(fmt::format("So few replicates ({}) leave every share undecided: that "
                                      "it is mixed says nothing of the pattern.",
                                      checked.replicates)) +
                  "\n");
}

void print_tallies(const Checked& checked, Terminal& terminal) {
    const std::vector<PatternResult>& patterns = checked.settings.front().patterns;
    const Tally all = tally_of(patterns, std::nullopt);
    terminal.data(wrapped(fmt::format("{} patterns on {} replicates, seed {}: {}. {}", all.all(),
                                      checked.replicates, checked.seed, tally_text(all),
                                      held_out_text(patterns))) +
                  "\n");
    const Tally inputs = tally_of(patterns, PatternRole::input);
    if (inputs.all() > 0) {
        terminal.data(wrapped(fmt::format("Of these {} are inputs: the model was given them, and "
                                          "that it shows them ({}) tests the rule and nothing "
                                          "else.",
                                          inputs.all(), tally_text(inputs))) +
                      "\n");
    }
    const Tally analogues = tally_of(patterns, PatternRole::analogue);
    if (analogues.all() > 0) {
        terminal.data(wrapped(fmt::format("Apart from these, {} of role analogue, counted in "
                                          "campaigns elsewhere and never fitted to: {}.",
                                          analogues.all(), tally_text(analogues))) +
                      "\n");
    }
    terminal.data(wrapped("By share: shown where the 95 % interval of the share lies above one "
                          "half. By the mean, where the test says so: shown where its 95 % "
                          "interval lies in the band.") +
                  "\n");
    print_too_few(checked, terminal);
    if (checked.scenario == "all") {
        terminal.data(fmt::format("{} patterns have no test; `tumen evidence show ID` says why.\n",
                                  ledger_patterns().size() - testable_patterns().size()));
    }
}

std::vector<Direction> directions_of(const Checked& checked, std::size_t conclusion) {
    std::vector<Direction> directions;
    directions.reserve(checked.settings.size());
    for (const CheckedSetting& setting : checked.settings)
        directions.push_back(setting.conclusions[conclusion].direction);
    return directions;
}

Json conclusion_json(const Checked& checked, std::size_t which) {
    const Conclusion& conclusion = *checked.conclusions[which];
    Json by_setting = Json::array();
    for (const CheckedSetting& setting : checked.settings) {
        by_setting.push_back(row_json<Face::command_line>(
            ConclusionUnderRules{setting.name, conclusion, setting.conclusions[which]}));
    }
    return {{"id", conclusion.id},
            {"label", conclusion.label},
            {"scenario", conclusion.scenario},
            {"against", conclusion.against},
            {"statistic", conclusion.statistic},
            {"settings", std::move(by_setting)},
            {"survives", survives(directions_of(checked, which))}};
}

std::vector<std::string> heading_of(const Checked& checked, std::vector<std::string> heading,
                                    std::initializer_list<std::string> last) {
    for (const CheckedSetting& setting : checked.settings)
        heading.push_back(setting.name);
    heading.insert(heading.end(), last);
    return heading;
}

void print_pattern_support(const Checked& checked, Terminal& terminal) {
    Table table(heading_of(checked, {"PATTERN", "ROLE"}, {"STATEMENT"}));
    for (std::size_t i = 0; i < checked.settings.front().patterns.size(); ++i) {
        const Pattern& pattern = *checked.settings.front().patterns[i].pattern;
        std::vector<std::string> row{std::string(pattern.id), std::string(name_of(pattern.role))};
        for (const CheckedSetting& setting : checked.settings) {
            row.emplace_back(name_of(setting.patterns[i].verdict));
        }
        row.emplace_back(pattern.statement);
        table.add(std::move(row));
    }
    table.print(terminal);
}

void print_conclusions(const Checked& checked, Terminal& terminal) {
    if (checked.conclusions.empty()) return;
    terminal.data("\n");
    Table table(heading_of(checked, {"DIFFERENCE"}, {"SURVIVES", "WHAT"}));
    for (std::size_t i = 0; i < checked.conclusions.size(); ++i) {
        std::vector<std::string> row{std::string(checked.conclusions[i]->id)};
        const std::vector<Direction> directions = directions_of(checked, i);
        for (const Direction direction : directions)
            row.emplace_back(name_of(direction));
        row.emplace_back(survives(directions) ? "yes" : "no");
        row.emplace_back(checked.conclusions[i]->label);
        table.add(std::move(row));
    }
    table.print(terminal);
}

void print_surviving(const Checked& checked, Terminal& terminal) {
    if (checked.conclusions.empty()) return;
    std::size_t surviving = 0;
    for (std::size_t i = 0; i < checked.conclusions.size(); ++i)
        surviving += survives(directions_of(checked, i)) ? 1 : 0;
    terminal.data(
        wrapped(fmt::format(
            "{} of {} differences have the same sign under every rule, with a 95 % interval of "
            "the mean over {} replicates (seed {}) that leaves out 0.",
            surviving, checked.conclusions.size(), checked.replicates, checked.seed)) +
        "\n\n");
}

}  // namespace

void print_patterns(const Checked& checked, Terminal& terminal) {
    const CheckedSetting& setting = checked.settings.front();
    Table table(heads_of<VerdictRow>());
    for (const PatternResult& result : setting.patterns)
        table.add(cells_of(VerdictRow{setting.name, result}));
    print_tallies(checked, terminal);
    terminal.data("\n");
    table.print(terminal);
    print_voices(checked, terminal);
}

void print_rivals(const Checked& checked, Terminal& terminal) {
    print_surviving(checked, terminal);
    for (const CheckedSetting& setting : checked.settings) {
        terminal.data(fmt::format("{}: {}\n", setting.name,
                                  tally_text(tally_of(setting.patterns, std::nullopt))));
    }
    const auto& patterns = checked.settings.front().patterns;
    if (const Tally analogues = tally_of(patterns, PatternRole::analogue); analogues.all() > 0) {
        terminal.data(wrapped(fmt::format("{} of role analogue, counted in campaigns elsewhere, "
                                          "stand in the table and in none of these counts.",
                                          analogues.all())) +
                      "\n");
    }
    print_too_few(checked, terminal);
    terminal.data("\n");
    print_pattern_support(checked, terminal);
    print_voices(checked, terminal);
    print_conclusions(checked, terminal);
}

Json check_json(const Checked& checked) {
    Json settings = Json::array();
    for (const CheckedSetting& setting : checked.settings) {
        Json patterns = Json::array();
        for (const PatternResult& result : setting.patterns)
            patterns.push_back(row_json<Face::command_line>(VerdictRow{setting.name, result}));
        settings.push_back({{"rules", setting.name}, {"patterns", std::move(patterns)}});
    }
    Json conclusions = Json::array();
    for (std::size_t i = 0; i < checked.conclusions.size(); ++i)
        conclusions.push_back(conclusion_json(checked, i));
    return {{"scenario", checked.scenario},
            {"seed", checked.seed},
            {"replicates", checked.replicates},
            {"settings", std::move(settings)},
            {"conclusions", std::move(conclusions)}};
}

void print_unknowns(const std::vector<UnknownResult>& results, Terminal& terminal) {
    Table table(heads_of<UnknownResult>());
    const Unknown* last = nullptr;
    for (const UnknownResult& result : results) {
        std::vector<std::string> cells = cells_of(result);
        if (result.unknown == last) cells.front().clear();
        last = result.unknown;
        table.add(std::move(cells));
    }
    table.print(terminal);
}

Json unknowns_json(const std::vector<UnknownResult>& results) {
    return value_json<Face::command_line>(results);
}

}  // namespace tumen::app

#include <algorithm>

#include "app/cli/command/command_list.hpp"
#include "app/cli/command/shared_options.hpp"
#include "app/cli/command/stop.hpp"
#include "app/cli/tables/difference_columns.hpp"
#include "app/cli/terminal/json.hpp"
#include "app/cli/terminal/table.hpp"
#include "app/session/output/played_fields.hpp"
#include "app/session/play/play_request.hpp"
#include "app/session/request/draw_request.hpp"
#include "belief/second_weights.hpp"
#include "measures/answers/plays_answer.hpp"
#include "measures/numbers/words.hpp"
#include "report/parts/doubt_words.hpp"
#include "report/rows/row_json.hpp"

namespace tumen::app {

namespace {

void print_table(const std::vector<PairedDifference>& differences, std::string_view base,
                 std::string_view other, Terminal& terminal) {
    Table table(heads_of<DifferenceRow>());
    for (const PairedDifference& one : differences)
        table.add(cells_of(DifferenceRow{base, other, one}));
    table.print(terminal);
    for (const PairedDifference& one : differences) {
        if (const std::string warning = pairing_warning(one); !warning.empty()) {
            terminal.say(warning);
        }
    }
}

void print_plays(const std::vector<PlaysDifference>& differences, std::string_view other,
                 Terminal& terminal) {
    Table table(heads_of<PlaysDifferenceRow>());
    const auto replaced = [&](const Headline& headline) {
        return std::any_of(differences.begin(), differences.end(), [&](const auto& another) {
            return another.headline.instead_of == headline.id;
        });
    };
    for (const PlaysDifference& one : differences) {
        if (!replaced(one.headline)) table.add(cells_of(PlaysDifferenceRow{other, one}));
    }
    table.print(terminal);
}

/// What would turn the sentence round and what would narrow it most, a line each.
void print_doubt(const std::vector<PlaysDifference>& differences, const Experiment& experiment,
                 Terminal& terminal) {
    const PlaysDifference* told = told_first(differences);
    if (told == nullptr) return;
    const Json doubt = doubt_of_difference(experiment, told->headline.unit, told->values);
    for (const std::string& line : doubt_lines(doubt))
        terminal.data(wrapped(line) + "\n");
}

/// What the first sentence would be by the second reading of the reports; empty where there is
/// none.
std::string second_sentence(const std::vector<PlaysDifference>& differences,
                            const std::optional<SecondReading>& reading) {
    const PlaysDifference* told = told_first(differences);
    if (told == nullptr || !reading || told->difference.plays < 2) return {};
    return told->second ? second_text(*told->second, *reading, told->headline.unit) : std::string();
}

/// Plays with a draw each: what is told are quantiles and shares of them.
void print_plays(const PairingBook& book, const Experiment& experiment, const Places& places,
                 Format format, Terminal& terminal) {
    const std::string& base = experiment.points.front().name;
    const std::vector<std::string> told = draws_told(experiment);
    const std::optional<SecondReading> reading = second_reading(experiment);
    Json others = Json::array();
    for (const Pairing& pairing : book.pairings()) {
        const auto differences = plays_differences(experiment, pairing, reading);
        const std::string sentence = compared_sentence(differences, base, pairing.name());
        Json list = Json::array();
        for (const PlaysDifference& one : differences)
            list.push_back(row_json<Face::command_line>(PlaysDifferenceRow{pairing.name(), one}));
        const std::string second = second_sentence(differences, reading);
        others.push_back({{"other", pairing.name()},
                          {"sentence", sentence},
                          {"second", second},
                          {"days", pairing.days()},
                          {"differences", std::move(list)}});
        if (format == Format::json) continue;
        terminal.data(terminal.strong(fmt::format("{} less {}", pairing.name(), base)) + "\n");
        terminal.data(wrapped(sentence) + "\n");
        if (!second.empty()) terminal.data(wrapped(second) + "\n");
        if (!pairing.days().empty()) terminal.data(wrapped(pairing.days()) + "\n");
        terminal.data("\n");
        print_plays(differences, pairing.name(), terminal);
        terminal.data("\n");
        print_doubt(differences, experiment, terminal);
    }
    if (format == Format::json) {
        Json json = row_json<Face::command_line>(PlayedRow{experiment, places});
        json.update({{"base", base}, {"told", told}, {"others", std::move(others)}});
        print_json(json, terminal);
        return;
    }
    terminal.data(wrapped("All else is the same: city, days, luck, and in each play what is not "
                          "known. Base and other are middles of the plays; pp are percentage "
                          "points.") +
                  "\n");
    for (const std::string& one : told)
        terminal.data(wrapped(one) + "\n");
    terminal.data(fmt::format("Seed     {}\n", experiment.seed));
}

void print_differences(ResultReader& results, const PairingBook& book, const Places& places,
                       Format format, Terminal& terminal) {
    if (!results.experiment().draws.empty())
        return print_plays(book, results.experiment(), places, format, terminal);
    const std::string& base = results.experiment().points.front().name;
    Json others = Json::array();
    for (const Pairing& pairing : book.pairings()) {
        const auto differences = pairing.differences();
        if (format == Format::json) {
            Json list = Json::array();
            for (const PairedDifference& one : differences)
                list.push_back(
                    row_json<Face::command_line>(DifferenceRow{base, pairing.name(), one}));
            others.push_back({{"other", pairing.name()},
                              {"days", pairing.days()},
                              {"differences", std::move(list)}});
            continue;
        }
        terminal.data(
            terminal.strong(fmt::format("{} less {}, on the same luck", pairing.name(), base)) +
            "\n");
        if (!pairing.days().empty()) terminal.data(wrapped(pairing.days()) + "\n");
        print_table(differences, base, pairing.name(), terminal);
        terminal.data("\n");
    }
    if (format == Format::json) {
        Json json = row_json<Face::command_line>(PlayedRow{results.experiment(), places});
        json.update({{"base", base}, {"others", std::move(others)}});
        print_json(json, terminal);
        return;
    }
    terminal.data("pp are percentage points.\n");
}

class DifferencesTeller final : public Teller {
  public:
    void begin(const Experiment& experiment, std::shared_ptr<const AnswerBook>) override {
        book_.emplace(experiment, 0);
    }
    void hear(const ReplicateResult& result) override { book_->add(result); }
    void tell(ResultReader& results, const Places& places, Format format,
              Terminal& terminal) override {
        print_differences(results, *book_, places, format, terminal);
    }

  private:
    std::optional<PairingBook> book_;
};

ExitCode carry_out_compare(Session& session) {
    RunRequest request = compare_request(session.arguments());
    take_draws(request, session.arguments());
    DifferencesTeller teller;
    return play_request(request, session, teller);
}

constexpr Positional compare_positionals[] = {
    {"BASE", "The scenario that the others are compared with", Arity::one},
    {"OTHER", "One or more scenarios, names or paths", Arity::some},
};
constexpr Option compare_own_options[] = {
    shared("--replicates",
           "How many times to play each (300; 64 with --luck-only), or a range such as 101..200"),
    shared("--out",
           "Where the results go (results/compare-BASE-SEED.sqlite); the report goes beside them"),
};
constexpr auto compare_options =
    options_of(compare_own_options, until_options, play_options, draw_options, life_options);

}  // namespace

const Command compare_command = {"compare",
                                 "Play scenarios on the same luck and say in what they differ",
                                 compare_positionals, compare_options, carry_out_compare};

}  // namespace tumen::app

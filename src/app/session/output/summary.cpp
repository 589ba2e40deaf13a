#include "app/session/output/summary.hpp"

#include <algorithm>

#include "app/cli/command/stop.hpp"
#include "app/cli/tables/answer_columns.hpp"
#include "app/cli/terminal/json.hpp"
#include "app/cli/terminal/table.hpp"
#include "app/session/output/headlines_told.hpp"
#include "app/session/output/played_fields.hpp"
#include "app/session/output/progress.hpp"
#include "experiment/replicate_fields.hpp"
#include "measures/answers/ratio_told.hpp"
#include "measures/headlines/headline_fields.hpp"
#include "measures/headlines/yardstick.hpp"
#include "measures/numbers/words.hpp"
#include "report/parts/answer_book.hpp"
#include "report/parts/doubt_words.hpp"
#include "report/rows/row_json.hpp"

namespace tumen::app {

namespace {

/// What is told of the replicates, and what they come to.
struct Counted {
    std::shared_ptr<const AnswerBook> answer;
    std::size_t failed = 0;
    Json hashes = Json::array();  // of the replicates that are done

    void add(const ReplicateResult& result) {
        if (result.outcome == Outcome::failed) {
            ++failed;
        } else if (result.point == 0) {
            hashes.push_back(row_json<Face::command_line>(replicate_row({}, result)));
        }
    }
    const HeadlineTable& headlines() const { return answer->headlines(); }
};

/// Of plays that each have their own draw: what they were drawn from, and the answer.
Json plays_json(const Experiment& experiment, const PlaysAnswer& answer) {
    Json rows = Json::array();
    for (const AnswerRow& row : answer.rows)
        rows.push_back(row_json<Face::command_line>(row));
    const auto& yardstick = experiment.points.front().yardstick;
    return {{"told", draws_told(experiment)},
            {"held", experiment.points.front().held},
            {"yardstick", yardstick ? Json(experiment.points[*yardstick].name) : Json()},
            {"sentence", answer.sentence},
            {"split", answer.split},
            {"second", answer.second},
            {"rows", std::move(rows)},
            {"notes", answer.notes}};
}

Json summary_json(ResultReader& results, const Places& places, const Counted& counted) {
    const Experiment& experiment = results.experiment();
    const Scenario& scenario = experiment.points.front().scenario;
    Json json = row_json<Face::command_line>(PlayedRow{experiment, places});
    json.update({{"scenario", scenario.name},
                 {"scenario_hash", hex(scenario_hash(scenario))},
                 {"done", counted.headlines().replicates()},
                 {"failed", counted.failed},
                 {"answer", Json()},
                 {"headlines", headlines_json(scenario.name, counted.headlines())},
                 {"ratio", Json()},
                 {"replicate_hashes", counted.hashes}});
    const HeadlineTable& table = counted.headlines();
    if (const auto ratio = ratio_told(experiment, table))
        json["ratio"] = row_json<Face::command_line>(*ratio);
    json["answer"] = counted.answer->told(experiment);
    if (experiment.draws.empty()) return json;
    json["plays"] = plays_json(experiment, counted.answer->answer(experiment));
    return json;
}

/// The rows as a table; what part of the answer they belong to is said once.
void print_rows(const PlaysAnswer& answer, Terminal& terminal) {
    Table table(heads_of<AnswerRow>());
    AnswerPart before = AnswerPart::level;
    for (const AnswerRow& row : answer.rows) {
        std::vector<std::string> cells = cells_of(row);
        if (row.part == before) cells.front().clear();
        before = row.part;
        table.add(std::move(cells));
    }
    table.print(terminal);
}

/// What would turn the sentence round and what would narrow it most, a line each.
std::vector<std::string> doubt_told(const Counted& counted, const PlaysAnswer& answer) {
    const std::string id = answer.rows.empty() ? std::string() : answer.rows.front().id;
    return doubt_lines(counted.answer->doubt(), id);
}

void print_plays(const Experiment& experiment, const Counted& counted, Terminal& terminal) {
    const PlaysAnswer& answer = counted.answer->answer(experiment);
    for (const std::string& sentence : {answer.sentence, answer.split, answer.second}) {
        if (!sentence.empty()) terminal.data(wrapped(sentence) + "\n");
    }
    terminal.data("\n");
    print_rows(answer, terminal);
    terminal.data("\n");
    for (const std::string& line : doubt_told(counted, answer))
        terminal.data(wrapped(line) + "\n");
    if (experiment.points.front().yardstick) {
        terminal.data(wrapped("What changed is the difference from the same city without the "
                              "campaign: same days, same values and rules, same luck.") +
                      "\n");
    }
    for (const std::string& note : answer.notes)
        terminal.data(wrapped(note) + "\n");
    for (const std::string& told : draws_told(experiment))
        terminal.data(wrapped(told) + "\n");
    terminal.data(fmt::format("Seed     {}\n", experiment.seed));
}

void print_summary(ResultReader& results, const Counted& counted, const Places& places,
                   Format format, Terminal& terminal) {
    if (format == Format::json) {
        print_json(summary_json(results, places, counted), terminal);
        return;
    }
    const Scenario& scenario = results.experiment().points.front().scenario;
    terminal.data(terminal.strong(scenario.title.empty() ? scenario.name : scenario.title) + "\n");
    const HeadlineTable& headlines = counted.headlines();
    const bool drawn = !results.experiment().draws.empty();
    if (headlines.replicates() > 0 && drawn) {
        print_plays(results.experiment(), counted, terminal);
    } else if (headlines.replicates() > 0) {
        for (const std::string& sentence : answer_sentences(scenario, headlines)) {
            terminal.data(wrapped(sentence) + "\n");
        }
    }
    print_own(results.experiment(), headlines, terminal);
}

class SummaryTeller final : public Teller {
  public:
    void begin(const Experiment&, std::shared_ptr<const AnswerBook> answer) override {
        counted_ = {std::move(answer)};
    }
    void hear(const ReplicateResult& result) override { counted_.add(result); }
    void tell(ResultReader& results, const Places& places, Format format,
              Terminal& terminal) override {
        print_summary(results, counted_, places, format, terminal);
    }

  private:
    Counted counted_;
};

}  // namespace

std::unique_ptr<Teller> summary_teller() {
    return std::make_unique<SummaryTeller>();
}

}  // namespace tumen::app

#include "app/commands/scenario/info_results.hpp"

#include "app/cli/tables/answer_columns.hpp"
#include "app/cli/tables/belief/belief_columns.hpp"
#include "app/cli/tables/belief/forecast_columns.hpp"
#include "app/cli/tables/belief/unknown_columns.hpp"
#include "app/cli/tables/calibration_columns.hpp"
#include "app/cli/tables/difference_columns.hpp"
#include "app/cli/tables/evidence_columns.hpp"
#include "app/cli/tables/factor_columns.hpp"
#include "app/cli/tables/given_columns.hpp"
#include "app/cli/tables/narrowing_columns.hpp"
#include "app/cli/tables/sign_columns.hpp"
#include "app/cli/tables/sweep_columns.hpp"
#include "app/cli/tables/verdict_columns.hpp"
#include "app/cli/terminal/table.hpp"
#include "app/commands/scenario/limit_rows.hpp"
#include "app/session/output/played_fields.hpp"
#include "belief/information/turning_fields.hpp"
#include "calibration/failure_fields.hpp"
#include "experiment/draw_fields.hpp"
#include "experiment/provenance_fields.hpp"
#include "hindcast/page/judged_forecast_fields.hpp"
#include "measures/answers/ratio_told.hpp"
#include "measures/headlines/headline_fields.hpp"
#include "model/event_kind_fields.hpp"
#include "patterns/conclusion_fields.hpp"
#include "scenario/evidence/rule_fields.hpp"
#include "store/sqlite/stored_fields.hpp"

namespace tumen::app {

namespace {

/// A column of the kind's table on the terminal.
struct TableColumn {
    std::string_view head;
    std::vector<std::string_view> fields;
};

struct DescribedKind {
    ResultKind kind;
    std::vector<FieldDescription> fields;
    std::vector<TableColumn> terminal;  // none where no table has the rows
};

template <class Row>
std::vector<TableColumn> terminal_of() {
    std::vector<TableColumn> list;
    if constexpr (requires { columns_of_table(Of<Row>()); }) {
        for (const Column<Row>& one : columns_of_table(Of<Row>()))
            list.push_back({one.head, one.fields});
    }
    return list;
}

template <class... Rows>
std::vector<DescribedKind> described() {
    return {DescribedKind{result_kind<Rows>, description_of<Rows>(), terminal_of<Rows>()}...};
}

/// A kind of result stands here once; all faces follow.
std::vector<DescribedKind> all_kinds() {
    return described<
        PlayedRow, SummaryRow, RatioTold, AnswerRow, DifferenceRow, PlaysDifferenceRow, Factor,
        PointRow, EstimateRow, ScreenedRow, IndexedRow, VerdictRow, PatternResult,
        ConclusionUnderRules, JudgedConclusion, StatementRow, VarianceShares, TurningRow, WorthRow,
        HeadlineGiven, ValueGiven, RuleGiven, ParameterPosterior, PatternFit, Generation,
        FailedProposal, ReplicateRow, ReplicateDraw, DrawnParameter, DrawnReplicate, ProvenanceRow,
        StoredDay, StoredReplicate, StoredHeadline, ToldParameter, ObservableRow, DerivedObservable,
        LedgerEntry, Pattern, Source, HeadlineOfPlay, RuleRow, EventKindRow, DayStep, LimitRow,
        UnknownResult, Implied, BeliefRow, RuleBelief, PatternBelief, CoverageTable, Coverage,
        MovedRow, JudgedForecast, ForetoldRow, TargetScore, ScoreSummary>();
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    while (!text.empty()) {
        const std::size_t gap = text.find(' ');
        words.emplace_back(text.substr(0, gap));
        text.remove_prefix(gap == text.npos ? text.size() : gap + 1);
    }
    return words;
}

/// What a face calls the field, null where it has none; Python has a pair of ends as two columns.
Json name_in(const FieldDescription& field, const ResultKind& kind, Face face) {
    if (!why_without(field.without, face).empty()) return nullptr;
    if (face == Face::command_line && kind.command_line.empty()) return nullptr;
    if (face == Face::page && kind.page.empty() && kind.explorer.empty()) return nullptr;
    if (face == Face::python && kind.python.empty()) return nullptr;
    if (face != Face::python || field.in_python.empty()) return field.name;
    return field.type == "ends" ? Json(words_of(field.in_python)) : Json(field.in_python);
}

Json field_json(const FieldDescription& field, const ResultKind& kind) {
    Json json = {{"name", field.name},
                 {"type", field.type},
                 {"list", field.list},
                 {"may_be_missing", field.may_be_missing},
                 {"unit", field.unit},
                 {"meaning", field.meaning},
                 {"command_line", name_in(field, kind, Face::command_line)},
                 {"page", name_in(field, kind, Face::page)},
                 {"python", name_in(field, kind, Face::python)},
                 {"python_name", field.in_python.empty() ? field.name : field.in_python}};
    if (!field.words.empty()) json["words"] = field.words;
    if (!field.fields.empty()) {
        json["fields"] = Json::array();
        for (const FieldDescription& one : field.fields)
            json["fields"].push_back(field_json(one, kind));
    }
    for (const auto& [face, name] :
         {std::pair(Face::command_line, "command_line"), std::pair(Face::page, "page"),
          std::pair(Face::python, "python")}) {
        const std::string_view why = why_without(field.without, face);
        if (!why.empty()) json["without"][name] = why;
    }
    return json;
}

Json columns_json(const std::vector<TableColumn>& columns) {
    Json list = Json::array();
    for (const TableColumn& one : columns)
        list.push_back({{"head", one.head}, {"fields", one.fields}});
    return list;
}

std::string type_text(const FieldDescription& field) {
    std::string text = field.list ? "list of " + field.type : field.type;
    return field.may_be_missing ? text + " or none" : text;
}

}  // namespace

Json results_json() {
    Json list = Json::array();
    for (const auto& [kind, fields, terminal] : all_kinds()) {
        Json entries = Json::array();
        for (const FieldDescription& field : fields)
            entries.push_back(field_json(field, kind));
        list.push_back({{"name", kind.name},
                        {"meaning", kind.meaning},
                        {"command", kind.command},
                        {"command_line", kind.command_line},
                        {"page", kind.page},
                        {"python", kind.python},
                        {"terminal", columns_json(terminal)},
                        {"saved", kind.saved},
                        {"exported", kind.exported},
                        {"explorer", kind.explorer},
                        {"keys", words_of(kind.keys)},
                        {"fields", std::move(entries)}});
    }
    return list;
}

void print_results(Terminal& terminal) {
    Table table({"RESULT", "FIELD", "TYPE", "UNIT", "WHAT"});
    for (const DescribedKind& one : all_kinds()) {
        for (const FieldDescription& field : one.fields)
            table.add({std::string(one.kind.name), field.name, type_text(field), field.unit,
                       field.meaning});
    }
    table.print(terminal);
}

}  // namespace tumen::app

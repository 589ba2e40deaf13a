#include "app/commands/scenario/info_results.hpp"

#include "app/cli/terminal/table.hpp"
#include "belief/ledger_fields.hpp"
#include "belief/statements/sign_fields.hpp"
#include "calibration/failure_fields.hpp"
#include "experiment/provenance_fields.hpp"
#include "experiment/replicate_fields.hpp"
#include "measures/answers/answer_fields.hpp"
#include "measures/answers/difference_fields.hpp"
#include "measures/answers/ratio_told.hpp"
#include "measures/headlines/headline_fields.hpp"
#include "report/series/observable_fields.hpp"
#include "sensitivity/factor_fields.hpp"
#include "sweep/design_fields.hpp"

namespace tumen::app {

namespace {

struct DescribedKind {
    ResultKind kind;
    std::vector<FieldDescription> fields;
};

template <class... Rows>
std::vector<DescribedKind> described() {
    return {DescribedKind{result_kind<Rows>, description_of<Rows>()}...};
}

/// A kind of result stands here once; all faces follow.
std::vector<DescribedKind> all_kinds() {
    return described<SummaryRow, RatioTold, AnswerRow, DifferenceRow, PlaysDifferenceRow, Factor,
                     PointRow, EstimateRow, ScreenedRow, IndexedRow, VerdictRow, JudgedConclusion,
                     StatementRow, ParameterPosterior, PatternFit, Generation, FailedProposal,
                     ReplicateRow, ProvenanceRow, ToldParameter, ObservableRow, DerivedObservable,
                     LedgerEntry, Pattern, Source>();
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
    if (face == Face::page && kind.page.empty()) return nullptr;
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
                 {"python", name_in(field, kind, Face::python)}};
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

std::string type_text(const FieldDescription& field) {
    std::string text = field.list ? "list of " + field.type : field.type;
    return field.may_be_missing ? text + " or none" : text;
}

}  // namespace

Json results_json() {
    Json list = Json::array();
    for (const auto& [kind, fields] : all_kinds()) {
        Json entries = Json::array();
        for (const FieldDescription& field : fields)
            entries.push_back(field_json(field, kind));
        list.push_back({{"name", kind.name},
                        {"meaning", kind.meaning},
                        {"command", kind.command},
                        {"command_line", kind.command_line},
                        {"page", kind.page},
                        {"python", kind.python},
                        {"keys", words_of(kind.keys)},
                        {"fields", std::move(entries)}});
    }
    return list;
}

void print_results(Terminal& terminal) {
    Table table({"RESULT", "FIELD", "TYPE", "UNIT", "WHAT"});
    for (const auto& [kind, fields] : all_kinds()) {
        for (const FieldDescription& field : fields)
            table.add(
                {std::string(kind.name), field.name, type_text(field), field.unit, field.meaning});
    }
    table.print(terminal);
}

}  // namespace tumen::app

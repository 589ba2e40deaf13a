#pragma once
#include <functional>

#include "base/rows/fields.hpp"
#include "belief/statements/judged_conclusion.hpp"
#include "belief/statements/statements.hpp"

/// What is told of a sign that was judged over all that is not known: of a statement, and of a
/// difference between scenarios.
namespace tumen {

template <>
inline constexpr std::optional<SignVerdict> last_of<SignVerdict> = SignVerdict::cannot_be_told;

/// The sign that is judged.
enum class JudgedDirection : std::uint8_t { higher, lower };
constexpr std::string_view name_of(JudgedDirection sign) {
    return sign == JudgedDirection::higher ? "higher" : "lower";
}
template <>
inline constexpr std::optional<JudgedDirection> last_of<JudgedDirection> = JudgedDirection::lower;

/// What gave the sign that is judged.
enum class SignOf : std::uint8_t { starting_values, most_draws };
constexpr std::string_view name_of(SignOf what) {
    return what == SignOf::most_draws ? "most draws" : "starting values";
}
template <>
inline constexpr std::optional<SignOf> last_of<SignOf> = SignOf::most_draws;

/// `get` finds the share in a row; `rest` says which faces have no more than the share itself.
template <class Row, auto get>
constexpr auto share_fields_of(Without rest) {
    return FieldList{
        Field{"share",
              "1",
              "The share of draws that have it.",
              [](const Row& row) { return get(row).share; },
              {},
              rest.python.empty() ? "" : "."},
        Field{"error", "1", "Its standard error.", [](const Row& row) { return get(row).error; },
              rest},
        Field{"low", "1", "What it is above with 95 %.",
              [](const Row& row) { return get(row).bounds.low; }, rest},
        Field{"high", "1", "What it is below with 95 %.",
              [](const Row& row) { return get(row).bounds.high; }, rest},
        Field{"draws", "draws", "Draws that were played.",
              [](const Row& row) { return get(row).draws; }, rest},
        Field{"effective", "draws", "How many independent draws these are worth.",
              [](const Row& row) { return get(row).effective; }, rest},
        Field{"without_value", "draws", "Draws without a value, counted as not having it.",
              [](const Row& row) { return get(row).without_value; }, rest}};
}

template <>
inline constexpr auto fields_of<SignShare> = share_fields_of<SignShare, std::identity{}>({});

/// Of draws of another kind than those that are judged by.
struct ShareBeside {
    const SignShare& of;
};
constexpr const SignShare& share_beside(const ShareBeside& row) {
    return row.of;
}
template <>
inline constexpr auto fields_of<ShareBeside> =
    share_fields_of<ShareBeside, share_beside>({.python = "the share itself is the column"});

constexpr const SignShare& share_under(const SignUnderRule& row) {
    return row.share;
}
template <>
inline constexpr auto fields_of<SignUnderRule> =
    joined(share_fields_of<SignUnderRule, share_under>({}),
           FieldList{Field{"rule", "", "The rule.", &SignUnderRule::rule},
                     Field{"choice", "", "Its rival that is taken, the others drawn.",
                           &SignUnderRule::choice}});

constexpr const SignShare& share_without(const SignWithoutVoice& row) {
    return row.share;
}
template <>
inline constexpr auto fields_of<SignWithoutVoice> =
    joined(share_fields_of<SignWithoutVoice, share_without>({}),
           FieldList{Field{"voice", "", "The newsroom or office that is left out.",
                           &SignWithoutVoice::voice}});

/// `get` finds what was judged in a row.
template <class Row, const JudgedSign& (*get)(const Row&)>
inline constexpr auto sign_fields = FieldList{
    Field{"verdict", "", "What can be said of it.",
          [](const Row& row) { return get(row).verdict; }},
    Field{"probability",
          "1",
          "The share of draws of what is judged over that have it.",
          [](const Row& row) -> const SignShare& { return get(row).view; },
          {},
          "."},
    Field{"prior", "1", "The same over the prior; missing where it was not played.",
          [](const Row& row) {
              const SignShare& prior = get(row).prior;
              return prior.draws > 0 ? std::optional(ShareBeside{prior}) : std::nullopt;
          }},
    Field{"start", "1", "The same of plays at the starting values.",
          [](const Row& row) { return ShareBeside{get(row).start}; }},
    Field{"start_disagrees", "",
          "Whether most draws say otherwise than most plays at the starting values.",
          [](const Row& row) { return get(row).start_disagrees(); }},
    Field{"rules", "1", "The same under each rival of each rule.",
          [](const Row& row) -> const std::vector<SignUnderRule>& { return get(row).rules; },
          Without{.python = "a table of its own, `tumen.Signs.rules`"}},
    Field{"without_voices", "1", "The same as if a newsroom or office had reported nothing.",
          [](const Row& row) -> const std::vector<SignWithoutVoice>& { return get(row).without; },
          Without{.python = "a table of its own, `tumen.Signs.voices`"}},
    Field{"turns_on", "", "The one rival without which it would stand; may be empty.",
          [](const Row& row) -> const std::string& { return get(row).turns_on; }}};

constexpr const JudgedSign& sign_of_conclusion(const JudgedConclusion& row) {
    return row;
}

template <>
inline constexpr ResultKind result_kind<JudgedConclusion> = {
    "judged difference",
    "A difference between scenarios whose sign is judged over all that is not known.",
    "check --rivals --belief",
    "conclusions[]",
    "conclusions.conclusions[]",
    "Signs.table",
    "id",
    "judged"};
template <>
inline constexpr auto fields_of<JudgedConclusion> = joined(
    FieldList{Field{"id", "", "The difference.",
                    [](const JudgedConclusion& row) { return row.conclusion->id; }},
              Field{"label", "", "What it is called.",
                    [](const JudgedConclusion& row) { return row.conclusion->label; }},
              Field{"scenario", "", "The scenario that it is of.",
                    [](const JudgedConclusion& row) { return row.conclusion->scenario; }},
              Field{"against", "", "What that is compared with.",
                    [](const JudgedConclusion& row) { return row.conclusion->against; }},
              Field{"statistic", "", "What is compared.",
                    [](const JudgedConclusion& row) { return row.conclusion->statistic; }},
              Field{"sign", "", "The sign that is judged.",
                    [](const JudgedConclusion& row) {
                        return row.higher ? JudgedDirection::higher : JudgedDirection::lower;
                    }},
              Field{"sign_of", "",
                    "What gave the sign: most draws where the starting values leave it open.",
                    [](const JudgedConclusion& row) {
                        return row.of_most_draws ? SignOf::most_draws : SignOf::starting_values;
                    }}},
    sign_fields<JudgedConclusion, sign_of_conclusion>);

struct StatementRow {
    const StatementResult& of;
    std::string_view over;  // "belief" or "prior"
};
constexpr const JudgedSign& sign_of_statement(const StatementRow& row) {
    return row.of;
}

template <>
inline constexpr ResultKind result_kind<StatementRow> = {
    "statement",  "A sentence that can be said, or cannot, whatever is not known.",
    "statements", "[]",
    "",           "Signs.table",
    "id"};
template <>
inline constexpr auto fields_of<StatementRow> = joined(
    FieldList{
        Field{"id", "", "The statement.",
              [](const StatementRow& row) -> const std::string& { return row.of.statement->id; }},
        Field{"statement", "", "What it says.",
              [](const StatementRow& row) -> const std::string& {
                  return row.of.statement->statement;
              }},
        Field{"scenario", "", "The scenario that it is about.",
              [](const StatementRow& row) -> const std::string& {
                  return row.of.statement->scenario;
              }},
        Field{"statistic", "", "What is above 0 where it is true.",
              [](const StatementRow& row) -> const std::string& {
                  return row.of.statement->statistic;
              }},
        Field{"over", "", "What is judged over: belief, or prior where no belief holds.",
              &StatementRow::over, Without{.python = "`tumen.Signs.over` says it"}}},
    sign_fields<StatementRow, sign_of_statement>,
    FieldList{Field{"built_in", "", "Why its sign is in a formula; empty where it is not.",
                    [](const StatementRow& row) -> const std::string& {
                        return row.of.statement->built_in;
                    }},
              Field{"patterns", "", "Patterns that speak about it.",
                    [](const StatementRow& row) -> const std::vector<std::string>& {
                        return row.of.statement->patterns;
                    }},
              Field{"voices", "", "Newsrooms and offices behind these patterns.",
                    [](const StatementRow& row) { return voices_of(*row.of.statement); }}});

}  // namespace tumen

#pragma once
#include <optional>
#include <string>
#include <vector>

#include "measures/answers/second_reading.hpp"
#include "measures/answers/shares.hpp"
#include "measures/answers/spread.hpp"

/// What a run comes to whose plays differ in values, rules and luck, in words and rows.
namespace tumen {

enum class AnswerPart : std::uint8_t { official, changed, gap, level };
std::string_view name_of(AnswerPart part);  // "official", ...

struct AnswerRow {
    AnswerPart part;
    std::string id;
    std::string label;
    std::string unit;
    Spread spread;
    std::optional<VarianceShares> shares;  // what its spread is made of
    std::optional<SecondSpread> second;    // where there is a second reading of the reports
};

struct PlaysAnswer {
    std::string sentence;            // the range, and the ground it stands on
    std::string split;               // what of it is luck, and whether it turns round
    std::string second;              // the same range by the second reading, where there is one
    std::vector<AnswerRow> rows;     // official picture, what changed, the gap
    std::vector<std::string> notes;  // what must be known to read them
};

/// `point` of an experiment that draws; the table is against its yardstick where it has one.
PlaysAnswer plays_answer(const Experiment& experiment, std::uint32_t point,
                         const HeadlineTable& table,
                         const std::optional<SecondReading>& second = {});

/// Such an answer as sentences.
std::vector<std::string> answer_told(const Experiment& experiment, const PlaysAnswer& answer);

/// "64 plays: values and rival rules drawn from the prior ..." and what is held; empty where
/// nothing is drawn.
std::vector<std::string> draws_told(const Experiment& experiment);

}  // namespace tumen

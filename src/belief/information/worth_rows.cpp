#include "belief/information/worth_rows.hpp"

#include <algorithm>
#include <cmath>

#include "belief/information/questions.hpp"
#include "measures/numbers/statistics.hpp"

namespace tumen {

namespace {

constexpr double end_of_ninety = 1.6448536269514722;  // normal quantile of 95 %

const LedgerQuestion* question_behind(const Fact& fact) {
    return fact.kind == FactKind::question ? question_about(fact.id) : nullptr;
}

}  // namespace

Interval narrowed(const std::vector<double>& sorted_values, double left) {
    const double below = std::erfc(left * end_of_ninety / std::sqrt(2.0)) / 2;
    const auto at = [&](double p) {
        const double value = quantile(sorted_values, p);
        if (std::isfinite(value)) return value;
        return sorted_values[static_cast<std::size_t>(
            std::lround(p * static_cast<double>(sorted_values.size() - 1)))];
    };
    return {at(below), at(1 - below)};
}

std::vector<WorthRow> worth_rows(const NarrowingTable& table,
                                 const std::vector<double>& sorted_values, std::string_view unit) {
    const std::vector<const Worth*> most = worth_most(table);
    std::vector<WorthRow> rows;
    for (const Worth& one : table.told) {
        WorthRank rank = WorthRank::less;
        if (std::find(most.begin(), most.end(), &one) != most.end())
            rank = most.size() > 1 ? WorthRank::close : WorthRank::most;
        rows.push_back({&one, rank, narrowed(sorted_values, one.left), unit});
    }
    return rows;
}

std::string_view question_asked(const Fact& fact) {
    const LedgerQuestion* question = question_behind(fact);
    return question ? std::string_view(question->question) : std::string_view();
}

std::string_view who_could_know(const Fact& fact) {
    const LedgerQuestion* question = question_behind(fact);
    return question ? std::string_view(question->asked_of) : std::string_view();
}

}  // namespace tumen

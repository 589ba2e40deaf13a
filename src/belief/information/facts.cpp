#include "belief/information/facts.hpp"

#include <algorithm>
#include <cmath>

#include "belief/information/questions.hpp"
#include "measures/answers/number_told.hpp"
#include "model/parameter_table.hpp"
#include "scenario/evidence/ledger.hpp"

namespace tumen {

namespace {

using Draws = std::vector<const ReplicateDraw*>;

bool is_held(const std::vector<std::string>& held, const std::string& name) {
    return std::find(held.begin(), held.end(), name) != held.end();
}

Fact value_fact(const Draws& draws, std::size_t place) {
    const std::string& name = draws.front()->values[place].first;
    const auto ref = find_parameter(name);
    Fact fact{name,
              std::string(ref ? entry_of(*ref).label : std::string_view(name)),
              FactKind::value,
              {}};
    std::vector<double>& column = fact.columns.emplace_back();
    for (const ReplicateDraw* draw : draws)
        column.push_back(draw->values[place].second);
    return fact;
}

Fact rule_fact(const Draws& draws, std::size_t place) {
    const std::string& rule = draws.front()->rules[place].first;
    std::map<std::string, std::vector<double>> by_choice;
    for (const ReplicateDraw* draw : draws)
        by_choice[draw->rules[place].second].resize(draws.size());
    for (std::size_t i = 0; i < draws.size(); ++i)
        by_choice[draws[i]->rules[place].second][i] = 1;
    Fact fact{"rules." + rule, "which rule holds: " + rule, FactKind::rule, {}};
    for (auto& [choice, column] : by_choice) {
        fact.choices.push_back(choice);
        fact.columns.push_back(std::move(column));
    }
    return fact;
}

/// All values of a group of the table as one fact.
std::vector<Fact> group_facts(const std::vector<Fact>& values) {
    std::map<std::string, Fact> groups;
    for (const Fact& value : values) {
        const auto ref = find_parameter(value.id);
        const std::string name(ref ? name_of(row_of(*ref).group) : std::string_view());
        Fact& group = groups[name];
        group.id = name;
        group.label = "all of " + name;
        group.kind = FactKind::group;
        group.columns.push_back(value.columns.front());
    }
    std::vector<Fact> facts;
    for (auto& [name, group] : groups) {
        if (group.columns.size() > 1) facts.push_back(std::move(group));
    }
    return facts;
}

/// The number below which, or above which, the sentence is the other way round.
std::optional<double> turning_point(std::string_view id) {
    constexpr double one_each = 100;  // counted for a hundred people
    if (id == gap_id) return one_each;
    if (id.ends_with("_by_campaign") || id == difference_id) return 0;
    return std::nullopt;
}

}  // namespace

std::vector<Fact> facts_of(const Draws& draws, const std::vector<std::string>& held,
                           Groups groups) {
    std::vector<Fact> facts;
    if (draws.empty()) return facts;
    for (std::size_t place = 0; place < draws.front()->values.size(); ++place) {
        if (!is_held(held, draws.front()->values[place].first))
            facts.push_back(value_fact(draws, place));
    }
    std::vector<Fact> together;
    if (groups == Groups::too) together = group_facts(facts);
    for (std::size_t place = 0; place < draws.front()->rules.size(); ++place) {
        if (!is_held(held, "rules." + draws.front()->rules[place].first))
            facts.push_back(rule_fact(draws, place));
    }
    for (Fact& group : together)
        facts.push_back(std::move(group));
    return facts;
}

std::vector<const ImpliedQuantity*> questions_there_are() {
    std::vector<const ImpliedQuantity*> questions;
    for (const LedgerQuestion& one : ledger_questions())
        questions.push_back(one.quantity);
    return questions;
}

Fact question_of(const ImpliedQuantity& quantity, std::vector<double> answers) {
    for (double& answer : answers) {
        if (std::isnan(answer)) answer = 0;
    }
    return {quantity.id, quantity.quantity, FactKind::question, {std::move(answers)}};
}

double share_reversed(const Reversal& reversal, std::span<const double> plays) {
    double all = 0;
    double reversed = 0;
    for (const double value : plays) {
        if (std::isnan(value)) continue;
        all += 1;
        reversed += reversal.above == (value > reversal.point) ? 1 : 0;
    }
    return all == 0 ? 0 : reversed / all;
}

std::optional<Reversal> reversal_of(std::string_view id, const std::vector<double>& number) {
    const auto point = turning_point(id);
    if (!point) return std::nullopt;
    const auto over =
        std::count_if(number.begin(), number.end(), [&](double value) { return value > *point; });
    Reversal reversal{*point, 2 * over <= static_cast<std::ptrdiff_t>(number.size()), {}};
    for (const double value : number)
        reversal.reversed.push_back(reversal.above ? value > *point : value <= *point);
    return reversal;
}

}  // namespace tumen

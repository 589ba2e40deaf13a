#include "store/rows/draw_rows.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "experiment/failure.hpp"
#include "model/parameter_table.hpp"
#include "scenario/happening.hpp"
#include "store/sqlite/digest.hpp"
#include "store/sqlite/schema.hpp"

namespace tumen {

namespace {

void check_same(const std::string& path, const ReplicateDraw& held, const ReplicateDraw& wanted) {
    if (held == wanted) return;
    throw Failure(diagnostic(
        "the results file is of another experiment",
        "the parameters drawn for replicate " + std::to_string(held.replicate) + " are others",
        "choose another path with --out, or replace it with --force", path));
}

}  // namespace

void add_draws(Database& database, const std::vector<ReplicateDraw>& draws) {
    Experiment held;
    held.draws = read_draws(database);
    Statement insert(database, "INSERT INTO replicate_value VALUES (?, ?, ?, ?)");
    Statement insert_rule(database, "INSERT INTO replicate_rule VALUES (?, ?, ?, ?)");
    for (const ReplicateDraw& draw : draws) {
        if (const ReplicateDraw* there = draw_of(held, draw.replicate)) {
            check_same(database.path(), *there, draw);
            continue;
        }
        std::int64_t position = 0;
        for (const auto& [name, value] : draw.values) {
            insert.bind(std::int64_t{draw.replicate}).bind(position++).bind(name).bind(value);
            insert.execute();
        }
        position = 0;
        for (const auto& [name, choice] : draw.rules) {
            insert_rule.bind(std::int64_t{draw.replicate}).bind(position++).bind(name);
            insert_rule.bind(choice).execute();
        }
    }
    if (draws.empty()) return;
    write_digest(database, "replicate_value");
    write_digest(database, "replicate_rule");
}

namespace {

ReplicateDraw& draw_at(std::map<std::uint32_t, ReplicateDraw>& draws, std::int64_t replicate,
                       const std::string& path) {
    if (replicate < 1 || replicate > INT64_C(0xFFFFFFFF))
        throw Failure(damaged(path, "something is drawn for no replicate"));
    const auto number = static_cast<std::uint32_t>(replicate);
    ReplicateDraw& draw = draws[number];
    draw.replicate = number;
    return draw;
}

void read_values(Database& database, std::map<std::uint32_t, ReplicateDraw>& draws) {
    const bool is_older = format_of(database) < results_format;  // it had other parameters
    Statement query(database,
                    "SELECT replicate, position, name, value FROM replicate_value "
                    "ORDER BY replicate, position");
    while (query.step()) {
        ReplicateDraw& draw = draw_at(draws, query.integer(0), database.path());
        std::string name = query.text(2, short_text);
        const double value = query.real(3);
        const bool known = find_parameter(name) || is_drawn_of_calendar(name);
        if ((!known && !is_older) || !std::isfinite(value))
            throw Failure(damaged(database.path(), "a drawn parameter cannot be read"));
        draw.values.emplace_back(std::move(name), value);
    }
}

bool is_rule(std::string_view name, std::string_view choice) {
    return std::any_of(rule_rows().begin(), rule_rows().end(), [&](const RuleRow& row) {
        const auto& choices = row.choices;
        return row.name == name && !choice.empty() &&
               std::find(choices.begin(), choices.end(), choice) != choices.end();
    });
}

void read_rules(Database& database, std::map<std::uint32_t, ReplicateDraw>& draws) {
    Statement query(database,
                    "SELECT replicate, position, name, choice FROM replicate_rule "
                    "ORDER BY replicate, position");
    while (query.step()) {
        ReplicateDraw& draw = draw_at(draws, query.integer(0), database.path());
        std::string name = query.text(2, short_text);
        std::string choice = query.text(3, short_text);
        if (!is_rule(name, choice))
            throw Failure(damaged(database.path(), "a drawn rule cannot be read"));
        draw.rules.emplace_back(std::move(name), std::move(choice));
    }
}

}  // namespace

std::vector<ReplicateDraw> read_draws(Database& database) {
    std::map<std::uint32_t, ReplicateDraw> by_replicate;
    read_values(database, by_replicate);
    if (format_of(database) == results_format) read_rules(database, by_replicate);
    std::vector<ReplicateDraw> draws;
    draws.reserve(by_replicate.size());
    for (auto& [replicate, draw] : by_replicate)
        draws.push_back(std::move(draw));
    return draws;
}

}  // namespace tumen

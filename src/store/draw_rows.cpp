#include "store/draw_rows.hpp"

#include <algorithm>
#include <cmath>

#include "experiment/failure.hpp"
#include "model/parameter_table.hpp"

namespace tumen {

namespace {

constexpr std::size_t short_text = 4096;  // [bytes]

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
    }
}

std::vector<ReplicateDraw> read_draws(Database& database) {
    std::vector<ReplicateDraw> draws;
    Statement query(database,
                    "SELECT replicate, position, name, value FROM replicate_value "
                    "ORDER BY replicate, position");
    while (query.step()) {
        const std::int64_t replicate = query.integer(0);
        if (replicate < 1 || replicate > INT64_C(0xFFFFFFFF))
            throw Failure(damaged(database.path(), "parameters are drawn for no replicate"));
        const auto number = static_cast<std::uint32_t>(replicate);
        if (draws.empty() || draws.back().replicate != number) draws.push_back({number, {}});
        std::string name = query.text(2, short_text);
        const double value = query.real(3);
        if (!find_parameter(name) || !std::isfinite(value))
            throw Failure(damaged(database.path(), "a drawn parameter cannot be read"));
        draws.back().values.emplace_back(std::move(name), value);
    }
    return draws;
}

}  // namespace tumen

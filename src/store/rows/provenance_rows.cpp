#include "store/rows/provenance_rows.hpp"

#include <chrono>
#include <ctime>

#include "experiment/failure.hpp"
#include "scenario/fingerprint/fingerprint.hpp"
#include "scenario/scenario.hpp"
#include "store/sqlite/digest.hpp"

namespace tumen {

namespace {}  // namespace

std::string today() {
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm parts{};
    gmtime_r(&now, &parts);
    char text[32];
    return {text, std::strftime(text, sizeof text, "%Y-%m-%d", &parts)};
}

std::int64_t write_provenance(Database& database, const Experiment& experiment,
                              const Build& build) {
    const std::vector<Provenance> known = read_provenance(database);
    for (std::size_t i = 0; i < known.size(); ++i) {
        if (known[i].build == build) return static_cast<std::int64_t>(i + 1);
    }
    const auto id = static_cast<std::int64_t>(known.size() + 1);
    Statement insert(database, "INSERT INTO provenance VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(id).bind(build.version).bind(build.commit).bind(name_of(build.worktree));
    insert.bind(build.compiler)
        .bind(build.platform)
        .bind(static_cast<std::int64_t>(experiment.seed))
        .bind(experiment.command);
    insert.bind(hex(parameter_hash(experiment.points.front().scenario.plan)))
        .bind(model_fingerprint())
        .bind(today())
        .execute();
    write_digest(database, "provenance");
    return id;
}

void set_command(Database& database, std::int64_t id, const std::string& command) {
    Statement update(database, "UPDATE provenance SET command = ? WHERE id = ?");
    update.bind(command).bind(id).execute();
    write_digest(database, "provenance");
}

std::vector<Provenance> read_provenance(Database& database) {
    std::vector<Provenance> result;
    Statement query(
        database,
        "SELECT version, \"commit\", worktree, compiler, platform, seed, command, parameter_hash, "
        "created, id FROM provenance ORDER BY id");
    while (query.step()) {
        Provenance row;
        row.build.version = query.text(0, short_text);
        row.build.commit = query.text(1, short_text);
        const std::string worktree = query.text(2, short_text);
        if (worktree == "clean") row.build.worktree = Worktree::clean;
        if (worktree == "modified") row.build.worktree = Worktree::modified;
        row.build.compiler = query.text(3, short_text);
        row.build.platform = query.text(4, short_text);
        row.seed = static_cast<std::uint64_t>(query.integer(5));
        row.command = query.text(6, scenario_limits.file_bytes);
        row.parameter_hash = query.hash(7);
        row.created = query.text(8, short_text);
        if (query.integer(9) != static_cast<std::int64_t>(result.size() + 1)) {
            throw Failure(damaged(database.path(), "its provenance is not numbered from 1 on"));
        }
        result.push_back(std::move(row));
    }
    return result;
}

std::string read_fingerprint(Database& database) {
    Statement query(database, "SELECT value FROM meta WHERE key = ?");
    query.bind(fingerprint_key);
    return query.step() ? query.text(0, short_text) : std::string();
}

}  // namespace tumen

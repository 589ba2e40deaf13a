#include "store/experiment_bytes.hpp"

#include <sqlite3.h>

#include <memory>

#include "experiment/failure.hpp"
#include "store/rows/experiment_rows.hpp"
#include "store/rows/other_model.hpp"
#include "store/rows/provenance_rows.hpp"
#include "store/sqlite/database.hpp"
#include "store/sqlite/schema.hpp"

namespace tumen {

namespace {

struct SqliteFree {
    void operator()(unsigned char* bytes) const { sqlite3_free(bytes); }
};
using SqliteBytes = std::unique_ptr<unsigned char, SqliteFree>;

/// A database whose content is a copy of `bytes`.
Database opened(std::string_view bytes) {
    Database database = Database::in_memory();
    auto* const copy = static_cast<unsigned char*>(sqlite3_malloc64(bytes.size()));
    if (copy == nullptr) database.fail(SQLITE_NOMEM);
    std::copy(bytes.begin(), bytes.end(), copy);
    const auto size = static_cast<sqlite3_int64>(bytes.size());
    const int code =
        sqlite3_deserialize(database.handle(), "main", copy, size, size,
                            SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY);
    if (code != SQLITE_OK) database.fail(code);
    return database;
}

}  // namespace

std::string experiment_bytes(const Experiment& experiment) {
    Database database = Database::in_memory();
    Transaction transaction(database);
    create_schema(database);
    write_experiment(database, experiment);
    write_provenance(database, experiment, {});
    transaction.commit();
    sqlite3_int64 size = 0;
    const SqliteBytes bytes(sqlite3_serialize(database.handle(), "main", &size, 0));
    if (!bytes) database.fail(SQLITE_NOMEM);
    return {reinterpret_cast<const char*>(bytes.get()), static_cast<std::size_t>(size)};
}

Expected<Experiment, Diagnostic> read_experiment_bytes(std::string_view bytes) {
    try {
        Database database = opened(bytes);
        check_schema(database);
        if (auto other = other_model("", read_fingerprint(database), read_provenance(database))) {
            return diagnostic("an experiment arrived from another model", other->reason,
                              "all processes must run the same program");
        }
        StoredExperiment stored = read_experiment(database);
        if (!stored.notes.empty()) {
            return diagnostic("an experiment arrived as another one", stored.notes.front(),
                              "all processes must run the same program");
        }
        return std::move(stored.experiment);
    } catch (const Failure& failure) {
        return failure.diagnostic();
    }
}

}  // namespace tumen

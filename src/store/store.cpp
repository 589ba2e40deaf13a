#include "store/store.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <exception>
#include <iterator>
#include <utility>
#include <vector>

#include "experiment/failure.hpp"
#include "store/calibration_rows.hpp"
#include "store/database.hpp"
#include "store/draw_rows.hpp"
#include "store/experiment_rows.hpp"
#include "store/file_check.hpp"
#include "store/pattern_rows.hpp"
#include "store/replicate_rows.hpp"
#include "store/schema.hpp"

namespace tumen {

namespace {

Diagnostic other_failure(const std::string& path, const std::exception& failure) {
    return diagnostic("the results file cannot be used", failure.what(), "", path);
}

void remove_all(const std::string& path) {
    for (const char* ending : {"", "-wal", "-shm", "-journal"})
        std::remove((path + ending).c_str());
}

/// Throws Failure if another process is writing the file.
void check_unused(const std::string& path) {
    try {
        Database database(path, Access::write_alone);
        database.run("BEGIN EXCLUSIVE; ROLLBACK");
    } catch (const Failure& failure) {
        // Damaged files may be replaced; those in use may not.
        if (failure.diagnostic().problem == in_use_text) throw;
    }
}

void clear_the_way(const std::string& path, Overwrite overwrite) {
    const FileCheck check = check_file(path);
    if (check.kind == FileKind::none) return;
    if (overwrite == Overwrite::refuse) {
        throw Failure(
            diagnostic("the results path exists", "results are never overwritten",
                       "--resume plays what is missing, --force replaces results, --out names "
                       "another path",
                       path));
    }
    if (check.kind == FileKind::foreign) {
        Diagnostic problem = *check.problem;
        problem.reason += problem.reason.empty() ? "--force replaces results files only"
                                                 : "; --force replaces results files only";
        problem.suggestion = "choose another path with --out";
        throw Failure(std::move(problem));
    }
    if (check.kind != FileKind::empty) check_unused(path);
    remove_all(path);
}

/// Makes an empty file, so that of two processes only one gets the path.
void claim(const std::string& path) {
    const int file = ::open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);
    if (file >= 0) {
        ::close(file);
        return;
    }
    const int error = errno;
    const std::string way_out = error == ENOENT
                                    ? "make the folder, or choose another path with --out"
                                    : "choose another path with --out";
    throw Failure(
        diagnostic("the results file cannot be made", std::strerror(error), way_out, path));
}

Diagnostic other_experiment(const std::string& path, const std::vector<std::string>& differences) {
    std::string reason;
    for (const std::string& text : differences)
        reason += (reason.empty() ? "" : "; ") + text;
    return diagnostic("the results file is of another experiment", "they differ in " + reason,
                      "choose another path with --out, or replace it with --force", path);
}

/// In what a stored experiment and a wanted one differ; the stored hashes decide.
std::vector<std::string> differences(const StoredExperiment& stored, const Experiment& wanted) {
    const Experiment& held = stored.experiment;
    std::vector<std::string> texts;
    if (held.kind != wanted.kind) {
        texts.push_back("kind (" + std::string(name_of(held.kind)) + " there, " +
                        std::string(name_of(wanted.kind)) + " here)");
    }
    if (held.seed != wanted.seed) {
        texts.push_back("seed (" + std::to_string(held.seed) + " there, " +
                        std::to_string(wanted.seed) + " here)");
    }
    if (held.design != wanted.design) texts.push_back("the design");
    if (held.days != wanted.days) {
        texts.push_back(std::string("days (") + (held.days == Days::kept ? "kept" : "left out") +
                        " there)");
    }
    if (held.points.size() != wanted.points.size()) {
        texts.push_back("number of points (" + std::to_string(held.points.size()) + " there, " +
                        std::to_string(wanted.points.size()) + " here)");
        return texts;
    }
    for (std::size_t i = 0; i < held.points.size(); ++i) {
        const std::string hash = hex(scenario_hash(wanted.points[i].scenario));
        if (hash == stored.scenario_hashes[i]) continue;
        texts.push_back("scenario " + held.points[i].name + " (hash " + stored.scenario_hashes[i] +
                        " there, " + hash + " here)");
        if (texts.size() >= 5) break;
    }
    return texts;
}

}  // namespace

struct ResultStore::Parts {
    Experiment experiment;
    Build build;
    Database database;
    std::optional<ReplicateWriter> writer;
    std::optional<CalibrationWriter> calibration;
    DoneSet done;

    Parts(const std::string& path, const Experiment& wanted, Build by)
        : experiment(wanted), build(std::move(by)), database(path, Access::write_alone) {}

    void begin() {
        Transaction transaction(database);
        create_schema(database);
        write_experiment(database, experiment);
        const std::int64_t provenance = write_provenance(database, experiment, build);
        transaction.commit();
        make_ready(provenance);
    }

    void go_on() {
        if (database.number("SELECT count(*) FROM sqlite_schema") == 0) return begin();
        check_schema(database);
        const StoredExperiment stored = read_experiment(database);
        const std::vector<std::string> texts = differences(stored, experiment);
        if (!texts.empty()) throw Failure(other_experiment(database.path(), texts));
        const std::vector<ReplicateKey> keys =
            ReplicateRows(database, stored.experiment).keys(Outcome::done);
        done = DoneSet(keys.begin(), keys.end());
        Transaction transaction(database);
        widen(stored.experiment.replicates);
        add_draws(database, experiment.draws);
        const std::int64_t provenance = write_provenance(database, experiment, build);
        transaction.commit();
        make_ready(provenance);
    }

    /// A file keeps what it was asked for; more is added.
    void widen(const std::vector<std::uint32_t>& held) {
        std::vector<std::uint32_t> all;
        std::set_union(held.begin(), held.end(), experiment.replicates.begin(),
                       experiment.replicates.end(), std::back_inserter(all));
        if (all != held) write_replicate_plan(database, all);
    }

    void make_ready(std::int64_t provenance) {
        database.run("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
        writer.emplace(database, experiment, provenance);
    }
};

ResultStore::ResultStore(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

ResultStore::~ResultStore() = default;

Expected<std::unique_ptr<ResultStore>, Diagnostic> ResultStore::create(const std::string& path,
                                                                       const Experiment& experiment,
                                                                       const Build& build,
                                                                       Overwrite overwrite) {
    try {
        clear_the_way(path, overwrite);
        claim(path);
    } catch (const Failure& failure) {
        return failure.diagnostic();
    }
    try {
        auto parts = std::make_unique<Parts>(path, experiment, build);
        parts->begin();
        return std::unique_ptr<ResultStore>(new ResultStore(std::move(parts)));
    } catch (const Failure& failure) {
        remove_all(path);  // it held nothing yet
        Diagnostic problem = failure.diagnostic();
        if (problem.problem == disk_full_text) problem.reason = "there was no room to begin";
        return problem;
    } catch (const std::exception& failure) {
        remove_all(path);
        return other_failure(path, failure);
    }
}

Expected<std::unique_ptr<ResultStore>, Diagnostic> ResultStore::resume(const std::string& path,
                                                                       const Experiment& experiment,
                                                                       const Build& build) {
    const FileCheck check = check_file(path);
    if (check.problem && check.kind != FileKind::empty) return *check.problem;
    try {
        auto parts = std::make_unique<Parts>(path, experiment, build);
        parts->go_on();
        return std::unique_ptr<ResultStore>(new ResultStore(std::move(parts)));
    } catch (const Failure& failure) {
        return failure.diagnostic();
    } catch (const std::exception& failure) {
        return other_failure(path, failure);
    }
}

const DoneSet& ResultStore::done() const {
    return parts_->done;
}

void ResultStore::accept(ReplicateResult result) {
    parts_->writer->write(result);
}

Expected<std::vector<Generation>, Diagnostic> ResultStore::generations(
    const AbcSettings& settings) {
    try {
        return read_generations(parts_->database, settings);
    } catch (const Failure& failure) {
        return failure.diagnostic();
    }
}

AbcSink& ResultStore::calibration(const AbcSettings& settings) {
    return parts_->calibration.emplace(parts_->database, settings);
}

std::optional<Diagnostic> ResultStore::add(const std::vector<ReplicateDraw>& draws) {
    try {
        Transaction transaction(parts_->database);
        add_draws(parts_->database, draws);
        transaction.commit();
        return std::nullopt;
    } catch (const Failure& failure) {
        return failure.diagnostic();
    }
}

void ResultStore::note_stopped(const std::string& why) {
    Statement insert(parts_->database, "INSERT OR REPLACE INTO meta VALUES ('stopped', ?)");
    insert.bind(why).execute();
}

std::optional<Diagnostic> ResultStore::close() {
    try {
        parts_->calibration.reset();
        parts_->writer.reset();
        if (parts_->experiment.kind == ExperimentKind::check) {
            write_patterns(parts_->database, parts_->experiment);
        }
        parts_->database.run("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE");
        const std::string path = parts_->database.path();
        parts_->database.close();
        std::remove((path + "-shm").c_str());  // of somebody who read the file after a kill
        return std::nullopt;
    } catch (const Failure& failure) {
        return failure.diagnostic();
    }
}

}  // namespace tumen

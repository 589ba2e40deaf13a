#include "store/store.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <exception>
#include <iterator>
#include <limits>
#include <utility>
#include <vector>

#include "experiment/failure.hpp"
#include "store/extend.hpp"
#include "store/path/draft_file.hpp"
#include "store/path/file_check.hpp"
#include "store/rows/calibration_rows.hpp"
#include "store/rows/draw_rows.hpp"
#include "store/rows/experiment_rows.hpp"
#include "store/rows/older_results.hpp"
#include "store/rows/other_model.hpp"
#include "store/rows/pattern_rows.hpp"
#include "store/rows/provenance_rows.hpp"
#include "store/rows/replicate_rows.hpp"
#include "store/sqlite/database.hpp"
#include "store/sqlite/digest.hpp"
#include "store/sqlite/group_commit.hpp"
#include "store/sqlite/schema.hpp"

namespace tumen {

namespace {

Diagnostic other_failure(const std::string& path, const std::exception& failure) {
    return diagnostic("the results file cannot be used", failure.what(), "", path);
}

Diagnostic other_experiment(const std::string& path, const std::vector<std::string>& differences) {
    return diagnostic("the results file is of another experiment",
                      "they differ in " + list_text(differences),
                      "choose another path with --out, or replace it with --force", path);
}

}  // namespace

struct ResultStore::Parts {
    std::shared_ptr<const PathOwner> owner;
    std::string where;
    Experiment experiment;
    Build build;
    Database database;
    GroupCommit group;
    std::optional<ReplicateWriter> writer;
    std::optional<CalibrationWriter> calibration;
    std::int64_t provenance = 0;
    bool mended = false;
    DoneSet done;
    std::function<void(ReplicateResult)> hear;
    std::optional<FileState> left;

    Parts(std::shared_ptr<const PathOwner> of, std::string at, const Experiment& wanted, Build by)
        : owner(std::move(of)),
          where(std::move(at)),
          experiment(wanted),
          build(std::move(by)),
          database(where, Access::write),
          group(database) {}

    ~Parts() {
        try {
            if (database.handle() != nullptr) group.try_to_commit();
        } catch (const std::exception&) {
            // Nobody is left to be told; what was settled is safe.
        }
    }

    void begin() { make_ready(database.number("SELECT max(id) FROM provenance")); }

    void go_on() {
        check_schema(database);
        const bool is_older = format_of(database) < results_format;
        auto other = other_model(where, read_fingerprint(database), read_provenance(database));
        if (other && !is_older) throw Failure(*std::move(other));
        const StoredExperiment stored = read_experiment(database);
        if (stored.older) throw Failure(*older_results(where, &*stored.older));
        if (const auto changed = changed_tables(database); !changed.empty())
            throw Failure(changed_results(where, changed));
        const auto found = take_over(stored.experiment, stored.other_hashes, experiment);
        if (!found) throw Failure(other_experiment(where, found.error()));
        const PointPlaces& places = *found;
        std::vector<ReplicateKey> keys =
            ReplicateRows(database, stored.experiment).keys(Outcome::done);
        for (ReplicateKey& key : keys)
            key.point = places[key.point];
        done = DoneSet(std::move(keys));
        Transaction transaction(database);
        if (is_extension(stored, places, experiment)) {
            extend(database, stored, places, experiment);
        } else {
            mended = mend_words(database, stored, experiment);
        }
        widen(stored.experiment.replicates);
        add_draws(database, experiment.draws);
        const std::int64_t program = write_provenance(database, experiment, build);
        if (asks_for_all_of(stored.experiment)) set_command(database, program, experiment.command);
        transaction.commit();
        make_ready(program);
    }

    /// Whether the command alone gives all that is stored, and perhaps more.
    bool asks_for_all_of(const Experiment& held) const {
        return std::includes(experiment.replicates.begin(), experiment.replicates.end(),
                             held.replicates.begin(), held.replicates.end());
    }

    /// A file keeps what it was asked for; more is added.
    void widen(const std::vector<std::uint32_t>& held) {
        std::vector<std::uint32_t> all;
        std::set_union(held.begin(), held.end(), experiment.replicates.begin(),
                       experiment.replicates.end(), std::back_inserter(all));
        if (all != held) write_replicate_plan(database, all);
    }

    /// A journal of what is undone where a transaction is not committed: what is committed is in
    /// the file itself. Pages wait in memory until then, so that readers stop nothing in between.
    void make_ready(std::int64_t program) {
        provenance = program;
        database.run(
            "PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = NORMAL; PRAGMA cache_spill = "
            "OFF");
        writer.emplace(database, experiment, provenance);
    }

    /// Others may have the path from here on.
    void leave() {
        left = check_file(where).state;
        owner.reset();
    }

    void close() {
        group.commit();
        calibration.reset();
        writer.reset();
        if (experiment.kind == ExperimentKind::check) write_patterns(database, experiment);
        database.run("PRAGMA journal_mode = DELETE");
        database.close();
    }
};

namespace {

/// Numbers as they come back: minus zero as zero, and what is missing in one pattern.
ReplicateResult as_stored(ReplicateResult result) {
    for (std::vector<DayReport>& days : result.cities) {
        for (DayReport& day : days) {
            for (double& value : day.quantities)
                value = std::isnan(value) ? std::numeric_limits<double>::quiet_NaN() : value + 0.0;
        }
    }
    return result;
}

/// A new results file without replicates at `path`.
void make_file(const std::string& path, const Experiment& experiment, const Build& build) {
    Database database(path, Access::write);
    Transaction transaction(database);
    create_schema(database);
    write_experiment(database, experiment);
    write_provenance(database, experiment, build);
    transaction.commit();
    database.close();
}

/// Calls `act`, whose failures become a diagnostic.
template <class Act>
auto caught(const std::string& path, Act act) -> Expected<decltype(act()), Diagnostic> {
    try {
        return act();
    } catch (const Failure& failure) {
        return failure.diagnostic();
    } catch (const std::exception& failure) {
        return other_failure(path, failure);
    }
}

}  // namespace

ResultStore::ResultStore(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

ResultStore::~ResultStore() = default;

Expected<std::unique_ptr<ResultStore>, Diagnostic> ResultStore::create(
    std::shared_ptr<const PathOwner> owner, const Experiment& experiment, const Build& build,
    Overwrite overwrite) {
    return caught(owner->path(), [&] {
        const bool replacing = is_replacing(owner->path(), overwrite);
        DraftFile draft(*owner);
        try {
            make_file(draft.path(), experiment, build);
        } catch (const Failure& failure) {
            Diagnostic problem = failure.diagnostic();
            problem.file = owner->path();
            if (problem.problem == disk_full_text) problem.reason = "there was no room to begin";
            throw Failure(problem);
        }
        const std::string where = replacing ? draft.keep() : draft.move_to_free_path();
        auto parts = std::make_unique<Parts>(std::move(owner), where, experiment, build);
        parts->begin();
        return std::unique_ptr<ResultStore>(new ResultStore(std::move(parts)));
    });
}

bool ResultStore::can_resume(const PathOwner& owner) {
    return check_file(owner.path()).kind != FileKind::none ||
           check_file(owner.draft()).kind == FileKind::results;
}

Expected<std::unique_ptr<ResultStore>, Diagnostic> ResultStore::resume(
    std::shared_ptr<const PathOwner> owner, const Experiment& experiment, const Build& build) {
    const std::string path = owner->path();
    const auto go_on = [&](const std::string& where) {
        return caught(path, [&] {
            auto parts = std::make_unique<Parts>(owner, where, experiment, build);
            parts->go_on();
            return std::unique_ptr<ResultStore>(new ResultStore(std::move(parts)));
        });
    };
    if (check_file(owner->draft()).kind == FileKind::results) {
        auto begun = go_on(owner->draft());
        if (begun) return begun;
    }
    const FileCheck check = check_file(path);
    if (check.kind == FileKind::empty) {  // it holds nothing
        std::remove(path.c_str());
        return create(std::move(owner), experiment, build, Overwrite::refuse);
    }
    // Nor does a draft that was killed in its first transaction, which has been undone just now.
    if (check.kind == FileKind::none && check_file(owner->draft()).kind == FileKind::empty)
        return create(std::move(owner), experiment, build, Overwrite::refuse);
    if (check.problem) return *check.problem;
    return go_on(path);
}

Expected<std::unique_ptr<ResultStore>, Diagnostic> ResultStore::create(const std::string& path,
                                                                       const Experiment& experiment,
                                                                       const Build& build,
                                                                       Overwrite overwrite) {
    auto owner = PathOwner::take(path);
    if (!owner) return owner.error();
    return create(*std::move(owner), experiment, build, overwrite);
}

Expected<std::unique_ptr<ResultStore>, Diagnostic> ResultStore::resume(const std::string& path,
                                                                       const Experiment& experiment,
                                                                       const Build& build) {
    auto owner = PathOwner::take(path);
    if (!owner) return owner.error();
    return resume(*std::move(owner), experiment, build);
}

Expected<std::unique_ptr<ResultStore>, Diagnostic> ResultStore::resume_or_create(
    const std::string& path, const Experiment& experiment, const Build& build) {
    auto owner = PathOwner::take(path);
    if (!owner) return owner.error();
    if (can_resume(**owner)) return resume(*std::move(owner), experiment, build);
    return create(*std::move(owner), experiment, build, Overwrite::refuse);
}

const DoneSet& ResultStore::done() const {
    return parts_->done;
}

void ResultStore::accept(ReplicateResult result) {
    take(std::move(result));
    parts_->group.commit();
}

void ResultStore::take(ReplicateResult result) {
    parts_->group.add([&] { parts_->writer->write(result); });
    if (parts_->hear) parts_->hear(as_stored(std::move(result)));
}

std::size_t ResultStore::settle() {
    parts_->group.try_to_commit();
    return parts_->group.open();
}

void ResultStore::tell(std::function<void(ReplicateResult)> hear) {
    parts_->hear = std::move(hear);
}

const std::optional<FileState>& ResultStore::left() const {
    return parts_->left;
}

bool ResultStore::has_new_words() const {
    return parts_->mended;
}

const std::string& ResultStore::where() const {
    return parts_->where;
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
    return parts_->calibration.emplace(parts_->database, parts_->group, settings,
                                       parts_->provenance);
}

std::optional<Diagnostic> ResultStore::add(const std::vector<ReplicateDraw>& draws) {
    try {
        parts_->group.add([&] { add_draws(parts_->database, draws); });
        parts_->group.commit();
        return std::nullopt;
    } catch (const Failure& failure) {
        return failure.diagnostic();
    }
}

void ResultStore::note_stopped(const std::string& why) {
    parts_->group.add([&] {
        Statement insert(parts_->database, "INSERT OR REPLACE INTO meta VALUES ('stopped', ?)");
        insert.bind(why).execute();
        write_digest(parts_->database, "meta");
    });
    parts_->group.commit();
}

std::optional<Diagnostic> ResultStore::close_unfinished() {
    try {
        parts_->close();
        parts_->leave();
        return std::nullopt;
    } catch (const Failure& failure) {
        return failure.diagnostic();
    }
}

std::optional<Diagnostic> ResultStore::close() {
    try {
        parts_->close();
        if (parts_->where != parts_->owner->path()) take_place(*parts_->owner);
        parts_->where = parts_->owner->path();
        parts_->leave();
        return std::nullopt;
    } catch (const Failure& failure) {
        return failure.diagnostic();
    }
}

}  // namespace tumen

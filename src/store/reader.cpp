#include "store/reader.hpp"

#include <algorithm>
#include <array>
#include <new>
#include <optional>
#include <utility>

#include "calibration/calibrate.hpp"
#include "experiment/failure.hpp"
#include "store/path/file_check.hpp"
#include "store/path/path_owner.hpp"
#include "store/rows/calibration_rows.hpp"
#include "store/rows/experiment_rows.hpp"
#include "store/rows/older_results.hpp"
#include "store/rows/other_model.hpp"
#include "store/rows/pattern_rows.hpp"
#include "store/rows/provenance_rows.hpp"
#include "store/rows/replicate_rows.hpp"
#include "store/sqlite/database.hpp"
#include "store/sqlite/digest.hpp"
#include "store/sqlite/schema.hpp"

namespace tumen {

namespace {

Diagnostic out_of_memory(const std::string& path) {
    return diagnostic("not enough memory to read the results file", "", "", path);
}

/// What a killed writer began and did not commit is undone, for which file and folder must be
/// writable; not while somebody writes.
void undo_unfinished(const std::string& path) {
    if (leftover_beside(path) == Leftover::no) return;
    const auto owner = PathOwner::take(path);
    if (!owner) return;
    try {
        Database database((*owner)->path(), Access::write);
        database.number("SELECT count(*) FROM sqlite_schema");
        database.close();
    } catch (const Failure&) {
        // Reading says what is wrong.
    }
}

Diagnostic with_advice(Diagnostic problem, const std::string& path) {
    const bool in_use = problem.problem == in_use_text;
    if (!in_use && leftover_beside(path) == Leftover::yes) {
        problem.suggestion =
            "its writer was killed: continue it with --resume where its folder can be written";
    }
    return problem;
}

std::vector<std::string> check_content(Database& database, bool just_written) {
    std::vector<std::string> foreign = check_schema(database);
    if (just_written && foreign.empty()) return foreign;
    // Somebody's index must agree with the table before it may answer for it.
    Statement check(database,
                    foreign.empty() ? "PRAGMA quick_check(1)" : "PRAGMA integrity_check(1)");
    if (!check.step() || check.text(0, 1 << 16) != "ok") {
        throw Failure(damaged(database.path(), "its pages contradict one another"));
    }
    return foreign;
}

}  // namespace

struct ResultReader::Parts {
    Database database;
    StoredExperiment stored;
    std::vector<Provenance> provenance;
    std::optional<ReplicateRows> rows;
    std::vector<ReplicateKey> keys;
    std::size_t failures = 0;
    std::string stopped;
    std::string fingerprint;
    std::vector<std::string> foreign;
    std::vector<std::string> changed;
    bool as_written = true;  // the replicate that was read last
    bool as_left;            // by this process

    struct Read {
        ReplicateKey key;
        ReplicateResult result;
        bool as_written;
    };
    std::vector<Read> ahead;  // those that come next
    std::size_t taken = 0;    // of these

    /// All keys as somebody may go through them, and where he or she is.
    struct Order {
        std::vector<ReplicateKey> keys;
        bool (*before)(const ReplicateKey&, const ReplicateKey&);
        std::size_t next = 0;  // the one after the last that was asked for

        bool continues(ReplicateKey key) const { return next < keys.size() && keys[next] == key; }
        void stand_after(ReplicateKey key) {
            const auto place = std::lower_bound(keys.begin(), keys.end(), key, before);
            next = static_cast<std::size_t>(place - keys.begin()) + 1;
        }
    };
    std::array<Order, 2> orders;  // by replicates, by points

    static bool replicate_before(const ReplicateKey& one, const ReplicateKey& other) {
        return one < other;
    }
    static bool point_before(const ReplicateKey& one, const ReplicateKey& other) {
        return std::pair(one.point, one.replicate) < std::pair(other.point, other.replicate);
    }
    void set_orders() {
        orders = {Order{keys, replicate_before}, Order{keys, point_before}};
        std::sort(orders[1].keys.begin(), orders[1].keys.end(), point_before);
    }

    Read read(ReplicateKey key) {
        ReplicateResult result = rows->read(key);
        return {key, std::move(result), rows->is_as_written()};
    }

    /// The next ones too, where somebody goes through replicates without days: every lock of the
    /// file that is taken and given back costs as much as the rows of one. What cannot be read is
    /// left to whoever asks for it.
    void read_ahead(const Order& order) {
        constexpr std::size_t most = 32;
        const std::size_t end = std::min(order.keys.size(), order.next + most);
        try {
            for (std::size_t n = order.next; n < end; ++n)
                ahead.push_back(read(order.keys[n]));
        } catch (const Failure&) {
        }
    }

    ReplicateResult next(ReplicateKey key) {
        if (taken == ahead.size() || ahead[taken].key != key) {
            const auto order = std::find_if(orders.begin(), orders.end(),
                                            [&](const Order& one) { return one.continues(key); });
            const Snapshot snapshot(database);
            ahead.clear();
            taken = 0;
            ahead.push_back(read(key));
            for (Order& one : orders)
                one.stand_after(key);
            if (order != orders.end() && stored.experiment.days == Days::left_out)
                read_ahead(*order);
        } else {
            for (Order& one : orders)
                one.stand_after(key);
        }
        as_written = ahead[taken].as_written;
        return std::move(ahead[taken++].result);
    }

    void look_for_changes(Changed wanted) {
        if (stored.older) return;  // it has no digests
        changed = changed_tables(database);
        for (std::string& particle : changed_particles(database))
            changed.push_back(std::move(particle));
        if (wanted == Changed::refused && !changed.empty())
            throw Failure(changed_results(database.path(), changed));
    }

    std::string read_stopped() {
        Statement query(database, "SELECT value FROM meta WHERE key = 'stopped'");
        return query.step() ? query.text(0, 1 << 16) : std::string();
    }

    Parts(const std::string& path, Changed wanted, bool just_written)
        : database(path, Access::read_untrusted), as_left(just_written) {
        const Snapshot snapshot(database);
        foreign = check_content(database, just_written);
        fingerprint = read_fingerprint(database);
        stored = read_experiment(database);
        provenance = read_provenance(database);
        rows.emplace(database, stored.experiment, wanted, stored.older ? &*stored.older : nullptr);
        keys = rows->keys();
        set_orders();
        failures = rows->keys(Outcome::failed).size();
        stopped = read_stopped();
        look_for_changes(wanted);
    }
};

ResultReader::ResultReader(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

ResultReader::~ResultReader() = default;

Expected<std::unique_ptr<ResultReader>, Diagnostic> ResultReader::open(
    const std::string& path, Changed changed, const std::optional<FileState>& left) {
    const FileCheck check = check_file(path);
    if (check.problem) return *check.problem;
    undo_unfinished(path);
    const bool as_left = left && check.state.is_still(*left);
    try {
        return std::unique_ptr<ResultReader>(
            new ResultReader(std::make_unique<Parts>(path, changed, as_left)));
    } catch (const Failure& failure) {
        return with_advice(failure.diagnostic(), path);
    } catch (const std::bad_alloc&) {
        return out_of_memory(path);
    }
}

const Experiment& ResultReader::experiment() const {
    return parts_->stored.experiment;
}

void ResultReader::show(const Experiment& asked) {
    Experiment& held = parts_->stored.experiment;
    if (held.design && asked.design) {
        auto& options = held.design->options;
        std::erase_if(options, [](const auto& option) { return option.first == "headline"; });
        if (std::string headline = option_of(*asked.design, "headline"); !headline.empty())
            options.emplace_back("headline", std::move(headline));
    }
    if (held.days == Days::left_out) return;
    for (std::size_t i = 0; i < std::min(held.points.size(), asked.points.size()); ++i)
        held.points.set_headlines(i, asked.points.outline(i).headlines);
}

const std::vector<Provenance>& ResultReader::provenance() const {
    return parts_->provenance;
}

const std::vector<ReplicateKey>& ResultReader::replicates() const {
    return parts_->keys;
}

std::optional<Diagnostic> ResultReader::other_model() const {
    if (auto problem = older_results(parts_->database.path(), older())) return problem;
    return tumen::other_model(parts_->database.path(), parts_->fingerprint, parts_->provenance);
}

const OlderResults* ResultReader::older() const {
    return parts_->stored.older ? &*parts_->stored.older : nullptr;
}

const std::string& ResultReader::fingerprint() const {
    return parts_->fingerprint;
}

const std::vector<std::string>& ResultReader::changed() const {
    return parts_->changed;
}

bool ResultReader::is_as_written() const {
    return parts_->as_written;
}

bool ResultReader::is_as_left() const {
    return parts_->as_left;
}

Expected<std::vector<std::string>, Diagnostic> ResultReader::wrong_patterns() {
    try {
        return tumen::wrong_patterns(parts_->database, experiment());
    } catch (const Failure& failure) {
        return failure.diagnostic();
    }
}

Expected<std::vector<std::string>, Diagnostic> ResultReader::tables_that_differ(
    ResultReader& other) {
    try {
        return tumen::tables_that_differ(parts_->database, other.parts_->database);
    } catch (const Failure& failure) {
        return failure.diagnostic();
    }
}

const std::vector<std::string>& ResultReader::foreign() const {
    return parts_->foreign;
}

Expected<std::map<std::string, double>, Diagnostic> ResultReader::headlines(ReplicateKey key) {
    try {
        const Snapshot snapshot(parts_->database);
        return parts_->rows->headlines(key);
    } catch (const Failure& failure) {
        return failure.diagnostic();
    }
}

std::string ResultReader::stopped() const {
    return parts_->stopped;
}

std::size_t ResultReader::failures() const {
    return parts_->failures;
}

std::vector<std::string> ResultReader::notes() const {
    return parts_->stored.notes;
}

Expected<ReplicateResult, Diagnostic> ResultReader::read(ReplicateKey key) {
    try {
        return parts_->next(key);
    } catch (const Failure& failure) {
        return failure.diagnostic();
    } catch (const std::bad_alloc&) {
        return out_of_memory(parts_->database.path());
    }
}

Expected<std::vector<Generation>, Diagnostic> ResultReader::generations() {
    if (experiment().kind != ExperimentKind::calibrate) return std::vector<Generation>{};
    const auto calibration = calibration_of(experiment());
    if (!calibration) return calibration.error();
    try {
        const Snapshot snapshot(parts_->database);
        return read_generations(parts_->database, calibration->settings);
    } catch (const Failure& failure) {
        return failure.diagnostic();
    } catch (const std::bad_alloc&) {
        return out_of_memory(parts_->database.path());
    }
}

Expected<StoredResults, Diagnostic> read_results(const std::string& path) {
    auto reader = ResultReader::open(path);
    if (!reader) return reader.error();
    StoredResults results{(*reader)->experiment(), (*reader)->provenance(), {}};
    for (const ReplicateKey key : (*reader)->replicates()) {
        auto result = (*reader)->read(key);
        if (!result) return result.error();
        results.replicates.push_back(*std::move(result));
    }
    return results;
}

}  // namespace tumen

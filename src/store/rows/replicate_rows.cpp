#include "store/rows/replicate_rows.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <string>

#include "base/date.hpp"
#include "experiment/failure.hpp"
#include "store/rows/experiment_rows.hpp"
#include "store/rows/provenance_rows.hpp"

namespace tumen {

namespace {

constexpr std::size_t observables = count_total + quantity_total;

std::string marks(std::size_t count) {
    std::string text = "?";
    for (std::size_t i = 1; i < count; ++i)
        text += ", ?";
    return text;
}

/// The columns of the observables that the file has.
std::string observable_list(const OlderResults* older) {
    std::string text;
    for (std::size_t row = 0; row < observables; ++row) {
        if (is_reported(older, row)) text += ", " + std::string(observable_rows()[row].name);
    }
    return text;
}

std::string_view name_of(Outcome outcome) {
    return outcome == Outcome::done ? "done" : "failed";
}

Statement& bind_key(Statement& statement, std::uint32_t point, std::uint32_t replicate) {
    return statement.bind(std::int64_t{point}).bind(std::int64_t{replicate});
}

/// What a replicate's own row adds to its digest.
void add_head(RowDigest& digest, ReplicateKey key, std::int64_t seed, std::string_view status,
              std::string_view reason, std::string_view state_hash) {
    digest.add(std::int64_t{key.point});
    digest.add(std::int64_t{key.replicate});
    digest.add(seed);
    for (const std::string_view text : {status, reason, state_hash})
        digest.add(text);
    digest.end_row();
}

}  // namespace

ReplicateWriter::ReplicateWriter(Database& database, const Experiment& experiment,
                                 std::int64_t provenance)
    : experiment_(experiment),
      provenance_(provenance),
      insert_replicate_(database, "INSERT OR REPLACE INTO replicate VALUES (" + marks(10) + ")"),
      insert_city_(database, "INSERT INTO replicate_city VALUES (" + marks(5) + ")"),
      insert_day_(database, "INSERT INTO daily VALUES (" + marks(5 + observables) + ")"),
      insert_headline_(database, "INSERT INTO headline VALUES (?, ?, ?, ?)") {
    for (Statement* insert : {&insert_city_, &insert_day_, &insert_headline_})
        insert->watched_by(digest_);
}

void ReplicateWriter::write(const ReplicateResult& result) {
    digest_ = {};
    for (std::size_t city = 0; city < result.cities.size(); ++city)
        write_city(result, city);
    if (result.outcome == Outcome::done) write_headlines(result);
    write_replicate(result);
}

void ReplicateWriter::write_replicate(const ReplicateResult& result) {
    const auto seed = static_cast<std::int64_t>(result.seed);
    add_head(digest_, {result.replicate, result.point}, seed, name_of(result.outcome),
             result.reason, hex(result.state_hash));
    bind_key(insert_replicate_, result.point, result.replicate);
    insert_replicate_.bind(seed).bind(name_of(result.outcome)).bind(result.reason);
    insert_replicate_.bind(hex(result.state_hash)).bind(result.seconds).bind(today());
    insert_replicate_.bind(provenance_).bind(hex(digest_.value())).execute();
}

void ReplicateWriter::write_city(const ReplicateResult& result, std::size_t city) {
    const auto index = static_cast<std::int64_t>(city);
    bind_key(insert_city_, result.point, result.replicate).bind(index);
    insert_city_.bind(static_cast<std::int64_t>(result.adults[city]))
        .bind(hex(result.city_hashes[city]));
    insert_city_.execute();
    if (experiment_.days == Days::left_out) return;
    const Date start = experiment_.points.outline(result.point).start;
    std::int32_t day = 0;
    for (const DayReport& report : result.cities[city]) {
        bind_key(insert_day_, result.point, result.replicate).bind(index).bind(std::int64_t{day});
        insert_day_.bind(iso(plus_days(start, day++)));
        for (const std::int64_t count : report.counts)
            insert_day_.bind(count);
        for (const double quantity : report.quantities)
            insert_day_.bind(quantity);
        insert_day_.execute();
    }
}

void ReplicateWriter::write_headlines(const ReplicateResult& result) {
    const std::vector<Headline> names = headlines(experiment_.points.outline(result.point));
    const std::vector<double> values =
        result.headlines.empty()
            ? headline_values(experiment_.points.at(result.point).scenario, result.cities)
            : result.headlines;
    if (values.size() != names.size()) {
        throw Failure(diagnostic("a replicate has not the headlines of its scenario", ""));
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
        bind_key(insert_headline_, result.point, result.replicate);
        insert_headline_.bind(names[i].id).bind(values[i]).execute();
    }
}

ReplicateRows::ReplicateRows(Database& database, const Experiment& experiment, Changed changed,
                             const OlderResults* older)
    : database_(database),
      experiment_(experiment),
      changed_(changed),
      older_(older),
      select_replicate_(database, std::string("SELECT seed, status, reason, state_hash, seconds") +
                                      (older != nullptr ? "" : ", digest") +
                                      " FROM replicate WHERE point = ? AND replicate = ?"),
      select_cities_(database,
                     "SELECT point, replicate, city, adults, state_hash FROM replicate_city "
                     "WHERE point = ? AND replicate = ? ORDER BY city"),
      select_days_(database,
                   "SELECT city, day, date" + observable_list(older) +
                       " FROM daily WHERE point = ? AND replicate = ? ORDER BY city, day"),
      select_headlines_(database,
                        "SELECT point, replicate, id, value FROM headline WHERE point = ? AND "
                        "replicate = ?") {}

std::vector<ReplicateKey> ReplicateRows::keys_of(Statement& query) const {
    std::vector<ReplicateKey> keys;
    while (query.step()) {
        const std::int64_t point = query.integer(0);
        const std::int64_t replicate = query.integer(1);
        if (point < 0 || point >= static_cast<std::int64_t>(experiment_.points.size()) ||
            replicate < 1 || replicate > INT64_C(0xFFFFFFFF)) {
            throw Failure(damaged(database_.path(), "a replicate belongs to no point"));
        }
        keys.push_back({static_cast<std::uint32_t>(replicate), static_cast<std::uint32_t>(point)});
    }
    std::sort(keys.begin(), keys.end());
    return keys;
}

std::vector<ReplicateKey> ReplicateRows::keys() {
    Statement query(database_, "SELECT point, replicate FROM replicate");
    return keys_of(query);
}

std::vector<ReplicateKey> ReplicateRows::keys(Outcome outcome) {
    Statement query(database_, "SELECT point, replicate FROM replicate WHERE status = ?");
    query.bind(name_of(outcome));
    return keys_of(query);
}

ReplicateResult ReplicateRows::read(ReplicateKey key) {
    digest_ = {};
    ReplicateResult result = read_head(key);
    const Plan& plan = experiment_.points.outline(key.point).plan;
    const bool is_done = result.outcome == Outcome::done;
    read_cities(key, is_done ? plan.cities.size() : 0, result);
    const bool has_days = is_done && experiment_.days == Days::kept;
    read_days(key, has_days ? static_cast<std::size_t>(plan.days) : 0, result);
    const std::map<std::string, double> values = headlines(key);
    // (Those of an older program are its own: this one knows more than its days tell.)
    if (is_done && (!has_days || older_ != nullptr)) take_headlines(values, result);
    check_digest(key);
    return result;
}

void ReplicateRows::check_digest(ReplicateKey key) {
    as_written_ = older_ != nullptr || hex(digest_.value()) == written_;
    if (as_written_ || changed_ == Changed::read) return;
    throw Failure(changed_results(
        database_.path(), {"the rows of replicate " + std::to_string(key.replicate) + " of point " +
                           std::to_string(key.point)}));
}

ReplicateResult ReplicateRows::read_head(ReplicateKey key) {
    Statement& query = select_replicate_;
    query.reset();
    if (key.point >= experiment_.points.size() ||
        !bind_key(query, key.point, key.replicate).step()) {
        throw Failure(diagnostic("there is no replicate " + std::to_string(key.replicate) +
                                     " of point " + std::to_string(key.point),
                                 "", "", database_.path()));
    }
    ReplicateResult result;
    result.point = key.point;
    result.replicate = key.replicate;
    result.seed = static_cast<std::uint64_t>(query.integer(0));
    const std::string status = query.text(1, short_text);
    if (status != "done" && status != "failed") {
        throw Failure(damaged(database_.path(), "unknown status of a replicate"));
    }
    result.outcome = status == "done" ? Outcome::done : Outcome::failed;
    result.reason = query.text(2, short_text);
    result.state_hash = query.hash(3);
    result.seconds = query.real(4);
    if (older_ == nullptr) written_ = query.text(5, short_text);
    add_head(digest_, key, query.integer(0), status, result.reason, query.text(3, short_text));
    query.reset();
    return result;
}

void ReplicateRows::read_cities(ReplicateKey key, std::size_t cities, ReplicateResult& result) {
    Statement& query = select_cities_;
    query.reset();
    bind_key(query, key.point, key.replicate);
    while (query.step()) {
        if (query.integer(2) != static_cast<std::int64_t>(result.adults.size())) break;
        result.adults.push_back(static_cast<std::uint64_t>(query.count(3)));
        result.city_hashes.push_back(query.hash(4));
        digest_.add_row(query);
    }
    query.reset();
    if (result.adults.size() != cities) {
        throw Failure(damaged(database_.path(), "a replicate has not the cities of its scenario"));
    }
}

void ReplicateRows::read_days(ReplicateKey key, std::size_t days, ReplicateResult& result) {
    Statement& query = select_days_;
    query.reset();
    bind_key(query, key.point, key.replicate);
    result.cities.resize(result.adults.size());
    for (std::vector<DayReport>& city : result.cities)
        city.reserve(days);
    std::size_t read = 0;
    while (query.step()) {
        const std::size_t city = days == 0 ? 0 : read / days;
        const bool expected =
            city < result.cities.size() && query.integer(0) == static_cast<std::int64_t>(city) &&
            query.integer(1) == static_cast<std::int64_t>(result.cities[city].size());
        if (!expected)
            throw Failure(
                damaged(database_.path(), "a replicate has not the days of its scenario"));
        digest_.add(std::int64_t{key.point});
        digest_.add(std::int64_t{key.replicate});
        digest_.add(static_cast<std::int64_t>(city));
        digest_.add(static_cast<std::int64_t>(result.cities[city].size()));
        digest_.add(query.text(2, largest_value));
        read_day(result.cities[city].emplace_back());
        digest_.end_row();
        ++read;
    }
    query.reset();
    if (read != days * result.cities.size()) {
        throw Failure(damaged(database_.path(), "days of a replicate are missing"));
    }
}

/// What is read enters the digest at once: asking for a value costs as much as what is done with
/// it.
void ReplicateRows::read_day(DayReport& report) {
    int column = 3;
    for (std::size_t i = 0; i < count_total; ++i) {
        if (!is_reported(older_, i)) continue;
        report.counts[i] = select_days_.count(column++);
        digest_.add(report.counts[i]);
    }
    for (std::size_t i = 0; i < quantity_total; ++i) {
        report.quantities[i] = std::numeric_limits<double>::quiet_NaN();
        if (!is_reported(older_, count_total + i)) continue;
        report.quantities[i] = select_days_.real(column++);
        digest_.add(report.quantities[i]);
    }
}

std::map<std::string, double> ReplicateRows::headlines(ReplicateKey key) {
    Statement& query = select_headlines_;
    query.reset();
    bind_key(query, key.point, key.replicate);
    std::map<std::string, double> values;
    while (query.step()) {
        values[query.text(2, short_text)] = query.real(3);
        digest_.add_row(query);
    }
    query.reset();
    return values;
}

/// Of a replicate whose days were left out.
void ReplicateRows::take_headlines(const std::map<std::string, double>& values,
                                   ReplicateResult& result) {
    for (const Headline& one : tumen::headlines(experiment_.points.outline(result.point))) {
        const auto value = values.find(std::string(one.id));
        if (value == values.end() && older_ == nullptr)
            throw Failure(damaged(database_.path(), "headlines of a replicate are missing"));
        result.headlines.push_back(value == values.end() ? std::numeric_limits<double>::quiet_NaN()
                                                         : value->second);
    }
}

}  // namespace tumen

#include "store/extend.hpp"

#include <fmt/format.h>

#include "measures/headlines/headlines.hpp"
#include "store/rows/design_rows.hpp"
#include "store/rows/replicate_rows.hpp"
#include "store/sqlite/digest.hpp"

namespace tumen {

namespace {

constexpr std::string_view tables_of_replicates[] = {"replicate", "replicate_city", "daily",
                                                     "headline"};
constexpr std::int64_t out_of_the_way = 10'000'000;  // above the number of any point

std::string_view words_of(Days days) {
    return days == Days::kept ? "kept" : "left out";
}

void set_point(Database& database, std::int64_t from, std::int64_t to) {
    for (const std::string_view table : tables_of_replicates) {
        Statement update(database,
                         "UPDATE " + std::string(table) + " SET point = ? WHERE point = ?");
        update.bind(to).bind(from).execute();
    }
}

/// In two steps, as one point may go where another one is.
void move_points(Database& database, const PointPlaces& places) {
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i] != i)
            set_point(database, static_cast<std::int64_t>(i), out_of_the_way + places[i]);
    }
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i] != i)
            set_point(database, out_of_the_way + places[i], std::int64_t{places[i]});
    }
}

/// What the replicate's days come to for headlines that it has no row for.
void add_headlines(Database& database, const ReplicateResult& result, const Scenario& wanted) {
    Statement insert(database, "INSERT OR IGNORE INTO headline VALUES (?, ?, ?, ?)");
    const std::vector<Headline> names = headlines(wanted);
    const std::vector<double> values = headline_values(wanted, result.cities);
    for (std::size_t i = 0; i < names.size(); ++i) {
        insert.bind(std::int64_t{result.point}).bind(std::int64_t{result.replicate});
        insert.bind(names[i].id).bind(values[i]).execute();
    }
}

/// Point 0 may be another one now.
void renew_parameter_hash(Database& database, const Experiment& wanted) {
    Statement update(database, "UPDATE provenance SET parameter_hash = ?");
    update.bind(hex(parameter_hash(wanted.points.front().scenario.plan))).execute();
    write_digest(database, "provenance");
}

bool has_same_points(const Experiment& held, const PointPlaces& places, const Experiment& wanted) {
    if (!is_whole(places, wanted)) return false;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (held.points.outline(i).headlines != wanted.points.outline(i).headlines) return false;
    }
    return true;
}

/// What the rows of a replicate come to, as they are.
Hash digest_of(Database& database, ReplicateKey key) {
    constexpr std::string_view tables[] = {
        "point, replicate, seed, status, reason, state_hash FROM replicate",
        "* FROM replicate_city", "* FROM daily", "* FROM headline"};
    RowDigest digest;
    for (const std::string_view table : tables) {
        Statement query(database,
                        "SELECT " + std::string(table) + " WHERE point = ? AND replicate = ?");
        query.bind(std::int64_t{key.point}).bind(std::int64_t{key.replicate});
        while (query.step())
            digest.add_row(query);
    }
    return digest.value();
}

void renew_digest(Database& database, ReplicateKey key) {
    Statement update(database, "UPDATE replicate SET digest = ? WHERE point = ? AND replicate = ?");
    update.bind(hex(digest_of(database, key)));
    update.bind(std::int64_t{key.point}).bind(std::int64_t{key.replicate}).execute();
}

void add_draw_differences(const Experiment& held, const Experiment& wanted,
                          std::vector<std::string>& texts) {
    for (const ReplicateDraw& draw : held.draws) {
        const ReplicateDraw* mine = draw_of(wanted, draw.replicate);
        if (mine == nullptr || *mine == draw) continue;
        texts.push_back("what is drawn for replicate " + std::to_string(draw.replicate));
        return;
    }
}

}  // namespace

Expected<PointPlaces, std::vector<std::string>> take_over(const Experiment& held,
                                                          const OtherHashes& others,
                                                          Experiment& wanted) {
    std::vector<std::string> texts;
    const auto differ = [&](std::string_view what, std::string_view there, std::string_view here) {
        if (there != here)
            texts.push_back(fmt::format("{} ({} there, {} here)", what, there, here));
    };
    differ("kind", name_of(held.kind), name_of(wanted.kind));
    differ("seed", std::to_string(held.seed), std::to_string(wanted.seed));
    differ("days", words_of(held.days), words_of(wanted.days));
    auto places = places_among(held, wanted, others);
    if (!places) texts.insert(texts.end(), places.error().begin(), places.error().end());
    if (texts.empty()) {
        if (auto why = keep_headlines(held, *places, wanted)) texts.push_back(*std::move(why));
    }
    add_draw_differences(held, wanted, texts);
    if (!texts.empty()) return texts;
    return *std::move(places);
}

bool is_extension(const StoredExperiment& stored, const PointPlaces& places,
                  const Experiment& wanted) {
    return stored.experiment.design != wanted.design ||
           !has_same_points(stored.experiment, places, wanted);
}

void extend(Database& database, const StoredExperiment& stored, const PointPlaces& places,
            const Experiment& wanted) {
    const Experiment& held = stored.experiment;
    if (has_same_points(held, places, wanted)) return rewrite_design(database, *wanted.design);
    ReplicateRows rows(database, held);
    const std::vector<ReplicateKey> keys = rows.keys();
    for (const ReplicateKey key : keys)
        rows.read(key);  // what was changed is not carried on under a new digest
    move_points(database, places);
    rewrite_points(database, wanted);
    renew_parameter_hash(database, wanted);
    ReplicateRows moved(database, wanted, Changed::read);
    for (const ReplicateKey key : keys) {
        const ReplicateKey now{key.replicate, places[key.point]};
        const Scenario scenario = wanted.points.at(now.point).scenario;
        const bool more = held.days == Days::kept &&
                          held.points.outline(key.point).headlines != scenario.headlines;
        if (!more && now == key) continue;
        if (more) {
            const ReplicateResult result = moved.read(now);
            if (result.outcome == Outcome::done) add_headlines(database, result, scenario);
        }
        renew_digest(database, now);
    }
}

}  // namespace tumen

#include "store/rows/point_rows.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "base/text.hpp"
#include "experiment/failure.hpp"
#include "experiment/memory.hpp"
#include "scenario/assembly/read_scenario.hpp"
#include "scenario/text/files.hpp"
#include "store/rows/older_results.hpp"
#include "store/sqlite/digest.hpp"

namespace tumen {

namespace {

constexpr std::size_t most_points = 1000000;

void write_cities(Database& database, std::int64_t point, const Plan& plan) {
    Statement insert(database, "INSERT INTO city VALUES (?, ?, ?, ?, ?)");
    for (std::size_t i = 0; i < plan.cities.size(); ++i) {
        const CityPlan& city = plan.cities[i];
        insert.bind(point).bind(static_cast<std::int64_t>(i)).bind(city.name).bind(city.label);
        insert.bind(city.residents).execute();
    }
}

/// The scenario that a stored text describes.
Scenario read_canonical(const std::string& text, std::size_t point, const std::string& path) {
    const ScenarioText source{"stored", path + " (scenario of point " + std::to_string(point) + ")",
                              text, Place::embedded};
    ReadOptions options;
    options.beyond_evidence = BeyondEvidence::listed;
    auto scenario = read_scenario(source, EmbeddedFiles(), options);
    if (!scenario) throw Failure(scenario.error().front());
    return *std::move(scenario);
}

/// Nothing is played whose scenario could not be read back.
void require_readable(const std::string& text, const Hash& hash, std::size_t point,
                      const std::string& path) {
    if (scenario_hash(read_canonical(text, point, path)) == hash) return;
    throw Failure(diagnostic("a scenario cannot be stored", "it would be read back as another one",
                             "", path));
}

}  // namespace

void write_points(Database& database, const Experiment& experiment) {
    Statement insert(database, "INSERT INTO point VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    Statement insert_value(database, "INSERT INTO point_value VALUES (?, ?, ?, ?)");
    Statement insert_held(database, "INSERT INTO point_held VALUES (?, ?, ?)");
    // Where the scenario of a point is the first one with the point's values, as in most designs,
    // the text need not be stored again.
    const bool can_follow = experiment.design && experiment.points.still_follow();
    for (std::size_t i = 0; i < experiment.points.size(); ++i) {
        const Point point = experiment.points.at(i);
        const Scenario& scenario = point.scenario;
        const auto index = static_cast<std::int64_t>(i);
        insert.bind(index).bind(point.name).bind(scenario.name).bind(scenario.title);
        const Hash hash = experiment.points.hash(i);
        insert.bind(hex(hash)).bind(hex(parameter_hash(scenario.plan)));
        if (point.yardstick) {
            insert.bind(std::int64_t{*point.yardstick});
        } else {
            insert.bind(std::numeric_limits<double>::quiet_NaN());  // NULL
        }
        const bool follows = can_follow && experiment.points.follows(i);
        const std::string text = follows ? "" : write_scenario(scenario);
        if (!follows) require_readable(text, hash, i, database.path());
        insert.bind(text).execute();
        std::int64_t position = 0;
        for (const auto& [name, value] : point.values) {
            insert_value.bind(index).bind(position++).bind(name).bind(value).execute();
        }
        position = 0;
        for (const std::string& name : point.held)
            insert_held.bind(index).bind(position++).bind(name).execute();
        write_cities(database, index, scenario.plan);
    }
}

namespace {

bool can_be_held(std::string_view name) {
    constexpr std::string_view rules = "rules.";
    if (!name.starts_with(rules)) return find_parameter(name).has_value();
    return std::any_of(rule_rows().begin(), rule_rows().end(),
                       [&](const RuleRow& row) { return row.name == name.substr(rules.size()); });
}

/// The values of points, which are read one point after another.
class PointValues {
  public:
    explicit PointValues(Database& database)
        : query_(database, "SELECT point, name, value FROM point_value ORDER BY point, position"),
          more_(query_.step()) {}

    /// Of each point once, in order.
    std::vector<std::pair<std::string, double>> of(std::int64_t point) {
        std::vector<std::pair<std::string, double>> values;
        for (; more_ && query_.integer(0) == point; more_ = query_.step())
            values.emplace_back(query_.text(1, short_text), query_.real(2));
        return values;
    }
    /// Whether there are values of a point that was not asked for.
    bool are_left() const { return more_; }

  private:
    Statement query_;
    bool more_;
};

Point& point_at(Points& points, std::int64_t index, const std::string& path) {
    if (index < 0 || index >= static_cast<std::int64_t>(points.size()))
        throw Failure(damaged(path, "what is said of a point belongs to none"));
    return points[static_cast<std::size_t>(index)];
}

void read_held(Database& database, Points& points) {
    Statement query(database, "SELECT point, name FROM point_held ORDER BY point, position");
    while (query.step()) {
        std::string name = query.text(1, short_text);
        if (!can_be_held(name))
            throw Failure(damaged(database.path(), "what a point holds cannot be read"));
        point_at(points, query.integer(0), database.path()).held.push_back(std::move(name));
    }
}

void read_yardsticks(Database& database, Points& points) {
    Statement query(database, "SELECT point, yardstick FROM point WHERE yardstick IS NOT NULL");
    while (query.step()) {
        const std::int64_t yardstick = query.integer(1);
        if (yardstick < 0 || yardstick >= static_cast<std::int64_t>(points.size()))
            throw Failure(damaged(database.path(), "what is said of a point belongs to none"));
        point_at(points, query.integer(0), database.path()).yardstick =
            static_cast<std::uint32_t>(yardstick);
    }
}

/// A small file may name many points of a large scenario.
void check_size(Database& database, const Point& first) {
    const auto points = static_cast<double>(
        database.number("SELECT count(*) FROM point WHERE point = 0 OR canonical <> ''"));
    const double bytes = points * (bytes_of(first) - bytes_of(first.scenario.origins));
    if (bytes <= most_bytes_of_points) return;
    throw Failure(diagnostic(
        "the results file has too many points for its scenario",
        "they would take " + std::to_string(std::llround(1e-6 * bytes)) + " MB of memory, and " +
            std::to_string(std::llround(1e-6 * most_bytes_of_points)) + " are the most",
        "", database.path()));
}

}  // namespace

void read_points(Database& database, StoredExperiment& result) {
    Statement query(database,
                    "SELECT point, name, scenario_hash, canonical FROM point ORDER BY point");
    PointValues values(database);
    Points& points = result.experiment.points;
    while (query.step()) {
        const std::size_t index = points.size();
        if (query.integer(0) != static_cast<std::int64_t>(index) || index >= most_points) {
            throw Failure(damaged(database.path(), "its points are not numbered from 0 on"));
        }
        std::string name = query.text(1, short_text);
        auto own = values.of(static_cast<std::int64_t>(index));
        const std::string stored_text = query.text(3, scenario_limits.file_bytes);
        std::optional<OlderResults>& older = result.older;
        const std::string canonical = older ? readable_scenario(stored_text) : stored_text;
        if (canonical.empty() && index > 0) {
            points.push_back(name, own);
        } else {
            Scenario scenario = read_canonical(canonical, index, database.path());
            if (index > 0) std::vector<Origin>().swap(scenario.origins);
            points.push_back({std::move(name), std::move(scenario), std::move(own)});
        }
        if (index == 0) check_size(database, std::as_const(points).front());
        std::string hash = query.text(2, short_text);
        if (older) {
            older->scenarios.push_back(stored_text);
            older->hashes.push_back(std::move(hash));
        } else if (hex(points.hash(index)) != hash) {
            result.other_hashes.emplace(static_cast<std::uint32_t>(index), std::move(hash));
            result.notes.push_back(
                "point " + std::to_string(index) +
                ": the scenario stored in the file is not the one that was played: it was "
                "written by another version of the program, or altered");
        }
    }
    if (points.empty()) throw Failure(damaged(database.path(), "it holds no scenario"));
    if (values.are_left()) throw Failure(damaged(database.path(), "a value belongs to no point"));
    if (result.older) return;
    read_held(database, points);
    read_yardsticks(database, points);
}

namespace {

/// `held` in the words of `wanted`; nothing where they are the same.
std::optional<Scenario> in_words_of(const Scenario& wanted, const Scenario& held) {
    Scenario mended = held;
    mended.title = wanted.title;
    mended.question = wanted.question;
    for (std::size_t i = 0; i < mended.plan.cities.size(); ++i)
        mended.plan.cities[i].label = wanted.plan.cities[i].label;
    const bool same = std::equal(
        mended.plan.cities.begin(), mended.plan.cities.end(), held.plan.cities.begin(),
        held.plan.cities.end(),
        [](const CityPlan& one, const CityPlan& other) { return one.label == other.label; });
    if (same && mended.title == held.title && mended.question == held.question) return std::nullopt;
    return mended;
}

void mend_point(Database& database, std::int64_t point, const Scenario& mended) {
    Statement update(database,
                     "UPDATE point SET title = ?, canonical = CASE canonical WHEN '' THEN '' ELSE "
                     "? END WHERE point = ?");
    update.bind(mended.title).bind(write_scenario(mended)).bind(point).execute();
    Statement label(database, "UPDATE city SET label = ? WHERE point = ? AND city = ?");
    for (std::size_t i = 0; i < mended.plan.cities.size(); ++i) {
        label.bind(mended.plan.cities[i].label).bind(point);
        label.bind(static_cast<std::int64_t>(i)).execute();
    }
}

}  // namespace

bool mend_words(Database& database, const StoredExperiment& stored, const Experiment& wanted) {
    bool mended = false;
    for (std::size_t i = 0; i < stored.experiment.points.size(); ++i) {
        const Scenario& held = stored.experiment.points.outline(i);
        const auto scenario = in_words_of(wanted.points.outline(i), held);
        if (!scenario) continue;
        mend_point(database, static_cast<std::int64_t>(i), *scenario);
        mended = true;
    }
    if (mended) {
        write_digest(database, "point");
        write_digest(database, "city");
    }
    return mended;
}

}  // namespace tumen

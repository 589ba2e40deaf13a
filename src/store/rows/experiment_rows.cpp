#include "store/rows/experiment_rows.hpp"

#include <array>
#include <charconv>

#include "base/text.hpp"
#include "experiment/failure.hpp"
#include "scenario/fingerprint/fingerprint.hpp"
#include "scenario/text/files.hpp"
#include "store/rows/design_rows.hpp"
#include "store/rows/draw_rows.hpp"
#include "store/rows/provenance_rows.hpp"
#include "store/sqlite/digest.hpp"
#include "store/sqlite/schema.hpp"

namespace tumen {

namespace {

constexpr std::array<std::string_view, 6> kind_names = {"run",         "compare",   "sweep",
                                                        "sensitivity", "calibrate", "check"};

ExperimentKind read_kind(const std::string& name, const std::string& path) {
    for (std::size_t i = 0; i < kind_names.size(); ++i) {
        if (name == kind_names[i]) return static_cast<ExperimentKind>(i);
    }
    throw Failure(damaged(path, "unknown kind of experiment: " + printable(name, 40)));
}

void write_meta(Database& database) {
    Statement insert(database, "INSERT INTO meta VALUES (?, ?)");
    insert.bind("format").bind(std::to_string(results_format)).execute();
    insert.bind(fingerprint_key).bind(model_fingerprint()).execute();
    insert.bind("what")
        .bind("Results of tumen, a simulation of campaigns against foreign-made phones.")
        .execute();
    insert.bind("model")
        .bind(
            "All people in it are synthetic. Results are about populations, never about a person.")
        .execute();
}

void write_column_infos(Database& database) {
    Statement insert(database, "INSERT INTO column_info VALUES (?, ?, ?, ?)");
    for (const ColumnInfo& info : column_infos()) {
        insert.bind(info.table).bind(info.column).bind(info.unit).bind(info.explanation).execute();
    }
}

}  // namespace

std::string_view name_of(ExperimentKind kind) {
    return kind_names[static_cast<std::size_t>(kind)];
}

std::string ranges_text(const std::vector<std::uint32_t>& numbers) {
    std::string text;
    for (std::size_t i = 0; i < numbers.size();) {
        std::size_t end = i + 1;
        while (end < numbers.size() && numbers[end] == numbers[end - 1] + 1)
            ++end;
        text += (text.empty() ? "" : ",") + std::to_string(numbers[i]);
        if (end - i > 1) text += "-" + std::to_string(numbers[end - 1]);
        i = end;
    }
    return text;
}

std::vector<std::uint32_t> read_ranges(std::string_view text, const std::string& path) {
    std::vector<std::uint32_t> numbers;
    const char* at = text.data();
    const char* const end = at + text.size();
    const auto check = [&](bool good) {
        if (!good) throw Failure(damaged(path, "the list of replicates cannot be read"));
    };
    const auto number = [&] {
        std::uint32_t value = 0;
        const auto read = std::from_chars(at, end, value);
        check(read.ec == std::errc() && value > 0);
        at = read.ptr;
        return value;
    };
    while (at != end) {
        if (!numbers.empty()) check(*at++ == ',');
        const std::uint32_t first = number();
        check(numbers.empty() || first > numbers.back());
        std::uint32_t last = first;
        if (at != end && *at == '-') last = (++at, number());
        check(last >= first && last - first < most_replicates - numbers.size());
        for (std::uint64_t i = first; i <= last; ++i)
            numbers.push_back(static_cast<std::uint32_t>(i));
    }
    check(!numbers.empty());
    return numbers;
}

void write_experiment(Database& database, const Experiment& experiment) {
    write_meta(database);
    write_column_infos(database);
    Statement insert(database, "INSERT INTO experiment VALUES (?, ?, ?, ?, ?)");
    insert.bind(name_of(experiment.kind))
        .bind(experiment.name)
        .bind(static_cast<std::int64_t>(experiment.seed));
    insert.bind(ranges_text(experiment.replicates)).bind(name_of(experiment.days)).execute();
    if (experiment.design) write_design(database, *experiment.design);
    write_points(database, experiment);
    add_draws(database, experiment.draws);
    write_digests(database, digested_tables());
}

StoredExperiment read_experiment(Database& database) {
    StoredExperiment result;
    Experiment& experiment = result.experiment;
    if (const std::int32_t format = format_of(database); format < results_format) {
        const ReportedRows rows = reported_rows(format);
        result.older = OlderResults{format, rows.counts, rows.quantities, {}, {}};
        result.notes.push_back("these results are of format " + std::to_string(format) +
                               ", from version 1 of the model; this program reads them and plays "
                               "another model");
    }
    {
        Statement query(database, "SELECT kind, name, seed, replicates FROM experiment LIMIT 2");
        if (!query.step()) throw Failure(damaged(database.path(), "it holds no experiment"));
        experiment.kind = read_kind(query.text(0, short_text), database.path());
        experiment.name = query.text(1, short_text);
        experiment.seed = static_cast<std::uint64_t>(query.integer(2));
        experiment.replicates =
            read_ranges(query.text(3, scenario_limits.file_bytes), database.path());
        if (query.step()) throw Failure(damaged(database.path(), "it holds two experiments"));
    }
    const std::vector<Provenance> provenance = read_provenance(database);
    if (provenance.empty())
        throw Failure(damaged(database.path(), "it does not say what wrote it"));
    experiment.command = provenance.front().command;
    read_points(database, result);
    experiment.days = read_days(database);
    experiment.design = read_design(database);
    experiment.draws = read_draws(database);
    return result;
}

namespace {

void clear(Database& database, std::span<const std::string_view> tables) {
    for (const std::string_view table : tables)
        database.run(("DELETE FROM " + std::string(table)).c_str());
}

}  // namespace

void rewrite_design(Database& database, const Design& design) {
    constexpr std::string_view tables[] = {"design", "design_factor"};
    clear(database, tables);
    write_design(database, design);
    write_digests(database, tables);
}

void rewrite_points(Database& database, const Experiment& experiment) {
    if (experiment.design) rewrite_design(database, *experiment.design);
    constexpr std::string_view tables[] = {"point", "point_value", "point_held", "city"};
    clear(database, tables);
    write_points(database, experiment);
    write_digests(database, tables);
}

void write_replicate_plan(Database& database, const std::vector<std::uint32_t>& replicates) {
    Statement update(database, "UPDATE experiment SET replicates = ?");
    update.bind(ranges_text(replicates)).execute();
    write_digest(database, "experiment");
}

}  // namespace tumen

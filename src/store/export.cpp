#include "store/export.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <map>
#include <ostream>
#include <utility>

#include "base/date.hpp"
#include "experiment/failure.hpp"
#include "measures/headlines/headlines.hpp"
#include "measures/headlines/trajectory.hpp"
#include "scenario/evidence/ledger.hpp"
#include "scenario/variable.hpp"
#include "store/row_csv.hpp"
#include "store/sqlite/stored_fields.hpp"

namespace tumen {

namespace {

constexpr std::array<CsvTable, 4> all_tables = {CsvTable::daily, CsvTable::replicate,
                                                CsvTable::headline, CsvTable::columns};

/// The point's name and its values, and the replicate.
StoredPlace place_of(const Points& points, const ReplicateResult& result) {
    return {points.name(result.point), {points.values(result.point)}, result.replicate};
}

/// The names of columns, of a row as all of the experiment are.
template <class Row>
std::string names_of(const Experiment& experiment) {
    Row like;
    like.values.list = experiment.points.front().values;
    std::string line;
    for (const std::string& name : csv_names(like))
        line += (line.empty() ? "" : ",") + csv_text(name);
    return line;
}

void write_header(CsvTable table, const ResultReader& results, std::ostream& out) {
    const Experiment& experiment = results.experiment();
    switch (table) {
        case CsvTable::daily:
            out << names_of<StoredDay>(experiment);
            for (std::size_t row = 0; row < observable_rows().size(); ++row) {
                if (is_reported(results.older(), row)) out << ',' << observable_rows()[row].name;
            }
            break;
        case CsvTable::replicate:
            out << names_of<StoredReplicate>(experiment);
            break;
        case CsvTable::headline:
            out << names_of<StoredHeadline>(experiment);
            break;
        case CsvTable::columns:
            out << "table,column,unit,explanation";
            break;
    }
    out << '\n';
}

void write_days(const ResultReader& results, const ReplicateResult& result, std::ostream& out) {
    const Points& points = results.experiment().points;
    const Scenario& scenario = points.outline(result.point);
    StoredDay row{place_of(points, result), {}, {}, 0};
    for (std::size_t city = 0; city < result.cities.size(); ++city) {
        row.city = scenario.plan.cities[city].name;
        row.day = 0;
        for (const DayReport& report : result.cities[city]) {
            row.date = iso(plus_days(scenario.start, row.day));
            out << csv_line(row);
            for (std::size_t column = 0; column < observable_rows().size(); ++column) {
                if (!is_reported(results.older(), column)) continue;
                if (column < count_total) {
                    out << ',' << report.counts[column];
                } else {
                    out << ',' << csv_cell(report.quantities[column - count_total]);
                }
            }
            out << '\n';
            ++row.day;
        }
    }
}

void write_replicate(const Points& points, const ReplicateResult& result, std::ostream& out) {
    const StoredReplicate row{place_of(points, result), result.seed,
                              result.outcome,           result.reason,
                              result.state_hash,        result.seconds};
    out << csv_line(row) << '\n';
}

/// What replicates come to, by themselves and against the same city without the campaign, which is
/// another point of the same replicate: the points of one stand together and are waited for.
class HeadlineWriter {
  public:
    HeadlineWriter(const Points& points, std::ostream& out) : points_(points), out_(out) {
        for (std::uint32_t point = 0; point < points.size(); ++point)
            paired_ = paired_ || points.yardstick(point);
    }

    void add(const ReplicateResult& result) {
        if (!paired_) return write(result, nullptr);
        if (!waiting_.empty() && waiting_.front().replicate != result.replicate) end();
        waiting_.push_back(result);
    }

    /// Of all that were added.
    void end() {
        for (const ReplicateResult& result : waiting_)
            write(result, yardstick_of(result));
        waiting_.clear();
    }

  private:
    const ReplicateResult* yardstick_of(const ReplicateResult& result) const {
        const auto point = points_.yardstick(result.point);
        const auto found =
            std::find_if(waiting_.begin(), waiting_.end(), [&](const ReplicateResult& other) {
                return other.point == point && other.outcome == Outcome::done;
            });
        return point && found != waiting_.end() ? &*found : nullptr;
    }

    void write(const ReplicateResult& result, const ReplicateResult* yardstick) {
        if (result.outcome == Outcome::failed) return;
        if (yardstick != nullptr) {
            HeadlineTable table = table_of(result.point);
            table.add(result,
                      trajectory_of(points_.at(yardstick->point).scenario.plan, yardstick->cities));
            return write(result, table.headlines(), table.rows().begin()->second);
        }
        write(result, headlines(points_.outline(result.point)),
              result.headlines.empty()
                  ? headline_values(points_.at(result.point).scenario, result.cities)
                  : result.headlines);
    }

    void write(const ReplicateResult& result, const std::vector<Headline>& names,
               const std::vector<double>& values) {
        StoredHeadline row{place_of(points_, result), {}, 0};
        for (std::size_t i = 0; i < names.size(); ++i) {
            row.id = names[i].id;
            row.value = values[i];
            out_ << csv_line(row) << '\n';
        }
    }

    /// An empty one.
    const HeadlineTable& table_of(std::uint32_t point) {
        return tables_.try_emplace(point, points_.at(point).scenario, Against::yardstick)
            .first->second;
    }

    const Points& points_;
    std::ostream& out_;
    bool paired_ = false;  // whether any point has a yardstick
    std::vector<ReplicateResult> waiting_;
    std::map<std::uint32_t, HeadlineTable> tables_;
};

std::string label_of_varied(const std::string& name) {
    if (const auto ref = find_parameter(name)) return std::string(entry_of(*ref).label);
    if (const auto rule = rule_named(name))
        return "The rival of this rule: " + choices_text(*rule) + ".";
    if (const auto date = event_date_named(name)) {
        const std::string what(words_of(date->kind));
        if (row_of(date->kind).lasts == Lasts::one_day) return "Day of a " + what + ".";
        return (date->end == EventEnd::first ? "First day of a " : "Last day of a ") + what + ".";
    }
    return "Changes nothing.";
}

void write_column(std::string_view table, std::string_view column, std::string_view unit,
                  std::string_view explanation, std::ostream& out) {
    out << table << ',' << csv_text(column) << ',' << csv_text(unit) << ',' << csv_text(explanation)
        << '\n';
}

/// The columns of a table, those that set points apart where the values of the list stand.
template <class Row>
void write_columns_of(const Experiment& experiment, std::ostream& out) {
    const std::string_view table = result_kind<Row>.exported;
    each_field<Row>([&](const auto& field) {
        using Value = FieldValue<Row, decltype(field.get)>;
        if constexpr (std::same_as<Value, Settings>) {
            for (const auto& [name, value] : experiment.points.front().values)
                write_column(table, name, unit_of_variable(name), label_of_varied(name), out);
        } else {
            write_column(table, field.name, field.unit == "row" ? "" : field.unit, field.meaning,
                         out);
        }
    });
}

/// Then observables, which are columns, and headlines, which are rows.
void write_columns(const Experiment& experiment, std::ostream& out) {
    write_columns_of<StoredDay>(experiment, out);
    for (const ObservableRow& row : observable_rows())
        write_column("daily", row.name, row.unit, row.explanation, out);
    write_columns_of<StoredReplicate>(experiment, out);
    write_columns_of<StoredHeadline>(experiment, out);
    for (const HeadlineRow& row : headline_rows())
        write_column("headline", row.id, row.unit, row.explanation, out);
}

void write_result(CsvTable table, const ResultReader& results, const ReplicateResult& result,
                  std::ostream& out) {
    const Points& points = results.experiment().points;
    switch (table) {
        case CsvTable::daily:
            return write_days(results, result, out);
        case CsvTable::replicate:
            return write_replicate(points, result, out);
        case CsvTable::headline:  // HeadlineWriter
        case CsvTable::columns:
            return;
    }
}

Diagnostic write_failed(const std::string& path) {
    return diagnostic("the table cannot be written", std::strerror(errno),
                      errno == ENOSPC ? "make room, or choose another folder with --out"
                                      : "check the disk and the path",
                      path);
}

/// Files have another name until all of them are whole, so that a full disk leaves no half of a
/// table, and what was there before.
class Drafts {
  public:
    explicit Drafts(std::vector<std::string> paths) : paths_(std::move(paths)) {}
    ~Drafts() {
        for (std::size_t i = 0; i < begun_; ++i)
            std::remove(name_of(i).c_str());
    }
    Drafts(const Drafts&) = delete;
    Drafts& operator=(const Drafts&) = delete;

    std::string name_of(std::size_t which) const {
        return paths_[which] + "." + std::to_string(getpid()) + ".new";
    }
    /// Makes the next file, a new one: whatever lies there, a link among it, is somebody else's.
    bool begin(std::size_t which) {
        const int file = open(name_of(which).c_str(),
                              O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0666);
        if (file < 0) return false;
        close(file);
        ++begun_;
        return true;
    }
    std::optional<Diagnostic> keep() const {
        for (std::size_t i = 0; i < paths_.size(); ++i) {
            if (std::rename(name_of(i).c_str(), paths_[i].c_str()) != 0)
                return write_failed(paths_[i]);
        }
        return std::nullopt;
    }

  private:
    std::vector<std::string> paths_;
    std::size_t begun_ = 0;
};

std::optional<Diagnostic> write_tables(ResultReader& results, std::span<const CsvTable> tables,
                                       std::span<std::ostream* const> outs) {
    for (std::size_t i = 0; i < tables.size(); ++i) {
        write_header(tables[i], results, *outs[i]);
        if (tables[i] == CsvTable::columns) write_columns(results.experiment(), *outs[i]);
    }
    std::optional<HeadlineWriter> headlines;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        if (tables[i] == CsvTable::headline)
            headlines.emplace(results.experiment().points, *outs[i]);
    }
    for (const ReplicateKey key : results.replicates()) {
        const auto result = results.read(key);
        if (!result) return result.error();
        if (headlines) headlines->add(*result);
        for (std::size_t i = 0; i < tables.size(); ++i) {
            write_result(tables[i], results, *result, *outs[i]);
            if (!*outs[i]) return write_failed(std::string(name_of(tables[i])));
        }
    }
    if (headlines) headlines->end();
    return std::nullopt;
}

}  // namespace

std::string csv_text(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == text.npos) return std::string(text);
    std::string quoted = "\"";
    for (const char c : text)
        quoted += c == '"' ? "\"\"" : std::string(1, c);
    return quoted + "\"";
}

std::string_view name_of(CsvTable table) {
    switch (table) {
        case CsvTable::daily:
            return "daily";
        case CsvTable::replicate:
            return "replicate";
        case CsvTable::headline:
            return "headline";
        case CsvTable::columns:
            break;
    }
    return "columns";
}

std::optional<Diagnostic> write_csv(ResultReader& results, CsvTable table, std::ostream& out) {
    std::ostream* const outs[] = {&out};
    if (auto problem = write_tables(results, {&table, 1}, outs)) return problem;
    out.flush();
    if (!out) return write_failed(std::string(name_of(table)));
    return std::nullopt;
}

Expected<std::vector<std::string>, Diagnostic> export_csv(ResultReader& results,
                                                          const std::string& folder,
                                                          Overwrite overwrite) {
    std::vector<std::string> paths;
    for (const CsvTable table : all_tables) {
        paths.push_back(folder + "/" + std::string(name_of(table)) + ".csv");
        struct stat status {};
        if (overwrite == Overwrite::refuse && lstat(paths.back().c_str(), &status) == 0) {
            return diagnostic("the path exists", "nothing was written",
                              "choose another folder, or replace it with --force", paths.back());
        }
    }
    if (mkdir(folder.c_str(), 0777) != 0 && errno != EEXIST) {
        return diagnostic("the folder cannot be made", std::strerror(errno), "", folder);
    }
    Drafts drafts(paths);
    std::array<std::ofstream, all_tables.size()> files;
    std::array<std::ostream*, all_tables.size()> outs{};
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (!drafts.begin(i)) return write_failed(paths[i]);
        files[i].open(drafts.name_of(i), std::ios::binary);
        if (!files[i]) return write_failed(paths[i]);
        outs[i] = &files[i];
    }
    if (auto problem = write_tables(results, all_tables, outs)) {
        for (std::size_t i = 0; i < files.size(); ++i) {
            if (!files[i]) problem->file = paths[i];
        }
        return *problem;
    }
    for (std::size_t i = 0; i < files.size(); ++i) {
        files[i].close();
        if (!files[i]) return write_failed(paths[i]);
    }
    if (auto problem = drafts.keep()) return *problem;
    return paths;
}

}  // namespace tumen

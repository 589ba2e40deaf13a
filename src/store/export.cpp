#include "store/export.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <ostream>
#include <utility>

#include "base/date.hpp"
#include "base/text.hpp"
#include "experiment/failure.hpp"
#include "measures/headlines/headlines.hpp"
#include "scenario/evidence/ledger.hpp"
#include "scenario/variable.hpp"
#include "store/sqlite/schema.hpp"

namespace tumen {

namespace {

constexpr std::array<CsvTable, 4> all_tables = {CsvTable::daily, CsvTable::replicate,
                                                CsvTable::headline, CsvTable::columns};

/// Quoted where a comma, a quote or a line end stands in it.
std::string field(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == text.npos) return std::string(text);
    std::string quoted = "\"";
    for (const char c : text)
        quoted += c == '"' ? "\"\"" : std::string(1, c);
    return quoted + "\"";
}

/// Empty where there is no value.
std::string field(double value) {
    return std::isnan(value) ? "" : shortest(value);
}

/// The names that set the points apart; they follow the column of the point.
std::string varied_names(const Experiment& experiment) {
    std::string text;
    for (const auto& [name, value] : experiment.points.front().values)
        text += ',' + field(name);
    return text;
}

/// The point's name and its values.
std::string place_of(const Points& points, std::size_t point) {
    std::string text = field(points.name(point));
    for (const auto& [name, value] : points.values(point))
        text += ',' + (std::isnan(value) ? "" : field(variable_text(name, value)));
    return text;
}

void write_header(CsvTable table, const ResultReader& results, std::ostream& out) {
    const std::string varied = varied_names(results.experiment());
    switch (table) {
        case CsvTable::daily:
            out << "point" << varied << ",replicate,city,date,day";
            for (std::size_t row = 0; row < observable_rows().size(); ++row) {
                if (is_reported(results.older(), row)) out << ',' << observable_rows()[row].name;
            }
            break;
        case CsvTable::replicate:
            out << "point" << varied << ",replicate,seed,status,reason,state_hash,seconds";
            break;
        case CsvTable::headline:
            out << "point" << varied << ",replicate,id,value";
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
    const std::string start =
        place_of(points, result.point) + ',' + std::to_string(result.replicate) + ',';
    for (std::size_t city = 0; city < result.cities.size(); ++city) {
        const std::string where = start + field(scenario.plan.cities[city].name) + ',';
        std::int32_t day = 0;
        for (const DayReport& report : result.cities[city]) {
            out << where << iso(plus_days(scenario.start, day)) << ',' << day;
            for (std::size_t row = 0; row < observable_rows().size(); ++row) {
                if (!is_reported(results.older(), row)) continue;
                if (row < count_total) {
                    out << ',' << report.counts[row];
                } else {
                    out << ',' << field(report.quantities[row - count_total]);
                }
            }
            out << '\n';
            ++day;
        }
    }
}

void write_replicate(const Points& points, const ReplicateResult& result, std::ostream& out) {
    out << place_of(points, result.point) << ',' << result.replicate << ',' << result.seed << ','
        << (result.outcome == Outcome::done ? "done" : "failed") << ',' << field(result.reason)
        << ',' << hex(result.state_hash) << ',' << field(result.seconds) << '\n';
}

void write_headlines(const Points& points, const ReplicateResult& result, std::ostream& out) {
    if (result.outcome == Outcome::failed) return;
    const std::vector<Headline> names = headlines(points.outline(result.point));
    const std::vector<double> values =
        result.headlines.empty() ? headline_values(points.at(result.point).scenario, result.cities)
                                 : result.headlines;
    const std::string place = place_of(points, result.point);
    for (std::size_t i = 0; i < names.size(); ++i) {
        out << place << ',' << result.replicate << ',' << names[i].id << ',' << field(values[i])
            << '\n';
    }
}

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

/// Of the exported tables only: names of cities and points stand in for their numbers.
void write_columns(const Experiment& experiment, std::ostream& out) {
    for (const std::string_view table : {"daily", "replicate", "headline"}) {
        for (const auto& [name, value] : experiment.points.front().values) {
            out << table << ',' << field(name) << ',' << unit_of_variable(name) << ','
                << field(label_of_varied(name)) << '\n';
        }
    }
    for (const ColumnInfo& info : column_infos()) {
        if (info.table == "replicate_city") continue;
        out << info.table << ',' << info.column << ',' << field(info.unit) << ','
            << field(info.explanation) << '\n';
    }
}

void write_result(CsvTable table, const ResultReader& results, const ReplicateResult& result,
                  std::ostream& out) {
    const Points& points = results.experiment().points;
    switch (table) {
        case CsvTable::daily:
            return write_days(results, result, out);
        case CsvTable::replicate:
            return write_replicate(points, result, out);
        case CsvTable::headline:
            return write_headlines(points, result, out);
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
    for (const ReplicateKey key : results.replicates()) {
        const auto result = results.read(key);
        if (!result) return result.error();
        for (std::size_t i = 0; i < tables.size(); ++i) {
            write_result(tables[i], results, *result, *outs[i]);
            if (!*outs[i]) return write_failed(std::string(name_of(tables[i])));
        }
    }
    return std::nullopt;
}

}  // namespace

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

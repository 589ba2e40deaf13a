#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/diagnostic.hpp"
#include "base/expected.hpp"
#include "scenario/text/files.hpp"

/// What the outside heard, as dated targets: evidence/targets.toml, whose head explains its form. A
/// target is a question (which statistic of which days, and how well it is reported) and an
/// observation. Whoever makes a forecast gets the questions of all and the observations of the
/// earlier ones alone.
namespace tumen {

/// Of calendars, for what changes by the year. (A year of the model has 365.)
inline constexpr double days_a_calendar_year = 365.25;

/// On which scale a report and the model's value are compared.
enum class ReportScale : std::uint8_t {
    share,   // log-odds
    amount,  // logarithm
    count    // logarithm of one more, so that none is a value
};
std::string_view name_of(ReportScale scale);
double on_scale(ReportScale scale, double value);
double off_scale(ReportScale scale, double scaled);

/// Days, both included.
struct DateSpan {
    Date first;
    Date last;
};

/// Reports of one thing over time, by whoever made them.
struct ReportSeries {
    std::string id;
    std::string label;
    std::string unit;
    ReportScale scale = ReportScale::amount;
    std::string statistic;            // of the days called `window` and perhaps `earlier`
    std::vector<std::string> cities;  // none: all
    double bias = 0;                  // spread of the error that all reports of it share
    std::optional<Date> drift_from;   // from when reports move away from what they are of
    double drift = 0;                 // on the scale, a year
    double drift_error = 0;
};

struct TargetQuestion {
    std::string id;
    std::size_t series = 0;
    Date known;  // when it was told
    DateSpan window;
    std::optional<DateSpan> earlier;
    std::vector<std::string> cities;
    double report_error = 0;  // spread of the report on the scale
    double error = 0;         // the same with what the model is not asked to meet
    double shift = 0;         // by which reports of these days have drifted
    std::string voice;
    std::string outlet;
    std::string grade;
    std::uint32_t line = 0;    // where it stands, for diagnostics
    std::uint32_t column = 0;  // of the table, or of its cities
};

struct ToldTarget {
    TargetQuestion question;
    double observed = 0;
    std::string note;
};

struct Targets {
    std::string file;
    std::vector<ReportSeries> series;
    std::vector<ToldTarget> targets;
    double voice_power = 1;    // n targets of a voice count as n to this power
    double most = 3;           // spreads that the reports of a series may be off, each
    double without_value = 2;  // spreads that a report is off where the model has no value
    double yearly_change = 0;  // spread of a year's change, as rivals know it before any report
};

Expected<Targets, Diagnostic> read_targets(const ScenarioText& text);

/// The project's own, read once.
const Targets& ledger_targets();

/// The statistic of a question on a scenario that starts on `start`.
std::string statistic_of(const ReportSeries& series, const TargetQuestion& question, Date start);

/// First and last day that a date of a source may mean: "2021-12", "about 2022-2023". Nothing where
/// it names no year.
std::optional<DateSpan> source_dates(std::string_view text);

}  // namespace tumen

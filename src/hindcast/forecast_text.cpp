#include <fmt/format.h>

#include "base/text.hpp"
#include "hindcast/forecast.hpp"

namespace tumen {

namespace {

std::string list_of(const std::vector<double>& values) {
    std::string list;
    for (const double value : values)
        list += fmt::format("{}{:.6g}", list.empty() ? "" : ", ", value);
    return "[" + list + "]";
}

std::string list_of(const std::optional<Component>& rival, ReportScale scale) {
    return list_of(rival ? quantiles_of({*rival}, scale) : std::vector<double>());
}

std::string entry_of(const Targets& targets, const TargetForecast& one) {
    const TargetQuestion& question = one.question;
    const ReportSeries& series = targets.series[question.series];
    return fmt::format(
        "\n[[forecast.target]]\nid = \"{}\"\nseries = \"{}\"\nfrom = {}\nto = {}\nforecast = "
        "{}\nprior = "
        "{}\npersistence = {}\ntrend = {}\nwithout_value = {:.4f}\n",
        question.id, series.id, iso(question.window.first), iso(question.window.last),
        list_of(quantiles_of(one.forecast, series.scale)),
        list_of(quantiles_of(one.prior, series.scale)), list_of(one.persistence, series.scale),
        list_of(one.trend, series.scale), one.without_value);
}

}  // namespace

std::string write_forecast(const Targets& targets, const Forecast& forecast,
                           const std::string& values) {
    std::string text = fmt::format(
        "[[forecast]]\ncutoff = {}\nvalues = \"{}\"\ndraws = {}\nreports = {}\neffective = "
        "{:.2f}\n",
        iso(forecast.cutoff), values, forecast.draws, forecast.reports, forecast.effective);
    for (const TargetForecast& one : forecast.targets)
        text += entry_of(targets, one);
    return text;
}

}  // namespace tumen

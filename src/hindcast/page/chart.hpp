#pragma once
#include <optional>
#include <string>
#include <vector>

#include "hindcast/forecast.hpp"

/// Drawings of forecasts.
namespace tumen {

/// A report that was known when the forecast was made.
struct EarlierPoint {
    std::string when;
    double value = 0;
};

/// A report that was foretold: quantiles as in forecast_quantiles; nothing where there is none.
struct ForetoldPoint {
    std::string when;
    std::vector<double> forecast;
    std::vector<double> prior;
    std::vector<double> persistence;
    std::vector<double> trend;
    std::optional<double> told;
};

/// All of a series that one forecast has, in the order of time.
struct SeriesChart {
    std::string label;  // for those who cannot see it
    ReportScale scale = ReportScale::amount;
    std::vector<EarlierPoint> earlier;
    std::vector<ForetoldPoint> foretold;
};

/// As SVG: known reports as dots, and for each later one the middle 50 and 90 % of the forecast, of
/// the prior, of the last report and of the trend, with a line at what was told. What lies beyond
/// the drawing is an arrow at its edge.
std::string svg_of(const SeriesChart& chart);

/// A value of that scale in few digits: "32 %", "14,600", "1.3".
std::string short_value(double value, ReportScale scale);

/// Text that can stand in HTML, between tags and in attributes.
std::string in_html(std::string_view text);

}  // namespace tumen

#pragma once
#include <optional>
#include <vector>

#include "hindcast/scores.hpp"
#include "hindcast/targets.hpp"

/// What one would foretell without a model: from the earlier reports of the same series alone.
namespace tumen {

/// A report of the series, on its scale.
struct EarlierReport {
    Date middle;  // of its days
    double value = 0;
    double error = 0;
};
Date middle_of(const DateSpan& span);

/// As it was last, with what such a series changes over the years between: its changes from report
/// to report, and beside them the one that is supposed before any. Nothing without a report.
std::optional<Component> persistence(const std::vector<EarlierReport>& reports, Date middle,
                                     double error, double yearly_change);

/// On the straight line through the reports (least squares). Nothing for fewer than two, or none of
/// different days.
std::optional<Component> linear_trend(const std::vector<EarlierReport>& reports, Date middle,
                                      double error);

}  // namespace tumen

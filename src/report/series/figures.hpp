#pragma once
#include <span>
#include <string_view>

#include "model/calendar.hpp"
#include "model/observable_fields.hpp"

/// The fan charts of a report: which observables they show, and how days are taken together.
namespace tumen {

/// Events of single days are too few to show; they are shown as a running total or over thirty
/// days.
enum class Taken : std::uint8_t { daily, running_total, last_30_days };

/// One curve: the sum of some columns.
struct Curve {
    std::string_view id;
    std::string_view label;
    std::string_view unit;
    std::string_view group;  // the rule it belongs to
    Measure measure;
    Taken taken;
    std::string_view explanation;
    std::span<const std::string_view> columns;  // names of observables
};
std::span<const Curve> curves();

/// When a figure is worth its place.
enum class Shown : std::uint8_t { always, with_hand_in_drive, with_oath_drive };

struct Figure {
    std::string_view id;
    std::string_view title;
    std::string_view note;
    Shown shown;
    std::span<const std::string_view> curves;  // ids
};
std::span<const Figure> figures();

enum class Wanted : std::uint8_t { no, yes };
Wanted wanted(const Figure& figure, const Plan& plan);

/// The row of observable_rows() with that name; the name is one of them.
std::size_t observable_row(std::string_view name);

std::string_view name_of(Taken taken);  // "daily", "running total", "last 30 days"

}  // namespace tumen

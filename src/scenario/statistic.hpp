#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/expected.hpp"

/// The language in which a pattern says how it is measured:
///
///   numbers, + - * / ( ), log(x), ratio(a, b), base(x),
///   and mean sum first last max min (observable, window)
///
/// base(x) is x on the trajectory of the scenario it is compared with. Windows: all, before,
/// during, after, before[n] (the last n days before the campaign), during[a:b] (days counted from
/// its first day; b may pass its end), after[a:b] (counted from the day after its last). Parsing
/// here, evaluation in patterns.
namespace tumen {

enum class StatisticKind : std::uint8_t {
    number,
    add,
    subtract,
    multiply,
    divide,
    negate,
    mean,
    sum,
    first,
    last,
    max,
    min,
    log,
    ratio,
    base
};

enum class WindowPart : std::uint8_t { all, before, during, after };

/// Days a .. b of the part, inclusive, from 0; for `before` the last `to` days. Whole = the part as
/// it is.
struct Window {
    WindowPart part = WindowPart::all;
    enum class Extent : std::uint8_t { whole, cut } extent = Extent::whole;
    std::int32_t from = 0;
    std::int32_t to = 0;
};

struct StatisticNode {
    StatisticKind kind = StatisticKind::number;
    double number = 0;
    std::vector<std::size_t> observables;  // rows of observable_rows() to add up
    Window window;
    std::size_t left = 0;  // operands: nodes of the statistic
    std::size_t right = 0;
};

/// The nodes, operands before what uses them; the last one is the statistic.
struct Statistic {
    std::vector<StatisticNode> nodes;
};

/// The column of the diagnostic counts from 1 within `text`: where the word or number begins that
/// is wrong, or where something else was expected.
Expected<Statistic, Diagnostic> parse_statistic(std::string_view text);

/// The rows that an observable's name stands for: one, or all that a derived one (calling,
/// handed_in) adds up; empty if there is none.
std::vector<std::size_t> observable_terms(std::string_view name);

/// Derived observables: a name for a sum of columns.
struct DerivedObservable {
    std::string_view name;
    std::string_view label;
    std::string_view explanation;
    std::span<const std::string_view> columns;
};
std::span<const DerivedObservable> derived_observables();

}  // namespace tumen

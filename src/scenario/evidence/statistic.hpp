#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/expected.hpp"

/// The language in which everything that is measured says how: patterns, headlines, conclusions.
///
///   numbers, + - * / ( ), log(x), ratio(a, b), base(x), residents, households,
///   and mean sum first last max min (observable, window)
///
/// base(x) is x on the run of the scenario that it is compared with; base2(x) and base3(x) where
/// there is a second and a third. Windows: all, eve, before, during, after, active, between, and
/// drive, oath, sweep for the days of all of a kind, drive[2] or drive[last] for those of one. A
/// window of days in a row has parts: during[a:b] (days counted from its first; b may pass its
/// end), during[-7:-1] (negative ones from its end), before[n] (the last n days before the
/// campaign). evidence/README.md has the whole of it. Parsing here, evaluation in measures.
namespace tumen {

enum class StatisticKind : std::uint8_t {
    number,
    residents,
    households,
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

enum class WindowPart : std::uint8_t {
    all,
    eve,
    before,
    during,
    after,
    active,
    between,
    drive,
    oath,
    sweep
};

/// Days a .. b of the part, inclusive, from 0, or from -1 backwards; for `before` the last `to`
/// days. Whole = the part as it is.
struct Window {
    WindowPart part = WindowPart::all;
    enum class Extent : std::uint8_t { whole, cut } extent = Extent::whole;
    std::int32_t from = 0;
    std::int32_t to = 0;
    /// Of drive, oath and sweep: 1 the first of them, `every` all, `final` the last.
    std::int32_t event = every;
    static constexpr std::int32_t every = 0;
    static constexpr std::int32_t final = -1;
};

/// How many other runs a statistic may be compared with: base, base2, base3.
inline constexpr std::size_t most_bases = 3;

struct StatisticNode {
    StatisticKind kind = StatisticKind::number;
    double number = 0;
    std::vector<std::size_t> observables;  // rows of observable_rows() to add up
    Window window;
    std::size_t left = 0;  // operands: nodes of the statistic
    std::size_t right = 0;
    std::size_t run = 0;  // of base: which of the other runs, from 0
};

/// The nodes, operands before what uses them; the last one is the statistic.
struct Statistic {
    std::vector<StatisticNode> nodes;
};

/// The column of the diagnostic counts from 1 within `text`: where the word or number begins that
/// is wrong, or where something else was expected.
Expected<Statistic, Diagnostic> parse_statistic(std::string_view text);

/// How many other runs it reads: 0 without base(...), 2 where base2(...) is in it.
std::size_t bases_read(const Statistic& statistic);

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

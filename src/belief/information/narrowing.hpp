#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/interval.hpp"

/// What it would be worth to know something: how much of a number's spread over draws goes away.
/// Expected value of partial perfect information by regression on stored draws (Strong, Oakley and
/// Brennan 2014), on normal scores of both sides, so that a linear normal model gives the square of
/// the correlation. Nothing is played for it.
namespace tumen {

enum class FactKind : std::uint8_t { value, rule, group, question };
std::string_view name_of(FactKind kind);  // "value", ...

/// Something that could be known, and what it is in each draw. A group has several columns.
struct Fact {
    std::string id;
    std::string label;
    FactKind kind = FactKind::value;
    std::vector<std::vector<double>> columns;  // one value a draw each; NaN where it has none
    std::vector<std::string> choices = {};     // of a rule, one a column
};

/// How much knowing it would take away.
struct Worth {
    const Fact* fact = nullptr;
    double share = 0;  // of the variance of the number's scores, less what chance explains
    Interval bounds;   // 90 % of the share, by bootstrap over draws
    double left = 1;   // expected width of nine in ten once it is known, over the width today
};

struct NarrowingTable {
    std::vector<Worth> told;  // above the floor, in the order of `facts`: no ranking is implied
    double floor = 0;         // the most that any of as many shuffled facts is worth
    std::size_t draws = 0;
    std::size_t asked = 0;
};

/// `number`: one value a draw, infinite where a ratio has no upper end; draws without a value are
/// left out. Facts with less than two different values say nothing.
NarrowingTable narrowing_of(const std::vector<double>& number, const std::vector<Fact>& facts,
                            std::uint64_t seed);

/// Those of which it cannot be said that another one is worth more: their bounds meet those of the
/// one that is worth most.
std::vector<const Worth*> worth_most(const NarrowingTable& table);

}  // namespace tumen

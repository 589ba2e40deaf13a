#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/expected.hpp"
#include "base/interval.hpp"

/// What would be true of everything else if something that was heard is true: draws weighed by how
/// well each shows it.
namespace tumen {

/// "sum(arrested, during[0:29]) is 35 to 45": a statistic, and the nine tenths in the middle of
/// what was heard of it. A band is never a wall: beyond it weights fall as those of a normal
/// distribution do.
struct Heard {
    std::string statistic;
    Interval band;
    friend bool operator==(const Heard&, const Heard&) = default;
};

/// Says what is wrong with the text and how it is written.
Expected<Heard, Diagnostic> read_heard(std::string_view text);

/// How well draws show what was heard: weights that sum to 1 and how many draws they are worth. All
/// zero where no draw comes within six spreads of a band.
struct Hearing {
    std::vector<double> weights;
    double effective = 0;
    std::size_t inside = 0;  // draws within every band
};

/// `values`: by what was heard, then by draw; nothing where a statistic has no value, which then
/// weighs nothing.
Hearing hear(const std::vector<Heard>& heard,
             const std::vector<std::vector<std::optional<double>>>& values);

}  // namespace tumen

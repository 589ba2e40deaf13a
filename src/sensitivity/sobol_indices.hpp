#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "design/design.hpp"
#include "measures/numbers/statistics.hpp"

/// Which share of the output's variance each factor accounts for (I. M. Sobol, 1993), from the
/// design of A. Saltelli and others (Computer Physics Communications 181, 2010).
namespace tumen {

/// For each base row factors + 2 rows: A, B, and then A with one factor after the other taken from
/// B. A and B are sets of Sobol's points, and those of B are shuffled by keyed draws (Latin
/// supercube sampling: A. B. Owen, 1998). One set of twice as many dimensions, as is usual, is not
/// good enough: pairs of its later dimensions are uneven up to some hundred points, which put first
/// order indices of Sobol's g off by three standard errors on every design, and no bootstrap over
/// rows could see it. Shuffled, A and B are as independent as random points. The first base rows do
/// not depend on how many follow where their number is a power of two; such numbers are best.
DesignRows saltelli_rows(std::size_t factors, std::size_t base_rows, std::uint64_t seed);

/// The outputs of one base row.
struct BaseRow {
    double a = 0;
    double b = 0;
    std::vector<double> exchanged;  // by factor: A with this one of B
};

/// Base rows that have all their outputs; `outputs` one a row of saltelli_rows(), NaN where there
/// is none. A row that lacks one is nothing, as its indices would rest on other places.
std::vector<std::optional<BaseRow>> base_rows(std::size_t factors, std::span<const double> outputs);

/// Indices of one factor.
struct SobolIndex {
    Estimated first;  // share of variance that goes with knowing this factor alone
    Estimated total;  // share that remains when all others are known
};

struct SobolIndices {
    std::size_t rows = 0;  // base rows they rest on
    double mean = 0;       // of the output, over A and B
    double variance = 0;   // of the output, over A and B
    std::vector<SobolIndex> factors;
};

/// First order by Saltelli (2010) on centred outputs, which is exact for a factor without any
/// effect; total order by Jansen (1999). Both may lie a little below 0 or above 1 by chance. 95 %
/// intervals by bootstrap over base rows. Nothing for fewer than two rows or a constant output.
std::optional<SobolIndices> sobol_indices(std::span<const std::optional<BaseRow>> rows);

/// The same with an eighth, a quarter, a half and all of the rows, as far as each has indices.
std::vector<SobolIndices> sobol_convergence(std::span<const std::optional<BaseRow>> rows);

}  // namespace tumen

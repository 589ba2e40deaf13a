#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/expected.hpp"

/// Which values an experiment tries: designs over named parameters, as values. How a design becomes
/// points that can be played: experiment/design_points.hpp.
namespace tumen {

/// On which scale a range is filled evenly.
enum class Scale : std::uint8_t { linear, logarithmic };

/// Whether a range stays within what the evidence leaves open.
enum class Evidence : std::uint8_t { within, beyond };

/// One varied parameter and the range it is varied over, in its unit; or the dummy.
struct Factor {
    std::string name;
    double low = 0;
    double high = 1;
    Scale scale = Scale::linear;
    Evidence evidence = Evidence::within;
    std::uint32_t levels = 0;  // of a grid; else 0
    friend bool operator==(const Factor&, const Factor&) = default;
};

/// What was asked for. `samples` is what the method counts in: points of a Latin hypercube or of
/// Sobol's sequence, trajectories of Morris, base points of Saltelli; 0 for a grid.
struct Design {
    std::string method;  // grid, lhs, sobol, morris, saltelli
    std::uint32_t samples = 0;
    std::vector<Factor> factors;
    std::vector<std::pair<std::string, std::string>> options;  // {"headline", "stopped_calling"}
    /// In whatever order the options stand.
    friend bool operator==(const Design& one, const Design& other);
};

/// A factor that changes nothing: what an analysis finds of it is noise.
inline constexpr std::string_view dummy_name = "dummy";
Factor dummy_factor();

/// The option's value; empty where it is not there.
std::string option_of(const Design& design, std::string_view name);

/// "share"; empty for the dummy.
std::string_view unit_name(const Factor& factor);

/// The parameter over the whole of its evidence range, on the scale of its prior; an error for an
/// unknown name, with what was meant.
Expected<Factor, Diagnostic> factor_of(std::string_view name);

/// What a user writes: "fee_base", "fee_base=20 %..40 %", "fee_base=0.2..0.4:5" (five levels).
/// Ranges beyond the evidence are marked; those beyond what the quantity can be are errors.
Expected<Factor, Diagnostic> read_factor(std::string_view text);

/// One value a factor; in [0, 1) or in the parameters' units.
using DesignRow = std::vector<double>;
using DesignRows = std::vector<DesignRow>;

/// Where `part` of 0 to 1 lies in the factor's range; whole where the parameter is counted in whole
/// ones.
double value_at(const Factor& factor, double part);
DesignRow values_at(const std::vector<Factor>& factors, const DesignRow& parts);
DesignRows values_at(const std::vector<Factor>& factors, const DesignRows& parts);

/// Every combination of the factors' levels (at least 2 each), both ends included, the last factor
/// fastest.
DesignRows grid_parts(const std::vector<Factor>& factors);

/// A Latin hypercube: each of `samples` equal slices of each factor holds one row. Places in the
/// slices and the order of slices are keyed draws.
DesignRows latin_hypercube_parts(std::size_t samples, std::size_t factors, std::uint64_t seed);

/// Sobol's sequence in up to 3667 dimensions, with its first point, the origin, which libraries
/// like to skip: 2^m rows are balanced only with it. A keyed digital shift (exclusive or, the same
/// for all rows) moves them all off the edges, keeps the balance, and gives independent sets for
/// different seeds.
DesignRows sobol_parts(std::size_t samples, std::size_t factors, std::uint64_t seed);

/// The rows of a grid, Latin hypercube or Sobol design, in [0, 1].
DesignRows parts_of(const Design& design, std::uint64_t seed);

}  // namespace tumen

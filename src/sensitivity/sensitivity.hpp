#pragma once
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/expected.hpp"
#include "experiment/design_points.hpp"
#include "experiment/results.hpp"
#include "experiment/source.hpp"
#include "measures/headlines/headlines.hpp"
#include "sensitivity/morris.hpp"
#include "sensitivity/sensitivity_luck.hpp"
#include "sensitivity/sobol_indices.hpp"

/// Which assumptions matter most: from the stored replicates of a design to screened or ranked
/// parameters, for every headline. A function of what is stored, so that a run that was stopped and
/// resumed says the same as one that was not.
namespace tumen {

enum class SensitivityMethod : std::uint8_t { morris, sobol };
std::string_view name_of(SensitivityMethod method);

/// What a design of kind sensitivity asks for; nothing for other designs.
std::optional<SensitivityMethod> sensitivity_method(const Experiment& experiment);

/// The rows of a design of method morris or saltelli, in [0, 1], one a point.
DesignRows sensitivity_parts(const Design& design, std::uint64_t seed);

/// The headline that is looked at first where none is asked for.
std::string_view usual_headline(const Plan& plan);

/// Whether a parameter's effect is told from Monte Carlo noise, what another luck alone would do:
/// its interval lies above the dummy's. `no_floor` where there is one replicate and so no dummy.
enum class Standing : std::uint8_t { told, not_told, no_floor };

/// A parameter, or the dummy.
struct FactorSensitivity {
    std::string name;
    std::optional<Screening> screening;  // Morris
    std::optional<SobolIndex> index;     // Sobol
    Estimated strength;                  // mu* or the total order: what is ranked
    Standing standing = Standing::no_floor;
    std::size_t best = 1;   // rank if luck and design are as kind as the intervals allow
    std::size_t worst = 1;  // and as unkind: equal where the rank is certain
};

/// Strengths as the design grows.
struct Growth {
    std::size_t samples = 0;           // base rows or trajectories
    std::vector<Estimated> strengths;  // in the order of HeadlineSensitivity::factors
};

struct HeadlineSensitivity {
    Headline headline;
    std::size_t planned = 0;  // base rows, or effects of all parameters
    std::size_t used = 0;     // of these; the others miss a value
    double mean = 0;          // of the headline over the points used
    double deviation = 0;     // standard deviation over them
    std::optional<LuckShare> luck;
    std::vector<FactorSensitivity> factors;  // the strongest first
    std::optional<FactorSensitivity> dummy;
    std::vector<Growth> growth;
};

struct Sensitivity {
    SensitivityMethod method = SensitivityMethod::morris;
    std::string headline;  // the one asked for
    std::string chosen;    // how parameters were chosen where nobody named them
    std::size_t points = 0;
    std::size_t replicates = 0;                  // a point
    std::size_t failed = 0;                      // runs among these
    std::size_t missing = 0;                     // runs not played yet
    std::vector<HeadlineSensitivity> headlines;  // the one asked for first; those that vary
};

/// Gathers the replicates of an experiment with a design of method morris or saltelli.
class SensitivityBook final : public ResultSink {
  public:
    explicit SensitivityBook(const Experiment& experiment);
    void accept(ReplicateResult result) override { add(result); }
    void add(const ReplicateResult& result);

    /// Of the replicates of which all points are there, failed or not; of the first replicate where
    /// none is complete.
    Sensitivity results() const;

  private:
    enum class Came : std::uint8_t { not_yet, failed, done };
    const Experiment& experiment_;
    std::vector<Headline> headlines_;
    /// What came of a replicate at all points so far.
    struct Row {
        std::vector<Came> came;      // by point
        std::vector<double> values;  // by point, then headline
        std::size_t there = 0;       // points
    };
    std::map<std::uint32_t, Row> rows_;  // by replicate
};

/// The same, read from what is stored.
Expected<Sensitivity, Diagnostic> sensitivity_of(ResultSource& stored);

}  // namespace tumen

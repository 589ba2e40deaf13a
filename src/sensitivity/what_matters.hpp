#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/expected.hpp"
#include "belief/information/narrowing.hpp"
#include "experiment/results.hpp"
#include "measures/headlines/headlines.hpp"
#include "sweep/factor_choice.hpp"

/// Which parameters matter for a scenario's headlines, before any is chosen: everything that the
/// scenario does not hold is drawn at once from the prior, and each value is asked how much of each
/// headline it explains. A first stage: cheap, coarse, and about small cities.
namespace tumen {

/// A parameter that explains more of a headline than chance does.
struct Mattering {
    std::string name;
    double share = 0;      // of the variance of the headline's normal scores
    std::string headline;  // of which it explains most
};

struct WhatMatters {
    std::vector<Mattering> values;  // those to vary first stand first
    double floor = 0;  // the most that any of as many shuffled values explains, of any headline
    std::size_t plays = 0;
    std::size_t asked = 0;  // values
    std::size_t headlines = 0;
};

/// A headline, one value a play; NaN where a play has none.
struct HeadlineValues {
    std::string id;
    std::vector<double> values;
};

/// From what was drawn in each play. First the half of `most` that explains most of the headline
/// `first`, then by how much of any headline is explained.
WhatMatters what_matters(const std::vector<HeadlineValues>& headlines,
                         const std::vector<Fact>& drawn, std::string_view first, std::size_t most,
                         std::uint64_t seed);

/// The plays of the first stage: the scenario in cities of 20,000 people at most, rival rules as it
/// has them.
Expected<Experiment, Diagnostic> what_matters_experiment(Scenario scenario, std::uint64_t seed);

/// Takes them in any order.
class WhatMattersBook final : public ResultSink {
  public:
    explicit WhatMattersBook(const Experiment& experiment);
    void accept(ReplicateResult result) override;

    WhatMatters results(std::string_view first, std::size_t most) const;

  private:
    const Experiment& experiment_;
    HeadlineTable table_;
};

/// Parameters to vary, and in a sentence how they were found, which is stored with the design.
struct ChosenFactors {
    std::vector<Factor> factors;
    std::string how;
};

/// The first `most` that matter and can move alone; the least known ones where nothing is told from
/// chance.
Expected<ChosenFactors, Diagnostic> choose_factors(const WhatMatters& found, std::size_t most,
                                                   const MakeScenario& make,
                                                   const std::vector<std::string>& set);

/// The option of a design that keeps ChosenFactors::how.
inline constexpr std::string_view chosen_option = "chosen";

}  // namespace tumen

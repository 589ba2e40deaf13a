#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "belief/statements/judged_sign.hpp"
#include "patterns/conclusions.hpp"

/// A difference between scenarios, judged over all that is not known.
namespace tumen {

struct JudgedConclusion : JudgedSign {
    const Conclusion* conclusion = nullptr;
    bool higher = true;          // the sign that is judged, or lower
    bool of_most_draws = false;  // as the starting values leave it open
    Direction at_start = Direction::no_value;
};

/// The sign is what plays at the starting values give; where they leave it open, that of most
/// draws.
JudgedConclusion judge(const Conclusion& conclusion,
                       const std::map<std::uint32_t, std::optional<double>>& values,
                       const View& view, const View& prior, const View& start,
                       const std::map<std::string, CandidateWeights>& without = {});

}  // namespace tumen

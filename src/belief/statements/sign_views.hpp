#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "base/diagnostic.hpp"
#include "base/expected.hpp"
#include "belief/statements/judged_sign.hpp"

/// What is played so that signs can be judged over all that is not known.
namespace tumen {

/// How many draws signs are judged by where nobody says.
inline constexpr std::uint32_t usual_sign_draws = 384;

/// Whether draws of the prior are played where there are some of the belief.
enum class PriorView : std::uint8_t { beside, in_place_of_a_belief };

/// The replicates of an experiment: draws of the belief, of the prior, and plays at the starting
/// values.
struct SignViews {
    bool has_belief = false;
    View believed{"belief", {}, {}, {}};
    View prior{"prior", {}, {}, {}};
    View start{"start", {}, {}, {}};
    std::map<std::string, CandidateWeights> without;  // each voice
    Design design;                                    // of what is judged over

    /// What is judged over.
    const View& view() const { return has_belief ? believed : prior; }
};

/// In place of the experiment's replicates, `count` draws of each; `belief` is nothing where none
/// holds. Says what cannot be drawn.
Expected<SignViews, Diagnostic> take_sign_views(Experiment& experiment, const Belief* belief,
                                                std::uint32_t count, PriorView prior);

}  // namespace tumen

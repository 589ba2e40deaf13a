#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "belief/belief.hpp"

/// What plays of the page draw their values and rules from: the belief that the program carries,
/// or the prior where that does not hold for this model.
namespace tumen::browser {

/// The second reading of the reports, by which the page weighs its plays again.
struct SecondPlay {
    std::uint32_t family =
        0;              // the draw of the prior that it takes or is near: plays of one share it
    double weight = 0;  // up to a constant
};
struct SecondPlays {
    std::string how;
    bool is_told = false;           // whether the belief is worth enough by it
    std::vector<SecondPlay> plays;  // of replicates from the first on
};

class Draws {
  public:
    /// Reads the ledger's texts, once.
    static const Draws& ledger();

    /// Empty where they can be drawn.
    const std::string& problem() const { return problem_; }
    /// Why there is only the prior; empty where the belief holds.
    const std::string& outdated() const { return outdated_; }
    double effective() const { return belief_.effective; }
    std::size_t distinct() const { return belief_.draws.size(); }

    /// As in the program: replicate i takes draw i, and every fourth that of the one before it.
    Expected<ReplicateDraw, Diagnostic> draw(std::uint64_t seed, std::uint32_t replicate) const;

    /// Nothing where there is only the prior, or no second reading.
    std::optional<SecondPlays> second(std::uint32_t plays) const;

  private:
    Draws();
    std::string why_outdated() const;

    std::string problem_;
    std::string outdated_;
    Priors priors_;
    Likelihood likelihood_;
    Belief belief_;
};

}  // namespace tumen::browser

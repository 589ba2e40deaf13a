#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/expected.hpp"
#include "design/design.hpp"
#include "experiment/results.hpp"

/// Experiments whose replicates each have values, and perhaps rival rules, of their own: the same
/// for every point, but for what a point holds.
namespace tumen {

/// Whether rival rules are drawn with the values, or stay as the scenario has them.
enum class RivalDraws : std::uint8_t { drawn, left };

/// Where draws come from: the prior, a belief, a calibration. Draw n, from 1, is the same however
/// many are taken and in which order.
struct DrawSource {
    std::string name;  // "prior"
    Design design;     // stored with the experiment, so that no other source is taken for the same
    RivalDraws rivals = RivalDraws::left;  // whether its draws bring rival rules
    /// Its values and rules; which replicate it is for is set by who asks.
    std::function<Expected<ReplicateDraw, Diagnostic>(std::uint32_t number)> draw;
};

/// Which draw a replicate takes. Every fourth replicate takes that of the one before it, with luck
/// of its own: from such twins the part of luck is told.
std::uint32_t draw_number(std::uint32_t replicate);

/// What a file or a flag names of the scenario: values in the order of the table, rules behind.
std::vector<std::string> named_by(const Scenario& scenario);
/// The scenario as if it named these alone; for one that lost on its way what it named.
Scenario naming(Scenario scenario, const std::vector<std::string>& names);

/// What it names, and what cannot be drawn beside it: the other
/// shares of a sum, the other of two bounds. In the order of the table, rules behind.
std::vector<std::string> held_by(const Scenario& scenario);

/// Adds to a draw, of that number, a place in each range of entries that one of the scenarios has
/// ("ranges.NAME") and one for whatever may not have happened ("happened.NAME"): keyed by the name,
/// so that what has one name is drawn alike everywhere.
void add_event_draws(ReplicateDraw& draw, const Points& points, std::uint64_t seed,
                     std::uint32_t number);

/// Which draw of a source a replicate is played with.
struct DrawAsked {
    std::uint32_t replicate;
    std::uint32_t number;
};

/// Draws of a source for these replicates, added to those that the experiment has; points hold what
/// their scenarios name. Rules are drawn where they are asked for and the source brings some. Says
/// what could not be drawn; what cannot be played fails when it is played.
std::optional<Diagnostic> add_draws(Experiment& experiment, const DrawSource& source,
                                    RivalDraws rivals, const std::vector<DrawAsked>& asked);

/// One draw for each of `replicates`, which may be more than the experiment has so far, and the
/// source as its design. Says what cannot be played.
std::optional<Diagnostic> take_draws(Experiment& experiment, const DrawSource& source,
                                     RivalDraws rivals,
                                     const std::vector<std::uint32_t>& replicates);

}  // namespace tumen

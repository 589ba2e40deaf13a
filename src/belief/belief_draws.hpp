#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "belief/belief.hpp"
#include "belief/prior/prior.hpp"
#include "experiment/draws.hpp"

/// What is believed, as a source of draws for experiments. A source of another belief has the same
/// form: draw n is a function of n, values by name, a choice for every rival rule.
namespace tumen {

/// Values and rival rules before any pattern was looked at.
DrawSource prior_source(const Priors& priors, std::uint64_t seed);

/// What is drawn where nobody says from what: "belief" where there is one of this model, whose
/// fingerprint `model` is, else "prior".
std::string usual_values(std::string_view model);

/// Draws of the belief, whatever the seed of luck: draw n for number n, again from the first where
/// there are no more.
DrawSource belief_source(const Belief& belief);

/// The same of a belief in a file. Its text goes into the design, so that whoever has the results
/// can weigh the plays again; that of the belief that ships is in the program.
DrawSource source_of_file(const Belief& belief);

/// The belief that the plays of an experiment drew from; nothing where it is neither the one that
/// ships, with or without a voice, nor one that the design has the text of, weighed by patterns as
/// they are read now.
std::optional<Belief> belief_behind(const Experiment& experiment);

}  // namespace tumen

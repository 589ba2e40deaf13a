#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/expected.hpp"
#include "experiment/results.hpp"

/// How what is stored can become what is asked for now: samples, levels, points and scenarios are
/// added, none is taken away, and what was played stays.
namespace tumen {

/// By stored point, which of the points asked for it is.
using PointPlaces = std::vector<std::uint32_t>;

/// By point, the hash that a file has for its scenario, where that does not give it again.
using OtherHashes = std::map<std::uint32_t, std::string>;

/// Where the points of `held` are among those of `wanted`; an error says why one is not there, and
/// what could be added.
Expected<PointPlaces, std::vector<std::string>> places_among(const Experiment& held,
                                                             const Experiment& wanted,
                                                             const OtherHashes& others = {});

/// Whether nothing has to move or to be added.
bool is_whole(const PointPlaces& places, const Experiment& wanted);

/// How two experiments are told apart: one is stored and the other asked for, or both are alike.
enum class Told : std::uint8_t { there_and_here, both };

/// In what two designs differ that play other points; empty where they play the same. Which
/// headline is looked at first is nothing that is played.
std::vector<std::string> design_differences(const std::optional<Design>& held,
                                            const std::optional<Design>& wanted, Told told);

/// The differences as one text.
std::string list_text(const std::vector<std::string>& differences);

/// Headlines that were asked for stay, also the one that is looked at first unless another is
/// named, and those asked for now come behind. An error names what cannot be measured any more,
/// where days were left out, and what has another meaning.
std::optional<std::string> keep_headlines(const Experiment& held, const PointPlaces& places,
                                          Experiment& wanted);

}  // namespace tumen

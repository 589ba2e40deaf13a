#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "app/session/session.hpp"
#include "belief/making/making.hpp"

namespace tumen::app {

/// Is handed what the patterns of a group come to in one play.
using Take = std::function<void(std::uint32_t number, PatternValues values)>;

/// Plays numbers of a group, some at a time, and calls `rest` after each of these; whether all were
/// played.
bool play_numbers(const Making& making, Phase phase, std::size_t group,
                  std::vector<std::uint32_t> numbers, Session& session, const Take& take,
                  const std::function<void()>& rest);

}  // namespace tumen::app

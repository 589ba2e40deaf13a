#pragma once
#include <cstdint>
#include <string_view>

#include "belief/belief.hpp"

namespace tumen {

/// How much of a test a pattern is, by the share of draws of the prior that show it: nearly all
/// show it (none), most do (weak), it could well have failed (strong).
enum class Severity : std::uint8_t { unknown, none, weak, strong, input };

/// Of a pattern whose role is input there is no test: the model was given it.
Severity severity_of(const PatternBelief& pattern);
Severity severity_of(std::string_view pattern);
std::string_view name_of(Severity severity);

/// Whether fewer draws of the belief show it than of the prior, beyond two errors.
bool got_worse(const PatternBelief& pattern);

}  // namespace tumen

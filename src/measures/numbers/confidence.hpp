#pragma once

namespace tumen {

/// Of the intervals of means, shares and differences: 95 of 100 that are made so hold what they are
/// about.
inline constexpr double confidence_level = 0.95;

}  // namespace tumen

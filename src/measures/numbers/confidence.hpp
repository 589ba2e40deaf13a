#pragma once

namespace tumen {

/// Of the intervals of means, shares and differences: 95 of 100 that are made so hold what they are
/// about.
inline constexpr double confidence_level = 0.95;

/// Of the ranges that are told of plays and draws, and of the band that somebody gives: 90 of 100
/// lie in them, 5 below and 5 above.
inline constexpr double range_level = 0.9;
inline constexpr double range_low = 0.05;  // quantiles that are the range's ends
inline constexpr double range_high = 0.95;

}  // namespace tumen

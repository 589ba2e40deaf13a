#pragma once
#include "model/state/ids.hpp"

/// Residents whom officers suspect from the start, before anything tells them from their
/// neighbours.
namespace tumen {

/// A resident whom officers suspect from the start and who has no place until they come to him or
/// her.
struct Suspected {
    double suspicion;
    AdultId adult;
};

/// Who of two is suspected less, of equals the one with the higher id: the order of a heap.
inline bool suspected_less(const Suspected& one, const Suspected& other) {
    if (one.suspicion != other.suspicion) return one.suspicion < other.suspicion;
    return one.adult > other.adult;
}

}  // namespace tumen

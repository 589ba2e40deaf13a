#include "measures/numbers/effective_size.hpp"

namespace tumen {

double effective_size(std::span<const double> weights) {
    double squares = 0;
    for (const double weight : weights)
        squares += weight * weight;
    return squares > 0 ? 1 / squares : 0;
}

}  // namespace tumen

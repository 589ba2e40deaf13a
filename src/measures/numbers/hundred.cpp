#include "measures/numbers/hundred.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace tumen {

namespace {

constexpr double full_share = 100;
constexpr double tie = 1e-9;  // what a sum of shares may be off by

int rounded(double part) {
    return static_cast<int>(std::floor(part + 0.5 + tie));
}

}  // namespace

int of_hundred(double share) {
    const double part = full_share * share;
    if (part < full_share / 2) return static_cast<int>(full_share) - of_hundred(1 - share);
    return share < 1 ? std::min(rounded(part), static_cast<int>(full_share) - 1) : rounded(part);
}

std::vector<int> parts_of_hundred(std::span<const double> shares) {
    std::vector<int> parts;
    if (std::abs(std::accumulate(shares.begin(), shares.end(), 0.0) - 1) > tie) {
        for (const double share : shares)
            parts.push_back(of_hundred(share));
        return parts;
    }
    std::vector<double> left;
    for (const double share : shares) {
        parts.push_back(static_cast<int>(std::floor(full_share * share + tie)));
        left.push_back(full_share * share - parts.back());
    }
    int missing = static_cast<int>(full_share) - std::accumulate(parts.begin(), parts.end(), 0);
    for (; missing > 0; --missing) {
        const auto most = std::max_element(
            left.begin(), left.end(), [](double one, double other) { return one + tie < other; });
        ++parts[static_cast<std::size_t>(most - left.begin())];
        *most = -1;
    }
    return parts;
}

}  // namespace tumen

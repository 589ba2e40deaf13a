#include "model/wide.hpp"

namespace tumen {

namespace {

// The parameters come as a copy, so that no write can be thought to change them.
TUMEN_WIDE
void wide_needs_of(const ContactParameters p, double left, const double* base_need,
                   const double* base, const double* excess, double* needs, std::size_t count) {
    for (std::size_t h = 0; h < count; ++h) {
        needs[h] = need(p, base_need[h], base[h] + excess[h] * left);
    }
}

}  // namespace

void needs_of(const ContactParameters& p, double left, const double* base_need, const double* base,
              const double* excess, double* needs, std::size_t count) {
    wide_needs_of(p, left, base_need, base, excess, needs, count);
}

}  // namespace tumen

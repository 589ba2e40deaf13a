#include "base/rounding.hpp"

#include <cfenv>

#if defined(__SSE2__)
#include <xmmintrin.h>
#endif

namespace tumen {

namespace {

#if defined(__SSE2__)
constexpr unsigned flush_to_zero = 0x8000u;
constexpr unsigned denormals_are_zero = 0x0040u;
constexpr unsigned rounding_mode = 0x6000u;
#endif

}  // namespace

UsualRounding::UsualRounding() : rounding_(std::fegetround()) {
    if (rounding_ != FE_TONEAREST) std::fesetround(FE_TONEAREST);
#if defined(__SSE2__)
    vectors_ = _mm_getcsr();
    constexpr unsigned unusual = flush_to_zero | denormals_are_zero | rounding_mode;
    if ((vectors_ & unusual) != 0) _mm_setcsr(vectors_ & ~unusual);
#endif
}

UsualRounding::~UsualRounding() {
#if defined(__SSE2__)
    if (_mm_getcsr() != vectors_) _mm_setcsr(vectors_);
#endif
    if (rounding_ != FE_TONEAREST) std::fesetround(rounding_);
}

}  // namespace tumen

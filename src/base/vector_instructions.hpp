#pragma once

/// The vector instructions of x86-64, where that is the processor: for the few loops that compilers
/// do not find by themselves. Which of them may be used is asked when the program runs.
#if defined(__x86_64__)
// g++ 12 takes the deliberately undefined values inside its own AVX-512 header for mistakes.
#if !defined(__clang__)
#pragma GCC diagnostic ignored "-Wuninitialized"
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif
#include <immintrin.h>
#endif

#include "base/draw_many.hpp"

#if defined(__x86_64__) && !defined(TUMEN_COUNT)  // (the counting build counts blocks one by one)
// g++ 12 takes the deliberately undefined values inside its own AVX-512 header for mistakes.
#if !defined(__clang__)
#pragma GCC diagnostic ignored "-Wuninitialized"
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif
#include <immintrin.h>
#endif

namespace tumen {

namespace {

void one_by_one(const Luck& luck, const std::uint32_t* entity, const std::uint32_t* what,
                std::size_t count, RandomBlock* out) {
    for (std::size_t i = 0; i < count; ++i) {
        out[i] = philox({entity[i], what[i], luck.replicate, luck.city}, luck.seed);
    }
}

#if defined(__x86_64__) && !defined(TUMEN_COUNT)  // (the counting build counts blocks one by one)

// The same rounds on a block a 64-bit lane: a 32 x 32 -> 64 multiplication uses the low halves
// alone, so what is left in the high halves never matters.

__attribute__((target("avx2"))) void four_at_once(const Luck& luck, const std::uint32_t* entity,
                                                  const std::uint32_t* what, RandomBlock* out) {
    const __m256i multiplier_0 = _mm256_set1_epi64x(0xD2511F53);
    const __m256i multiplier_1 = _mm256_set1_epi64x(0xCD9E8D57);
    __m256i c0 = _mm256_cvtepu32_epi64(_mm_loadu_si128(reinterpret_cast<const __m128i*>(entity)));
    __m256i c1 = _mm256_cvtepu32_epi64(_mm_loadu_si128(reinterpret_cast<const __m128i*>(what)));
    __m256i c2 = _mm256_set1_epi64x(luck.replicate);
    __m256i c3 = _mm256_set1_epi64x(luck.city);
    auto key_0 = static_cast<std::uint32_t>(luck.seed);
    auto key_1 = static_cast<std::uint32_t>(luck.seed >> 32);
    for (int round = 0; round < 10; ++round) {
        const __m256i product_0 = _mm256_mul_epu32(multiplier_0, c0);
        const __m256i product_1 = _mm256_mul_epu32(multiplier_1, c2);
        c0 = _mm256_xor_si256(_mm256_xor_si256(_mm256_srli_epi64(product_1, 32), c1),
                              _mm256_set1_epi64x(key_0));
        c2 = _mm256_xor_si256(_mm256_xor_si256(_mm256_srli_epi64(product_0, 32), c3),
                              _mm256_set1_epi64x(key_1));
        c1 = product_1;
        c3 = product_0;
        key_0 += 0x9E3779B9u;
        key_1 += 0xBB67AE85u;
    }
    alignas(32) std::uint64_t words[4][4];
    _mm256_store_si256(reinterpret_cast<__m256i*>(words[0]), c0);
    _mm256_store_si256(reinterpret_cast<__m256i*>(words[1]), c1);
    _mm256_store_si256(reinterpret_cast<__m256i*>(words[2]), c2);
    _mm256_store_si256(reinterpret_cast<__m256i*>(words[3]), c3);
    for (std::size_t i = 0; i < 4; ++i) {
        for (std::size_t w = 0; w < 4; ++w) {
            out[i].word[w] = static_cast<std::uint32_t>(words[w][i]);
        }
    }
}

__attribute__((target("avx512f"))) void eight_at_once(const Luck& luck, const std::uint32_t* entity,
                                                      const std::uint32_t* what, RandomBlock* out) {
    const __m512i multiplier_0 = _mm512_set1_epi64(0xD2511F53);
    const __m512i multiplier_1 = _mm512_set1_epi64(0xCD9E8D57);
    const __m512i low_half = _mm512_set1_epi64(0xFFFFFFFF);
    __m512i c0 =
        _mm512_cvtepu32_epi64(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(entity)));
    __m512i c1 = _mm512_cvtepu32_epi64(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(what)));
    __m512i c2 = _mm512_set1_epi64(luck.replicate);
    __m512i c3 = _mm512_set1_epi64(luck.city);
    auto key_0 = static_cast<std::uint32_t>(luck.seed);
    auto key_1 = static_cast<std::uint32_t>(luck.seed >> 32);
    for (int round = 0; round < 10; ++round) {
        const __m512i product_0 = _mm512_mul_epu32(multiplier_0, c0);
        const __m512i product_1 = _mm512_mul_epu32(multiplier_1, c2);
        c0 = _mm512_xor_si512(_mm512_xor_si512(_mm512_srli_epi64(product_1, 32), c1),
                              _mm512_set1_epi64(key_0));
        c2 = _mm512_xor_si512(_mm512_xor_si512(_mm512_srli_epi64(product_0, 32), c3),
                              _mm512_set1_epi64(key_1));
        c1 = product_1;
        c3 = product_0;
        key_0 += 0x9E3779B9u;
        key_1 += 0xBB67AE85u;
    }
    // Two words to a lane, then the lanes of a block side by side.
    const __m512i first =
        _mm512_or_si512(_mm512_and_si512(c0, low_half), _mm512_slli_epi64(c1, 32));
    const __m512i second =
        _mm512_or_si512(_mm512_and_si512(c2, low_half), _mm512_slli_epi64(c3, 32));
    const __m512i even = _mm512_set_epi64(11, 3, 10, 2, 9, 1, 8, 0);
    const __m512i odd = _mm512_set_epi64(15, 7, 14, 6, 13, 5, 12, 4);
    _mm512_storeu_si512(out, _mm512_permutex2var_epi64(first, even, second));
    _mm512_storeu_si512(out + 4, _mm512_permutex2var_epi64(first, odd, second));
}

#endif

}  // namespace

void draw_many(const Luck& luck, const std::uint32_t* entity, const std::uint32_t* what,
               std::size_t count, RandomBlock* out) {
    std::size_t done = 0;
#if defined(__x86_64__) && !defined(TUMEN_COUNT)  // (the counting build counts blocks one by one)
    static_assert(sizeof(RandomBlock) == 16);
    static const bool has_eight = __builtin_cpu_supports("avx512f");
    static const bool has_four = __builtin_cpu_supports("avx2");
    if (has_eight) {
        for (; done + 8 <= count; done += 8) {
            eight_at_once(luck, entity + done, what + done, out + done);
        }
    }
    if (has_four) {
        for (; done + 4 <= count; done += 4) {
            four_at_once(luck, entity + done, what + done, out + done);
        }
    }
#endif
    one_by_one(luck, entity + done, what + done, count - done, out + done);
}

}  // namespace tumen

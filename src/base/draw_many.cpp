#include "base/draw_many.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/vector_instructions.hpp"
#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#endif

namespace tumen {

namespace {

/// Draws to be made: as many entities and descriptions as blocks.
struct Order {
    const RandomKey& random_key;
    const std::uint32_t* entity;
    const std::uint32_t* what;
    std::size_t count;
    RandomBlock* out;

    Order part(std::size_t first, std::size_t some) const {
        return {random_key, entity + first, what + first, some, out + first};
    }
};

void one_by_one(const Order& order) {
    for (std::size_t i = 0; i < order.count; ++i) {
        order.out[i] = philox(
            {order.entity[i], order.what[i], order.random_key.replicate, order.random_key.city},
            order.random_key.seed);
    }
}

#if defined(__x86_64__) && !defined(TUMEN_COUNT)  // (the counting build counts blocks one by one)

// The same rounds on a block a 64-bit lane: a 32 x 32 -> 64 multiplication uses the low halves
// alone, so what is left in the high halves never matters. A round waits for the one before it, and
// so several groups of lanes take their rounds in turn.

constexpr auto multiplier_0 = static_cast<int>(0xD2511F53u);
constexpr auto multiplier_1 = static_cast<int>(0xCD9E8D57u);

/// The keys of a round.
struct Keys {
    std::uint32_t first;
    std::uint32_t second;

    explicit Keys(std::uint64_t seed)
        : first(static_cast<std::uint32_t>(seed)), second(static_cast<std::uint32_t>(seed >> 32)) {}
    void step() {
        first += 0x9E3779B9u;
        second += 0xBB67AE85u;
    }
};

#define TUMEN_AVX2 __attribute__((target("avx2"), always_inline)) inline
#define TUMEN_AVX512 __attribute__((target("avx512f"), always_inline)) inline

struct Four {
    __m256i c0, c1, c2, c3;

    TUMEN_AVX2 Four(const RandomKey& random_key, const std::uint32_t* entity,
                    const std::uint32_t* what)
        : c0(_mm256_cvtepu32_epi64(_mm_loadu_si128(reinterpret_cast<const __m128i*>(entity)))),
          c1(_mm256_cvtepu32_epi64(_mm_loadu_si128(reinterpret_cast<const __m128i*>(what)))),
          c2(_mm256_set1_epi32(static_cast<int>(random_key.replicate))),
          c3(_mm256_set1_epi32(static_cast<int>(random_key.city))) {}

    TUMEN_AVX2 void round(const Keys& keys) {
        const __m256i product_0 = _mm256_mul_epu32(_mm256_set1_epi32(multiplier_0), c0);
        const __m256i product_1 = _mm256_mul_epu32(_mm256_set1_epi32(multiplier_1), c2);
        c0 = _mm256_xor_si256(_mm256_xor_si256(_mm256_srli_epi64(product_1, 32), c1),
                              _mm256_set1_epi32(static_cast<int>(keys.first)));
        c2 = _mm256_xor_si256(_mm256_xor_si256(_mm256_srli_epi64(product_0, 32), c3),
                              _mm256_set1_epi32(static_cast<int>(keys.second)));
        c1 = product_1;
        c3 = product_0;
    }

    /// Two words to a lane, then the lanes of a block side by side.
    TUMEN_AVX2 void store(RandomBlock* out) const {
        const __m256i first = _mm256_blend_epi32(c0, _mm256_slli_epi64(c1, 32), 0xAA);
        const __m256i second = _mm256_blend_epi32(c2, _mm256_slli_epi64(c3, 32), 0xAA);
        const __m256i even = _mm256_unpacklo_epi64(first, second);
        const __m256i odd = _mm256_unpackhi_epi64(first, second);
        auto* to = reinterpret_cast<__m256i*>(out);
        _mm256_storeu_si256(to, _mm256_permute2x128_si256(even, odd, 0x20));
        _mm256_storeu_si256(to + 1, _mm256_permute2x128_si256(even, odd, 0x31));
    }
};

struct Eight {
    __m512i c0, c1, c2, c3;

    TUMEN_AVX512 Eight(const RandomKey& random_key, const std::uint32_t* entity,
                       const std::uint32_t* what)
        : c0(_mm512_cvtepu32_epi64(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(entity)))),
          c1(_mm512_cvtepu32_epi64(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(what)))),
          c2(_mm512_set1_epi32(static_cast<int>(random_key.replicate))),
          c3(_mm512_set1_epi32(static_cast<int>(random_key.city))) {}

    TUMEN_AVX512 void round(const Keys& keys) {
        constexpr int exclusive_or_of_three = 0x96;
        const __m512i product_0 = _mm512_mul_epu32(_mm512_set1_epi32(multiplier_0), c0);
        const __m512i product_1 = _mm512_mul_epu32(_mm512_set1_epi32(multiplier_1), c2);
        c0 = _mm512_ternarylogic_epi32(_mm512_srli_epi64(product_1, 32), c1,
                                       _mm512_set1_epi32(static_cast<int>(keys.first)),
                                       exclusive_or_of_three);
        c2 = _mm512_ternarylogic_epi32(_mm512_srli_epi64(product_0, 32), c3,
                                       _mm512_set1_epi32(static_cast<int>(keys.second)),
                                       exclusive_or_of_three);
        c1 = product_1;
        c3 = product_0;
    }

    /// As above.
    TUMEN_AVX512 void store(RandomBlock* out) const {
        const __m512i first = _mm512_mask_shuffle_epi32(c0, 0xAAAA, c1, _MM_PERM_CCAA);
        const __m512i second = _mm512_mask_shuffle_epi32(c2, 0xAAAA, c3, _MM_PERM_CCAA);
        const __m512i low = _mm512_set_epi64(11, 3, 10, 2, 9, 1, 8, 0);
        const __m512i high = _mm512_set_epi64(15, 7, 14, 6, 13, 5, 12, 4);
        _mm512_storeu_si512(out, _mm512_permutex2var_epi64(first, low, second));
        _mm512_storeu_si512(out + 4, _mm512_permutex2var_epi64(first, high, second));
    }

    TUMEN_AVX512 void store(std::array<WordColumn, 4>& out, std::size_t at) const {
        const auto column = [&](std::size_t word) {
            return reinterpret_cast<__m256i*>(out[word].data() + at);
        };
        _mm256_storeu_si256(column(0), _mm512_cvtepi64_epi32(c0));
        _mm256_storeu_si256(column(1), _mm512_cvtepi64_epi32(c1));
        _mm256_storeu_si256(column(2), _mm512_cvtepi64_epi32(c2));
        _mm256_storeu_si256(column(3), _mm512_cvtepi64_epi32(c3));
    }
};

template <std::size_t groups>
using Groups = std::make_index_sequence<groups>;

/// Where a group of lanes begins. The last one ends where the draws end, and makes some draws of
/// the group before it again where they are not a whole number of groups.
constexpr std::size_t begin_of(std::size_t group, std::size_t lanes, std::size_t count) {
    return std::min(group * lanes, count - lanes);
}

template <std::size_t... group>
__attribute__((target("avx2"))) void in_fours(const Order& order, std::index_sequence<group...>) {
    const std::array begin = {begin_of(group, 4, order.count)...};
    std::array groups = {
        Four(order.random_key, order.entity + begin[group], order.what + begin[group])...};
    Keys keys(order.random_key.seed);
#pragma GCC unroll 10
    for (int round = 0; round < 10; ++round, keys.step())
        (groups[group].round(keys), ...);
    (groups[group].store(order.out + begin[group]), ...);
}

template <std::size_t... group>
__attribute__((target("avx512f"))) void in_eights(const Order& order,
                                                  std::index_sequence<group...>) {
    const std::array begin = {begin_of(group, 8, order.count)...};
    std::array groups = {
        Eight(order.random_key, order.entity + begin[group], order.what + begin[group])...};
    Keys keys(order.random_key.seed);
#pragma GCC unroll 10
    for (int round = 0; round < 10; ++round, keys.step())
        (groups[group].round(keys), ...);
    (groups[group].store(order.out + begin[group]), ...);
}

template <std::size_t... group>
__attribute__((target("avx512f"))) void eights_in_columns(
    const RandomKey& random_key, const std::uint32_t* entity, const std::uint32_t* what,
    std::array<WordColumn, 4>& out, std::size_t at, std::index_sequence<group...>) {
    std::array groups = {Eight(random_key, entity + at + 8 * group, what + at + 8 * group)...};
    Keys keys(random_key.seed);
#pragma GCC unroll 10
    for (int round = 0; round < 10; ++round, keys.step())
        (groups[group].round(keys), ...);
    (groups[group].store(out, at + 8 * group), ...);
}

/// From 4 to 8 draws.
void one_or_two_fours(const Order& order) {
    if (order.count > 4) return in_fours(order, Groups<2>{});
    in_fours(order, Groups<1>{});
}

/// From 8 to 32 draws.
void one_to_four_eights(const Order& order) {
    if (order.count > 24) return in_eights(order, Groups<4>{});
    if (order.count > 16) return in_eights(order, Groups<3>{});
    if (order.count > 8) return in_eights(order, Groups<2>{});
    in_eights(order, Groups<1>{});
}

/// Makes the draws of `order`, at least `least`, in portions from `least` to `most`.
template <class Portion>
void by_portions(std::size_t least, std::size_t most, const Order& order, const Portion& portion) {
    for (std::size_t done = 0; done < order.count; done += most) {
        const std::size_t some = std::max(std::min(most, order.count - done), least);
        portion(order.part(std::min(done, order.count - some), some));
    }
}

#elif defined(__wasm_simd128__)

/// What lies at an address of which the compiler does not know where it is. The engine of a module
/// makes a constant vector anew, of four instructions, wherever one is used; this one stays in a
/// register.
v128_t kept(const std::array<std::uint32_t, 4>& words) {
    const void* at = words.data();
    asm("" : "+r"(at));
    return wasm_v128_load(at);
}

constexpr std::array<std::uint32_t, 4> four_times(std::uint32_t word) {
    return {word, word, word, word};
}

constexpr auto multiplier_0 = four_times(0xD2511F53u);
constexpr auto multiplier_1 = four_times(0xCD9E8D57u);
constexpr auto step_0 = four_times(0x9E3779B9u);
constexpr auto step_1 = four_times(0xBB67AE85u);

/// What a round multiplies by.
struct Factors {
    v128_t first = kept(multiplier_0);
    v128_t second = kept(multiplier_1);
};

/// The keys of a round.
struct Keys {
    v128_t first;
    v128_t second;
    v128_t step_first = kept(step_0);
    v128_t step_second = kept(step_1);

    explicit Keys(std::uint64_t seed)
        : first(wasm_u32x4_splat(static_cast<std::uint32_t>(seed))),
          second(wasm_u32x4_splat(static_cast<std::uint32_t>(seed >> 32))) {}
    void step() {
        first = wasm_i32x4_add(first, step_first);
        second = wasm_i32x4_add(second, step_second);
    }
};

/// Four blocks, a word of each a vector: a page's module has vectors of 128 bits, and nothing wider
/// to ask for.
struct Quartet {
    v128_t c0, c1, c2, c3;

    Quartet(const RandomKey& random_key, const std::uint32_t* entity, const std::uint32_t* what)
        : c0(wasm_v128_load(entity)),
          c1(wasm_v128_load(what)),
          c2(wasm_u32x4_splat(random_key.replicate)),
          c3(wasm_u32x4_splat(random_key.city)) {}

    void round(const Factors& factors, const Keys& keys) {
        const v128_t low_0 = wasm_u64x2_extmul_low_u32x4(factors.first, c0);
        const v128_t high_0 = wasm_u64x2_extmul_high_u32x4(factors.first, c0);
        const v128_t low_1 = wasm_u64x2_extmul_low_u32x4(factors.second, c2);
        const v128_t high_1 = wasm_u64x2_extmul_high_u32x4(factors.second, c2);
        c0 = wasm_v128_xor(wasm_v128_xor(wasm_i32x4_shuffle(low_1, high_1, 1, 3, 5, 7), c1),
                           keys.first);
        c2 = wasm_v128_xor(wasm_v128_xor(wasm_i32x4_shuffle(low_0, high_0, 1, 3, 5, 7), c3),
                           keys.second);
        c1 = wasm_i32x4_shuffle(low_1, high_1, 0, 2, 4, 6);
        c3 = wasm_i32x4_shuffle(low_0, high_0, 0, 2, 4, 6);
    }

    /// The words of a block side by side.
    void store(RandomBlock* out) const {
        const v128_t a = wasm_i32x4_shuffle(c0, c1, 0, 4, 1, 5);
        const v128_t b = wasm_i32x4_shuffle(c2, c3, 0, 4, 1, 5);
        const v128_t c = wasm_i32x4_shuffle(c0, c1, 2, 6, 3, 7);
        const v128_t d = wasm_i32x4_shuffle(c2, c3, 2, 6, 3, 7);
        wasm_v128_store(out, wasm_i64x2_shuffle(a, b, 0, 2));
        wasm_v128_store(out + 1, wasm_i64x2_shuffle(a, b, 1, 3));
        wasm_v128_store(out + 2, wasm_i64x2_shuffle(c, d, 0, 2));
        wasm_v128_store(out + 3, wasm_i64x2_shuffle(c, d, 1, 3));
    }

    void store(std::array<WordColumn, 4>& out, std::size_t at) const {
        wasm_v128_store(out[0].data() + at, c0);
        wasm_v128_store(out[1].data() + at, c1);
        wasm_v128_store(out[2].data() + at, c2);
        wasm_v128_store(out[3].data() + at, c3);
    }
};

/// The rounds of some groups in turn, since a round waits for the one before it.
template <class... Quartets>
void take_rounds(std::uint64_t seed, Quartets&... groups) {
    const Factors factors;
    Keys keys(seed);
#pragma clang loop unroll(full)
    for (int round = 0; round < 10; ++round, keys.step())
        (groups.round(factors, keys), ...);
}

/// At least four. The last group ends where the draws end, and makes some of those before it again.
void in_quartets(const Order& order) {
    const auto group = [&](std::size_t at) {
        return Quartet(order.random_key, order.entity + at, order.what + at);
    };
    const std::size_t last = order.count - 4;
    std::size_t at = 0;
    for (; at < last; at += 8) {
        const std::size_t next = std::min(at + 4, last);
        Quartet one = group(at);
        Quartet other = group(next);
        take_rounds(order.random_key.seed, one, other);
        one.store(order.out + at);
        other.store(order.out + next);
    }
    if (at >= order.count) return;
    Quartet one = group(last);
    take_rounds(order.random_key.seed, one);
    one.store(order.out + last);
}

#endif

}  // namespace

void draw_many(const RandomKey& random_key, const std::uint32_t* entity, const std::uint32_t* what,
               std::size_t count, RandomBlock* out) {
    const Order order{random_key, entity, what, count, out};
#if defined(__x86_64__) && !defined(TUMEN_COUNT)  // (the counting build counts blocks one by one)
    static_assert(sizeof(RandomBlock) == 16);
    static const bool has_eight = __builtin_cpu_supports("avx512f");
    static const bool has_four = __builtin_cpu_supports("avx2");
    if (has_eight && count >= 8) return by_portions(8, 32, order, one_to_four_eights);
    if (has_four && count >= 4) return by_portions(4, 8, order, one_or_two_fours);
#elif defined(__wasm_simd128__)
    if (count >= 4) return in_quartets(order);
#endif
    one_by_one(order);
}

void draw_columns(const RandomKey& random_key, const WordColumn& entity, const WordColumn& what,
                  std::size_t count, std::array<WordColumn, 4>& out) {
#if defined(__x86_64__) && !defined(TUMEN_COUNT)  // (the counting build counts blocks one by one)
    static const bool has_eight = __builtin_cpu_supports("avx512f");
    if (has_eight) {
        for (std::size_t at = 0; at < count; at += 32)
            eights_in_columns(random_key, entity.data(), what.data(), out, at, Groups<4>{});
        return;
    }
#elif defined(__wasm_simd128__)
    const auto group = [&](std::size_t at) {
        return Quartet(random_key, entity.data() + at, what.data() + at);
    };
    for (std::size_t at = 0; at < count; at += 8) {
        Quartet one = group(at);
        if (count - at > 4) {
            Quartet other = group(at + 4);
            take_rounds(random_key.seed, one, other);
            other.store(out, at + 4);
        } else {
            take_rounds(random_key.seed, one);
        }
        one.store(out, at);
    }
    return;
#endif
    std::array<RandomBlock, columns_length> blocks;
    draw_many(random_key, entity.data(), what.data(), count, blocks.data());
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t word = 0; word < out.size(); ++word)
            out[word][i] = blocks[i].word[word];
    }
}

}  // namespace tumen

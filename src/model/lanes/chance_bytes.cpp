#include "model/lanes/chance_bytes.hpp"

#include <bit>

#include "base/vector_instructions.hpp"

namespace tumen {

namespace {

// Sixteen bytes at once: both compilers turn these into the vector instructions of the platform, or
// into plain loops where there are none.
using Bytes = std::uint8_t __attribute__((vector_size(16)));
static_assert(std::endian::native == std::endian::little,
              "bytes of a word are taken in this order");

/// The highest bit of each byte.
std::uint16_t high_bits_of(Bytes bytes) {
#if defined(__SSE2__)
    using Chars = char __attribute__((vector_size(16)));
    return static_cast<std::uint16_t>(__builtin_ia32_pmovmskb128(std::bit_cast<Chars>(bytes)));
#elif defined(__wasm_simd128__)
    using Chars = signed char __attribute__((vector_size(16)));
    return static_cast<std::uint16_t>(__builtin_wasm_bitmask_i8x16(std::bit_cast<Chars>(bytes)));
#else
    const auto halves = std::bit_cast<std::array<std::uint64_t, 2>>(bytes >> 7);
    constexpr std::uint64_t gather =
        0x0102040810204080u;  // moves bit 0 of each byte into the top byte
    const auto low = static_cast<std::uint32_t>(halves[0] * gather >> 56);
    const auto high = static_cast<std::uint32_t>(halves[1] * gather >> 56);
    return static_cast<std::uint16_t>(low | high << 8);
#endif
}

#if defined(__x86_64__)

/// Four blocks at a time: their masks lie side by side in one of 64 bits.
__attribute__((target("avx512f,avx512bw"))) void compare_fours(const RandomBlock* drawn,
                                                               const std::uint8_t* levels,
                                                               std::size_t count,
                                                               ComparedBytes& compared) {
    const __m512i block_of_byte = _mm512_set_epi32(
        0x03030303, 0x03030303, 0x03030303, 0x03030303, 0x02020202, 0x02020202, 0x02020202,
        0x02020202, 0x01010101, 0x01010101, 0x01010101, 0x01010101, 0, 0, 0, 0);
    for (std::size_t n = 0; n < count; n += 4) {
        const __m512i bytes = _mm512_loadu_si512(drawn + n);
        int four = 0;
        __builtin_memcpy(&four, levels + n, sizeof four);
        const __m512i level = _mm512_shuffle_epi8(_mm512_set1_epi32(four), block_of_byte);
        const std::uint64_t below = _mm512_cmplt_epu8_mask(bytes, level);
        const std::uint64_t equal = _mm512_cmpeq_epu8_mask(bytes, level);
        __builtin_memcpy(compared.below.data() + n, &below, sizeof below);
        __builtin_memcpy(compared.equal.data() + n, &equal, sizeof equal);
    }
}

#endif

/// Bit d of each of 64 bytes, as a row of 64 bits, for d = 0 .. 7: the highest first, then all are
/// doubled.
void turn(const std::array<std::uint8_t, columns_length>& days, std::uint64_t* rows) {
    auto sixteens = std::bit_cast<std::array<Bytes, 4>>(days);
    for (std::size_t d = 8; d-- > 0;) {
        std::uint64_t row = 0;
        for (std::size_t g = 0; g < 4; ++g) {
            row |= std::uint64_t{high_bits_of(sixteens[g])} << (16 * g);
            sixteens[g] += sixteens[g];
        }
        rows[d] = row;
    }
}

}  // namespace

void compare_bytes(const std::array<RandomBlock, columns_length>& drawn,
                   const std::array<std::uint8_t, columns_length>& levels, std::size_t count,
                   ComparedBytes& compared) {
#if defined(__x86_64__)
    static const bool has_fours = __builtin_cpu_supports("avx512bw");
    if (has_fours) return compare_fours(drawn.data(), levels.data(), count, compared);
#endif
    for (std::size_t n = 0; n < count; ++n) {
        const auto bytes = std::bit_cast<Bytes>(drawn[n].word);
        const Bytes level = Bytes{} + levels[n];
        compared.below[n] = high_bits_of(Bytes(bytes < level));
        compared.equal[n] = high_bits_of(Bytes(bytes == level));
    }
}

std::array<std::uint64_t, 16> rows_by_day(const std::array<std::uint16_t, columns_length>& days) {
    std::array<std::uint8_t, columns_length> first;
    std::array<std::uint8_t, columns_length> second;
    for (std::size_t n = 0; n < days.size(); ++n) {
        first[n] = static_cast<std::uint8_t>(days[n]);
        second[n] = static_cast<std::uint8_t>(days[n] >> 8);
    }
    std::array<std::uint64_t, 16> rows;
    turn(first, rows.data());
    turn(second, rows.data() + 8);
    return rows;
}

}  // namespace tumen

#include "bench/machine.hpp"

#include <array>

#include "base/distributions.hpp"
#include "base/math.hpp"
#include "base/philox.hpp"

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define TUMEN_WIDE __attribute__((target_clones("avx512f", "avx2", "default")))
#define TUMEN_ALONE __attribute__((optimize("no-tree-vectorize")))
#else
#define TUMEN_WIDE
#define TUMEN_ALONE
#endif

namespace tumen::bench {

namespace {

constexpr std::uint64_t key = 0x9E3779B97F4A7C15u;
constexpr std::size_t lines_apart = 8;  // doubles a cache line
constexpr std::size_t lanes = 32;

/// Ten rounds for every lane, each lane a counter of its own.
struct Counters {
    std::array<std::array<std::uint32_t, lanes>, 4> word;
};

inline __attribute__((always_inline)) void philox_round(Counters& c, std::uint32_t key_0,
                                                        std::uint32_t key_1) {
    for (std::size_t lane = 0; lane < lanes; ++lane) {
        const std::uint64_t product_0 = std::uint64_t{0xD2511F53u} * c.word[0][lane];
        const std::uint64_t product_1 = std::uint64_t{0xCD9E8D57u} * c.word[2][lane];
        c.word[0][lane] = static_cast<std::uint32_t>(product_1 >> 32) ^ c.word[1][lane] ^ key_0;
        c.word[1][lane] = static_cast<std::uint32_t>(product_1);
        c.word[2][lane] = static_cast<std::uint32_t>(product_0 >> 32) ^ c.word[3][lane] ^ key_1;
        c.word[3][lane] = static_cast<std::uint32_t>(product_0);
    }
}

}  // namespace

TUMEN_ALONE
std::uint64_t philox_alone(std::uint32_t first, std::size_t count) {
    std::uint64_t sum = 0;
    for (std::uint32_t i = 0; i < count; ++i)
        sum += philox({first + i, 1, 2, 3}, key).word[0];
    return sum;
}

TUMEN_WIDE
std::uint64_t philox_wide(std::uint32_t first, std::size_t count) {
    std::uint64_t sum = 0;
    for (std::size_t done = 0; done < count; done += lanes) {
        Counters c{};
        for (std::uint32_t lane = 0; lane < lanes; ++lane) {
            c.word[0][lane] = first + static_cast<std::uint32_t>(done) + lane;
            c.word[1][lane] = 1;
            c.word[2][lane] = 2;
            c.word[3][lane] = 3;
        }
        auto key_0 = static_cast<std::uint32_t>(key);
        auto key_1 = static_cast<std::uint32_t>(key >> 32);
        for (int round = 0; round < 10; ++round) {
            philox_round(c, key_0, key_1);
            key_0 += 0x9E3779B9u;
            key_1 += 0xBB67AE85u;
        }
        for (const std::uint32_t word : c.word[0])
            sum += word;
    }
    return sum;
}

TUMEN_ALONE
double exp_alone(std::span<const double> x) {
    double sum = 0;
    for (const double value : x)
        sum += math::exp(value);
    return sum;
}

TUMEN_WIDE
void exp_wide(std::span<const double> x, std::span<double> y) {
    for (std::size_t i = 0; i < x.size(); ++i)
        y[i] = math::exp(x[i]);
}

TUMEN_ALONE
double log_alone(std::span<const double> x) {
    double sum = 0;
    for (const double value : x)
        sum += math::log(value);
    return sum;
}

double inverse_normal_alone(std::span<const double> x) {
    double sum = 0;
    for (const double value : x)
        sum += normal_quantile(value);
    return sum;
}

double read_lines(std::span<const double> memory, std::span<const std::uint32_t> lines) {
    double sum = 0;
    for (const std::uint32_t line : lines)
        sum += memory[line * lines_apart];
    return sum;
}

TUMEN_WIDE
double read_in_order(std::span<const double> memory) {
    std::array<double, lanes> sums{};
    for (std::size_t i = 0; i + lanes <= memory.size(); i += lanes) {
        for (std::size_t lane = 0; lane < lanes; ++lane)
            sums[lane] += memory[i + lane];
    }
    double sum = 0;
    for (const double lane : sums)
        sum += lane;
    return sum;
}

}  // namespace tumen::bench

#include "bench/machine.hpp"

#include <array>

#include "base/distributions.hpp"
#include "base/math.hpp"

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

}  // namespace

TUMEN_ALONE
std::uint64_t philox_alone(std::uint32_t first, std::size_t count) {
    std::uint64_t sum = 0;
    for (std::uint32_t i = 0; i < count; ++i)
        sum += philox({first + i, 1, 2, 3}, key).word[0];
    return sum;
}

void philox_wide(std::span<const WordColumn> first, std::array<WordColumn, 4>& last) {
    WordColumn second;
    second.fill(1);
    for (const WordColumn& column : first)
        draw_columns({key, 2, 3}, column, second, columns_length, last);
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

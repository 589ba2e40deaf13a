#pragma once
#include <cstdint>
#include <type_traits>

/// Counters of the operations that a day cannot do without. Only the counting build, which defines
/// TUMEN_COUNT, has them; the product itself carries none.
namespace tumen {

struct Operations {
    std::uint64_t philox_blocks = 0;  // of four words
    std::uint64_t exponentials = 0;   // exp and exp2
    std::uint64_t logarithms = 0;
};

inline thread_local Operations operations_done;

constexpr void count_operation(std::uint64_t Operations::*which) {
    if (!std::is_constant_evaluated()) ++(operations_done.*which);
}

}  // namespace tumen

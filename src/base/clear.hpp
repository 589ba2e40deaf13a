#pragma once
#include <cstddef>
#include <span>
#include <type_traits>

namespace tumen {

/// Sets bytes to zero by the C library's function, which is made for the processor. Out of line on
/// purpose: where g++ sees a size of a few hundred bytes it takes an instruction that needs longer
/// to begin than all the stores together.
void clear_bytes(std::span<std::byte> bytes);

/// An object whose value-initialised form is all zeros.
template <class T>
requires std::is_trivially_copyable_v<T>
void clear(T& object) {
    clear_bytes(std::as_writable_bytes(std::span(&object, 1)));
}

}  // namespace tumen

#pragma once
#include <cstddef>
#include <vector>

/// What will be read soon is asked for from memory while something else is done: changes speed
/// only.
namespace tumen {

inline void fetch(const void* what) {
    __builtin_prefetch(what);
}

/// All of a column.
template <class Element>
void fetch_all(const std::vector<Element>& column) {
    constexpr std::size_t line = 64;  // [bytes]
    const auto* const bytes = reinterpret_cast<const std::byte*>(column.data());
    for (std::size_t at = 0; at < column.size() * sizeof(Element); at += line)
        fetch(bytes + at);
}

}  // namespace tumen

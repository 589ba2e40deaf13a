#pragma once
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"

/// What the fuzz targets share: an input as text, and what must hold for every input.
namespace tumen::fuzz {

inline std::string text_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// Ends the program, so that the input is kept, where a promise is broken.
inline void require(bool kept) {
    if (!kept) std::abort();
}

/// A refusal says what is wrong, and nothing of the input reaches a terminal as a command.
inline void require_shown(const Diagnostic& problem) {
    require(!problem.problem.empty());
    for (const char c : describe(problem)) {
        const auto byte = static_cast<unsigned char>(c);
        require((byte >= 0x20 && byte != 0x7F) || byte == '\n');
    }
}

/// The text up to the next line of dashes; `rest` moves behind it.
inline std::string_view next_part(std::string_view& rest) {
    constexpr std::string_view border = "\n---\n";
    const std::size_t end = rest.find(border);
    const std::string_view part = rest.substr(0, end);
    rest = end == rest.npos ? std::string_view() : rest.substr(end + border.size());
    return part;
}

}  // namespace tumen::fuzz
